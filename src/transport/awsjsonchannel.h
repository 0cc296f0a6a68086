#pragma once

#include "core/result.h"
#include "transport/callhandle.h"
#include "transport/retries.h"
#include "json/value.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

namespace poolscope::model {
struct OperationDescriptor;
}

namespace poolscope::transport {

class ActivityLog;
class CredentialsSource;
class ServerClock;

struct ChannelSettings
{
    QUrl endpoint;                            // scheme, host and port; the path is always "/"
    QString region;                           // for signing; the pool's
    CredentialsSource *credentials = nullptr; // for signed operations; null: those fail with MissingCredentials
    ServerClock *clock = nullptr; // learns from every response and dates signatures; null: the system's time
    ActivityLog *log = nullptr;   // null: nothing is recorded
    bool readOnly = false;        // refuses, before anything is sent, what readonly.h says
    // Refuses, before anything is sent, what destroys (model::Effect) and was not confirmed: for pools in production.
    bool guardsDestruction = false;
    RetryRules retries = {};
    // Credentials, clock and log must outlive the channel.
};

// awsJson1.1 calls to one endpoint over a QNetworkAccessManager of its own. Lives on the client's thread, where handlers
// and contexts live too. HTTPS only, except on loopback; redirects are errors; nothing is cached, no cookies.
// Destroying the channel aborts what is under way, and no handler runs.
class AwsJsonChannel final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Result<json::Value>)>;
    // Makes of an answer what the handler is to have: on another thread where the answer is large, and always before the
    // handler runs. It must not touch anything that the caller's thread may use meanwhile.
    using Digest = std::function<void(const json::Value &answer, const QString &requestId)>;

    static constexpr qsizetype bodyCap = 8 * 1024 * 1024;

    explicit AwsJsonChannel(ChannelSettings settings, QObject *parent = nullptr);
    ~AwsJsonChannel() override;

    const ChannelSettings &settings() const { return m_settings; }

    // Sends `body` as it is: nothing is checked against the model. The handler runs once, never inside send(), or never if
    // `context` is gone (then the request is aborted) or the call was cancelled. The answer is an object, {} where the
    // operation has no output. Errors: Service, Transport, Timeout, Protocol (see replyfacts.h), and Validation
    // without anything being sent: InvalidEndpoint, InsecureEndpoint, ReadOnly, NotConfirmed, MissingCredentials. Failed
    // attempts are repeated as retries.h says; the error is the last one's.
    // `digest` runs once, where the call succeeded, and also for a context that goes away meanwhile.
    CallHandle send(const model::OperationDescriptor &operation, json::Value body, QObject *context, Handler handler,
                    CallOptions options = {}, Digest digest = {});

private:
    ChannelSettings m_settings;
    QNetworkAccessManager m_network;
    RetryQuota m_quota;
};

} // namespace poolscope::transport
