#include "core/clock.h"

#include <QTimeZone>

#include <chrono>

namespace poolscope {

QDateTime Clock::now() const
{
    return QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC);
}

qint64 SystemClock::nowMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 OffsetClock::nowMs() const
{
    return SystemClock().nowMs() + m_offsetMs;
}

} // namespace poolscope
