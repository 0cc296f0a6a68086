#pragma once

#include "json/value.h"

namespace poolscope::json {

enum class Layout { Compact, Indented };

// UTF-8, members in their order, numbers as their own text; control characters escaped.
QByteArray write(const Value &value, Layout layout = Layout::Compact);

} // namespace poolscope::json
