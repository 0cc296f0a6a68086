#pragma once

#include "ui/connections/connectiontester.h"

#include <QUrl>

namespace poolscope::crypto {
class RandomSource;
}
namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::transport {
class ActivityLog;
}

namespace poolscope {

// Where the requests of a connection go: its own endpoint, or that of its region. Empty for the sandbox and where the
// region is unknown.
QUrl endpointOf(const profiles::Connection &connection);

// "Test connection" with a channel of its own for each test.
class EndpointTester final : public ui::ConnectionTester
{
    Q_OBJECT

public:
    // All three outlive the tester.
    EndpointTester(crypto::RandomSource &random, transport::ActivityLog &log, secrets::SecretStore &secrets,
                   QObject *parent = nullptr);

    void setSandboxEndpoint(const QUrl &endpoint) { m_sandboxEndpoint = endpoint; }
    void test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
              std::function<void(ui::Callout::Content)> handler) override;

private:
    void testWith(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                  std::function<void(ui::Callout::Content)> handler);

    crypto::RandomSource &m_random;
    transport::ActivityLog &m_log;
    secrets::SecretStore &m_secrets;
    QUrl m_sandboxEndpoint;
};

} // namespace poolscope
