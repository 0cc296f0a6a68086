// The half of SessionManager that keeps the sessions in the SecretStore and restores them from there.
#include "auth/sessionmanager.h"
#include "auth/tokens.h"
#include "auth/userpoolaccess.h"
#include "core/logging.h"
#include "secrets/secretstore.h"
#include "json/writer.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace poolscope::auth {

StoredSession SessionManager::stored(const Session *session) const
{
    return {.id = session->id(),
            .userPoolId = m_access->userPoolId(),
            .clientId = m_access->clientId(),
            .username = session->username(),
            .displayName = session->displayName(),
            .current = session == m_current};
}

QString SessionManager::sessionKey(const Session *session) const
{
    return sessionEntryKey(m_access->connection().id, stored(session));
}

QString SessionManager::indexKey() const
{
    return sessionIndexKey(m_access->connection().id);
}

void SessionManager::restore()
{
    if (m_index == Index::Reading || m_index == Index::Known)
        return;
    m_index = Index::Reading;
    m_reading = std::make_unique<QObject>();
    m_pendingReads = 2;
    m_access->secrets().read(indexKey(), m_reading.get(),
                             [this](const Result<std::optional<QByteArray>> &bytes) { indexRead(bytes); });
    m_access->secrets().read(unmergedIndexKey(m_access->connection().id), m_reading.get(),
                             [this](const Result<std::optional<QByteArray>> &bytes) { unmergedRead(bytes); });
}

void SessionManager::indexRead(const Result<std::optional<QByteArray>> &bytes)
{
    --m_pendingReads;
    if (!bytes) {
        m_index = Index::Unreadable;
        return setStorageProblem(bytes.error().message);
    }
    const json::Value index = *bytes ? storedObject(**bytes) : json::Value();
    const QString damage = std::exchange(m_damage, {});
    if (!damage.isEmpty() || (*bytes && index.isNull())) {
        m_entryLost = true;
        const QString lost = tr("The list of signed-in users could not be read. Sign in again.");
        setStorageProblem(damage.isEmpty() ? lost : QStringLiteral("%1 %2").arg(lost, damage));
    }
    m_index = Index::Known;
    m_elsewhere.clear();
    readNamed(sessionsIn(index));
}

void SessionManager::unmergedRead(const Result<std::optional<QByteArray>> &bytes)
{
    --m_pendingReads;
    if (bytes && *bytes) {
        m_mergesIndex = true;
        m_indexChanged = true;
        readNamed(sessionsIn(storedObject(**bytes)));
    }
    if (m_pendingReads == 0)
        finishRestore();
}

void SessionManager::readNamed(const QList<StoredSession> &named)
{
    for (const StoredSession &entry : named) {
        if (!entry.belongsTo(m_access->connection())) {
            if (!m_elsewhere.contains(entry))
                m_elsewhere.append(entry);
            continue;
        }
        if (entry.current)
            m_wantedCurrent = entry.id;
        if (find(entry.id))
            continue;
        ++m_pendingReads;
        m_access->secrets().read(
            sessionEntryKey(m_access->connection().id, entry), m_reading.get(),
            [this, entry](const Result<std::optional<QByteArray>> &one) { sessionRead(entry, one); });
    }
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
    if (m_index == Index::Known && std::exchange(m_mergesIndex, false))
        removeEntry(unmergedIndexKey(m_access->connection().id));
    endStorageProblem(); // also where there is nothing to write
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
    return (key == indexKey() && !(m_sessions.isEmpty() && m_elsewhere.isEmpty())) ||
           std::any_of(m_sessions.cbegin(), m_sessions.cend(), [&](Session *s) { return sessionKey(s) == key; });
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

// Never over an index that could not be read, or not all of it yet: what it names would be lost.
void SessionManager::storeIndex()
{
    if (m_index != Index::Known || m_pendingReads > 0) {
        m_indexChanged = true;
        if (m_index == Index::NotRead)
            restore();
        // Found there when the connection is opened anew before the index can be read.
        else if (m_index == Index::Unreadable && m_pendingReads == 0)
            m_access->secrets().write(unmergedIndexKey(m_access->connection().id), indexOfAll(), this,
                                      [](const auto &) {});
        return;
    }
    m_access->secrets().write(indexKey(), indexOfAll(), this,
                              [this, again = m_again](const Result<void> &result) { written(result, again); });
}

QByteArray SessionManager::indexOfAll() const
{
    QList<StoredSession> all = m_elsewhere;
    for (const Session *session : m_sessions)
        all.append(stored(session));
    return indexOf(all);
}

// `again`: this was another try itself. Its success starts no further one, or an entry that always fails would never rest.
void SessionManager::written(const Result<void> &result, bool again)
{
    if (result) {
        if (!again && (m_unsaved || !m_unremoved.isEmpty()))
            return storeAnswersAgain();
        return endStorageProblem();
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

void SessionManager::endStorageProblem()
{
    if (!m_entryLost && !m_unsaved && m_unremoved.isEmpty() && m_index == Index::Known)
        setStorageProblem({});
}

void SessionManager::setStorageProblem(const QString &sentence)
{
    if (std::exchange(m_storageProblem, sentence) != sentence)
        emit storageProblemChanged(sentence);
}

} // namespace poolscope::auth
