#include "transport/activitymodel.h"

#include "core/letgo.h"
#include "core/plaintooltip.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace poolscope::transport {

namespace {

// Of the first entry with that id or a later one.
qsizetype placeOf(const QList<ActivityEntry> &entries, qint64 id)
{
    const auto place = std::lower_bound(entries.cbegin(), entries.cend(), id,
                                        [](const ActivityEntry &entry, qint64 wanted) { return entry.id < wanted; });
    return place - entries.cbegin();
}

} // namespace

ActivityModel::ActivityModel(const ActivityLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ActivityModel::takeOver);
    connect(&log, &ActivityLog::entryAdded, &m_turn, qOverload<>(&QTimer::start));
    connect(&log, &ActivityLog::cleared, &m_turn, qOverload<>(&QTimer::start));
    connect(&log, &ActivityLog::entryChanged, this, &ActivityModel::noteChange);
    m_rows = log.entries();
}

void ActivityModel::noteChange(qint64 id)
{
    m_changed = m_changed ? IdRange{qMin(m_changed->first, id), qMax(m_changed->last, id)} : IdRange{id, id};
    m_turn.start();
}

void ActivityModel::takeOver()
{
    takeChanges();
    takeNew(); // before the old ones go: a view whose current row goes then finds the newer ones
    dropOld();
}

void ActivityModel::takeChanges()
{
    const std::optional<IdRange> changed = std::exchange(m_changed, {});
    if (!changed)
        return;
    const qsizetype first = placeOf(m_rows, changed->first);
    const qsizetype end = placeOf(m_rows, changed->last + 1);
    if (first == end)
        return;
    QList<ActivityEntry> former;
    for (qsizetype row = first; row < end; ++row) {
        if (const ActivityEntry *entry = m_log.find(m_rows.at(row).id))
            former += std::exchange(m_rows[row], *entry);
    }
    letGo(std::move(former));
    emit dataChanged(index(int(first), 0), index(int(end) - 1, ColumnCount - 1));
}

void ActivityModel::takeNew()
{
    const QList<ActivityEntry> &entries = m_log.entries();
    const qsizetype begin = m_rows.isEmpty() ? 0 : placeOf(entries, m_rows.constLast().id + 1);
    if (begin == entries.size())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(entries.size() - begin) - 1);
    m_rows += entries.sliced(begin);
    endInsertRows();
}

void ActivityModel::dropOld()
{
    const QList<ActivityEntry> &entries = m_log.entries();
    const qsizetype count = entries.isEmpty() ? m_rows.size() : placeOf(m_rows, entries.constFirst().id);
    if (count == 0)
        return;
    beginRemoveRows({}, 0, int(count) - 1);
    letGo(m_rows.first(count));
    m_rows.remove(0, count);
    endRemoveRows();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ActivityEntry *ActivityModel::entry(const QModelIndex &index) const
{
    const bool ours = index.isValid() && index.model() == this && index.row() < rowCount();
    return ours ? &m_rows.at(index.row()) : nullptr;
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
    case ActivityEntry::State::Failed:
        break;
    }
    return entry.fault.isEmpty() ? answerText(entry) : tr("%1 (fault on demand)").arg(answerText(entry));
}

QString ActivityModel::answerText(const ActivityEntry &entry)
{
    if (entry.state == ActivityEntry::State::Succeeded)
        return QString::number(entry.httpStatus);
    return entry.httpStatus == 0 ? entry.errorCode : QStringLiteral("%1 %2").arg(entry.httpStatus).arg(entry.errorCode);
}

QString ActivityModel::resultToolTip(const ActivityEntry &entry)
{
    QStringList lines;
    if (!entry.errorMessage.isEmpty())
        lines += entry.errorMessage;
    if (!entry.fault.isEmpty())
        lines += tr("Fault on demand: %1").arg(entry.fault);
    return lines.join(u'\n');
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
        return resultToolTip(entry);
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
