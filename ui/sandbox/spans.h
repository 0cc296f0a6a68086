#pragma once

#include <QtGlobal>

namespace poolscope::ui {

// By which the sandbox's clock is moved, in milliseconds.
inline constexpr qint64 minuteMs = 60'000;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;

} // namespace poolscope::ui
