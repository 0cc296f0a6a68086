#pragma once

#include "sandbox/operations/common.h"

namespace poolscope::sandbox {

// Whom an access token speaks for.
struct TokenUser
{
    PoolPtr pool;
    ClientPtr client;
    UserRecord user;
    json::Value claims;
};

// Checks the token as the operations that take one do: form, signature, expiry, revocation, scope, and that the user is
// still there, enabled and in no state that the model names an exception for. The order of the last ones is inferred.
void withAccessToken(const Call &call, const std::optional<QString> &token, Then<TokenUser> then);

// Signs the user out everywhere. Within the caller's unit; the user is still to be saved.
void endSignIns(const Call &call, UserRecord &user);

} // namespace poolscope::sandbox
