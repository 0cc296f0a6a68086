#pragma once

#include "json/value.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace poolscope::test {

struct Answer
{
    int status = 0;
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;
    json::Value json;

    QByteArray header(const QByteArray &name) const;
    QString errorCode() const { return json.value(u"__type").toString(); }
    QString errorMessage() const { return json.value(u"message").toString(); }
};

// Calls a sandbox as any program would, and waits for the answer.
class HttpCaller final
{
public:
    explicit HttpCaller(QUrl endpoint)
        : m_endpoint(std::move(endpoint))
    {
    }

    using Headers = QList<QNetworkReply::RawHeaderPair>;
    Answer get(const QString &path, const Headers &headers = {});
    Answer remove(const QString &path);
    Answer postTo(const QString &path, const QByteArray &body);
    Answer post(const QByteArray &target, const QByteArray &body, const Headers &headers = {});
    // Any request; as JSON where the headers name no other type.
    Answer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
                   const Headers &headers = {});
    // An operation of cognito-idp; signed where `asAdministrator`.
    Answer call(const QByteArray &operation, const json::Value &request, bool asAdministrator = false);
    // These do not wait; `finish` does, and deletes the reply.
    QNetworkReply *send(const QByteArray &operation, const json::Value &request, bool asAdministrator = false);
    QNetworkReply *sendGet(const QString &path) { return m_network.get(makeRequest(path, {})); }
    Answer finish(QNetworkReply *reply);

    static QByteArray signature(); // an Authorization header of the right form

private:
    QNetworkRequest makeRequest(const QString &path, const Headers &headers) const;

    QUrl m_endpoint;
    QNetworkAccessManager m_network;
};

json::Value object(std::initializer_list<std::pair<QString, json::Value>> members);

} // namespace poolscope::test
