#include "app/openconnection.h"

#include "auth/keysetactivity.h"
#include "core/loopback.h"
#include "sandbox/signatures.h"

#include <QNetworkProxy>

namespace poolscope {

namespace {

// The sandbox and other emulators on this computer want signed requests, but no real keys: where the connection names none,
// they get those that the sandbox takes also where it verifies signatures.
std::unique_ptr<transport::CredentialsSource>
credentialsFor(const profiles::Connection &connection, const QUrl &endpoint, const credentials::KeyOrigins &origins)
{
    auto named = credentials::makeKeySource(connection, origins);
    if (named || !isLoopback(endpoint))
        return named;
    return std::make_unique<transport::FixedCredentials>(sandbox::sandboxKeys());
}

} // namespace

OpenConnection::OpenConnection(const profiles::Connection &connection, const QUrl &endpoint, const Parts &parts)
    : m_clock(parts.sandboxClock ? *parts.sandboxClock : m_serverClock)
    , m_credentials(credentialsFor(connection, endpoint, parts.keyOrigins))
    , m_channel({.endpoint = endpoint,
                 .region = connection.effectiveRegion(),
                 .credentials = m_credentials.get(),
                 .clock = &m_serverClock,
                 .log = parts.log,
                 .readOnly = connection.readOnly,
                 .guardsDestruction = connection.environment == profiles::Environment::Production})
    , m_access(connection, endpoint,
               {.channel = &m_channel,
                .secrets = parts.secrets,
                .clock = &m_clock,
                .random = parts.random,
                .canSign = m_credentials != nullptr})
    , m_sessions(&m_access)
    , m_renewal(m_sessions, m_clock)
    , m_keys(&m_network, m_serverClock)
    , m_workspace(m_access, m_sessions, m_keys, *parts.clipboard)
{
    auth::logKeySetRequests(m_keys, *parts.log);
    connect(&m_serverClock, &transport::ServerClock::jumped, &m_renewal, &auth::SessionRenewal::judgeAgain);
    connect(&m_serverClock, &transport::ServerClock::jumped, &m_access, &auth::UserPoolAccess::announceClockJump);
    // A proxy has no business between this computer and itself.
    if (isLoopback(endpoint))
        m_network.setProxy(QNetworkProxy::NoProxy);
}

void OpenConnection::followMovedClock()
{
    m_renewal.judgeMovedClock();
    m_access.announceClockJump();
}

} // namespace poolscope
