#include "auth/storedsessions.h"

#include "auth/sessionmanager.h"
#include "core/logging.h"
#include "secrets/secretstore.h"
#include "json/reader.h"

#include <memory>

namespace poolscope::auth {

namespace {

// A connection may lead to another pool later, as the sandbox's does, or to another app client.
QString prefixOf(const profiles::Connection &connection)
{
    return QStringLiteral("connection/%1/%2/%3").arg(connection.id, connection.userPoolId, connection.clientId);
}

void warnUnlessRemoved(const Result<void> &result)
{
    if (!result)
        qCWarning(lcAuth) << "An entry of a deleted connection could not be removed:" << result.error().code;
}

} // namespace

QString sessionIndexKey(const profiles::Connection &connection)
{
    return prefixOf(connection) + QLatin1StringView("/sessions");
}

QString sessionEntryKey(const profiles::Connection &connection, const QString &sessionId)
{
    return prefixOf(connection) + QLatin1StringView("/session/") + sessionId;
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
                                    .username = element.value(u"username").toString(),
                                    .displayName = element.value(u"displayName").toString()};
        if (!session.id.isEmpty())
            sessions.append(session);
    }
    return sessions;
}

void SessionManager::forgetStored(secrets::SecretStore &store, const profiles::Connection &connection, QObject *context)
{
    store.remove(profiles::clientSecretKey(connection.id), context, warnUnlessRemoved);
    const QString indexKey = sessionIndexKey(connection);
    store.read(indexKey, context, [=, &store](const Result<std::optional<QByteArray>> &bytes) {
        if (!bytes)
            return warnUnlessRemoved(failure(bytes.error()));
        const QList<StoredSession> sessions = *bytes ? sessionsIn(storedObject(**bytes)) : QList<StoredSession>();
        if (sessions.isEmpty())
            return store.remove(indexKey, context, warnUnlessRemoved);
        // The index goes last, and only after all of them: as long as one is left, a further try can find it.
        const auto left = std::make_shared<qsizetype>(sessions.size());
        for (const StoredSession &session : sessions) {
            store.remove(sessionEntryKey(connection, session.id), context, [=, &store](const Result<void> &result) {
                warnUnlessRemoved(result);
                if (result && --*left == 0)
                    store.remove(indexKey, context, warnUnlessRemoved);
            });
        }
    });
}

} // namespace poolscope::auth
