#pragma once

#include "core/clock.h"
#include "sandbox/control/faults.h"

#include <functional>

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
    // The offset is one that checkClockOffset() lets through.
    void moveClock(qint64 offsetMs)
    {
        if (offsetMs == m_clock.offsetMs())
            return;
        m_clock.setOffsetMs(offsetMs);
        m_clockMoved();
    }
    FaultBoard &faults() { return m_faults; }

private:
    OffsetClock m_clock;
    std::function<void()> m_clockMoved;
    FaultBoard m_faults;
};

} // namespace poolscope::sandbox
