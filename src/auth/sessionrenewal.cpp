#include "auth/sessionrenewal.h"

#include "auth/sessionmanager.h"

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

// A computer that slept has moved the clock, but not the timer.
constexpr qint64 lookAtLeastEveryMs = 30'000;

qint64 dueAt(const Tokens &tokens)
{
    const qint64 life = tokens.accessExpiresAtMs - tokens.receivedAtMs;
    return tokens.accessExpiresAtMs - std::clamp<qint64>(life / 4, 0, SessionRenewal::leadMs);
}

} // namespace

SessionRenewal::SessionRenewal(SessionManager &sessions, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SessionRenewal::look);
    connect(&sessions, &SessionManager::currentChanged, this, &SessionRenewal::follow);
    follow(sessions.current());
}

void SessionRenewal::setShown(bool shown)
{
    m_shown = shown;
    look();
}

void SessionRenewal::judgeAgain()
{
    m_notBeforeMs = 0;
    look();
}

void SessionRenewal::judgeMovedClock()
{
    m_aliveUntilMs = 0;
    judgeAgain();
}

void SessionRenewal::follow(Session *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_aliveUntilMs = 0;
    m_notBeforeMs = 0;
    settle();
    if (session) {
        connect(session, &Session::tokensChanged, this, &SessionRenewal::settle);
        connect(session, &Session::tokensChanged, this, &SessionRenewal::look);
        connect(session, &Session::stateChanged, this, &SessionRenewal::look);
    }
    look();
}

void SessionRenewal::look()
{
    m_timer.stop();
    const bool renewable = m_session && m_session->state() == Session::State::Active &&
                           m_session->tokens().accessExpiresAtMs != 0 && !m_session->tokens().refreshToken.isEmpty();
    if (!renewable || m_refreshing == m_session)
        return;
    const Tokens &tokens = m_session->tokens();
    if (!m_session->isExpired())
        m_aliveUntilMs = tokens.accessExpiresAtMs;
    if (!m_shown || m_aliveUntilMs != tokens.accessExpiresAtMs)
        return;
    const qint64 wait = std::max(dueAt(tokens), m_notBeforeMs) - m_clock.nowMs();
    if (wait <= 0)
        refresh();
    else
        m_timer.start(int(std::min(wait, lookAtLeastEveryMs)));
}

void SessionRenewal::refresh()
{
    m_refreshing = m_session;
    m_notBeforeMs = m_clock.nowMs() + againAfterMs;
    m_session->refresh(this, [this, asked = m_session](const Result<void> &done) {
        if (m_refreshing == asked)
            m_refreshing.clear();
        const bool stays = asked && asked == m_session;
        const bool retries = stays && asked->state() == Session::State::Active;
        if (!done && (retries || (stays && asked->state() == Session::State::NeedsSignIn))) {
            m_failed = true;
            emit failed(asked->displayName(), done.error(), retries);
        }
        look();
    });
}

void SessionRenewal::settle()
{
    if (std::exchange(m_failed, false))
        emit settled();
}

} // namespace poolscope::auth
