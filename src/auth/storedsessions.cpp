#include "auth/storedsessions.h"

#include "auth/sessionmanager.h"
#include "core/logging.h"
#include "secrets/secretstore.h"
#include "json/reader.h"
#include "json/writer.h"

#include <functional>
#include <memory>
#include <utility>

namespace poolscope::auth {

namespace {

using WhenGone = std::function<void(const Result<void> &)>;

// To be called so many times; then tells `done` of the first failure among them.
WhenGone afterAll(qsizetype parts, WhenGone done)
{
    struct State
    {
        qsizetype left;
        Result<void> result;
    };
    const auto state = std::make_shared<State>(State{parts, {}});
    return [state, done = std::move(done)](const Result<void> &part) {
        if (!part && state->result)
            state->result = part;
        if (--state->left == 0)
            done(state->result);
    };
}

void forgetNamedIn(secrets::SecretStore &store, const QString &indexKey, const QString &connectionId, QObject *context,
                   const WhenGone &done)
{
    store.read(indexKey, context, [=, &store](const Result<std::optional<QByteArray>> &bytes) {
        if (!bytes)
            return done(failure(bytes.error()));
        const QList<StoredSession> sessions = *bytes ? sessionsIn(storedObject(**bytes)) : QList<StoredSession>();
        if (sessions.isEmpty())
            return store.remove(indexKey, context, done);
        // The index goes last, and only after all of them: as long as one is left, a further try can find it.
        const WhenGone entryGone = afterAll(sessions.size(), [=, &store](const Result<void> &result) {
            if (!result)
                return done(result);
            store.remove(indexKey, context, done);
        });
        for (const StoredSession &session : sessions)
            store.remove(sessionEntryKey(connectionId, session), context, entryGone);
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

void SessionManager::forgetStored(secrets::SecretStore &store, const QString &connectionId, QObject *context,
                                  std::function<void(const Result<void> &)> done)
{
    const WhenGone partGone = afterAll(4, [done = std::move(done)](const Result<void> &result) {
        if (!result)
            qCWarning(lcAuth) << "What is stored for a connection could not be removed:" << result.error().code;
        if (done)
            done(result);
    });
    store.remove(profiles::clientSecretKey(connectionId), context, partGone);
    store.remove(profiles::awsKeysKey(connectionId), context, partGone);
    forgetNamedIn(store, unmergedIndexKey(connectionId), connectionId, context, partGone);
    forgetNamedIn(store, sessionIndexKey(connectionId), connectionId, context, partGone);
}

} // namespace poolscope::auth
