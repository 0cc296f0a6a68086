#pragma once

#include "profiles/connection.h"
#include "json/value.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace poolscope::auth {

// How the sessions of a connection lie in the SecretStore: one index, and one entry a session. Pure. A connection may lead
// to another pool or app client later, as the sandbox's does: the index names the sessions of all of them, so that none
// is left behind when the connection goes, because nobody can list a keychain.
struct StoredSession
{
    QString id; // of the user, within its pool and app client
    QString userPoolId;
    QString clientId;
    QString username;
    QString displayName;
    bool current = false; // of its pool and app client

    // Tokens of one pool or app client are of no use to another.
    bool belongsTo(const profiles::Connection &connection) const
    {
        return userPoolId == connection.userPoolId && clientId == connection.clientId;
    }
    bool operator==(const StoredSession &) const = default;
};

inline constexpr int storedFormat = 1;

QString sessionIndexKey(const QString &connectionId);
// What is signed in while the index cannot be read stands in an index of its own, and is added to the other later.
QString unmergedIndexKey(const QString &connectionId);
QString sessionEntryKey(const QString &connectionId, const StoredSession &session);

json::Value storedObject(const QByteArray &bytes); // null unless an object of this format
QList<StoredSession> sessionsIn(const json::Value &index);
QByteArray indexOf(const QList<StoredSession> &sessions);

} // namespace poolscope::auth
