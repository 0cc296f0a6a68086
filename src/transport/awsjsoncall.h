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
    const model::OperationDescriptor *operation = nullptr;
    json::Value body;
    CallOptions options;
};

// One call of an AwsJsonChannel: its attempts (one, for now), their entries in the log, and the delivery of the result.
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
    void fail(Error error);
    struct Reading;
    void finishAttempt(const Reading &reading);
    void dropReply();
    void deliver(Result<json::Value> result);

    CallRequest m_request;
    QByteArray m_bytes;
    QPointer<QObject> m_context;
    AwsJsonChannel::Handler m_handler;

    // Of the attempt under way.
    int m_attempt = 0;
    QTimer m_deadline;
    QElapsedTimer m_duration;
    qint64 m_sentMs = 0;
    QNetworkReply *m_reply = nullptr;
    ReplyFacts m_facts;
    ActivityEntry m_entry;
};

} // namespace poolscope::transport
