#include "app/application.h"
#include "app/bannerids.h"
#include "app/clientsecrets.h"
#include "app/clocknotice.h"
#include "app/damagednotice.h"
#include "app/deletedsecrets.h"
#include "app/endpointtester.h"
#include "app/notices.h"
#include "app/openconnection.h"
#include "app/renewalwatch.h"
#include "app/sandboxmailbox.h"
#include "app/sandboxnotices.h"
#include "app/sandboxuserfacts.h"
#include "core/background.h"
#include "core/loopback.h"
#include "credentials/awsfiles.h"
#include "credentials/statickeys.h"
#include "secrets/secretstore.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

// Application's connections: opening one, following what is changed in the list, and leaving nothing behind.
namespace poolscope {

namespace {

constexpr int defaultHttpPort = 80;

QString poolNameOf(const auth::UserPoolAccess &access)
{
    const auto &pool = access.settings().pool;
    return pool ? pool->name.value_or(QString()) : QString();
}

} // namespace

void Application::close()
{
    m_clockNotice->watchNothing();
    // The pages hold on to the connection: they go first.
    const std::unique_ptr<OpenConnection> closing = std::move(m_open);
    m_window->setPages(pages());
    if (closing)
        m_carriedOver.takeFrom(*closing);
}

void Application::open(const QString &connectionId)
{
    const auto connection = m_connections.find(connectionId);
    if (!connection)
        return;
    if (isOpen(*connection)) {
        keepAsLastUsed(connectionId); // where that failed before
        if (m_open->access().settings().state == auth::PoolSettings::State::Failed)
            m_open->access().loadSettings();
        return;
    }
    m_openId = connectionId;
    m_openFailure.clear();
    for (const QString &banner : {bannerids::DemoPool, bannerids::Sandbox, bannerids::AwsKeys})
        m_window->banners()->hide(banner);
    keepAsLastUsed(connectionId);
    m_window->setConnection(*connection);
    if (connection->kind == profiles::Connection::Kind::Sandbox) {
        openSandbox(*connection);
        return;
    }
    install(*connection, endpointOf(*connection));
}

void Application::keepAsLastUsed(const QString &connectionId)
{
    if (const auto kept = m_connections.setLastUsed(connectionId); !kept)
        showUnsaved(kept.error());
}

// An emulator's connection may lead to the same sandbox, whose port is known only while it runs.
void Application::followEndpoint()
{
    const QUrl endpoint = m_open ? m_open->access().endpoint() : QUrl();
    m_sandboxNotices->setShown(m_open && m_sandbox.isRunning() && isLoopback(endpoint) &&
                               endpoint.port(defaultHttpPort) == m_sandbox.endpoint().port(defaultHttpPort));
    if (m_open)
        m_clockNotice->watch(m_open->serverClock(), m_open->connection().kind);
}

bool Application::isOpen(const profiles::Connection &connection) const
{
    if (!m_open || m_openId != connection.id || !profiles::asksTheSame(connection, m_open->connection()))
        return false;
    return connection.kind != profiles::Connection::Kind::Sandbox ||
           m_open->access().endpoint() == m_sandbox.endpoint();
}

void Application::install(const profiles::Connection &connection, const QUrl &endpoint)
{
    close();
    m_window->banners()->hide(bannerids::Keychain);
    const bool isSandbox = connection.kind == profiles::Connection::Kind::Sandbox;
    m_open =
        std::make_unique<OpenConnection>(connection, endpoint,
                                         OpenConnection::Parts{.secrets = m_secrets.get(),
                                                               .random = &m_random,
                                                               .log = &m_log,
                                                               .sandboxClock = isSandbox ? &m_sandbox.clock() : nullptr,
                                                               .clipboard = &m_clipboard,
                                                               .keyOrigins = m_keyOrigins});
    m_carriedOver.giveTo(*m_open);
    connectOpened();
    m_window->setConnection(connection);
    m_window->setMailboxAvailable(isSandbox);
    followEndpoint();
    m_mailbox->setUserPool(connection.userPoolId);
    m_window->setPages(pages());
    showStatus();
    showMessages();
    m_open->sessions().restore();
    m_open->access().loadSettings();
}

void Application::connectOpened()
{
    ui::Workspace &workspace = m_open->workspace();
    connect(&workspace, &ui::Workspace::pageRequested, m_window.get(), &ui::MainWindow::showPage);
    connect(&workspace, &ui::Workspace::connectionEditingRequested, this, [this] { editConnection(m_openId); });
    auth::UserPoolAccess &access = m_open->access();
    connect(&access, &auth::UserPoolAccess::settingsChanged, m_window.get(),
            [this, &access] { m_window->setPoolName(poolNameOf(access)); });
    connect(&access, &auth::UserPoolAccess::settingsChanged, this, &Application::showKeysProblem);
    connect(&m_open->sessions(), &auth::SessionManager::storageProblemChanged, this, &Application::showStorageProblem);
    m_renewalWatch->watch(m_open->renewal(), workspace);
    if (m_open->connection().kind != profiles::Connection::Kind::Sandbox)
        return;
    workspace.setUserFacts(m_userFacts.get());
    connect(&access, &auth::UserPoolAccess::settingsChanged, this, &Application::leaveMissingPool,
            Qt::QueuedConnection);
}

// What was saved for the open connection counts at once: another name in place, anything else by opening it anew. A
// deleted one is left.
void Application::followConnections()
{
    m_window->setConnections(m_connections.connections(), m_connections.recentConnections());
    const auto connection = m_connections.find(m_openId);
    if (!connection)
        open(QString(profiles::sandboxId));
    else if (m_open && !profiles::asksTheSame(*connection, m_open->connection()))
        open(m_openId);
    else if (m_open && *connection != m_open->connection())
        rename(*connection);
    m_carriedOver.keepOnly(m_connections.connections());
    m_deletedSecrets->remove();
}

// What is saved well takes it away again.
void Application::showUnsaved(const Error &error)
{
    m_window->banners()->show(bannerids::UnsavedConnections, notices::unsavedConnections(error));
}

// The pool's settings are the first thing that keys are used for: where they are of no use, that is said at once.
void Application::showKeysProblem()
{
    const auth::UserPoolAccess &access = m_open->access();
    const bool isRead = access.settings().state == auth::PoolSettings::State::Known;
    const bool isOwn = access.connection().keys.kind != profiles::KeySource::Kind::None;
    if (isRead || !isOwn || !access.settingsError())
        return m_window->banners()->hide(bannerids::AwsKeys);
    m_window->banners()->show(bannerids::AwsKeys,
                              notices::uselessKeys(*access.settingsError(), diagnosis::factsOf(access)));
}

void Application::rename(const profiles::Connection &connection)
{
    m_open->access().setConnection(connection);
    m_window->setConnection(connection);
    m_window->setPoolName(poolNameOf(m_open->access()));
    showStatus();
}

void Application::manageConnections(const QString &selectId)
{
    auto *dialog = new ui::ConnectionsDialog(&m_connections, m_tester.get(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ConnectionsDialog::secretEntered, this, &Application::keepClientSecret);
    connect(dialog, &ui::ConnectionsDialog::keysEntered, this, &Application::keepKeys);
    connect(dialog, &ui::ConnectionsDialog::openRequested, this, &Application::open);
    dialog->select(selectId);
    showProfiles(dialog);
    dialog->open();
}

void Application::showProfiles(ui::ConnectionsDialog *dialog)
{
    runInBackground(
        dialog, [files = m_keyOrigins.files] { return credentials::readAwsFiles(files); },
        [dialog](const Result<credentials::AwsProfiles> &profiles) {
            dialog->setProfiles(profiles ? credentials::profileChoices(*profiles) : QList<credentials::ProfileChoice>(),
                                profiles ? QString() : profiles.error().message);
        });
}

// The sandbox's connection has nothing to edit: its app clients are chosen on its page.
void Application::editConnection(const QString &connectionId)
{
    if (connectionId != profiles::sandboxId) {
        manageConnections(connectionId);
        return;
    }
    if (m_openId != connectionId)
        open(connectionId);
    m_window->showPage(QString(ui::pages::SandboxUsers));
}

void Application::keepClientSecret(const QString &connectionId, const QString &secret)
{
    m_damagedNotice->settle(connectionId);
    const auto connection = m_connections.find(connectionId);
    if (!connection)
        m_clientSecrets->drop(connectionId);
    else if (secret.isEmpty())
        m_clientSecrets->forget(*connection);
    else
        m_clientSecrets->keep(*connection, secret);
    if (m_open && m_openId == connectionId)
        m_open->access().setClientSecret(secret);
}

// What is open signs with the new ones from now on.
void Application::keepKeys(const QString &connectionId, const transport::SigningCredentials &keys)
{
    m_damagedNotice->settleKeys(connectionId);
    const auto connection = m_connections.find(connectionId);
    if (!connection)
        return m_clientSecrets->drop(connectionId);
    if (keys.accessKeyId.isEmpty())
        return m_clientSecrets->forgetKeys(*connection);
    m_clientSecrets->keepKeys(*connection, keys);
    // With the address too, which may have been saved together with them; the sandbox keeps none.
    if (m_open && m_openId == connectionId && m_open->connection().keys == connection->keys)
        install(*connection, endpointOf(*connection));
}

} // namespace poolscope
