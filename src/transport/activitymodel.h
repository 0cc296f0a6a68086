#pragma once

#include "transport/activitylog.h"

#include <QAbstractTableModel>

namespace poolscope::transport {

// The log as a table, oldest row first. Lives on the log's thread; the log must outlive it.
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

    // The row's entry, valid until the log changes; null for an index that is not of this model.
    const ActivityEntry *entry(const QModelIndex &index) const;

private:
    static QString text(const ActivityEntry &entry, int column);
    static QString resultText(const ActivityEntry &entry);
    static QString toolTip(const ActivityEntry &entry, int column);

    const ActivityLog &m_log;
};

} // namespace poolscope::transport
