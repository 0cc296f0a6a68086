#pragma once

#include <QDateTime>
#include <QString>

namespace poolscope::ui {

// Times are shown local with UTC in the tooltip.
QString localTime(const QDateTime &time);      // 14:03:02.118
QString localShortTime(const QDateTime &time); // 14:03
QString utcTooltip(const QDateTime &time);     // 2026-11-22 05:03:02 UTC

} // namespace poolscope::ui
