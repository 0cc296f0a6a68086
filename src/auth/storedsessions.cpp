#include "auth/storedsessions.h"

#include "auth/sessionmanager.h"
#include "core/logging.h"
#include "secrets/secretstore.h"
#include "json/reader.h"
#include "json/writer.h"

#include <memory>

namespace poolscope::auth {

namespace {

void warnUnlessRemoved(const Result<void> &result)
{
    if (!result)
        qCWarning(lcAuth) << "An entry of a deleted connection could not be removed:" << result.error().code;
}

void forgetNamedIn(secrets::SecretStore &store, const QString &indexKey, const QString &connectionId, QObject *context)
{
    store.read(indexKey, context, [=, &store](const Result<std::optional<QByteArray>> &bytes) {
        if (!bytes)
            return warnUnlessRemoved(failure(bytes.error()));
        const QList<StoredSession> sessions = *bytes ? sessionsIn(storedObject(**bytes)) : QList<StoredSession>();
        if (sessions.isEmpty())
            return store.remove(indexKey, context, warnUnlessRemoved);
        // The index goes last, and only after all of them: as long as one is left, a further try can find it.
        const auto left = std::make_shared<qsizetype>(sessions.size());
        for (const StoredSession &session : sessions) {
            store.remove(sessionEntryKey(connectionId, session), context, [=, &store](const Result<void> &result) {
                warnUnlessRemoved(result);
                if (result && --*left == 0)
                    store.remove(indexKey, context, warnUnlessRemoved);
            });
        }
    });
}

} // namespace

QString sessionIndexKey(const QString &connectionId)
{
    return QStringLiteral("connection/%1/sessions").arg(connectionId);
}

QString unmergedIndexKey(const QString &connectionId)
{
    return QStringLiteral("connection/%1/sessions/unmerged").arg(connectionId);
}

QString sessionEntryKey(const QString &connectionId, const StoredSession &session)
{
    return QStringLiteral("connection/%1/%2/%3/session/%4")
        .arg(connectionId, session.userPoolId, session.clientId, session.id);
}

json::Value storedObject(const QByteArray &bytes)
{
    const auto document = json::read(bytes);
    const bool usable = document && document->root.value(u"format").toInteger() == storedFormat;
    return usable ? document->root : json::Value();
}

QList<StoredSession> sessionsIn(const json::Value &index)
{
    QList<StoredSession> sessions;
    const json::Value list = index.value(u"sessions");
    for (const json::Value &element : list.elements()) {
        const StoredSession session{.id = element.value(u"id").toString(),
                                    .userPoolId = element.value(u"userPoolId").toString(),
                                    .clientId = element.value(u"clientId").toString(),
                                    .username = element.value(u"username").toString(),
                                    .displayName = element.value(u"displayName").toString(),
                                    .current = element.value(u"current").toBool()};
        if (!session.id.isEmpty())
            sessions.append(session);
    }
    return sessions;
}

QByteArray indexOf(const QList<StoredSession> &sessions)
{
    json::Value list = json::Value::array();
    for (const StoredSession &session : sessions) {
        json::Value entry = json::Value::object();
        entry.set(QStringLiteral("id"), session.id);
        entry.set(QStringLiteral("userPoolId"), session.userPoolId);
        entry.set(QStringLiteral("clientId"), session.clientId);
        entry.set(QStringLiteral("username"), session.username);
        entry.set(QStringLiteral("displayName"), session.displayName);
        entry.set(QStringLiteral("current"), session.current);
        list.append(entry);
    }
    json::Value root = json::Value::object();
    root.set(QStringLiteral("format"), storedFormat);
    root.set(QStringLiteral("sessions"), list);
    return json::write(root);
}

void SessionManager::forgetStored(secrets::SecretStore &store, const profiles::Connection &connection, QObject *context)
{
    store.remove(profiles::clientSecretKey(connection.id), context, warnUnlessRemoved);
    forgetNamedIn(store, unmergedIndexKey(connection.id), connection.id, context);
    forgetNamedIn(store, sessionIndexKey(connection.id), connection.id, context);
}

} // namespace poolscope::auth
