#pragma once

#include "sandbox/operations/common.h"
#include "sandbox/rules/delivery.h"

// Sign-in names that two users want.
namespace poolscope::sandbox {

// AliasExistsException where another user has one of the names; with `force` the other one loses it. Within the caller's
// unit.
Outcome<void> checkAliases(const Call &call, const PoolRecord &pool, const UserRecord &user, bool force = false);

// The same for addresses that are to become the user's, but are not yet.
Outcome<void> checkPending(const Call &call, const PoolRecord &pool, const UserRecord &user,
                           const QList<Destination> &addresses);

} // namespace poolscope::sandbox
