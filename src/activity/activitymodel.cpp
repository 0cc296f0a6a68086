#include "activity/activitymodel.h"

#include "activity/activitytexts.h"
#include "core/letgo.h"
#include "core/plaintooltip.h"

#include <algorithm>
#include <utility>

namespace poolscope::activity {

using transport::ActivityEntry;
using transport::ActivityLog;

namespace {

// A view takes longer over so many changes in different places than over beginning anew.
constexpr qsizetype mostSteps = 32;

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
    , m_entries(log.entries())
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ActivityModel::takeOver);
    connect(&log, &ActivityLog::entryAdded, &m_turn, qOverload<>(&QTimer::start));
    connect(&log, &ActivityLog::cleared, &m_turn, qOverload<>(&QTimer::start));
    connect(&log, &ActivityLog::entryChanged, this, &ActivityModel::noteChange);
    connect(&m_matches, &ActivityMatches::changed, this, [this] {
        arrange(0);
        emit countsChanged();
    });
    m_lines = arranged(0);
}

void ActivityModel::noteChange(qint64 id)
{
    m_changed = m_changed ? IdRange{qMin(m_changed->first, id), qMax(m_changed->last, id)} : IdRange{id, id};
    m_turn.start();
}

void ActivityModel::takeOver()
{
    takeChanges();
    const qsizetype came = takeNew();
    const qsizetype old = oldEntries();
    if (came == 0 && old == 0)
        return;
    arrange(old);
    drop(old);
    emit countsChanged();
}

void ActivityModel::takeChanges()
{
    const std::optional<IdRange> changed = std::exchange(m_changed, {});
    if (!changed)
        return;
    const qsizetype first = placeOf(m_entries, changed->first);
    const qsizetype end = placeOf(m_entries, changed->last + 1);
    if (first == end)
        return;
    QList<ActivityEntry> former;
    for (qsizetype row = first; row < end; ++row) {
        if (const ActivityEntry *entry = m_log.find(m_entries.at(row).id))
            former += std::exchange(m_entries[row], *entry);
    }
    letGo(std::move(former));
    m_matches.look(m_entries.sliced(first, end - first));
    showChanges(changed->first, changed->last);
}

// Rows and the headings above them.
void ActivityModel::showChanges(qint64 first, qint64 last)
{
    qsizetype top = m_lines.size();
    qsizetype bottom = -1;
    for (qsizetype place = placeOf(m_entries, first); place < m_entries.size() && m_entries.at(place).id <= last;
         ++place) {
        const ActivityEntry &entry = m_entries.at(place);
        const qint64 group = groupOf(entry);
        const qsizetype row = rowOf({group, entry.id});
        if (row < 0)
            continue;
        top = std::min(top, m_grouped ? rowOf({group, 0}) : row);
        bottom = std::max(bottom, row);
    }
    if (bottom >= 0)
        emit dataChanged(index(int(top), 0), index(int(bottom), ColumnCount - 1));
}

qsizetype ActivityModel::takeNew()
{
    const QList<ActivityEntry> &entries = m_log.entries();
    const qsizetype begin = m_entries.isEmpty() ? 0 : placeOf(entries, m_entries.constLast().id + 1);
    const QList<ActivityEntry> came = entries.sliced(begin);
    m_entries += came;
    m_matches.look(came);
    return came.size();
}

// How many, from the first on, the log has let go.
qsizetype ActivityModel::oldEntries() const
{
    const QList<ActivityEntry> &entries = m_log.entries();
    return entries.isEmpty() ? m_entries.size() : placeOf(m_entries, entries.constFirst().id);
}

void ActivityModel::drop(qsizetype count)
{
    if (count == 0)
        return;
    for (qsizetype i = 0; i < count; ++i)
        m_matches.forget(m_entries.at(i).id);
    letGo(m_entries.first(count));
    m_entries.remove(0, count);
}

// New rows come before old ones go: a view whose current row goes then finds the newer ones.
void ActivityModel::arrange(qsizetype from)
{
    const QList<ActivityLine> after = arranged(from);
    const LineSteps steps = stepsBetween(m_lines, after);
    if (steps.size() > mostSteps) {
        beginResetModel();
        m_lines = after;
        endResetModel();
        return;
    }
    QList<ActivityLine> both;
    std::set_union(m_lines.cbegin(), m_lines.cend(), after.cbegin(), after.cend(), std::back_inserter(both));
    for (const LineRange &range : steps.insertions) {
        beginInsertRows({}, int(range.first), int(range.first + range.count) - 1);
        m_lines.insert(range.first, range.count, ActivityLine());
        std::copy_n(both.cbegin() + range.first, range.count, m_lines.begin() + range.first);
        endInsertRows();
    }
    for (const LineRange &range : steps.removals) {
        beginRemoveRows({}, int(range.first), int(range.first + range.count) - 1);
        m_lines.remove(range.first, range.count);
        endRemoveRows();
    }
}

