#include "auth/userpoolaccess.h"

#include "cognito/idpclient.h"
#include "core/logging.h"
#include "crypto/secrethash.h"
#include "model/cognitoidp.h"
#include "secrets/secretstore.h"
#include "transport/endpoints.h"

#include <QPointer>

#include <utility>

namespace poolscope::auth {

namespace {

// Issuers and the address of the keys are shown and logged.
QUrl plainEndpoint(const QUrl &endpoint)
{
    return endpoint.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

struct UserPoolAccess::Waiting
{
    QPointer<QObject> context;
    std::function<void(Result<void>)> handler;
};

UserPoolAccess::UserPoolAccess(profiles::Connection connection, QUrl endpoint, const AccessParts &parts,
                               QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_endpoint(std::move(endpoint))
    , m_parts(parts)
    , m_client(std::make_unique<cognito::IdpClient>(parts.channel))
{
}

UserPoolAccess::~UserPoolAccess() = default;

void UserPoolAccess::setConnection(const profiles::Connection &connection)
{
    if (profiles::asksTheSame(connection, m_connection))
        m_connection = connection;
}

QUrl UserPoolAccess::jwksUrl() const
{
    return transport::keySetUrl(m_endpoint, userPoolId());
}

QStringList UserPoolAccess::issuers() const
{
    QStringList issuers = transport::issuersFor(userPoolId());
    // Emulators name themselves as the issuer, and so does the sandbox when it is told to.
    if (m_connection.kind != profiles::Connection::Kind::Aws) {
        QUrl own = plainEndpoint(m_endpoint);
        own.setPath(QLatin1Char('/') + userPoolId());
        issuers.append(own.toString());
    }
    return issuers;
}

void UserPoolAccess::whenReady(QObject *context, std::function<void(Result<void>)> handler)
{
    if (!m_connection.hasClientSecret || m_clientSecret)
        return handler({});
    m_waiting.append({context, std::move(handler)});
    if (std::exchange(m_secretPending, true))
        return;
    m_secretTyped = false;
    m_parts.secrets->read(profiles::clientSecretKey(m_connection.id), this,
                          [this](const Result<std::optional<QByteArray>> &secret) {
                              if (secret && *secret && !m_secretTyped)
                                  m_clientSecret = QString::fromUtf8(**secret);
                              secretRead(secret);
                          });
}

void UserPoolAccess::secretRead(const Result<std::optional<QByteArray>> &secret)
{
    m_secretPending = false;
    Result<void> result;
    if (!m_clientSecret) {
        const bool ofSandbox = m_connection.kind == profiles::Connection::Kind::Sandbox;
        const QString missing =
            ofSandbox ? tr("The app client's secret is not in the keychain. Fetch it again on the Sandbox page.")
                      : tr("The app client's secret is not in the keychain. Enter it again in the connection.");
        const QString text =
            secret ? missing : tr("The app client's secret could not be read: %1").arg(secret.error().message);
        result = failure(Error::storage(QStringLiteral("ClientSecretUnavailable"), text));
    }
    // A handler may ask again, or bring this object down.
    const QPointer<UserPoolAccess> self(this);
    QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (self && one.context)
            one.handler(result);
    }
}

std::optional<QString> UserPoolAccess::secretHash(const QString &username) const
{
    if (!m_clientSecret)
        return {};
    return crypto::secretHash(username, clientId(), *m_clientSecret);
}

std::optional<QString> UserPoolAccess::clientSecret() const
{
    return m_clientSecret;
}

void UserPoolAccess::setClientSecret(const QString &secret)
{
    m_clientSecret = secret.isEmpty() ? std::nullopt : std::optional(secret);
    m_secretTyped = true;
}

void UserPoolAccess::loadSettings()
{
    if (m_settings.state == PoolSettings::State::Loading)
        return;
    m_settingsError.reset();
    if (!m_parts.canSign)
        return settle(PoolSettings::State::NotAllowed);
    m_settings.state = PoolSettings::State::Loading;
    m_settingsAction = tr("Read the pool's settings");
    emit settingsChanged();
    m_client->call(idp::DescribeUserPoolRequest{.userPoolId = userPoolId()}, this,
                   [this](const Result<idp::DescribeUserPoolResponse> &result) {
                       if (result)
                           m_settings.pool = result->userPool;
                       else
                           m_settingsError = result.error();
                       describeClient();
                   },
                   {.action = m_settingsAction});
}

void UserPoolAccess::reloadSettings()
{
    m_reloads = m_settings.state == PoolSettings::State::Loading;
    if (!m_reloads)
        loadSettings();
}

void UserPoolAccess::describeClient()
{
    m_client->call(idp::DescribeUserPoolClientRequest{.userPoolId = userPoolId(), .clientId = clientId()}, this,
                   [this](const Result<idp::DescribeUserPoolClientResponse> &result) {
                       if (result)
                           m_settings.client = result->userPoolClient;
                       else
                           m_settingsError = result.error();
                       if (m_settings.pool || m_settings.client)
                           return settle(PoolSettings::State::Known);
                       const bool refused = m_settingsError && m_settingsError->kind == Error::Kind::Service;
                       const bool unsigned_ =
                           m_settingsError && m_settingsError->code == QLatin1StringView("MissingCredentials");
                       settle(refused || unsigned_ ? PoolSettings::State::NotAllowed : PoolSettings::State::Failed);
                   },
                   {.action = m_settingsAction});
}

void UserPoolAccess::settle(PoolSettings::State state)
{
    m_settings.state = state;
    // Never a copy of the secret beside the one that the keychain guards.
    if (m_settings.client)
        m_settings.client->clientSecret.reset();
    if (std::exchange(m_reloads, false))
        loadSettings();
    else
        emit settingsChanged();
}

} // namespace poolscope::auth
