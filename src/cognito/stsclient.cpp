#include "cognito/stsclient.h"

#include "core/loopback.h"
#include "core/redaction.h"
#include "transport/activitylog.h"
#include "transport/awsjsonrequest.h"
#include "transport/credentials.h"
#include "transport/serverclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace poolscope::cognito {

namespace {

using transport::ActivityEntry;
using transport::SigningCredentials;

const QByteArray stsQuery = QByteArrayLiteral("Action=GetCallerIdentity&Version=2011-06-15");

struct StsText final
{
    Q_DECLARE_TR_FUNCTIONS(Transport)
};

Error stsError(Error::Kind kind, const char *code, const QString &message)
{
    return {.kind = kind,
            .code = QString::fromLatin1(code),
            .message = message,
            .operation = QStringLiteral("GetCallerIdentity"),
            .retryable = kind == Error::Kind::Transport || kind == Error::Kind::Timeout};
}

QNetworkRequest signedRequest(const StsClient::Settings &settings, const SigningCredentials &keys)
{
    QNetworkRequest request(transport::requestUrl(settings.endpoint));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "poolscope/" POOLSCOPE_VERSION);
    QList<transport::HttpHeader> headers{{"Host", transport::hostHeader(request.url())},
                                         {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    const qint64 now = settings.clock ? settings.clock->nowSeconds() : SystemClock().nowSeconds();
    headers += transport::SigV4Signer(settings.region, QStringLiteral("sts"))
                   .sign({.method = "POST", .path = "/", .headers = headers, .body = stsQuery}, keys, now)
                   .headers;
    for (const transport::HttpHeader &header : std::as_const(headers))
        request.setRawHeader(header.name, header.value);
    return request;
}

// One call: its entry in the log, its request, and the delivery of what came of it. Deletes itself when it is done.
class StsCall final : public transport::Call
{
public:
    StsCall(const StsClient::Settings &settings, QNetworkAccessManager &network, QObject *context,
            StsClient::Handler handler, QObject *parent)
        : Call(parent)
        , m_settings(settings)
        , m_network(network)
        , m_context(context)
        , m_handler(std::move(handler))
    {
        connect(context, &QObject::destroyed, this, &StsCall::cancel);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { finish(failure(lateness())); });
    }

    ~StsCall() override { cancel(); }

    bool isPending() const override { return bool(m_handler); }

    void cancel() override
    {
        if (!m_handler)
            return;
        m_handler = nullptr;
        dropReply();
        const QPointer<StsCall> self(this);
        record(ActivityEntry::State::Cancelled, {});
        if (self)
            deleteLater();
    }

    void start(const transport::CallOptions &options)
    {
        const QUrl url = transport::requestUrl(m_settings.endpoint);
        m_duration.start();
        m_entry = {.startedAt = QDateTime::currentDateTimeUtc(),
                   .action = options.action,
                   .service = QStringLiteral("sts"),
                   .operation = QStringLiteral("GetCallerIdentity"),
                   .endpointHost = QString::fromLatin1(transport::hostHeader(url)),
                   .url = url,
                   .region = m_settings.region};
        m_entry.request = json::Value::object();
        if (m_settings.log)
            m_entry.id = m_settings.log->add(m_entry);
        if (url.host().isEmpty() || (url.scheme() != QLatin1StringView("https") && !isLoopback(url)))
            return finish(failure(stsError(
                Error::Kind::Validation, "InsecureEndpoint",
                StsText::tr("Only https is used, except on this computer. %1 was not called.").arg(url.host()))));
        m_deadline.start(options.deadline);
        m_settings.credentials->credentials(this, [this](const Result<SigningCredentials> &keys) {
            if (!m_handler || !m_deadline.isActive())
                return;
            if (keys)
                post(*keys);
            else
                finish(failure(keys.error()));
        });
    }

private:
    Error lateness() const
    {
        // Before there is a request, it was the keys that were waited for.
        if (!m_reply)
            return stsError(Error::Kind::Storage, "KeysNotRead",
                            StsText::tr("The AWS keys could not be read in time. Nothing was sent."));
        return stsError(Error::Kind::Timeout, "DeadlinePassed",
                        StsText::tr("%1 did not answer in time.").arg(m_settings.endpoint.host()));
    }

    void post(const SigningCredentials &keys)
    {
        m_reply = m_network.post(signedRequest(m_settings, keys), stsQuery);
        m_reply->setReadBufferSize(StsClient::bodyCap + 1);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] {
            if (m_reply->bytesAvailable() > StsClient::bodyCap)
                finish(readCallerIdentity(200, {}));
        });
        connect(m_reply, &QNetworkReply::finished, this, [this] { finish(outcome()); });
    }

    Result<CallerIdentity> outcome()
    {
        m_entry.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_entry.requestId = QString::fromLatin1(m_reply->rawHeader("x-amzn-RequestId"));
        if (m_entry.httpStatus == 0)
            return failure(stsError(Error::Kind::Transport, "NetworkFailed",
                                    StsText::tr("No connection to %1: %2")
                                        .arg(m_settings.endpoint.host(), redactText(m_reply->errorString()))));
        return readCallerIdentity(m_entry.httpStatus, m_reply->readAll());
    }

    void finish(const Result<CallerIdentity> &result)
    {
        if (!m_handler)
            return;
        m_deadline.stop();
        dropReply();
        // Who listens to the log may cancel the call or destroy the client.
        const QPointer<StsCall> self(this);
        record(result ? ActivityEntry::State::Succeeded : ActivityEntry::State::Failed, result);
        if (!self || !m_handler)
            return;
        QMetaObject::invokeMethod(
            this, [this, result] { deliver(result); }, Qt::QueuedConnection);
    }

    void deliver(const Result<CallerIdentity> &result)
    {
        if (!m_handler)
            return;
        const StsClient::Handler handler = std::exchange(m_handler, nullptr);
        deleteLater();
        if (m_context)
            handler(result);
    }

    void record(ActivityEntry::State state, const Result<CallerIdentity> &result)
    {
        if (!m_settings.log || !m_entry.pending())
            return;
        m_entry.state = state;
        m_entry.durationMs = m_duration.elapsed();
        if (!result) {
            m_entry.errorCode = result.error().code;
            m_entry.errorMessage = result.error().message;
        } else if (state == ActivityEntry::State::Succeeded) {
            m_entry.response.set(QStringLiteral("Arn"), result->arn);
            m_entry.response.set(QStringLiteral("Account"), result->account);
            m_entry.response.set(QStringLiteral("UserId"), result->userId);
        } else {
            m_entry.errorCode = Error::cancelled().code;
        }
        m_settings.log->update(m_entry);
    }

    void dropReply()
    {
        if (!m_reply)
            return;
        QNetworkReply *reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }

    StsClient::Settings m_settings;
    QNetworkAccessManager &m_network;
    QPointer<QObject> m_context;
    StsClient::Handler m_handler;
    QTimer m_deadline;
    QElapsedTimer m_duration;
    QNetworkReply *m_reply = nullptr;
    ActivityEntry m_entry;
};

} // namespace

StsClient::StsClient(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_settings.endpoint))
        m_network.setProxy(QNetworkProxy::NoProxy);
}

StsClient::~StsClient()
{
    // Before the network goes away under them.
    qDeleteAll(findChildren<transport::Call *>(QString(), Qt::FindDirectChildrenOnly));
}

transport::CallHandle StsClient::callerIdentity(QObject *context, Handler handler,
                                                const transport::CallOptions &options)
{
    Q_ASSERT(context);
    auto *call = new StsCall(m_settings, m_network, context, std::move(handler), this);
    const transport::CallHandle handle(call);
    call->start(options);
    return handle;
}

} // namespace poolscope::cognito
