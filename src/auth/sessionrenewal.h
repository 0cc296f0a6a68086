#pragma once

#include "auth/session.h"
#include "core/clock.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace poolscope::auth {

class SessionManager;

// Refreshes the current session shortly before its access token ends, while somebody looks at the program. A session that had
// ended before it was looked at is left alone: it is refreshed when it is used. GUI thread.
class SessionRenewal final : public QObject
{
    Q_OBJECT

public:
    // So long before the end a token is refreshed; of a short life, its last quarter.
    static constexpr qint64 leadMs = 120'000;
    static constexpr qint64 againAfterMs = 60'000; // after a failure, and between refreshes at least

    // Both must outlive it. `clock` is the connection's: tell of its jumps by judgeAgain().
    SessionRenewal(SessionManager &sessions, const Clock &clock, QObject *parent = nullptr);

    void setShown(bool shown); // nothing is refreshed for a window that is hidden
    void judgeAgain();
    // Testers moved the clock: they want to see what has ended by it, so that is left alone too.
    void judgeMovedClock();

signals:
    // `retries`: it is tried again by itself; otherwise the user has to sign in anew.
    void failed(const QString &displayName, const poolscope::Error &error, bool retries);
    void settled(); // what failed before does not count any more

private:
    void follow(Session *session);
    void look();
    void refresh();
    void settle();

    SessionManager &m_sessions;
    const Clock &m_clock;
    QPointer<Session> m_session;
    QTimer m_timer;
    qint64 m_aliveUntilMs = 0; // end of the token that was seen alive; 0: none
    qint64 m_notBeforeMs = 0;
    bool m_shown = false;
    QPointer<Session> m_refreshing; // null: nothing is asked
    bool m_failed = false;
};

} // namespace poolscope::auth
