#pragma once

#include "cognito/stsanswer.h"
#include "transport/callhandle.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

namespace poolscope::transport {
class ActivityLog;
class CredentialsSource;
class ServerClock;
} // namespace poolscope::transport

namespace poolscope::cognito {

// GetCallerIdentity of STS: the one call that every key may make. HTTPS only, except on loopback; redirects are errors, nothing
// is repeated. Lives on one thread with its contexts; destroying it aborts what is under way, and no handler runs.
class StsClient final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Result<CallerIdentity>)>;

    struct Settings
    {
        QUrl endpoint;
        QString region; // for signing
        // These three outlive the client; clock and log may be null.
        transport::CredentialsSource *credentials = nullptr;
        transport::ServerClock *clock = nullptr;
        transport::ActivityLog *log = nullptr;
    };

    static constexpr qsizetype bodyCap = 64 * 1024;

    explicit StsClient(Settings settings, QObject *parent = nullptr);
    ~StsClient() override;

    // The handler runs once, never inside the call, never if `context` is gone. Errors: Service, Protocol, Transport, Timeout, and
    // Validation without anything being sent (InsecureEndpoint, or what the credentials say).
    transport::CallHandle callerIdentity(QObject *context, Handler handler, const transport::CallOptions &options = {});

private:
    Settings m_settings;
    QNetworkAccessManager m_network;
};

} // namespace poolscope::cognito
