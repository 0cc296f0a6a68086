#pragma once

#include "sandbox/choices.h"

#include <QAbstractTableModel>

namespace poolscope::sandbox {

class Sandbox;

// The sandbox's named choices with what is in force, in the order of allChoices(). Main thread.
class ChoicesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, DefaultColumn, MarkColumn, ColumnCount };

    // The sandbox outlives the model.
    explicit ChoicesModel(Sandbox &sandbox, QObject *parent = nullptr);

    const Choice &choice(int row) const { return m_all.at(row); }
    QString value(int row) const; // in force
    bool isDefault(int row) const { return value(row) == choice(row).values.first(); }
    bool allAreDefault() const;
    void choose(int row, const QString &value); // one of the choice's own
    void chooseDefaults();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override; // tool tip: what it means
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Sandbox &m_sandbox;
    const QList<Choice> m_all; // in the language that the model was made in
};

// How sure a choice's default or a text is, in translated words: "unverified: recalled".
QString markText(QLatin1StringView mark);

} // namespace poolscope::sandbox
