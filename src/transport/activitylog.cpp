#include "transport/activitylog.h"

#include "core/letgo.h"

#include <algorithm>
#include <utility>

namespace poolscope::transport {

namespace {

constexpr qsizetype largeBody = 64 * 1024; // freeing what was made of it takes milliseconds

void letGoOf(ActivityEntry entry)
{
    if (entry.bodyBytes > largeBody)
        letGo(std::move(entry));
}

} // namespace

ActivityLog::ActivityLog(QObject *parent)
    : QObject(parent)
{
}

qsizetype ActivityLog::indexOf(qint64 id) const
{
    const auto place = std::lower_bound(m_entries.cbegin(), m_entries.cend(), id,
                                        [](const ActivityEntry &entry, qint64 wanted) { return entry.id < wanted; });
    return place != m_entries.cend() && place->id == id ? std::distance(m_entries.cbegin(), place) : -1;
}

const ActivityEntry *ActivityLog::find(qint64 id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_entries.at(index);
}

qint64 ActivityLog::add(ActivityEntry entry)
{
    if (m_entries.size() >= capacity) {
        ActivityEntry oldest = m_entries.takeFirst();
        m_bodyBytes -= oldest.bodyBytes;
        letGoOf(std::move(oldest));
    }
    entry.id = ++m_lastId;
    m_bodyBytes += entry.bodyBytes;
    const qint64 id = entry.id;
    m_entries.append(std::move(entry));
    emit entryAdded(id);
    dropOldBodies();
    return id;
}

void ActivityLog::update(const ActivityEntry &entry)
{
    const qsizetype index = indexOf(entry.id);
    if (index < 0)
        return;
    m_bodyBytes += entry.bodyBytes - m_entries.at(index).bodyBytes;
    letGoOf(std::exchange(m_entries[index], entry));
    emit entryChanged(entry.id);
    dropOldBodies();
}

void ActivityLog::clear()
{
    letGo(std::exchange(m_entries, {}));
    m_bodyBytes = 0;
    emit cleared();
}

void ActivityLog::dropOldBodies()
{
    for (qsizetype i = 0; i < m_entries.size() && m_bodyBytes > bodyCapacity; ++i) {
        ActivityEntry &entry = m_entries[i];
        if (entry.pending() || entry.bodyBytes == 0)
            continue;
        m_bodyBytes -= entry.bodyBytes;
        letGoOf({.request = std::exchange(entry.request, {}),
                 .response = std::exchange(entry.response, {}),
                 .bodyBytes = std::exchange(entry.bodyBytes, 0)});
        entry.bodiesDropped = true;
        emit entryChanged(entry.id);
    }
}

} // namespace poolscope::transport
