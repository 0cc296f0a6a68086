#include "transport/activitylog.h"

#include <algorithm>

namespace poolscope::transport {

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
        const qsizetype count = m_entries.size() - capacity + 1;
        emit oldestAboutToBeRemoved(count);
        for (qsizetype i = 0; i < count; ++i)
            m_bodyBytes -= m_entries.at(i).bodyBytes;
        m_entries.remove(0, count);
        emit oldestRemoved(count);
    }
    entry.id = ++m_lastId;
    m_bodyBytes += entry.bodyBytes;
    const qint64 id = entry.id;
    emit entryAboutToBeAdded();
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
    m_entries[index] = entry;
    emit entryChanged(entry.id);
    dropOldBodies();
}

void ActivityLog::clear()
{
    emit aboutToBeCleared();
    m_entries.clear();
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
        entry.bodyBytes = 0;
        entry.request = {};
        entry.response = {};
        entry.bodiesDropped = true;
        emit entryChanged(entry.id);
    }
}

} // namespace poolscope::transport
