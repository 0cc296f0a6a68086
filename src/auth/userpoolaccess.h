#pragma once

#include "auth/attemptledger.h"
#include "auth/poolsettings.h"
#include "core/clock.h"
#include "core/result.h"
#include "profiles/connection.h"
#include "transport/useraction.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace poolscope::cognito {
class IdpClient;
}
namespace poolscope::crypto {
class RandomSource;
}
namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::transport {
class AwsJsonChannel;
}

namespace poolscope::auth {

// What one open connection is made of. The four things live longer than the access and belong to the caller.
struct AccessParts
{
    transport::AwsJsonChannel *channel = nullptr; // to `endpoint`; made for this connection
    secrets::SecretStore *secrets = nullptr;
    const Clock *clock = nullptr; // the service's time: judges the lifetimes of tokens, makes SRP's TIMESTAMP
    crypto::RandomSource *random = nullptr;
    bool canSign = false; // the channel has AWS credentials, so that DescribeUserPool may be tried
};

// One open connection: what every flow needs. GUI thread.
class UserPoolAccess final : public QObject
{
    Q_OBJECT

public:
    // `endpoint`: where the requests really go (the sandbox's address, the region's endpoint, a custom one); it is also
    // what jwksUrl() is made of.
    UserPoolAccess(profiles::Connection connection, QUrl endpoint, const AccessParts &parts, QObject *parent = nullptr);
    ~UserPoolAccess() override;

    const profiles::Connection &connection() const { return m_connection; }
    // Another name or environment; what requests depend on has to be the same.
    void setConnection(const profiles::Connection &connection);
    const QUrl &endpoint() const { return m_endpoint; }
    QString userPoolId() const { return m_connection.userPoolId; }
    QString clientId() const { return m_connection.clientId; }
    cognito::IdpClient &client() { return *m_client; }
    secrets::SecretStore &secrets() const { return *m_parts.secrets; }
    const Clock &clock() const { return *m_parts.clock; }
    // For whoever sets the clock, after a jump: what was judged by it is to be judged again.
    void announceClockJump() { emit clockJumped(); }
    crypto::RandomSource &random() const { return *m_parts.random; }
    bool canSign() const { return m_parts.canSign; } // else nothing that administrators do can be called
    AttemptLedger &attempts() { return m_attempts; } // tries of this hour, shared by all pages

    QUrl jwksUrl() const;        // <endpoint>/<pool id>/.well-known/jwks.json
    QStringList issuers() const; // every form that tokens of this pool may carry; the service's own first

    // Calls the handler once the client secret is there, or none is needed. Error: Storage "ClientSecretUnavailable",
    // when the connection has one but the keychain does not give it. Nothing is asked twice after a success.
    void whenReady(QObject *context, std::function<void(Result<void>)> handler);

    // For after whenReady(). Nothing where the app client has no secret.
    std::optional<QString> secretHash(const QString &username) const;
    std::optional<QString> clientSecret() const;
    void setClientSecret(const QString &secret); // typed by the user; empty: none. Kept in memory only

    const PoolSettings &settings() const { return m_settings; }
    const std::optional<Error> &settingsError() const { return m_settingsError; } // with PoolSettings::State::Failed
    void loadSettings();   // asks DescribeUserPool and DescribeUserPoolClient where allowed; again when called again
    void reloadSettings(); // the same, and once more where an answer that is awaited may be out of date

signals:
    void settingsChanged();
    void clockJumped();

private:
    void secretRead(const Result<std::optional<QByteArray>> &secret);
    void describeClient();
    void settle(PoolSettings::State state);

    profiles::Connection m_connection;
    QUrl m_endpoint;
    AccessParts m_parts;
    std::unique_ptr<cognito::IdpClient> m_client;
    AttemptLedger m_attempts;
    std::optional<QString> m_clientSecret;
    bool m_secretPending = false;
    bool m_secretTyped = false; // while the keychain was asked: what it says is older
    struct Waiting;
    QList<Waiting> m_waiting;
    PoolSettings m_settings;
    bool m_reloads = false; // once they have come
    std::optional<Error> m_settingsError;
    transport::UserAction m_settingsAction;
};

} // namespace poolscope::auth
