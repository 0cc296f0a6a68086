#pragma once

#include "app/commandline.h"

#include <QString>

namespace poolscope {

// Where the program keeps its things: in the folder that the command line names, or where the desktop wants them.
QString configDir(const WindowOptions &options);
QString sandboxDir(const WindowOptions &options);
// The name that entries in the keychain stand under. Profiles in other folders must not find each other's sessions.
QString keychainService(const WindowOptions &options);

} // namespace poolscope
