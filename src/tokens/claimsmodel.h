#pragma once

#include "core/clock.h"
#include "tokens/claims.h"
#include "json/value.h"

#include <QAbstractItemModel>

#include <memory>

namespace poolscope::tokens {

// The members of a header or payload as a tree: Claim, Value, Meaning. Objects and arrays open; their rows are made when
// they are opened, a few hundred at a time. Times are shown by the clock's now and counted on by tick().
class ClaimsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ClaimColumn, ValueColumn, MeaningColumn, ColumnCount };
    // What a value column holds beside what it shows; a time's UTC also as Qt::AccessibleDescriptionRole.
    enum Role {
        RawTextRole = Qt::UserRole + 1, // the whole value: a string's own characters, otherwise its JSON
        DetailRole,                     // in one line: as shown; of a time also UTC and the number itself
    };

    // The clock must outlive the model.
    explicit ClaimsModel(const Clock &clock, QObject *parent = nullptr);
    ~ClaimsModel() override;

    void setContent(const json::Value &object, ClaimPlace place);
    void clear();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

public slots:
    void tick(); // dataChanged for the rows that show a time, and for no other

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QVariant valueData(const Node &node, int role) const;
    QVariant timeData(const Node &node, int role) const;

    const Clock &m_clock;
    ClaimPlace m_place = ClaimPlace::IdToken;
    std::unique_ptr<Node> m_root;
};

} // namespace poolscope::tokens
