#pragma once

#include "profiles/connectionimport.h"
#include "json/value.h"

namespace poolscope::profiles {

// A connection as a file to be handed on: without its id and without any secret. Pure.
QByteArray exportConnection(const Connection &connection);

// What exportConnection() wrote, one more than `mostImported` at most; empty where it is something else. A sandbox is none of
// what can be handed on, and neither is what does not name a user pool.
QList<ImportedConnection> exportedConnections(const json::Value &root);

} // namespace poolscope::profiles
