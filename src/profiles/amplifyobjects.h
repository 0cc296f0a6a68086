#pragma once

#include "profiles/connectionimport.h"
#include "json/value.h"

namespace poolscope::profiles {

// The user pools that Amplify's configuration names, wherever in it they stand, each once: amplify_outputs.json (user_pool_id),
// aws-exports.js (aws_user_pools_id), amplifyconfiguration.json of the mobile libraries (PoolId), Amplify.configure() (userPoolId).
// Stops at one more than `mostImported`. Pure.
QList<ImportedConnection> amplifyConnections(const json::Value &root);

// A user pool's id, not an identity pool's.
bool isUserPoolId(const QString &text);

} // namespace poolscope::profiles
