#pragma once

#include "sandbox/operations/common.h"

// Setting passwords under a pool's history.
namespace poolscope::sandbox {

// Whether it is the user's password, computed on a worker; false for users who have none.
void comparePassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                     std::function<void(bool)> then);

// The verifier of a new password, computed on a worker; PasswordHistoryPolicyViolationException when the policy keeps
// a history and the password is the present one or among the newest before it, so many in all (recalled; the text is
// not known: ours).
void withUnusedPassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                        Then<crypto::SrpVerifier> then);

// Sets it and, where the pool keeps a history, notes the one before it there; within the caller's unit. The user is not saved yet.
void replacePassword(const Call &call, const PoolRecord &pool, UserRecord &user, const crypto::SrpVerifier &verifier,
                     std::optional<qint64> temporaryForMs);

} // namespace poolscope::sandbox
