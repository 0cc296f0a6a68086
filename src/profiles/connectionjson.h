#pragma once

#include "profiles/connection.h"
#include "json/value.h"

#include <optional>

namespace poolscope::profiles {

// One connection in the file. Pure. Absent or wrong members take their defaults, or those that can do the least harm; of an
// endpoint's address the user name and password are dropped. Without an id it is no connection, and a sandbox is one only
// under its own id.
std::optional<Connection> connectionFromJson(const json::Value &object);

// Sets the known members of `object`, and leaves the others as they stand.
json::Value connectionToJson(const Connection &connection, json::Value object);

} // namespace poolscope::profiles
