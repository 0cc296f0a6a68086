#include "sandbox/rules/srptimestamp.h"

#include "crypto/srp.h"

#include <QLocale>
#include <QStringList>

namespace poolscope::sandbox {

std::optional<QDateTime> parseSrpTimestamp(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 6)
        return {};
    const QDate date = QLocale::c().toDate(parts[1] + u' ' + parts[2] + u' ' + parts[5], QStringLiteral("MMM d yyyy"));
    const QDateTime time(date, QTime::fromString(parts[3], QStringLiteral("HH:mm:ss")), Qt::UTC);
    // Weekday, zone and padding are judged by writing the time again.
    if (!time.isValid() || crypto::srpTimestamp(time) != text)
        return {};
    return time;
}

} // namespace poolscope::sandbox
