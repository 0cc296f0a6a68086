#pragma once

#include "crypto/srp.h"
#include "sandbox/operation.h"
#include "sandbox/rules/attempts.h"
#include "sandbox/rules/clientrules.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/refusals.h"

// What the operations share. Service thread only; everything here may throw StorageFailure.
namespace poolscope::sandbox {

template<class T>
using Then = std::function<void(Outcome<T>)>;

struct ClientContext
{
    PoolPtr pool;
    ClientPtr client;
};

Outcome<PoolPtr> poolOf(const Call &call, const std::optional<QString> &poolId);
Outcome<ClientContext> clientOf(const Call &call, const std::optional<QString> &clientId);
// The client of a pool that an administrator names.
Outcome<ClientContext> clientInPool(const Call &call, const std::optional<QString> &poolId,
                                    const std::optional<QString> &clientId);

GoodSecrets goodSecrets(const Services &services); // as chosen

enum class Asking { User, Administrator }; // administrators also find users by sub
std::optional<UserRecord> findUser(const Call &call, const PoolRecord &pool, const QString &typed,
                                   Asking asking = Asking::User);

// The pool and user of an administrator's call; UserNotFoundException `User does not exist.`
struct PoolUser
{
    PoolPtr pool;
    UserRecord user;
};
Outcome<PoolUser> userInPool(const Call &call, const std::optional<QString> &poolId,
                             const std::optional<QString> &username);
// What a trigger or a computation was waited for may have changed everything: reads both again.
Outcome<PoolUser> again(const Call &call, const PoolUser &before);

QList<UserAttribute> fromAttributeTypes(const std::optional<QList<idp::AttributeType>> &attributes);
// sub first, then those that `readAttributes` lets through (absent: all).
QList<idp::AttributeType> toAttributeTypes(const UserRecord &user,
                                           const std::optional<QStringList> &readAttributes = {});

idp::UserType toUserType(const UserRecord &user); // with all attributes

// For the store's attempts: a user, or a name that nobody has, which is kept as a hash only.
QString subjectOf(const PoolRecord &pool, const QString &unknownName);
// Counts one attempt in a unit of its own; LimitExceededException when there were too many.
Outcome<void> spendAttempt(const Call &call, const PoolRecord &pool, const QString &subject, Attempt attempt,
                           std::optional<int> perHour = {});

// Saves the user, its names and its time of change, within the caller's unit.
void saveUser(const Call &call, const PoolRecord &pool, UserRecord &user);

// Another user who has one of these names.
std::optional<UserRecord> ownerOf(const Call &call, const UserRecord &user, const SignInName &name);

// Makes the alias unverified, so that another user can have it; within the caller's unit.
void giveUpAlias(const Call &call, const PoolRecord &pool, UserRecord &owner, NameKind kind);

// The verifier of a password, computed on a worker.
void computeVerifier(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                     std::function<void(crypto::SrpVerifier)> then);
void setPassword(const Call &call, UserRecord &user, const crypto::SrpVerifier &verifier,
                 std::optional<qint64> temporaryForMs);

} // namespace poolscope::sandbox
