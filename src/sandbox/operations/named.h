#pragma once

#include "sandbox/operations/common.h"

namespace poolscope::sandbox {

// The client and the user that a call without a token names. No user: there is none, which the caller says or hides.
struct Named
{
    ClientContext context;
    std::optional<UserRecord> user;

    bool hidesUsers() const { return hidesUserExistence(context.client->settings); }
};

// Errors: unknown client, secret hash.
Outcome<Named> named(const Call &call, const std::optional<QString> &clientId, const std::optional<QString> &username,
                     const std::optional<QString> &secretHash);

} // namespace poolscope::sandbox
