#pragma once

#include "core/clock.h"
#include "sandbox/records.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace poolscope::sandbox {

class Mailbox;
class Store;

// What a user has that time ends: each can be made to expire by itself, without moving the clock. Access and ID tokens
// are not among it, because nothing but their own exp ends them.
enum class ProofKind { Codes, Sessions, TemporaryPassword, RefreshTokens, LockOut };

// What of it has not expired yet, and was neither used, replaced nor revoked. A plain value.
struct LiveProofs
{
    int codes = 0;
    int sessions = 0; // of sign-ins under way: Session values and SECRET_BLOCKs
    int refreshTokens = 0;
    bool temporaryPassword = false;
    int wrongPasswords = 0;   // that count towards a lock-out
    qint64 lockedUntilMs = 0; // after them, by the sandbox's clock; 0: not locked out

    int count(ProofKind kind) const;
    bool operator==(const LiveProofs &) const = default;
};

// "codes", "sessions", "temporaryPassword", "refreshTokens", "lockOut": how they are called over HTTP.
std::optional<ProofKind> proofKindNamed(QStringView name);

// The user whom an administrator would mean by that name: a user name, an alias or a sub.
std::optional<UserRecord> userMeant(Store &store, const PoolRecord &pool, const QString &name);

// Service thread; both throw StorageFailure.
LiveProofs liveProofs(Store &store, const Clock &clock, const UserRecord &user);
// Makes them expire now; gives how many there were. The mailbox shows it of the messages that brought them.
int expireProofs(Store &store, Mailbox &mailbox, const Clock &clock, const UserRecord &user, ProofKind kind);

} // namespace poolscope::sandbox

Q_DECLARE_METATYPE(poolscope::sandbox::LiveProofs)
