#pragma once

#include "profiles/connection.h"
#include "ui/common/colors.h"

namespace poolscope::ui {

QString environmentName(profiles::Environment environment); // "PRODUCTION", empty for the sandbox
ColorRole environmentRole(profiles::Environment environment);

} // namespace poolscope::ui
