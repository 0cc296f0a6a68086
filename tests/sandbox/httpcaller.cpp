#include "httpcaller.h"

#include "json/reader.h"
#include "json/writer.h"

#include <QEventLoop>
#include <QTimer>

namespace poolscope::test {

namespace {

constexpr int patienceMs = 30'000;

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray HttpCaller::signature()
{
    return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/cognito-idp/aws4_request, "
           "SignedHeaders=content-type;host;x-amz-date, Signature=" +
           QByteArray(64, 'a');
}

QNetworkRequest HttpCaller::makeRequest(const QString &path, const Headers &headers) const
{
    const QUrl relative(path);
    QNetworkRequest request(m_endpoint.resolved(relative));
    for (const auto &[key, value] : headers)
        request.setRawHeader(key, value);
    return request;
}

Answer HttpCaller::finish(QNetworkReply *reply)
{
    // QTest's way to wait sleeps 10 ms at a time, which is most of what a call takes.
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply->rawHeaderPairs();
    answer.body = reply->readAll();
    if (const auto document = json::read(answer.body))
        answer.json = document->root;
    delete reply;
    return answer;
}

Answer HttpCaller::get(const QString &path, const Headers &headers)
{
    return finish(m_network.get(makeRequest(path, headers)));
}

Answer HttpCaller::remove(const QString &path)
{
    return finish(m_network.deleteResource(makeRequest(path, {})));
}

Answer HttpCaller::postTo(const QString &path, const QByteArray &body)
{
    return finish(m_network.post(makeRequest(path, {{"Content-Type", "application/json"}}), body));
}

Answer HttpCaller::post(const QByteArray &target, const QByteArray &body, const Headers &headers)
{
    QNetworkRequest wanted = makeRequest(QStringLiteral("/"), headers);
    wanted.setRawHeader("Content-Type", "application/x-amz-json-1.1");
    if (!target.isNull())
        wanted.setRawHeader("X-Amz-Target", target);
    return finish(m_network.post(wanted, body));
}

Answer HttpCaller::request(const QByteArray &method, const QString &path, const QByteArray &body,
                           const Headers &headers)
{
    QNetworkRequest wanted = makeRequest(path, headers);
    if (!wanted.hasRawHeader("Content-Type"))
        wanted.setRawHeader("Content-Type", "application/json");
    return finish(m_network.sendCustomRequest(wanted, method, body));
}

Answer HttpCaller::call(const QByteArray &operation, const json::Value &request, bool asAdministrator)
{
    return post("AWSCognitoIdentityProviderService." + operation, json::write(request),
                asAdministrator ? Headers{{"Authorization", signature()}} : Headers{});
}

QNetworkReply *HttpCaller::send(const QByteArray &operation, const json::Value &body, bool asAdministrator)
{
    QNetworkRequest wanted =
        makeRequest(QStringLiteral("/"), asAdministrator ? Headers{{"Authorization", signature()}} : Headers{});
    wanted.setRawHeader("Content-Type", "application/x-amz-json-1.1");
    wanted.setRawHeader("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation);
    return m_network.post(wanted, json::write(body));
}

json::Value object(std::initializer_list<std::pair<QString, json::Value>> members)
{
    json::Value value = json::Value::object();
    for (const auto &[name, member] : members)
        value.set(name, member);
    return value;
}

} // namespace poolscope::test
