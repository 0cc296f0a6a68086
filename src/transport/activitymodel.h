#pragma once

#include "transport/activitylog.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace poolscope::transport {

// The log as a table, oldest row first. What happens in one turn of the event loop is taken over at its end, all at once,
// because a view takes long over each row that comes or goes. Lives on the log's thread; the log must outlive it.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, OperationColumn, ResultColumn, DurationColumn, RequestIdColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 }; // int(ActivityEntry::State)

    explicit ActivityModel(const ActivityLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // The row's entry, valid until the model changes; null for an index that is not of this model.
    const ActivityEntry *entry(const QModelIndex &index) const;

private:
    static QString text(const ActivityEntry &entry, int column);
    static QString resultText(const ActivityEntry &entry);
    static QString answerText(const ActivityEntry &entry);
    static QString resultToolTip(const ActivityEntry &entry);
    static QString toolTip(const ActivityEntry &entry, int column);
    void noteChange(qint64 id);
    void takeOver();
    void takeChanges();
    void takeNew();
    void dropOld();

    struct IdRange
    {
        qint64 first = 0;
        qint64 last = 0;
    };

    const ActivityLog &m_log;
    QList<ActivityEntry> m_rows;
    std::optional<IdRange> m_changed; // since the last turn; others between may be the same as they were
    QTimer m_turn;
};

} // namespace poolscope::transport
