#include "tokens/relativetime.h"

#include <QCoreApplication>

namespace poolscope::tokens {

namespace {

struct RelativeTimeText final
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

QString ahead(qint64 seconds)
{
    if (seconds < minute)
        return RelativeTimeText::tr("in %1 s").arg(seconds);
    if (seconds < 2 * hour)
        return RelativeTimeText::tr("in %1 min").arg(seconds / minute);
    if (seconds < 2 * day)
        return RelativeTimeText::tr("in %1 h").arg(seconds / hour);
    if (seconds < 2 * year)
        return RelativeTimeText::tr("in %1 days").arg(seconds / day);
    return RelativeTimeText::tr("in %1 years").arg(seconds / year);
}

QString past(qint64 seconds)
{
    if (seconds < minute)
        return RelativeTimeText::tr("%1 s ago").arg(seconds);
    if (seconds < 2 * hour)
        return RelativeTimeText::tr("%1 min ago").arg(seconds / minute);
    if (seconds < 2 * day)
        return RelativeTimeText::tr("%1 h ago").arg(seconds / hour);
    if (seconds < 2 * year)
        return RelativeTimeText::tr("%1 days ago").arg(seconds / day);
    return RelativeTimeText::tr("%1 years ago").arg(seconds / year);
}

} // namespace

QString relativeTime(qint64 secondsFromNow)
{
    if (secondsFromNow == 0)
        return RelativeTimeText::tr("now");
    return secondsFromNow > 0 ? ahead(secondsFromNow) : past(-secondsFromNow);
}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    return relativeTime(now.secsTo(time));
}

} // namespace poolscope::tokens
