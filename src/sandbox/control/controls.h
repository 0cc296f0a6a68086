#pragma once

#include "core/clock.h"
#include "sandbox/control/faults.h"

#include <functional>
#include <mutex>
#include <optional>

namespace poolscope::sandbox {

// What testers turn, in the window and over HTTP: the clock, and what goes wrong on demand. Both are as a service's are
// at the start of the sandbox: real time, no faults. Thread-safe.
class Controls final
{
public:
    // Both are called after a change, on the thread that made it.
    Controls(std::function<void()> clockMoved, std::function<void()> faultsChanged)
        : m_clockMoved(std::move(clockMoved))
        , m_faults(std::move(faultsChanged))
    {
    }

    const OffsetClock &clock() const { return m_clock; }
    // From the present offset to one that checkClockOffset() lets through, or to none, and then it stays. Nobody else moves
    // the clock meanwhile.
    void moveClockFrom(const std::function<std::optional<qint64>(qint64)> &next)
    {
        {
            const std::lock_guard lock(m_moving);
            const std::optional<qint64> offsetMs = next(m_clock.offsetMs());
            if (!offsetMs || *offsetMs == m_clock.offsetMs())
                return;
            m_clock.setOffsetMs(*offsetMs);
        }
        m_clockMoved();
    }
    void moveClock(qint64 offsetMs)
    {
        moveClockFrom([offsetMs](qint64) { return std::optional(offsetMs); });
    }
    FaultBoard &faults() { return m_faults; }

private:
    OffsetClock m_clock;
    std::mutex m_moving;
    std::function<void()> m_clockMoved;
    FaultBoard m_faults;
};

} // namespace poolscope::sandbox
