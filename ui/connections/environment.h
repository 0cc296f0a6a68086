#pragma once

#include "profiles/connection.h"
#include "ui/common/colors.h"

#include <QIcon>

namespace poolscope::ui {

QString environmentName(profiles::Environment environment);         // "PRODUCTION", empty for the sandbox
QString connectionKindText(const profiles::Connection &connection); // where it is: region, host, or "in this program"
ColorRole environmentRole(profiles::Environment environment);
// A bar in its colour, beside a connection's name in lists and menus, where words say the same.
QIcon environmentIcon(profiles::Environment environment, const QWidget *widget);

} // namespace poolscope::ui
