#pragma once

#include <QDateTime>
#include <QString>

namespace poolscope::tokens {

// "in 58 min", "4 min ago", "in 30 s", "now", "in 3 days": how far away a moment is, translated. Counted down in whole
// units, so that "in 58 min" means at least 58 minutes.
QString relativeTime(qint64 secondsFromNow);
QString relativeTime(const QDateTime &time, const QDateTime &now);

} // namespace poolscope::tokens
