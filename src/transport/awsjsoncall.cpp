#include "transport/awsjsoncall.h"

#include "core/background.h"
#include "core/loopback.h"
#include "core/redaction.h"
#include "model/codec.h"
#include "model/descriptor.h"
#include "transport/awsjsonrequest.h"
#include "transport/credentials.h"
#include "transport/onceonlybody.h"
#include "transport/readonly.h"
#include "transport/serverclock.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace poolscope::transport {

namespace {

constexpr qint64 readBufferSize = 1024 * 1024;
// A larger body is read on another thread: a megabyte takes tens of milliseconds.
constexpr qsizetype largestReadAtOnce = 64 * 1024;
constexpr qsizetype longestFaultLabel = 100;

Error refused(const char *code, const QString &message, const model::OperationDescriptor &operation)
{
    Error error = Error::validation(QString::fromLatin1(code), message);
    error.operation = QString(operation.name);
    return error;
}

// Qt takes one of several lengths, or none, without a word. It joins the values of headers of one name by commas.
bool isUnclearLength(const QNetworkReply &reply)
{
    if (!reply.hasRawHeader("Content-Length"))
        return false;
    const QByteArray length = reply.rawHeader("Content-Length");
    bool isNumber = false;
    length.toLongLong(&isNumber);
    isNumber = isNumber && std::all_of(length.cbegin(), length.cend(),
                                       [](char character) { return character >= '0' && character <= '9'; });
    return !isNumber || reply.hasRawHeader("Transfer-Encoding");
}

// Error bodies have no descriptor: what is not known to be harmless is not kept, and texts are redacted like any text.
json::Value redactError(const json::Value &body)
{
    if (!body.isObject())
        return body.isNull() ? body : json::Value(redactedMark());
    QList<json::Member> members;
    for (const json::Member &member : body.members()) {
        const bool known = member.name == u"__type" || member.name == u"message" || member.name == u"Message";
        const bool shown = known && member.value.isString();
        members.append({member.name, shown ? redactText(member.value.toString()) : redactedMark()});
    }
    return members;
}

} // namespace

// What an answer says, and what of it may be recorded.
struct AwsJsonCall::Reading
{
    Judgement judgement;
    json::Value recorded;

    static Reading of(const model::OperationDescriptor &operation, const ReplyFacts &facts, bool isRecorded,
                      const AwsJsonChannel::Digest &digest)
    {
        Reading reading{judge(operation, facts), {}};
        if (digest && reading.judgement.result)
            digest(*reading.judgement.result, QString::fromLatin1(facts.requestId));
        const json::Value &seen = reading.judgement.seen;
        if (isRecorded)
            reading.recorded = reading.judgement.result ? model::redact(*operation.output, seen) : redactError(seen);
        return reading;
    }
};

AwsJsonCall::AwsJsonCall(CallRequest request, QObject *context, AwsJsonChannel::Handler handler, QObject *parent)
    : Call(parent)
    , m_request(std::move(request))
    , m_bytes(json::write(m_request.body))
    , m_context(context)
    , m_handler(std::move(handler))
    , m_invocationId(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    connect(context, &QObject::destroyed, this, &AwsJsonCall::cancel);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &AwsJsonCall::onDeadline);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AwsJsonCall::startAttempt);
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
    m_pause.stop();
    dropReply();
    if (m_request.settings.log && m_entry.pending()) {
        m_entry.state = ActivityEntry::State::Cancelled;
        m_entry.errorCode = Error::cancelled().code;
        m_entry.durationMs = m_duration.elapsed();
        m_request.settings.log->update(m_entry);
    }
    deleteLater();
}

// Before there is a request, it was the keys that were waited for: a keychain that nobody unlocks, a file on a slow disk.
void AwsJsonCall::onDeadline()
{
    if (!m_reply) {
        Error error = Error::storage(
            QStringLiteral("KeysNotRead"),
            m_attempt <= 1
                ? QCoreApplication::translate("Transport", "The AWS keys could not be read in time. Nothing was sent.")
                : QCoreApplication::translate("Transport",
                                              "The AWS keys could not be read in time to repeat the request."));
        error.operation = QString(m_request.operation->name);
        return fail(std::move(error));
    }
    m_facts.deadlinePassed = true;
    conclude();
}

