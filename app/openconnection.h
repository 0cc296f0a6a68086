#pragma once

#include "auth/sessionmanager.h"
#include "auth/sessionrenewal.h"
#include "auth/userpoolaccess.h"
#include "credentials/keysources.h"
#include "profiles/connection.h"
#include "tokens/jwkscache.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "transport/serverclock.h"
#include "ui/workspace/workspace.h"

#include <QNetworkAccessManager>

#include <memory>

namespace poolscope {

// Everything that lives as long as one connection is open, in the order in which it has to go.
class OpenConnection final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        secrets::SecretStore *secrets = nullptr;
        crypto::RandomSource *random = nullptr;
        transport::ActivityLog *log = nullptr;
        // Of the sandbox in this program, where that is opened: nothing has to be asked to know its time.
        const Clock *sandboxClock = nullptr;
        ui::SecretClipboard *clipboard = nullptr;
        credentials::KeyOrigins keyOrigins = {};
    };

    OpenConnection(const profiles::Connection &connection, const QUrl &endpoint, const Parts &parts);

    const profiles::Connection &connection() const { return m_access.connection(); }
    auth::UserPoolAccess &access() { return m_access; }
    auth::SessionManager &sessions() { return m_sessions; }
    auth::SessionRenewal &renewal() { return m_renewal; }
    ui::Workspace &workspace() { return m_workspace; }
    const transport::ServerClock &serverClock() const { return m_serverClock; }

    // Testers moved the sandbox's clock: what was judged by it is judged again at once.
    void followMovedClock();

private:
    transport::ServerClock m_serverClock;
    const Clock &m_clock;                                        // that tokens are judged by
    std::unique_ptr<transport::CredentialsSource> m_credentials; // null: signed operations cannot be called
    transport::AwsJsonChannel m_channel;
    QNetworkAccessManager m_network; // for the pool's keys
    auth::UserPoolAccess m_access;
    auth::SessionManager m_sessions;
    auth::SessionRenewal m_renewal;
    tokens::JwksCache m_keys;
    ui::Workspace m_workspace;
};

} // namespace poolscope
