#pragma once

#include <QDateTime>
#include <QString>

namespace poolscope {

// Local, to the second, in one form for every language: 2026-11-22 14:03:02. The order cannot be mistaken, and what stands
// in a column can be compared.
inline QString shownTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

// Local, the time of day at which something is over, rounded up to the second: 14:03:03.
inline QString shownEnd(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms + 999).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace poolscope
