#include "transport/awsjsoncall.h"

#include "core/redaction.h"
#include "model/codec.h"
#include "model/descriptor.h"
#include "transport/credentials.h"
#include "transport/endpoints.h"
#include "transport/onceonlybody.h"
#include "transport/serverclock.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QNetworkRequest>

namespace poolscope::transport {

namespace {

constexpr qint64 readBufferSize = 1024 * 1024;

QByteArray hostHeader(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1();
}

// Only scheme, host and port of the endpoint count: awsJson has one path.
QUrl target(const QUrl &endpoint)
{
    QUrl url;
    url.setScheme(endpoint.scheme());
    url.setHost(endpoint.host());
    url.setPort(endpoint.port());
    url.setPath(QStringLiteral("/"));
    return url;
}

Error refused(const char *code, const QString &message, const model::OperationDescriptor &operation)
{
    Error error = Error::validation(QString::fromLatin1(code), message);
    error.operation = QString(operation.name);
    return error;
}

// Error bodies have no descriptor: their texts are redacted like any text.
json::Value redactTexts(const json::Value &value)
{
    if (value.isString())
        return redactText(value.toString());
    json::Value result = value;
    if (value.isArray()) {
        result = json::Value::array();
        for (const json::Value &element : value.elements())
            result.append(redactTexts(element));
    } else if (value.isObject()) {
        QList<json::Member> members;
        for (const json::Member &member : value.members())
            members.append({member.name, redactTexts(member.value)});
        result = json::Value(std::move(members));
    }
    return result;
}

} // namespace

AwsJsonCall::AwsJsonCall(CallRequest request, QObject *context, AwsJsonChannel::Handler handler, QObject *parent)
    : Call(parent)
    , m_request(std::move(request))
    , m_bytes(json::write(m_request.body))
    , m_context(context)
    , m_handler(std::move(handler))
{
    connect(context, &QObject::destroyed, this, &AwsJsonCall::cancel);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_facts.deadlinePassed = true;
        conclude();
    });
    startAttempt();
}

AwsJsonCall::~AwsJsonCall()
{
    cancel();
}

void AwsJsonCall::cancel()
{
    if (!m_handler)
        return;
    m_handler = nullptr;
    m_deadline.stop();
    dropReply();
    if (m_request.settings.log && m_entry.pending()) {
        m_entry.state = ActivityEntry::State::Cancelled;
        m_entry.errorCode = Error::cancelled().code;
        m_entry.durationMs = m_duration.elapsed();
        m_request.settings.log->update(m_entry);
    }
    deleteLater();
}

void AwsJsonCall::startAttempt()
{
    ++m_attempt;
    const QUrl url = target(m_request.settings.endpoint);
    const model::OperationDescriptor &operation = *m_request.operation;
    m_facts = {.host = url.host()};
    m_duration.start();
    m_entry = {.startedAt = QDateTime::currentDateTimeUtc(),
               .action = m_request.options.action,
               .service = QString(operation.service->id),
               .operation = QString(operation.name),
               .endpointHost = QString::fromLatin1(hostHeader(url)),
               .attempt = m_attempt};
    if (ActivityLog *log = m_request.settings.log) {
        m_entry.request = model::redact(*operation.input, m_request.body);
        m_entry.bodyBytes = m_bytes.size();
        m_entry.id = log->add(m_entry);
    }
    if (std::optional<Error> error = refusal())
        return fail(std::move(*error));
    m_deadline.start(m_request.options.deadline);
    if (operation.authorization == model::Authorization::SigV4)
        sendSigned();
    else
        post(std::nullopt);
}

std::optional<Error> AwsJsonCall::refusal() const
{
    const QUrl &url = m_request.settings.endpoint;
    const bool https = url.scheme() == QLatin1StringView("https");
    if (url.host().isEmpty() || (!https && url.scheme() != QLatin1StringView("http")))
        return refused("InvalidEndpoint",
                       QCoreApplication::translate("Transport", "The endpoint is not an http or https address."),
                       *m_request.operation);
    if (!https && !isLoopback(url)) {
        return refused(
            "InsecureEndpoint",
            QCoreApplication::translate("Transport", "Only https is used, except on this computer. %1 was not called.")
                .arg(url.host()),
            *m_request.operation);
    }
    if (m_request.operation->authorization == model::Authorization::SigV4 && !m_request.settings.credentials)
        return refused("MissingCredentials",
                       QCoreApplication::translate("Transport", "This operation needs AWS credentials."),
                       *m_request.operation);
    return std::nullopt;
}

void AwsJsonCall::sendSigned()
{
    m_request.settings.credentials->credentials(this, [this, attempt = m_attempt](Result<SigningCredentials> keys) {
        if (!m_handler || attempt != m_attempt || !m_deadline.isActive())
            return;
        if (!keys) {
            m_deadline.stop();
            return fail(std::move(keys.error()));
        }
        post(*keys);
    });
}

