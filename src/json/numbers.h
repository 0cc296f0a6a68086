#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace poolscope::json {

// The number grammar of RFC 8259, section 6: nothing before, nothing after.
bool isNumberText(std::string_view text);

// The exact value of a number text that is an integer and fits; no rounding on the way.
std::optional<qint64> integerOf(std::string_view numberText);

} // namespace poolscope::json
