#pragma once

#include "credentials/keysources.h"
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
    // All three outlive the tester. AWS keys are taken from what setKeyOrigins() says.
    EndpointTester(crypto::RandomSource &random, transport::ActivityLog &log, secrets::SecretStore &secrets,
                   QObject *parent = nullptr);

    void setSandboxEndpoint(const QUrl &endpoint) { m_sandboxEndpoint = endpoint; }
    void setKeyOrigins(const credentials::KeyOrigins &origins) { m_origins = origins; }
    void test(const profiles::Connection &connection, const ui::TypedSecrets &typed, QObject *context,
              std::function<void(ui::Callout::Content)> handler) override;

private:
    using Handler = std::function<void(ui::Callout::Content)>;
    void testWith(const profiles::Connection &connection, const ui::TypedSecrets &typed, QObject *context,
                  const Handler &handler);

    crypto::RandomSource &m_random;
    transport::ActivityLog &m_log;
    secrets::SecretStore &m_secrets;
    QUrl m_sandboxEndpoint;
    credentials::KeyOrigins m_origins;
};

} // namespace poolscope
