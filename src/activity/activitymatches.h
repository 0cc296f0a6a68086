#pragma once

#include "activity/activityfilter.h"

#include <QObject>
#include <QSet>

namespace poolscope::activity {

// Which entries of a log a filter lets pass. Looked up on a thread of the global pool, because bodies may be megabytes;
// until a new filter's answer is there, the last one holds. Lives on the log's thread.
class ActivityMatches final : public QObject
{
    Q_OBJECT

public:
    explicit ActivityMatches(QObject *parent = nullptr);

    const ActivityFilter &filter() const { return m_filter; }
    // `entries`: all that there are.
    void setFilter(const ActivityFilter &filter, const QList<transport::ActivityEntry> &entries);
    // New ones and changed ones; does nothing while there is no filter.
    void look(const QList<transport::ActivityEntry> &entries);
    void forget(qint64 id) { m_passing.remove(id); }

    bool isBusy() const { return m_busy || !m_waiting.isEmpty(); }
    bool passes(qint64 id) const { return m_passesAll || m_passing.contains(id); }

signals:
    void changed();

private:
    struct Verdict
    {
        qint64 id;
        bool passes;
    };

    void start();
    void take(const QList<Verdict> &verdicts, int filterNumber);

    ActivityFilter m_filter;
    QList<transport::ActivityEntry> m_waiting; // to be looked at
    QSet<qint64> m_passing;
    bool m_passesAll = true;
    bool m_busy = false;
    int m_filterNumber = 0;
    int m_answeredNumber = 0; // the filter that m_passing is of
};

} // namespace poolscope::activity
