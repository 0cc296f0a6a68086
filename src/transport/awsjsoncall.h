#pragma once

#include "transport/activitylog.h"
#include "transport/awsjsonchannel.h"
#include "transport/replyfacts.h"
#include "transport/sigv4.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

#include <optional>

namespace poolscope::transport {

struct CallRequest
{
    ChannelSettings settings;
    QNetworkAccessManager *network = nullptr;
    RetryQuota *quota = nullptr;
    const model::OperationDescriptor *operation = nullptr;
    json::Value body;
    CallOptions options;
    AwsJsonChannel::Digest digest; // may be none
};

// One call of an AwsJsonChannel: its attempts and the pauses between them, their entries in the log, and the delivery of the result.
// A child of the channel; deletes itself when it is done. Internal to the channel.
class AwsJsonCall final : public Call
{
    Q_OBJECT

public:
    AwsJsonCall(CallRequest request, QObject *context, AwsJsonChannel::Handler handler, QObject *parent);
    ~AwsJsonCall() override;

    bool isPending() const override { return bool(m_handler); }
    void cancel() override;

private:
    void startAttempt();
    std::optional<Error> refusal() const;
    void sendSigned();
    void post(const std::optional<SigningCredentials> &credentials);
    void readMetaData();
    void readBody();
    void conclude();
    void onDeadline();
    void fail(Error error);
    struct Reading;
    void finishAttempt(const Reading &reading);
    bool recordAttempt(const Reading &reading);
    bool repeatAfter(const Error &error);
    void dropReply();
    void deliver(Result<json::Value> result);

    CallRequest m_request;
    QByteArray m_bytes;
    QPointer<QObject> m_context;
    AwsJsonChannel::Handler m_handler;
    QByteArray m_invocationId;
    QTimer m_pause;         // before the next attempt
    int m_costOfRepeat = 0; // of the last repetition

    // Of the attempt under way.
    int m_attempt = 0;
    QTimer m_deadline;
    QElapsedTimer m_duration;
    qint64 m_sentMs = 0;
    qint64 m_offsetWhenSent = 0; // of the service's clock
    QNetworkReply *m_reply = nullptr;
    ReplyFacts m_facts;
    ActivityEntry m_entry;
};

} // namespace poolscope::transport
