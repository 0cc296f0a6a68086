#include "auth/attemptledger.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

constexpr qint64 windowMs = 60 * 60 * 1000;

QString keyOf(const QString &action, const QString &user)
{
    return action + QChar(u'\n') + user;
}

// Not the wall clock: the service's hour does not end earlier because somebody sets the time.
std::function<qint64()> steadyTime()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

} // namespace

AttemptLedger::AttemptLedger(std::function<qint64()> now)
    : m_now(now ? std::move(now) : steadyTime())
{
}

void AttemptLedger::note(const QString &action, const QString &user)
{
    QList<qint64> times = recent(action, user);
    times.append(m_now());
    m_times.insert(keyOf(action, user), times);
}

QList<qint64> AttemptLedger::recent(const QString &action, const QString &user) const
{
    QList<qint64> times = m_times.value(keyOf(action, user));
    times.removeIf([now = m_now()](qint64 time) { return now - time >= windowMs; });
    return times;
}

int AttemptLedger::used(const QString &action, const QString &user) const
{
    return int(recent(action, user).size());
}

int AttemptLedger::left(const QString &action, const QString &user, int limit) const
{
    return std::max(0, limit - used(action, user));
}

void AttemptLedger::exhaust(const QString &action, const QString &user, int limit)
{
    while (used(action, user) < limit)
        note(action, user);
}

} // namespace poolscope::auth
