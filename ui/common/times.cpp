#include "ui/common/times.h"

#include "core/showntime.h"

namespace poolscope::ui {

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString localShortTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("HH:mm"));
}

QString localDateTime(const QDateTime &time)
{
    return shownTime(time);
}

QString utcTooltip(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

} // namespace poolscope::ui
