#pragma once

#include "profiles/connection.h"
#include "ui/common/colors.h"

namespace poolscope::ui {

QString environmentName(profiles::Environment environment);         // "PRODUCTION", empty for the sandbox
QString connectionKindText(const profiles::Connection &connection); // where it is: region, host, or "in this program"
ColorRole environmentRole(profiles::Environment environment);

} // namespace poolscope::ui