void AwsJsonCall::startAttempt()
{
    ++m_attempt;
    const QUrl url = requestUrl(m_request.settings.endpoint);
    const model::OperationDescriptor &operation = *m_request.operation;
    m_facts = {.host = url.host()};
    m_duration.start();
    m_entry = {.startedAt = QDateTime::currentDateTimeUtc(),
               .action = m_request.options.action,
               .service = QString(operation.service->id),
               .operation = QString(operation.name),
               .endpointHost = QString::fromLatin1(hostHeader(url)),
               .url = url,
               .region = m_request.settings.region,
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
    const auto change = m_request.settings.readOnly ? refusedWhenReadOnly(*m_request.operation, m_request.body)
                                                    : std::optional<QString>();
    if (change)
        return refused("ReadOnly",
                       QCoreApplication::translate(
                           "Transport", "This connection is read-only, and %1 would change something. It was not sent.")
                           .arg(*change),
                       *m_request.operation);
    const bool destroys = m_request.operation->effect == model::Effect::Destroys;
    if (destroys && m_request.settings.guardsDestruction && !m_request.options.destructionConfirmed)
        return refused("NotConfirmed",
                       QCoreApplication::translate(
                           "Transport", "This connection is marked as production, and %1 destroys something without "
                                        "having been confirmed. It was not sent.")
                           .arg(m_request.operation->name),
                       *m_request.operation);
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

void AwsJsonCall::post(const std::optional<SigningCredentials> &credentials)
{
    auto *body = new OnceOnlyBody(m_bytes, m_request.operation->effect == model::Effect::Reads);
    const ServerClock *clock = m_request.settings.clock;
    m_sentMs = clock ? clock->system().nowMs() : 0;
    m_offsetWhenSent = clock ? clock->offsetMs() : 0;
    const AttemptMark mark{m_invocationId, m_attempt, m_request.settings.retries.attempts};
    m_reply = m_request.network->post(makeRequest(m_request.settings, *m_request.operation, m_bytes, credentials, mark),
                                      body);
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
    m_facts.errorMessage = m_reply->rawHeader("x-amzn-ErrorMessage");
    m_facts.unclearLength = isUnclearLength(*m_reply);
    m_facts.location = m_reply->rawHeader("Location");
    m_facts.retryAfter = m_reply->rawHeader("x-amz-retry-after");
    if (isLoopback(m_request.settings.endpoint))
        m_facts.fault = m_reply->rawHeader("x-poolscope-fault").left(longestFaultLabel);
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
    const auto read = [operation = m_request.operation, facts = m_facts, isRecorded = m_request.settings.log != nullptr,
                       digest = m_request.digest] { return Reading::of(*operation, facts, isRecorded, digest); };
    if (m_facts.body.size() <= largestReadAtOnce)
        return finishAttempt(read());
    runInBackground(this, read, [this](const Reading &reading) {
        if (m_handler) // not cancelled meanwhile
            finishAttempt(reading);
    });
}

void AwsJsonCall::fail(Error error)
{
    finishAttempt({{failure(std::move(error)), {}}, {}});
}

void AwsJsonCall::finishAttempt(const Reading &reading)
{
    if (!recordAttempt(reading))
        return;
    const Result<json::Value> &result = reading.judgement.result;
    if (result)
        m_request.quota->giveBack(m_attempt == 1 ? 1 : m_costOfRepeat);
    else if (repeatAfter(result.error()))
        return;
    // Never inside send() or a signal of the reply: the handler may destroy the channel.
    QMetaObject::invokeMethod(
        this, [this, result] { deliver(result); }, Qt::QueuedConnection);
}

// False when the call is over: who listens to the log may cancel it or destroy the channel.
bool AwsJsonCall::recordAttempt(const Reading &reading)
{
    ActivityLog *log = m_request.settings.log;
    if (!log)
        return true;
    const Result<json::Value> &result = reading.judgement.result;
    m_entry.state = result ? ActivityEntry::State::Succeeded : ActivityEntry::State::Failed;
    m_entry.durationMs = m_duration.elapsed();
    m_entry.httpStatus = m_facts.httpStatus;
    m_entry.requestId = QString::fromLatin1(m_facts.requestId);
    m_entry.fault = QString::fromLatin1(m_facts.fault);
    m_entry.bodyBytes = m_bytes.size() + m_facts.body.size();
    m_entry.response = reading.recorded;
    if (!result) {
        m_entry.errorCode = result.error().code;
        m_entry.errorMessage = result.error().message;
    }
    const QPointer<AwsJsonCall> self(this);
    log->update(m_entry);
    return self && m_handler;
}

// Whether another attempt follows.
bool AwsJsonCall::repeatAfter(const Error &error)
{
    const RetryRules &rules = m_request.settings.retries;
    const ServerClock *clock = m_request.settings.clock;
    const qint64 corrected = clock ? clock->offsetMs() - m_offsetWhenSent : 0;
    const RetryReason reason = retryReason(error, *m_request.operation, corrected);
    const int cost = RetryQuota::costOf(reason);
    if (reason == RetryReason::None || m_attempt >= rules.attempts || !m_request.quota->take(cost))
        return false;
    m_costOfRepeat = cost;
    const double jitter = rules.jitter ? rules.jitter() : QRandomGenerator::global()->generateDouble();
    m_pause.start(retryDelay(reason, m_attempt, jitter, m_facts.retryAfter));
    return true;
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
