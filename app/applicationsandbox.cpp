#include "app/application.h"
#include "app/bannerids.h"
#include "app/clocknotice.h"
#include "app/endpointtester.h"
#include "app/notices.h"
#include "app/openconnection.h"
#include "app/sandboxmailbox.h"
#include "app/sandboxnotices.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

// Application's sandbox: its start and its failures, the pool that is opened in it, and its mail.
namespace poolscope {

void Application::connectSandbox()
{
    m_sandboxNotices = std::make_unique<SandboxNotices>(m_sandbox, *m_window->banners());
    m_clockNotice = std::make_unique<ClockNotice>(*m_window->banners());
    connect(&m_sandbox, &sandbox::Sandbox::started, this, [this](const QUrl &endpoint) {
        m_tester->setSandboxEndpoint(endpoint);
        m_window->banners()->hide(bannerids::Sandbox);
        followEndpoint();
        if (m_openId == profiles::sandboxId)
            open(m_openId);
    });
    connect(&m_sandbox, &sandbox::Sandbox::failed, this, &Application::sandboxFailed);
    connect(&m_sandbox, &sandbox::Sandbox::messagesChanged, this, &Application::showMessages);
    connect(&m_sandbox, &sandbox::Sandbox::clockMoved, this, [this] {
        if (m_open && m_open->connection().kind == profiles::Connection::Kind::Sandbox)
            m_open->followMovedClock();
    });
    // Queued: it ends in the destruction of the page that asked.
    connect(&m_sandbox, &sandbox::Sandbox::wasReset, this, &Application::forgetSandboxSessions, Qt::QueuedConnection);
    connect(&m_sandbox, &sandbox::Sandbox::damagedDataMovedAside, this,
            [this](const QString &path) { m_window->banners()->show(bannerids::Damage, notices::damagedData(path)); });
}

// The sandbox may still be starting, or be started again after a failure: started() comes back here.
void Application::openSandbox(const profiles::Connection &connection)
{
    close();
    showStatus();
    if (!m_sandbox.isRunning()) {
        m_sandbox.start();
        return;
    }
    if (connection.userPoolId.isEmpty() || connection.clientId.isEmpty())
        useDemoPool();
    else
        install(connection, m_sandbox.endpoint());
}

void Application::useDemoPool()
{
    m_sandbox.demoPool(this, [this](const Result<sandbox::DemoPool> &pool) {
        // The ids that are open already would only be opened again, and again.
        const bool isOpen = pool && m_open && m_open->access().userPoolId() == pool->userPoolId &&
                            m_open->access().clientId() == pool->clientId;
        if (!pool) {
            demoPoolFailed(pool.error());
            return;
        }
        m_window->banners()->hide(bannerids::DemoPool);
        if (!isOpen)
            useClient(pool->userPoolId, pool->clientId, {});
    });
}

// The sandbox runs, but without a pool to open. With another connection open nobody is kept from anything: the next time the
// sandbox is opened, it is tried again.
void Application::demoPoolFailed(const Error &error)
{
    if (m_openId != profiles::sandboxId)
        return;
    m_openFailure = error.message;
    close();
    showStatus();
    m_window->banners()->show(bannerids::DemoPool, notices::noDemoPool(error));
}

void Application::useClient(const QString &userPoolId, const QString &clientId, const QString &clientSecret)
{
    auto connection = m_connections.find(QString(profiles::sandboxId));
    if (!connection || m_openId != profiles::sandboxId)
        return;
    connection->userPoolId = userPoolId;
    connection->clientId = clientId;
    if (connection->hasClientSecret || !clientSecret.isEmpty())
        keepClientSecret(connection->id, clientSecret);
    connection->hasClientSecret = !clientSecret.isEmpty();
    if (const auto kept = m_connections.update(*connection); !kept)
        showUnsaved(kept.error());
    install(*connection, m_sandbox.endpoint());
    if (m_open && !clientSecret.isEmpty())
        m_open->access().setClientSecret(clientSecret);
}

// The pool the connection remembers may be gone: deleted on the sandbox page, or the data folder is a new one.
void Application::leaveMissingPool()
{
    if (!m_open || m_open->connection().kind != profiles::Connection::Kind::Sandbox)
        return;
    const auto &error = m_open->access().settingsError();
    if (error && error->code == u"ResourceNotFoundException")
        useDemoPool();
}

// Another connection may have been opened while the sandbox was being reset.
void Application::forgetSandboxSessions()
{
    if (m_open && m_open->connection().kind == profiles::Connection::Kind::Sandbox)
        m_open->sessions().forgetEverything();
    else
        auth::SessionManager::forgetStored(*m_secrets, QString(profiles::sandboxId), this);
    if (m_openId == profiles::sandboxId)
        useDemoPool();
}

void Application::sandboxFailed(const Error &error)
{
    if (error.code == u"AddressInUse" && !m_portTaken) {
        m_portTaken = true;
        m_sandbox.setPort(0);
        m_sandbox.start();
        return;
    }
    followEndpoint();
    if (m_openId != profiles::sandboxId) // nobody is kept from anything: when it is opened, it is tried again
        return;
    m_openFailure = error.message;
    close();
    showStatus();
    m_window->banners()->show(bannerids::Sandbox, notices::sandboxFailed(error));
}

void Application::showMessages()
{
    if (!m_open || !m_open->workspace().hasMailbox())
        return;
    m_mailbox->messages(&m_open->workspace(), [this](const Result<QList<sandbox::Message>> &messages) {
        if (!m_open || !messages)
            return;
        m_open->workspace().setMessages(*messages);
    });
}

} // namespace poolscope
