#include "activity/activitymatches.h"

#include "core/background.h"

#include <utility>

namespace poolscope::activity {

ActivityMatches::ActivityMatches(QObject *parent)
    : QObject(parent)
{
}

void ActivityMatches::setFilter(const ActivityFilter &filter, const QList<transport::ActivityEntry> &entries)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    ++m_filterNumber;
    m_waiting.clear();
    if (!filter.isEmpty() && !entries.isEmpty()) {
        m_waiting = entries;
        return start();
    }
    m_passesAll = filter.isEmpty();
    m_passing.clear();
    m_answeredNumber = m_filterNumber;
    emit changed();
}

void ActivityMatches::look(const QList<transport::ActivityEntry> &entries)
{
    if (m_filter.isEmpty() || entries.isEmpty())
        return;
    m_waiting += entries;
    start();
}

void ActivityMatches::start()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    const auto look = [filter = m_filter, entries = std::exchange(m_waiting, {})] {
        QList<Verdict> verdicts;
        verdicts.reserve(entries.size());
        for (const transport::ActivityEntry &entry : entries)
            verdicts.append({entry.id, matches(filter, entry)});
        return verdicts;
    };
    runInBackground(this, look,
                    [this, number = m_filterNumber](const QList<Verdict> &verdicts) { take(verdicts, number); });
}

void ActivityMatches::take(const QList<Verdict> &verdicts, int filterNumber)
{
    m_busy = false;
    start();
    if (filterNumber != m_filterNumber)
        return;
    if (m_answeredNumber != filterNumber)
        m_passing.clear();
    m_answeredNumber = filterNumber;
    m_passesAll = false;
    for (const Verdict &verdict : verdicts) {
        if (verdict.passes)
            m_passing.insert(verdict.id);
        else
            m_passing.remove(verdict.id);
    }
    emit changed();
}

} // namespace poolscope::activity
