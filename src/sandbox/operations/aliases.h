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

// Gives the user another status, within the caller's unit; the user is to be saved after it. Who is no longer UNCONFIRMED
// gets a preferred_username as a name by that (errors and `force` as for checkAliases()), and has no more use for a sign-up code.
Outcome<void> changeStatus(const Call &call, const PoolRecord &pool, UserRecord &user, QLatin1StringView next,
                           bool force = false);

} // namespace poolscope::sandbox
