#include "activity/har.h"

#include "activity/recordedrequest.h"
#include "json/writer.h"

#include <QHash>
#include <QUrlQuery>

namespace poolscope::activity {

using transport::ActivityEntry;
using transport::UserAction;

namespace {

constexpr int unknownSize = -1;

json::Value harObject(std::initializer_list<json::Member> members)
{
    return QList<json::Member>(members);
}

json::Value harPair(const QString &name, const QString &value)
{
    return harObject({{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
}

QString harTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

json::Value harQuery(const QUrl &url)
{
    json::Value pairs = json::Value::array();
    const QList<std::pair<QString, QString>> items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        pairs.append(harPair(name, value));
    return pairs;
}

json::Value harRequest(const ActivityEntry &entry)
{
    const RecordedRequest request = recordedRequest(entry);
    json::Value headers = json::Value::array();
    for (const RecordedRequest::Header &header : request.headers)
        headers.append(harPair(header.name, header.value));
    json::Value made = harObject({{QStringLiteral("method"), request.method},
                                  {QStringLiteral("url"), request.url.toString(QUrl::FullyEncoded)},
                                  {QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
                                  {QStringLiteral("cookies"), json::Value::array()},
                                  {QStringLiteral("headers"), headers},
                                  {QStringLiteral("queryString"), harQuery(request.url)}});
    if (!request.body.isNull()) {
        made.set(QStringLiteral("postData"),
                 harObject({{QStringLiteral("mimeType"), QStringLiteral("application/x-amz-json-1.1")},
                            {QStringLiteral("params"), json::Value::array()},
                            {QStringLiteral("text"), QString::fromUtf8(json::write(request.body))}}));
    }
    if (request.isForm()) {
        made.set(QStringLiteral("postData"),
                 harObject({{QStringLiteral("mimeType"), QStringLiteral("application/x-www-form-urlencoded")},
                            {QStringLiteral("params"), json::Value::array()},
                            {QStringLiteral("text"), request.form}}));
    }
    made.set(QStringLiteral("headersSize"), unknownSize);
    made.set(QStringLiteral("bodySize"), unknownSize);
    return made;
}

json::Value harContent(const ActivityEntry &entry)
{
    const QByteArray body = entry.response.isNull() ? QByteArray() : json::write(entry.response);
    json::Value content =
        harObject({{QStringLiteral("size"), qint64(body.size())},
                   {QStringLiteral("mimeType"),
                    body.isEmpty() ? QStringLiteral("x-unknown") : QStringLiteral("application/json")}});
    if (!body.isEmpty())
        content.set(QStringLiteral("text"), QString::fromUtf8(body));
    return content;
}

json::Value harResponse(const ActivityEntry &entry)
{
    json::Value headers = json::Value::array();
    if (!entry.requestId.isEmpty())
        headers.append(harPair(QStringLiteral("x-amzn-RequestId"), entry.requestId));
    return harObject({{QStringLiteral("status"), entry.httpStatus},
                      {QStringLiteral("statusText"), QString()},
                      {QStringLiteral("httpVersion"), entry.httpStatus == 0 ? QString() : QStringLiteral("HTTP/1.1")},
                      {QStringLiteral("cookies"), json::Value::array()},
                      {QStringLiteral("headers"), headers},
                      {QStringLiteral("content"), harContent(entry)},
                      {QStringLiteral("redirectURL"), QString()},
                      {QStringLiteral("headersSize"), unknownSize},
                      {QStringLiteral("bodySize"), unknownSize}});
}

// All of the time is waiting; how it was spent was not recorded.
json::Value harTimings(qint64 duration)
{
    return harObject({{QStringLiteral("send"), 0}, {QStringLiteral("wait"), duration}, {QStringLiteral("receive"), 0}});
}

QString harComment(const ActivityEntry &entry)
{
    QStringList parts;
    if (entry.attempt > 1)
        parts += QStringLiteral("attempt %1").arg(entry.attempt);
    if (!entry.fault.isEmpty()) // else it looked like the service's own
        parts += QStringLiteral("fault on demand: ") + entry.fault;
    if (entry.bodiesDropped)
        parts += QStringLiteral("bodies were not kept");
    if (!entry.errorCode.isEmpty())
        parts += entry.errorMessage.isEmpty() ? entry.errorCode
                                              : entry.errorCode + QStringLiteral(": ") + entry.errorMessage;
    return parts.join(QStringLiteral("; "));
}

json::Value harEntry(const ActivityEntry &entry, const QString &page)
{
    const qint64 duration = std::max<qint64>(entry.durationMs, 0);
    json::Value made = json::Value::object();
    if (!page.isEmpty())
        made.set(QStringLiteral("pageref"), page);
    made.set(QStringLiteral("startedDateTime"), harTime(entry.startedAt));
    made.set(QStringLiteral("time"), duration);
    made.set(QStringLiteral("request"), harRequest(entry));
    made.set(QStringLiteral("response"), harResponse(entry));
    made.set(QStringLiteral("cache"), json::Value::object());
    made.set(QStringLiteral("timings"), harTimings(duration));
    if (const QString comment = harComment(entry); !comment.isEmpty())
        made.set(QStringLiteral("comment"), comment);
    return made;
}

json::Value harPage(const UserAction &action, const QString &id)
{
    return harObject({{QStringLiteral("startedDateTime"), harTime(action.startedAt())},
                      {QStringLiteral("id"), id},
                      {QStringLiteral("title"), action.title()},
                      {QStringLiteral("pageTimings"), json::Value::object()}});
}

} // namespace

QByteArray harOf(const QList<ActivityEntry> &entries)
{
    QHash<UserAction, QString> pages;
    json::Value pageList = json::Value::array();
    QList<json::Value> entryList;
    for (const ActivityEntry &entry : entries) {
        if (entry.pending())
            continue;
        QString page = pages.value(entry.action);
        if (page.isEmpty() && !entry.action.isNull()) {
            page = QStringLiteral("action_%1").arg(pages.size() + 1);
            pages.insert(entry.action, page);
            pageList.append(harPage(entry.action, page));
        }
        entryList.append(harEntry(entry, page));
    }
    const json::Value creator = harObject({{QStringLiteral("name"), QStringLiteral("Poolscope")},
                                           {QStringLiteral("version"), QStringLiteral(POOLSCOPE_VERSION)}});
    const json::Value log = harObject({{QStringLiteral("version"), QStringLiteral("1.2")},
                                       {QStringLiteral("creator"), creator},
                                       {QStringLiteral("pages"), pageList},
                                       {QStringLiteral("entries"), entryList}});
    return json::write(harObject({{QStringLiteral("log"), log}}), json::Layout::Indented) + '\n';
}

} // namespace poolscope::activity
