#include "auth/sessionmanager.h"

#include "auth/tokens.h"
#include "auth/userpoolaccess.h"
#include "core/logging.h"
#include "crypto/hash.h"
#include "secrets/secretstore.h"
#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

constexpr int currentFormat = 1;

// Keys can be seen by other programs of the same user, so they do not name anybody.
QString idFor(const QString &username)
{
    return QString::fromLatin1(crypto::sha256(username.toUtf8()).toHex().first(24));
}

json::Value objectIn(const QByteArray &bytes)
{
    const auto document = json::read(bytes);
    const bool usable = document && document->root.value(u"format").toInteger() == currentFormat;
    return usable ? document->root : json::Value();
}

} // namespace

struct SessionManager::Stored
{
    QString id;
    QString username;
    QString displayName;
};

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

QString SessionManager::sessionKey(const QString &id) const
{
    return QStringLiteral("connection/%1/session/%2").arg(m_access->connection().id, id);
}

QString SessionManager::indexKey() const
{
    // A connection may lead to another pool later, as the sandbox's does: each pool has users of its own.
    const profiles::Connection &connection = m_access->connection();
    return QStringLiteral("connection/%1/%2/sessions").arg(connection.id, connection.userPoolId);
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
    m_access->secrets().read(indexKey(), this,
                             [this](const Result<std::optional<QByteArray>> &bytes) { indexRead(bytes); });
}

void SessionManager::indexRead(const Result<std::optional<QByteArray>> &bytes)
{
    if (!bytes) {
        m_index = Index::Unreadable;
        setStorageProblem(bytes.error().message);
        return finishRestore();
    }
    const json::Value index = *bytes ? objectIn(**bytes) : json::Value();
    if (*bytes && index.isNull()) {
        m_entryLost = true;
        setStorageProblem(tr("The list of signed-in users could not be read. Sign in again."));
    }
    m_index = Index::Known;
    m_wantedCurrent = index.value(u"current").toString();
    for (const json::Value &element : index.value(u"sessions").elements()) {
        const Stored entry{.id = element.value(u"id").toString(),
                           .username = element.value(u"username").toString(),
                           .displayName = element.value(u"displayName").toString()};
        if (entry.id.isEmpty() || find(entry.id))
            continue;
        ++m_pendingReads;
        m_access->secrets().read(
            sessionKey(entry.id), this,
            [this, entry](const Result<std::optional<QByteArray>> &one) { sessionRead(entry, one); });
    }
    if (m_pendingReads == 0)
        finishRestore();
}

void SessionManager::sessionRead(const Stored &entry, const Result<std::optional<QByteArray>> &bytes)
{
    --m_pendingReads;
    const std::optional<Tokens> tokens =
        bytes && *bytes ? tokensFromJson(objectIn(**bytes).value(u"tokens")) : std::nullopt;
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
    if (!m_current && !m_sessions.isEmpty()) {
        Session *wanted = find(m_wantedCurrent);
        m_current = wanted ? wanted : m_sessions.constFirst();
        emit currentChanged(m_current);
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
    for (const QString &key : std::exchange(m_unremoved, {}))
        removeEntry(key);
    if (!std::exchange(m_unsaved, false))
        return;
    for (Session *session : std::as_const(m_sessions))
        store(session);
    storeIndex();
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
    session->setTokens(tokens);
    session->setState(Session::State::Active);
    if (added)
        emit sessionsChanged();
    setCurrent(session);
    storeIndex();
    return session;
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
    root.set(QStringLiteral("format"), currentFormat);
    root.set(QStringLiteral("tokens"), tokensToJson(session->tokens()));
    m_access->secrets().write(sessionKey(session->id()), json::write(root), this,
                              [this](const Result<void> &result) { written(result); });
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
    root.set(QStringLiteral("format"), currentFormat);
    root.set(QStringLiteral("current"), m_current ? m_current->id() : QString());
    root.set(QStringLiteral("sessions"), list);
    m_access->secrets().write(indexKey(), json::write(root), this,
                              [this](const Result<void> &result) { written(result); });
}

void SessionManager::written(const Result<void> &result)
{
    if (result) {
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
    m_access->secrets().remove(key, this, [this, key](const Result<void> &result) {
        if (result)
            return;
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
    removeEntry(sessionKey(session->id()));
    if (m_current == session) {
        m_current = m_sessions.isEmpty() ? nullptr : m_sessions.at(std::min(index, m_sessions.size() - 1));
        emit currentChanged(m_current);
    }
    storeIndex();
    emit sessionsChanged();
    session->setState(Session::State::Ended);
    emit session->ended();
    session->deleteLater();
}

void SessionManager::forgetEverything()
{
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions)
        forget(session);
    removeEntry(indexKey());
    removeEntry(profiles::clientSecretKey(m_access->connection().id));
}

void SessionManager::setStorageProblem(const QString &sentence)
{
    if (std::exchange(m_storageProblem, sentence) != sentence)
        emit storageProblemChanged(sentence);
}

} // namespace poolscope::auth
