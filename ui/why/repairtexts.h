#pragma once

#include "auth/userrepair.h"

#include <QString>

#include <optional>

namespace poolscope::ui {

// The id of the button for a repair, and back.
QString actionOf(auth::Repair repair);
std::optional<auth::Repair> repairOf(const QString &action);

// What is said once it is done.
QString doneSentence(auth::Repair repair, const auth::CodeDelivery &delivery);

} // namespace poolscope::ui
