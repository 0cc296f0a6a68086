#pragma once

#include "json/value.h"

#include <QStringView>

#include <optional>

namespace poolscope::profiles {

// The object literals that stand in JavaScript or TypeScript, as an array, read as text: nothing is run. Values that are more than
// a literal (a call, a sum, a variable, a template with ${}) become null, so that never half a value is taken. Nothing
// where a string, comment or bracket is left open, or the nesting is deeper than 64. Of an object the first thousand
// members count. Pure.
std::optional<json::Value> jsObjectsIn(QStringView source);

} // namespace poolscope::profiles
