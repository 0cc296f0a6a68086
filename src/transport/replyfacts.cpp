#include "transport/replyfacts.h"

#include "core/redaction.h"
#include "model/descriptor.h"
#include "json/reader.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace poolscope::transport {

namespace {

using NetworkError = QNetworkReply::NetworkError;

constexpr qsizetype excerptLength = 200;
constexpr qsizetype longestCode = 200;
constexpr qsizetype longestMessage = 4'000; // the service's own have some hundred characters, or a canonical request

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Transport)
};

// Whether the attempt may have changed something although no usable answer came.
bool mayHaveHappened(const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    return facts.requestSent && operation.effect != model::Effect::Reads;
}

Error makeError(Error::Kind kind, const char *code, QString message, const model::OperationDescriptor &operation,
                const ReplyFacts &facts)
{
    Error error{.kind = kind, .code = QString::fromLatin1(code), .message = std::move(message)};
    error.operation = QString(operation.name);
    error.requestId = QString::fromLatin1(facts.requestId);
    error.httpStatus = facts.httpStatus;
    return error;
}

Error lost(Error::Kind kind, const char *code, QString message, const model::OperationDescriptor &operation,
           const ReplyFacts &facts)
{
    Error error = makeError(kind, code, std::move(message), operation, facts);
    error.outcomeUnknown = mayHaveHappened(operation, facts);
    error.retryable = !error.outcomeUnknown;
    return error;
}

// An answer came, but not one that says what happened.
Error unusable(const char *code, QString message, const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    Error error = makeError(Error::Kind::Protocol, code, std::move(message), operation, facts);
    constexpr std::array transient{500, 502, 503, 504};
    const bool ours = facts.httpStatus >= 400 && facts.httpStatus < 500;
    error.outcomeUnknown = !ours && mayHaveHappened(operation, facts);
    error.retryable = !error.outcomeUnknown && std::ranges::count(transient, facts.httpStatus) > 0;
    return error;
}

QString excerpt(const QByteArray &body)
{
    // Redacted before it is cut: half a token would not look like one.
    const QString start = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 8 * excerptLength)));
    return redactText(start.simplified()).left(excerptLength);
}

// Qt's codes from 200 on are read off a status, except that a body which cannot be sent again has the code 205.
bool isConnectionFailure(NetworkError error)
{
    return (error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError;
}

Error connectionFailure(const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    const auto kind = Error::Kind::Transport;
    switch (facts.networkError) {
    case QNetworkReply::ConnectionRefusedError:
        return lost(kind, "ConnectionRefused", Text::tr("%1 refused the connection.").arg(facts.host), operation,
                    facts);
    case QNetworkReply::HostNotFoundError:
        return lost(kind, "HostNotFound", Text::tr("The host %1 was not found.").arg(facts.host), operation, facts);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return lost(kind, "ConnectionCut",
                    Text::tr("%1 closed the connection before its answer was complete.").arg(facts.host), operation,
                    facts);
    case QNetworkReply::SslHandshakeFailedError:
        return makeError(kind, "TlsFailed",
                         Text::tr("No secure connection to %1: %2").arg(facts.host, redactText(facts.networkErrorText)),
                         operation, facts);
    default:
        break;
    }
    const bool proxy = facts.networkError >= QNetworkReply::ProxyConnectionRefusedError &&
                       facts.networkError <= QNetworkReply::UnknownProxyError;
    return lost(kind, proxy ? "ProxyFailed" : "NetworkFailed",
                Text::tr("No connection to %1: %2").arg(facts.host, redactText(facts.networkErrorText)), operation,
                facts);
}

Error redirect(const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    // Only where it pointed: a query may carry anything.
    const QUrl target(QString::fromUtf8(facts.location));
    const QString where = target.isEmpty()
                              ? Text::tr("an unknown place")
                              : target.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return makeError(Error::Kind::Protocol, "UnexpectedRedirect",
                     Text::tr("%1 answered with a redirect to %2. It was not followed.").arg(facts.host, where),
                     operation, facts);
}

// "aws.example#FooException:http://..." -> "FooException"
QString cutType(const QString &type)
{
    const QString withoutUri = type.section(u':', 0, 0);
    return withoutUri.section(u'#', -1).trimmed();
}

// The protocol's tests of clients know all three places.
QString errorType(const json::Value &body, const ReplyFacts &facts)
{
    const QString texts[] = {body.value(u"__type").toString(), QString::fromLatin1(facts.errorType),
                             body.value(u"code").toString()};
    for (const QString &text : texts) {
        if (const QString type = cutType(text); !type.isEmpty())
            return type;
    }
    return {};
}

bool isTransient(const QString &code, int httpStatus)
{
    static constexpr std::array codes{
        QLatin1StringView("RequestTimeout"),
        QLatin1StringView("RequestTimeoutException"),
        QLatin1StringView("IDPCommunicationError"),
        QLatin1StringView("InternalErrorException"),
    };
    constexpr std::array statuses{500, 502, 503, 504};
    return std::ranges::count(codes, code) > 0 || std::ranges::count(statuses, httpStatus) > 0;
}

Error serviceError(const QString &type, const json::Value &body, const model::OperationDescriptor &operation,
                   const ReplyFacts &facts)
{
    QString message = (body.contains(u"message") ? body.value(u"message") : body.value(u"Message")).toString();
    if (message.isEmpty())
        message = QString::fromUtf8(facts.errorMessage);
    // Redacted before it is cut, as in excerpt().
    message = redactText(message);
    if (message.size() > longestMessage)
        message = message.left(longestMessage) + u'\u2026';
    Error error = makeError(Error::Kind::Service, "", std::move(message), operation, facts);
    error.code = type.left(longestCode);
    error.retryable = isThrottling(type) || isTransient(type, facts.httpStatus);
    return error;
}

Judgement judgeBody(const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    const bool success = facts.httpStatus >= 200 && facts.httpStatus < 300;
    if (facts.body.isEmpty() && success) {
        if (!operation.hasOutput)
            return {json::Value::object(), {}};
        return {failure(unusable("EmptyBody", Text::tr("%1 answered with an empty body.").arg(facts.host), operation,
                                 facts)),
                {}};
    }
    const auto document = json::read(facts.body);
    const json::Value root = document ? document->root : json::Value();
    if (!success) {
        const QString type = errorType(root, facts);
        if (!type.isEmpty())
            return {failure(serviceError(type, root, operation, facts)), root};
        const QString message =
            facts.body.isEmpty()
                ? Text::tr("%1 answered with HTTP status %2 and nothing else.").arg(facts.host).arg(facts.httpStatus)
                : Text::tr("%1 answered with HTTP status %2: %3")
                      .arg(facts.host)
                      .arg(facts.httpStatus)
                      .arg(excerpt(facts.body));
        return {failure(unusable("UnexpectedAnswer", message, operation, facts)), root};
    }
    if (!document) {
        const QString message = Text::tr("The answer is not the JSON that was expected: %1 It begins with: %2")
                                    .arg(describe(document.error()), excerpt(facts.body));
        return {failure(unusable("InvalidJson", message, operation, facts)), {}};
    }
    if (!root.isObject()) {
        const QString message =
            Text::tr("The answer is not a JSON object. It begins with: %1").arg(excerpt(facts.body));
        return {failure(unusable("NotAnObject", message, operation, facts)), root};
    }
    return {root, root};
}

} // namespace

