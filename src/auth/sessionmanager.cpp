#include "auth/sessionmanager.h"

#include "auth/tokens.h"
#include "auth/userpoolaccess.h"
#include "crypto/hash.h"
#include "secrets/secretstore.h"

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

// Keys can be seen by other programs of the same user, so they do not name anybody.
QString idFor(const QString &username)
{
    return QString::fromLatin1(crypto::sha256(username.toUtf8()).toHex().first(24));
}

} // namespace

SessionManager::SessionManager(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
    connect(&m_access->secrets(), &secrets::SecretStore::availabilityChanged, this,
            [this](secrets::Availability availability) {
                if (availability == secrets::Availability::Available)
                    storeAnswersAgain();
            });
    connect(&m_access->secrets(), &secrets::SecretStore::damaged, this,
            [this](const QString &key, const QString &sentence) {
                if (key == indexKey())
                    m_damage = sentence;
            });
}

SessionManager::~SessionManager() = default;

Session *SessionManager::find(const QString &id) const
{
    const auto found = std::find_if(m_sessions.cbegin(), m_sessions.cend(), [&](Session *s) { return s->id() == id; });
    return found == m_sessions.cend() ? nullptr : *found;
}

Session *SessionManager::add(const QString &id)
{
    auto *session = new Session(this, m_access, id);
    m_sessions.append(session);
    return session;
}

Session *SessionManager::adopt(const idp::AuthenticationResultType &result, const QString &typedName)
{
    const Tokens tokens = tokensFrom(result, {}, m_access->clock().nowMs());
    const QString claimed = usernameIn(tokens);
    const QString username = claimed.isEmpty() ? typedName : claimed;
    Session *session = find(idFor(username));
    const bool added = !session;
    if (added)
        session = add(idFor(username));
    session->m_username = username;
    session->m_displayName = typedName;
    m_entryLost = false;
    ++session->m_generation;
    // Whoever listens may sign it out again, or bring this object down.
    const QPointer<SessionManager> self(this);
    const auto stays = [this, &self, session] { return self && m_sessions.contains(session); };
    session->setTokens(tokens);
    if (stays())
        session->setState(Session::State::Active);
    if (self && added)
        emit sessionsChanged();
    if (stays())
        setCurrent(session);
    if (self)
        storeIndex();
    return stays() ? session : nullptr;
}

void SessionManager::setCurrent(Session *session)
{
    if (m_current == session || (session && !m_sessions.contains(session)))
        return;
    m_current = session;
    storeIndex();
    emit currentChanged(session);
}

void SessionManager::forget(Session *session)
{
    const qsizetype index = m_sessions.indexOf(session);
    if (index < 0)
        return;
    m_sessions.removeAt(index);
    removeEntry(sessionKey(session));
    const bool wasCurrent = m_current == session;
    if (wasCurrent)
        m_current = m_sessions.isEmpty() ? nullptr : m_sessions.at(std::min(index, m_sessions.size() - 1));
    storeIndex();
    // Whoever listens may bring this object down, and the session with it.
    const QPointer<SessionManager> self(this);
    const QPointer<Session> ending(session);
    if (wasCurrent)
        emit currentChanged(m_current);
    if (self)
        emit sessionsChanged();
    if (ending)
        ending->setState(Session::State::Ended);
    if (ending)
        emit ending->ended();
    if (ending)
        ending->deleteLater();
}

void SessionManager::forgetEverything()
{
    const bool complete = m_index == Index::Known && m_pendingReads == 0;
    if (!complete) {
        // Nothing of it is to come back. The store itself listens: this object may not live until it is done.
        m_reading.reset();
        m_pendingReads = 0;
        m_index = Index::Known;
        m_indexChanged = false;
        m_mergesIndex = false;
        m_elsewhere.clear();
        forgetStored(m_access->secrets(), m_access->connection().id, &m_access->secrets());
    }
    const QList<StoredSession> elsewhere = std::exchange(m_elsewhere, {});
    for (const StoredSession &entry : elsewhere)
        removeEntry(sessionEntryKey(m_access->connection().id, entry));
    const QPointer<SessionManager> self(this);
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions) {
        if (self)
            forget(session);
    }
    if (!self)
        return;
    if (complete) {
        removeEntry(indexKey());
        removeEntry(profiles::clientSecretKey(m_access->connection().id));
    }
    if (!std::exchange(m_restored, true))
        emit restored();
}

} // namespace poolscope::auth
