#pragma once

#include "httpcaller.h"

#include <QMap>

namespace poolscope::test {

// What a killed sandbox is asked for: users and pools, each with the calls of its life, one after the other.
struct KillLife
{
    enum class Kind { Registered, Confirmed, Chosen, Reset, Revoked, SignedOut, Deleted, Pool, DeletedPool };
    static constexpr int kinds = 9;

    Kind kind = Kind::Registered;
    QString name; // of the user, or of the pool
    QString code;
    QString accessToken;
    QString refreshToken;
    QString poolId; // of a pool that was made
    QString clientId;
    int done = 0; // calls that were answered 200; the next one may have been done all the same
};

// The demo pool of the sandbox, where the users live.
struct KillPool
{
    QString poolId;
    QString clientId;
};

// The operations that a life consists of; an empty name looks into the mailbox for the code.
QList<QByteArray> stepsOf(KillLife::Kind kind);

// Sends the life's next call; null when it has none left.
QNetworkReply *sendNext(const KillLife &life, const KillPool &pool, HttpCaller &caller);

// Takes the answer of that call over: false when it was refused or cut off, so that the life goes no further.
bool takeAnswer(KillLife &life, const Answer &answer);

// What of the life is lost; empty when all that was answered 200 is there.
QString lossOf(const KillLife &life, const KillPool &pool, HttpCaller &caller);

} // namespace poolscope::test
