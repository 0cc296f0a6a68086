#pragma once

#include "core/result.h"
#include "json/value.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QString>

namespace poolscope::model {
struct OperationDescriptor;
}

namespace poolscope::transport {

// Everything that the one funnel needs to know of a finished attempt.
struct ReplyFacts
{
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkErrorText;
    QString host;                // that was called
    bool requestSent = false;    // the request went out whole
    bool deadlinePassed = false; // we aborted it
    bool overCap = false;        // we aborted it
    int httpStatus = 0;          // 0: no status line came
    QByteArray requestId;        // x-amzn-RequestId
    QByteArray errorType;        // x-amzn-ErrorType
    QByteArray errorMessage;     // x-amzn-ErrorMessage
    bool unclearLength = false;  // Content-Length is no number, stands twice, or beside Transfer-Encoding
    QByteArray location;         // Location
    QByteArray retryAfter;       // x-amz-retry-after
    QByteArray fault;            // x-poolscope-fault, of a server on this computer only
    QByteArray body;
};

struct Judgement
{
    Result<json::Value> result;
    json::Value seen; // what JSON came, also with an error; null if none
};

// The funnel: the only place where a reply becomes a value or an Error. Pure.
//   Service    {"__type","message"|"Message"}; `__type` is cut at '#' and ':'; the headers x-amzn-ErrorType and
//              x-amzn-ErrorMessage are second choice
//   Timeout    DeadlinePassed
//   Transport  ConnectionRefused, HostNotFound, ConnectionCut, TlsFailed, ProxyFailed, NetworkFailed
//   Protocol   UnexpectedRedirect, BodyTooLarge, UnclearLength, UnreadableBody, EmptyBody, InvalidJson, NotAnObject, UnexpectedAnswer
// A failure after the request went out leaves `outcomeUnknown` for every operation that does more than read.
Judgement judge(const model::OperationDescriptor &operation, const ReplyFacts &facts);

// The service's codes for "too much at once"; nothing was done. LimitExceededException is none of them: of an operation
// that sends codes it means that trying again makes it worse.
bool isThrottling(const QString &code);

} // namespace poolscope::transport
