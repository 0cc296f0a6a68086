#pragma once

#include "diagnosis/signintrouble.h"

namespace poolscope::diagnosis {

// In words, for this user.
Remedy remedy(auth::Repair repair, const idp::UserType &user);

// Whether a code for a new password would reach the user: account recovery needs a verified address.
enum class Recovery { Possible, NoVerifiedAddress, AdminOnly };
Recovery recoveryOf(const idp::UserType &user, const auth::PoolSettings &settings);

// Marking as verified each address that the user has and that is not; nothing where there is none.
QList<Remedy> verifyingRemedies(const idp::UserType &user);

} // namespace poolscope::diagnosis
