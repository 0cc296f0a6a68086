#pragma once

#include "profiles/connection.h"
#include "json/value.h"

#include <optional>

namespace poolscope::profiles {

// One connection in the file. Pure. Absent or wrong members take their defaults; without an id it is no connection.
std::optional<Connection> connectionFromJson(const json::Value &object);

// Sets the known members of `object`, and leaves the others as they stand.
json::Value connectionToJson(const Connection &connection, json::Value object);

} // namespace poolscope::profiles