// The rows of the entries from that one on.
QList<ActivityLine> ActivityModel::arranged(qsizetype from)
{
    group(from);
    QList<ActivityLine> lines;
    lines.reserve(m_entries.size() - from);
    for (qsizetype i = from; i < m_entries.size(); ++i) {
        const ActivityEntry &entry = m_entries.at(i);
        if (m_matches.passes(entry.id))
            lines.append({groupOf(entry), entry.id});
    }
    if (!m_grouped)
        return lines;
    for (qsizetype i = lines.size() - 1; i >= 0; --i)
        lines.append({lines.at(i).group, 0});
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

// An action keeps its place while there is one entry of it.
void ActivityModel::group(qsizetype from)
{
    const QHash<transport::UserAction, qint64> before = std::exchange(m_groups, {});
    if (!m_grouped)
        return;
    for (qsizetype i = from; i < m_entries.size(); ++i) {
        const ActivityEntry &entry = m_entries.at(i);
        if (!entry.action.isNull() && !m_groups.contains(entry.action))
            m_groups.insert(entry.action, before.value(entry.action, entry.id));
    }
}

qint64 ActivityModel::groupOf(const ActivityEntry &entry) const
{
    if (!m_grouped)
        return 0;
    return entry.action.isNull() ? entry.id : m_groups.value(entry.action, entry.id);
}

void ActivityModel::setGrouped(bool grouped)
{
    if (grouped == m_grouped)
        return;
    beginResetModel();
    m_grouped = grouped;
    m_lines = arranged(0);
    endResetModel();
    emit countsChanged();
}

void ActivityModel::setFilter(const ActivityFilter &filter)
{
    m_matches.setFilter(filter, m_entries);
}

qsizetype ActivityModel::shownCount() const
{
    return m_lines.size() - std::count_if(m_lines.cbegin(), m_lines.cend(), std::mem_fn(&ActivityLine::isHeading));
}

QList<ActivityEntry> ActivityModel::shownEntries() const
{
    QList<ActivityEntry> shown;
    std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(shown),
                 [this](const ActivityEntry &entry) { return m_matches.passes(entry.id); });
    return shown;
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ActivityEntry *ActivityModel::entry(const QModelIndex &index) const
{
    const bool ours = index.isValid() && index.model() == this && index.row() < rowCount();
    return ours ? find(m_lines.at(index.row()).entry) : nullptr;
}

QModelIndex ActivityModel::indexOf(qint64 id) const
{
    const ActivityEntry *entry = find(id);
    const qsizetype row = entry ? rowOf({groupOf(*entry), id}) : -1;
    return row < 0 ? QModelIndex() : index(int(row), 0);
}

qsizetype ActivityModel::rowOf(const ActivityLine &line) const
{
    const auto place = std::lower_bound(m_lines.cbegin(), m_lines.cend(), line);
    return place != m_lines.cend() && *place == line ? place - m_lines.cbegin() : -1;
}

const ActivityEntry *ActivityModel::find(qint64 id) const
{
    const qsizetype place = placeOf(m_entries, id);
    return place < m_entries.size() && m_entries.at(place).id == id ? &m_entries.at(place) : nullptr;
}

QList<const ActivityEntry *> ActivityModel::below(qsizetype heading) const
{
    QList<const ActivityEntry *> entries;
    const qint64 group = m_lines.at(heading).group;
    for (qsizetype row = heading + 1; row < m_lines.size() && m_lines.at(row).group == group; ++row) {
        if (const ActivityEntry *entry = find(m_lines.at(row).entry))
            entries.append(entry);
    }
    return entries;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == HeadingRole)
        return m_lines.at(index.row()).isHeading();
    if (role == GroupedRole)
        return m_grouped && !m_lines.at(index.row()).isHeading();
    if (role == Qt::TextAlignmentRole)
        return index.column() == DurationColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (m_lines.at(index.row()).isHeading())
        return headingData(index.row(), index.column(), role);
    const ActivityEntry *entry = this->entry(index);
    return entry ? entryData(*entry, index.column(), role) : QVariant();
}

QVariant ActivityModel::entryData(const ActivityEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(entry, column);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(entry, column));
    case StateRole:
        return int(entry.state);
    default:
        return {};
    }
}

QVariant ActivityModel::headingData(qsizetype row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != StateRole)
        return {};
    const QList<const ActivityEntry *> entries = below(row);
    if (entries.isEmpty())
        return {};
    return role == StateRole ? QVariant(int(headingState(entries))) : QVariant(headingText(entries, column));
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(columnTitle(section)) : QVariant();
}

} // namespace poolscope::activity
