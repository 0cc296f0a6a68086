#pragma once

#include "sandbox/operations/common.h"

// Setting passwords under a pool's history.
namespace poolscope::sandbox {

// The verifier of a new password, computed on a worker; PasswordHistoryPolicyViolationException when the policy keeps
// a history and the password is among the newest ones (the text is not known: ours).
void withUnusedPassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                        Then<crypto::SrpVerifier> then);

// Sets it and, where the pool keeps a history, notes it there; within the caller's unit. The user is not saved yet.
void replacePassword(const Call &call, const PoolRecord &pool, UserRecord &user, const crypto::SrpVerifier &verifier,
                     std::optional<qint64> temporaryForMs);

} // namespace poolscope::sandbox
