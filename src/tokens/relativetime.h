#pragma once

#include <QDateTime>
#include <QString>

namespace poolscope::tokens {

// "in 58 min", "4 min ago", "in 30 s", "now", "in 3 days": how far `time` is from `now`, translated.
QString relativeTime(const QDateTime &time, const QDateTime &now);

} // namespace poolscope::tokens
