#include "transport/activitymodel.h"

#include "core/plaintooltip.h"

#include <QLocale>

namespace poolscope::transport {

ActivityModel::ActivityModel(const ActivityLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
    connect(&log, &ActivityLog::entryAboutToBeAdded, this, [this] {
        const int row = rowCount();
        beginInsertRows({}, row, row);
    });
    connect(&log, &ActivityLog::entryAdded, this, [this] { endInsertRows(); });
    connect(&log, &ActivityLog::oldestAboutToBeRemoved, this,
            [this](qsizetype count) { beginRemoveRows({}, 0, int(count) - 1); });
    connect(&log, &ActivityLog::oldestRemoved, this, [this] { endRemoveRows(); });
    connect(&log, &ActivityLog::aboutToBeCleared, this, [this] { beginResetModel(); });
    connect(&log, &ActivityLog::cleared, this, [this] { endResetModel(); });
    connect(&log, &ActivityLog::entryChanged, this, [this](qint64 id) {
        const int row = int(m_log.indexOf(id));
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_log.entries().size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ActivityEntry *ActivityModel::entry(const QModelIndex &index) const
{
    const bool ours = index.isValid() && index.model() == this && index.row() < rowCount();
    return ours ? &m_log.entries().at(index.row()) : nullptr;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    const ActivityEntry *entry = this->entry(index);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(*entry, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case StateRole:
        return int(entry->state);
    default:
        return {};
    }
}

QString ActivityModel::text(const ActivityEntry &entry, int column)
{
    switch (column) {
    case TimeColumn:
        return entry.startedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
    case OperationColumn:
        return entry.attempt > 1 ? tr("%1 (attempt %2)").arg(entry.operation).arg(entry.attempt) : entry.operation;
    case ResultColumn:
        return resultText(entry);
    case DurationColumn:
        return entry.durationMs < 0 ? QString() : QLocale().toString(entry.durationMs);
    case RequestIdColumn:
        return entry.requestId;
    default:
        return {};
    }
}

QString ActivityModel::resultText(const ActivityEntry &entry)
{
    switch (entry.state) {
    case ActivityEntry::State::Pending:
        return tr("Waiting");
    case ActivityEntry::State::Cancelled:
        return tr("Cancelled");
    case ActivityEntry::State::Succeeded:
        return QString::number(entry.httpStatus);
    case ActivityEntry::State::Failed:
        break;
    }
    return entry.httpStatus == 0 ? entry.errorCode : QStringLiteral("%1 %2").arg(entry.httpStatus).arg(entry.errorCode);
}

QString ActivityModel::toolTip(const ActivityEntry &entry, int column)
{
    switch (column) {
    case TimeColumn:
        return entry.startedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"));
    case OperationColumn:
        return entry.action.isEmpty() ? entry.endpointHost
                                      : QStringLiteral("%1 - %2").arg(entry.action, entry.endpointHost);
    case ResultColumn:
        return entry.errorMessage;
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case OperationColumn:
        return tr("Operation");
    case ResultColumn:
        return tr("Result");
    case DurationColumn:
        return tr("Duration (ms)");
    case RequestIdColumn:
        return tr("Request id");
    default:
        return {};
    }
}

} // namespace poolscope::transport