// The AWS SDKs' list but for LimitExceededException, by which Cognito refuses more codes or guesses for a user: repeating
// that would only lengthen the wait.
bool isThrottling(const QString &code)
{
    static constexpr std::array codes{
        QLatin1StringView("Throttling"),
        QLatin1StringView("ThrottlingException"),
        QLatin1StringView("ThrottledException"),
        QLatin1StringView("RequestThrottledException"),
        QLatin1StringView("TooManyRequestsException"),
        QLatin1StringView("ProvisionedThroughputExceededException"),
        QLatin1StringView("TransactionInProgressException"),
        QLatin1StringView("RequestLimitExceeded"),
        QLatin1StringView("BandwidthLimitExceeded"),
        QLatin1StringView("RequestThrottled"),
        QLatin1StringView("SlowDown"),
        QLatin1StringView("PriorRequestNotComplete"),
        QLatin1StringView("EC2ThrottledException"),
    };
    return std::ranges::count(codes, code) > 0;
}

Judgement judge(const model::OperationDescriptor &operation, const ReplyFacts &facts)
{
    if (facts.overCap) {
        return {failure(unusable("BodyTooLarge", Text::tr("The answer of %1 is larger than 8 MB.").arg(facts.host),
                                 operation, facts)),
                {}};
    }
    if (facts.deadlinePassed) {
        return {failure(lost(Error::Kind::Timeout, "DeadlinePassed",
                             Text::tr("%1 did not answer in time.").arg(facts.host), operation, facts)),
                {}};
    }
    if (isConnectionFailure(facts.networkError))
        return {failure(connectionFailure(operation, facts)), {}};
    if (facts.httpStatus >= 300 && facts.httpStatus < 400)
        return {failure(redirect(operation, facts)), {}};
    if (facts.httpStatus < 200) {
        return {failure(unusable("UnexpectedAnswer", Text::tr("%1 did not answer in HTTP.").arg(facts.host), operation,
                                 facts)),
                {}};
    }
    if (facts.unclearLength) {
        return {failure(unusable("UnclearLength",
                                 Text::tr("%1 does not say clearly where its answer ends.").arg(facts.host), operation,
                                 facts)),
                {}};
    }
    // A status that is an error brings a network error of its own; on a success it can only be the body.
    if (facts.httpStatus < 300 && facts.networkError != QNetworkReply::NoError) {
        return {failure(unusable(
                    "UnreadableBody",
                    Text::tr("The answer of %1 cannot be read: %2").arg(facts.host, redactText(facts.networkErrorText)),
                    operation, facts)),
                {}};
    }
    return judgeBody(operation, facts);
}

} // namespace poolscope::transport
