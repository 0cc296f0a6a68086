#include "httpserver/responsehead.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace poolscope::httpserver {

namespace {

struct Reason
{
    int status;
    const char *phrase;
};

// RFC 9110, section 15, and RFC 6585; any other may go without (RFC 9112, section 4).
constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{204, "No Content"},
    Reason{400, "Bad Request"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{408, "Request Timeout"},
    Reason{413, "Content Too Large"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{503, "Service Unavailable"},
};

QByteArrayView reasonOf(int status)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(),
                                    [status](const Reason &reason) { return reason.status == status; });
    return found == reasons.end() ? QByteArrayView() : QByteArrayView(found->phrase);
}

void append(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray responseHead(const HttpResponse &response, const QList<Header> &more, bool keepAlive)
{
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonOf(response.status)).append("\r\n");
    bool hasDate = false;
    for (const QList<Header> *headers : {&response.headers, &more}) {
        for (const auto &[name, value] : *headers) {
            append(head, name, value);
            hasDate = hasDate || name.compare("Date", Qt::CaseInsensitive) == 0;
        }
    }
    if (!hasDate)
        append(head, "Date", httpDate(QDateTime::currentDateTimeUtc()));
    if (response.status != 204)
        append(head, "Content-Length", QByteArray::number(response.body.size()));
    if (!keepAlive)
        append(head, "Connection", "close");
    return head.append("\r\n");
}

} // namespace poolscope::httpserver
