#pragma once

#include "json/value.h"

namespace poolscope::json {

enum class Layout { Compact, Indented };

// UTF-8, members in their order, numbers as their own text; control characters escaped.
QByteArray write(const Value &value, Layout layout = Layout::Compact);

// The beginning of that: all of it where it has fewer than `bytes`, otherwise at least so many and little more. Takes as
// long as what it writes, however large the value is.
QByteArray writeStart(const Value &value, Layout layout, qsizetype bytes);

} // namespace poolscope::json
