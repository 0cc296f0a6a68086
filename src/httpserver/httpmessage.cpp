#include "httpserver/httpserver.h"

#include <QUrlQuery>

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

} // namespace poolscope::httpserver
