#pragma once

#include "profiles/connection.h"
#include "json/value.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace poolscope::auth {

// How the sessions of a connection lie in the SecretStore: an index, and one entry a session. Pure.
struct StoredSession
{
    QString id;
    QString username;
    QString displayName;
};

inline constexpr int storedFormat = 1;

// Of the connection, its pool and its app client: tokens of one are of no use to another.
QString sessionIndexKey(const profiles::Connection &connection);
QString sessionEntryKey(const profiles::Connection &connection, const QString &sessionId);

json::Value storedObject(const QByteArray &bytes); // null unless an object of this format
QList<StoredSession> sessionsIn(const json::Value &index);

} // namespace poolscope::auth
