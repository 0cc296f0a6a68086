#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "json/value.h"

#include <QString>

#include <tl/expected.hpp>

namespace poolscope::sandbox {

// How testers move the sandbox's clock: an offset against real time, from which it goes on running. It is not kept
// over a restart: a clock that somebody moved last week would be a riddle.

// Where the clock may stand, in milliseconds since 1970 UTC: 2000-01-01 and the end of 2199.
inline constexpr qint64 earliestClockMs = 946'684'800'000;
inline constexpr qint64 latestClockMs = 7'258'118'399'999;

// Error: Validation "ClockOutOfRange", when the clock would stand outside these.
Result<void> checkClockOffset(qint64 offsetMs, qint64 realNowMs);

// The offset in milliseconds that a command asks for: an object with exactly one of
//   "advance": seconds    from where the clock stands; negative ones move it back
//   "offset": seconds     against real time
//   "to": a moment        "2026-12-24T18:00:00Z" (or with another zone), or seconds since 1970 UTC
//   "reset": true         back to real time
// Seconds may have a fraction. The error is one English sentence. Pure.
tl::expected<qint64, QString> readClockCommand(const json::Value &command, qint64 offsetMs, qint64 realNowMs);

// {"time", "utc", "realTime", "offset", "isReal"}: times in seconds, milliseconds as fraction, as in the messages.
json::Value clockState(qint64 offsetMs, qint64 realNowMs);

} // namespace poolscope::sandbox
