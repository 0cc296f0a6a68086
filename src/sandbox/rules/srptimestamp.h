#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace poolscope::sandbox {

// `EEE MMM d HH:mm:ss UTC yyyy` exactly: English names, the right weekday, the day without a leading zero. The service
// was measured to refuse everything else.
std::optional<QDateTime> parseSrpTimestamp(const QString &text);

} // namespace poolscope::sandbox
