#include "transport/awsjsonrequest.h"

#include "model/descriptor.h"
#include "transport/awsjsonchannel.h"
#include "transport/serverclock.h"

namespace poolscope::transport {

QByteArray hostHeader(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1();
}

QUrl requestUrl(const QUrl &endpoint)
{
    QUrl url;
    url.setScheme(endpoint.scheme());
    url.setHost(endpoint.host());
    url.setPort(endpoint.port());
    url.setPath(QStringLiteral("/"));
    return url;
}

QNetworkRequest makeRequest(const ChannelSettings &settings, const model::OperationDescriptor &operation,
                            const QByteArray &body, const std::optional<SigningCredentials> &credentials,
                            const AttemptMark &mark)
{
    QNetworkRequest request(requestUrl(settings.endpoint));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // The limits and faults that this class relies on were measured with HTTP/1.1.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setRawHeader("User-Agent", "poolscope/" POOLSCOPE_VERSION);

    QList<HttpHeader> headers{
        {"Host", hostHeader(request.url())},
        {"Content-Type", "application/x-amz-json-1.1"},
        {"X-Amz-Target", operation.service->targetPrefix.latin1() + QByteArray(".") + operation.name.latin1()},
        {"amz-sdk-invocation-id", mark.invocationId},
        {"amz-sdk-request",
         "attempt=" + QByteArray::number(mark.attempt) + "; max=" + QByteArray::number(mark.maximum)},
    };
    if (credentials) {
        const ServerClock *clock = settings.clock;
        const SigV4Signer signer(settings.region, QString(operation.service->signingName));
        headers += signer
                       .sign({.method = "POST", .path = "/", .headers = headers, .body = body}, *credentials,
                             clock ? clock->nowSeconds() : SystemClock().nowSeconds())
                       .headers;
    }
    for (const HttpHeader &header : std::as_const(headers))
        request.setRawHeader(header.name, header.value);
    return request;
}

} // namespace poolscope::transport
