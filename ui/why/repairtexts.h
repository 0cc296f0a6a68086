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

// What a repair of several requests has changed although it was not done; empty: nothing.
QString progressSentence(auth::RepairProgress progress);

} // namespace poolscope::ui
