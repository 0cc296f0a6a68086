#include "auth/sessionmanager.h"

#include "auth/storedsessions.h"
#include "auth/tokens.h"
#include "auth/userpoolaccess.h"
#include "core/logging.h"
#include "crypto/hash.h"
#include "secrets/secretstore.h"
#include "json/writer.h"

#include <QScopedValueRollback>

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
}

SessionManager::~SessionManager() = default;

QString SessionManager::sessionKey(const Session *session) const
{
    return sessionEntryKey(m_access->connection(), session->id());
}

QString SessionManager::indexKey() const
{
    return sessionIndexKey(m_access->connection());
}

Session *SessionManager::find(const QString &id) const
{
    const auto found = std::find_if(m_sessions.cbegin(), m_sessions.cend(), [&](Session *s) { return s->id() == id; });
    return found == m_sessions.cend() ? nullptr : *found;
}

void SessionManager::restore()
{
    if (m_index == Index::Reading || m_index == Index::Known)
        return;
    m_index = Index::Reading;
    m_reading = std::make_unique<QObject>();
    m_pendingReads = 0;
    m_access->secrets().read(indexKey(), m_reading.get(),
                             [this](const Result<std::optional<QByteArray>> &bytes) { indexRead(bytes); });
}

void SessionManager::indexRead(const Result<std::optional<QByteArray>> &bytes)
{
    if (!bytes) {
        m_index = Index::Unreadable;
        setStorageProblem(bytes.error().message);
        return finishRestore();
    }
    const json::Value index = *bytes ? storedObject(**bytes) : json::Value();
    if (*bytes && index.isNull()) {
        m_entryLost = true;
        setStorageProblem(tr("The list of signed-in users could not be read. Sign in again."));
    }
    m_index = Index::Known;
    m_wantedCurrent = index.value(u"current").toString();
    const QList<StoredSession> stored = sessionsIn(index);
    for (const StoredSession &entry : stored) {
        if (find(entry.id))
            continue;
        ++m_pendingReads;
        m_access->secrets().read(
            sessionEntryKey(m_access->connection(), entry.id), m_reading.get(),
            [this, entry](const Result<std::optional<QByteArray>> &one) { sessionRead(entry, one); });
    }
    if (m_pendingReads == 0)
        finishRestore();
}

void SessionManager::sessionRead(const StoredSession &entry, const Result<std::optional<QByteArray>> &bytes)
{
    --m_pendingReads;
    const std::optional<Tokens> tokens =
        bytes && *bytes ? tokensFromJson(storedObject(**bytes).value(u"tokens")) : std::nullopt;
    if (!bytes) {
        // The entry may be fine: the index is not to forget it.
        m_index = Index::Unreadable;
        setStorageProblem(bytes.error().message);
    } else if (!tokens) {
        m_indexChanged = true;
        m_entryLost = true;
        setStorageProblem(tr("A stored sign-in could not be read. Sign in again as %1.").arg(entry.displayName));
    } else if (!find(entry.id)) {
        Session *session = add(entry.id);
        session->m_username = entry.username;
        session->m_displayName = entry.displayName;
        session->m_tokens = *tokens;
        emit sessionsChanged();
    }
    if (m_pendingReads == 0)
        finishRestore();
}

void SessionManager::finishRestore()
{
    const QPointer<SessionManager> self(this);
    if (!m_current && !m_sessions.isEmpty()) {
        Session *wanted = find(m_wantedCurrent);
        m_current = wanted ? wanted : m_sessions.constFirst();
        emit currentChanged(m_current);
        if (!self)
            return;
    }
    if (std::exchange(m_indexChanged, false))
        storeIndex();
    if (!std::exchange(m_restored, true))
        emit restored();
}

void SessionManager::storeAnswersAgain()
{
    if (m_index == Index::Unreadable) {
        m_indexChanged = m_indexChanged || m_unsaved;
        restore();
    }
    const QScopedValueRollback again(m_again, true);
    const QStringList unremoved = std::exchange(m_unremoved, {});
    for (const QString &key : unremoved) {
        if (!isInUse(key))
            removeEntry(key);
    }
    if (!std::exchange(m_unsaved, false))
        return;
    for (Session *session : std::as_const(m_sessions))
        store(session);
    storeIndex();
}

// The same user may have signed in again since.
bool SessionManager::isInUse(const QString &key) const
{
    return (key == indexKey() && !m_sessions.isEmpty()) ||
           std::any_of(m_sessions.cbegin(), m_sessions.cend(), [&](Session *s) { return sessionKey(s) == key; });
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

void SessionManager::store(Session *session)
{
    if (!m_sessions.contains(session))
        return;
    json::Value root = json::Value::object();
    root.set(QStringLiteral("format"), storedFormat);
    root.set(QStringLiteral("tokens"), tokensToJson(session->tokens()));
    m_access->secrets().write(sessionKey(session), json::write(root), this,
                              [this, again = m_again](const Result<void> &result) { written(result, again); });
}

// Never over an index that could not be read: what it names would be lost.
void SessionManager::storeIndex()
{
    if (m_index != Index::Known) {
        m_indexChanged = true;
        if (m_index == Index::NotRead)
            restore();
        return;
    }
    json::Value list = json::Value::array();
    for (const Session *session : std::as_const(m_sessions)) {
        json::Value entry = json::Value::object();
        entry.set(QStringLiteral("id"), session->id());
        entry.set(QStringLiteral("username"), session->username());
        entry.set(QStringLiteral("displayName"), session->displayName());
        list.append(entry);
    }
    json::Value root = json::Value::object();
    root.set(QStringLiteral("format"), storedFormat);
    root.set(QStringLiteral("current"), m_current ? m_current->id() : QString());
    root.set(QStringLiteral("sessions"), list);
    m_access->secrets().write(indexKey(), json::write(root), this,
                              [this, again = m_again](const Result<void> &result) { written(result, again); });
}

// `again`: this was another try itself. Its success starts no further one, or an entry that always fails would never rest.
void SessionManager::written(const Result<void> &result, bool again)
{
    if (result) {
        if (!again && (m_unsaved || !m_unremoved.isEmpty()))
            return storeAnswersAgain();
        if (!m_entryLost && !m_unsaved && m_unremoved.isEmpty() && m_index == Index::Known)
            setStorageProblem({});
        return;
    }
    m_unsaved = true;
    qCWarning(lcAuth) << "A session could not be stored:" << result.error().code;
    setStorageProblem(result.error().message);
}

void SessionManager::removeEntry(const QString &key)
{
    m_access->secrets().remove(key, this, [this, key, again = m_again](const Result<void> &result) {
        if (result)
            return written(result, again);
        m_unremoved.append(key);
        setStorageProblem(tr("The session has ended here, but its tokens could not be removed from the keychain: %1")
                              .arg(result.error().message));
    });
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
        forgetStored(m_access->secrets(), m_access->connection(), &m_access->secrets());
    }
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

void SessionManager::setStorageProblem(const QString &sentence)
{
    if (std::exchange(m_storageProblem, sentence) != sentence)
        emit storageProblemChanged(sentence);
}

} // namespace poolscope::auth
