#pragma once

#include "diagnosis/signintrouble.h"

namespace poolscope::diagnosis {

// In words, for this user; empty for those that have a function of their own below.
Remedy remedy(auth::Repair repair, const idp::UserType &user);

// Makes the owner's address this user's.
Remedy movingRemedy(bool email, const idp::UserType &user, const idp::UserType &owner);

// Lets users sign in by SRP at the connection's app client.
Remedy allowSrpRemedy(const idp::UserPoolClientType &client);

// Whether a code for a new password would reach the user: account recovery needs a verified address.
enum class Recovery { Possible, NoVerifiedAddress, AdminOnly };
Recovery recoveryOf(const idp::UserType &user, const auth::PoolSettings &settings);

// Marking as verified each address that the user has and that is not; nothing where there is none.
QList<Remedy> verifyingRemedies(const idp::UserType &user);

} // namespace poolscope::diagnosis
