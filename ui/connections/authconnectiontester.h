#pragma once

#include "auth/connectiontest.h"
#include "ui/connections/connectiontester.h"

#include <QPointer>
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

namespace poolscope::ui {

// "Test connection" by one request to the endpoint itself.
class AuthConnectionTester final : public ConnectionTester
{
    Q_OBJECT

public:
    struct Parts
    {
        std::function<QUrl()> sandboxEndpoint; // empty URL: not running
        crypto::RandomSource *random = nullptr;
        secrets::SecretStore *secrets = nullptr; // null: only typed secrets are used
        transport::ActivityLog *log = nullptr;   // null: the test's request is not recorded
        // All of them must outlive the tester.
    };

    explicit AuthConnectionTester(Parts parts, QObject *parent = nullptr);

    void test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
              Handler handler) override;

private:
    QUrl endpointOf(const profiles::Connection &connection) const;
    void start(const profiles::Connection &connection, const QString &clientSecret, Handler handler);

    Parts m_parts;
    QPointer<QObject> m_running; // owns the channel and the test
};

ConnectionVerdict verdictOf(const auth::ConnectionTestResult &result);

} // namespace poolscope::ui
