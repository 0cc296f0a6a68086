#pragma once

#include "auth/poolsettings.h"

#include <optional>

namespace poolscope::diagnosis {

// The ways to sign in that an app client allows. Without ExplicitAuthFlows: SRP, custom challenges, refreshing; with only
// the names of before ALLOW_, SRP stays on unless CUSTOM_AUTH_FLOW_ONLY says otherwise.
struct ClientFlows
{
    bool srp = false;
    bool password = false;
    bool adminPassword = false;
    bool custom = false;
    bool choice = false; // USER_AUTH
    QStringList names;   // as the client lists them; empty: none listed
};

std::optional<ClientFlows> flowsOf(const auth::PoolSettings &settings); // nothing where the client was not read
bool takesPasswords(const ClientFlows &flows);                          // from a user, not only from a server

} // namespace poolscope::diagnosis
