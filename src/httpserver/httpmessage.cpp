#include "httpserver/httpserver.h"

#include <QDateTime>
#include <QUrlQuery>

#include <array>
#include <cstdio>

namespace poolscope::httpserver {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString HttpRequest::queryValue(QStringView name) const
{
    QByteArray raw = query;
    raw.replace('+', "%20"); // as forms and URLSearchParams write a blank
    return QUrlQuery(QString::fromUtf8(raw)).queryItemValue(name.toString(), QUrl::FullyDecoded);
}

QByteArray httpDate(const QDateTime &when)
{
    static constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime utc = when.toUTC();
    const QDate date = utc.date();
    const QTime time = utc.time();
    if (!date.isValid())
        return {};
    // By hand, because every answer carries it and QLocale takes longer over it than some answers take in all.
    std::array<char, 64> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days.at(std::size_t(date.dayOfWeek() - 1)),
        date.day(), months.at(std::size_t(date.month() - 1)), date.year(), time.hour(), time.minute(), time.second());
    return {text.data(), length};
}

} // namespace poolscope::httpserver