QNetworkRequest AwsJsonCall::makeRequest(const std::optional<SigningCredentials> &credentials) const
{
    const model::OperationDescriptor &operation = *m_request.operation;
    QNetworkRequest request(target(m_request.settings.endpoint));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // The limits and faults that this class relies on were measured with HTTP/1.1.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_bytes.size());
    request.setRawHeader("User-Agent", "poolscope/" POOLSCOPE_VERSION);

    QList<HttpHeader> headers{
        {"Host", hostHeader(request.url())},
        {"Content-Type", "application/x-amz-json-1.1"},
        {"X-Amz-Target", operation.service->targetPrefix.latin1() + QByteArray(".") + operation.name.latin1()},
    };
    if (credentials) {
        const ServerClock *clock = m_request.settings.clock;
        const SigV4Signer signer(m_request.settings.region, QString(operation.service->signingName));
        headers += signer
                       .sign({.method = "POST", .path = "/", .headers = headers, .body = m_bytes}, *credentials,
                             clock ? clock->nowSeconds() : SystemClock().nowSeconds())
                       .headers;
    }
    for (const HttpHeader &header : std::as_const(headers))
        request.setRawHeader(header.name, header.value);
    return request;
}

void AwsJsonCall::post(const std::optional<SigningCredentials> &credentials)
{
    auto *body = new OnceOnlyBody(m_bytes, m_request.operation->effect == model::Effect::Reads);
    const ServerClock *clock = m_request.settings.clock;
    m_sentMs = clock ? clock->system().nowMs() : 0;
    m_reply = m_request.network->post(makeRequest(credentials), body);
    body->setParent(m_reply);
    m_reply->setReadBufferSize(readBufferSize);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_facts.requestSent = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &AwsJsonCall::readMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &AwsJsonCall::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &AwsJsonCall::conclude);
}

void AwsJsonCall::readMetaData()
{
    m_facts.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_facts.requestId = m_reply->rawHeader("x-amzn-RequestId");
    m_facts.errorType = m_reply->rawHeader("x-amzn-ErrorType");
    m_facts.location = m_reply->rawHeader("Location");
    if (ServerClock *clock = m_request.settings.clock)
        clock->observe(m_sentMs, clock->system().nowMs(), m_reply->rawHeader("Date"), m_reply->rawHeader("Age"));
}

void AwsJsonCall::readBody()
{
    m_facts.body += m_reply->readAll();
    if (m_facts.body.size() > AwsJsonChannel::bodyCap) {
        m_facts.overCap = true;
        conclude();
    }
}

void AwsJsonCall::conclude()
{
    m_deadline.stop();
    if (m_reply) {
        if (!m_facts.overCap && !m_facts.deadlinePassed) {
            m_facts.body += m_reply->readAll();
            m_facts.overCap = m_facts.body.size() > AwsJsonChannel::bodyCap;
            m_facts.networkError = m_reply->error();
            m_facts.networkErrorText = m_reply->errorString();
        }
        dropReply();
    }
    finishAttempt(judge(*m_request.operation, m_facts));
}

void AwsJsonCall::fail(Error error)
{
    finishAttempt({failure(std::move(error)), {}});
}

void AwsJsonCall::finishAttempt(const Judgement &judgement)
{
    if (ActivityLog *log = m_request.settings.log) {
        m_entry.state = judgement.result ? ActivityEntry::State::Succeeded : ActivityEntry::State::Failed;
        m_entry.durationMs = m_duration.elapsed();
        m_entry.httpStatus = m_facts.httpStatus;
        m_entry.requestId = QString::fromLatin1(m_facts.requestId);
        m_entry.bodyBytes = m_bytes.size() + m_facts.body.size();
        if (judgement.result) {
            m_entry.response = model::redact(*m_request.operation->output, judgement.seen);
        } else {
            m_entry.response = redactTexts(judgement.seen);
            m_entry.errorCode = judgement.result.error().code;
            m_entry.errorMessage = judgement.result.error().message;
        }
        log->update(m_entry);
    }
    // Never inside send() or a signal of the reply: the handler may destroy the channel.
    QMetaObject::invokeMethod(
        this, [this, result = judgement.result] { deliver(result); }, Qt::QueuedConnection);
}

void AwsJsonCall::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void AwsJsonCall::deliver(Result<json::Value> result)
{
    if (!m_handler)
        return;
    const AwsJsonChannel::Handler handler = std::exchange(m_handler, nullptr);
    deleteLater();
    if (m_context)
        handler(std::move(result));
}

} // namespace poolscope::transport
