#include "app/application.h"

#include "app/endpointtester.h"
#include "app/openconnection.h"
#include "app/openingpage.h"
#include "app/sandboxmailbox.h"
#include "secrets/keychainstore.h"
#include "secrets/memorystore.h"
#include "ui/activity/activitypanel.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/mailbox/mailboxpanel.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"
#include "ui/tokens/tokenspage.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

namespace poolscope {

namespace {

const QString keychainBanner = QStringLiteral("keychain");
const QString sandboxBanner = QStringLiteral("sandbox");
const QString demoPoolBanner = QStringLiteral("demoPool");
const QString damageBanner = QStringLiteral("damage");
const QString connectionsBanner = QStringLiteral("connections");

QString configDir(const WindowOptions &options)
{
    if (!options.profileDir.isEmpty())
        return QDir(options.profileDir).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString sandboxDir(const WindowOptions &options)
{
    if (!options.profileDir.isEmpty())
        return QDir(options.profileDir).absoluteFilePath(QStringLiteral("sandbox"));
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sandbox");
}

// Profiles in other folders must not find each other's sessions.
QString keychainService(const WindowOptions &options)
{
    if (options.profileDir.isEmpty())
        return QStringLiteral("Poolscope");
    const QByteArray path = QDir(options.profileDir).absolutePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(12);
    return QStringLiteral("Poolscope ") + QString::fromLatin1(name);
}

std::unique_ptr<secrets::SecretStore> makeSecretStore(const WindowOptions &options)
{
    if (!options.keychain)
        return std::make_unique<secrets::MemoryStore>();
    return std::make_unique<secrets::KeychainStore>(secrets::makeSystemKeychain(keychainService(options)));
}

} // namespace

Application::Application(const WindowOptions &options)
    : m_options(options)
    , m_settings(configDir(options) + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    , m_secrets(makeSecretStore(options))
    , m_connections(configDir(options) + QStringLiteral("/connections.json"))
    , m_sandbox({.port = options.sandboxPort, .dataDir = sandboxDir(options)})
    , m_mailbox(std::make_unique<SandboxMailbox>(m_sandbox))
    , m_tester(std::make_unique<EndpointTester>(m_random, m_log, *m_secrets))
{
}

Application::~Application()
{
    m_window->setPages({}); // the pages hold on to the connection: they go first
    m_open.reset();
    m_window.reset();
}

void Application::start()
{
    applyAppearance();
    m_connections.load();
    buildWindow();
    connectSandbox();
    m_window->installEventFilter(this);
    m_window->show();
}

bool Application::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && event->type() == QEvent::Paint) {
        m_window->removeEventFilter(this);
        QTimer::singleShot(0, this, &Application::afterFirstPaint);
    }
    return QObject::eventFilter(watched, event);
}

void Application::applyAppearance()
{
    m_translations.install(m_options.language.isEmpty() ? ui::SettingsDialog::language(m_settings)
                                                        : m_options.language);
    m_theme.setPreference(ui::SettingsDialog::themePreference(m_settings));
    if (m_options.theme == u"dark")
        m_theme.setPreference(ui::Theme::Preference::Dark);
    else if (m_options.theme == u"light")
        m_theme.setPreference(ui::Theme::Preference::Light);
    connect(&m_systemColors, &ui::SystemColorScheme::darkChanged, &m_theme, &ui::Theme::setSystemDark);
    m_theme.apply();
}

void Application::buildWindow()
{
    ui::MainWindow::Parts parts;
    parts.activityPanel = [this](QWidget *parent) { return new ui::ActivityPanel(&m_log, parent); };
    parts.mailboxPanel = [this](QWidget *parent) {
        auto *panel = new ui::MailboxPanel(m_mailbox.get(), parent);
        connect(panel, &ui::MailboxPanel::codeChosen, this, [this, panel](const sandbox::Message &message) {
            if (m_open)
                panel->showRefusal(m_open->workspace().offerCode(message));
        });
        connect(panel, &ui::MailboxPanel::newestCodeRequested, this, [this, panel] {
            if (m_open)
                panel->showRefusal(m_open->workspace().offerNewestCode(panel->messages()));
        });
        connect(panel, &ui::MailboxPanel::newCountChanged, m_window.get(), &ui::MainWindow::setMailboxCount);
        return panel;
    };
    parts.theme = &m_theme;
    parts.settings = &m_settings;
    parts.language = m_translations.language();
    m_window = std::make_unique<ui::MainWindow>(std::move(parts));
    m_known = m_connections.connections();
    m_window->setConnections(m_known);
    const QString lastUsed = m_connections.lastUsedId();
    m_window->setConnection(m_connections.find(lastUsed).value_or(m_connections.connections().constFirst()));
    m_window->setPages(pages());
    m_window->setKeychainText(tr("Secrets: %1").arg(m_secrets->backendName()));
    connect(m_window.get(), &ui::MainWindow::connectionChosen, this, &Application::open);
    connect(m_window.get(), &ui::MainWindow::manageConnectionsRequested, this, [this] { manageConnections(m_openId); });
    connect(&m_connections, &profiles::ConnectionStore::connectionsChanged, this, &Application::followConnections,
            Qt::QueuedConnection);
    connect(m_window->banners(), &ui::Banners::actionTriggered, this, &Application::retry);
    connect(m_secrets.get(), &secrets::SecretStore::availabilityChanged, this, &Application::showStatus);
    if (!m_connections.problem().isEmpty())
        m_window->banners()->show(connectionsBanner, {.tone = ui::Tone::Caution, .title = m_connections.problem()});
}

void Application::connectSandbox()
{
    connect(&m_sandbox, &sandbox::Sandbox::started, this, [this](const QUrl &endpoint) {
        m_tester->setSandboxEndpoint(endpoint);
        m_window->banners()->hide(sandboxBanner);
        if (m_openId == profiles::sandboxId)
            open(m_openId);
    });
    connect(&m_sandbox, &sandbox::Sandbox::failed, this, &Application::sandboxFailed);
    connect(&m_sandbox, &sandbox::Sandbox::messagesChanged, this, &Application::showMessages);
    // Queued: it ends in the destruction of the page that asked.
    connect(&m_sandbox, &sandbox::Sandbox::wasReset, this, &Application::forgetSandboxSessions, Qt::QueuedConnection);
    connect(&m_sandbox, &sandbox::Sandbox::damagedDataMovedAside, this, [this](const QString &path) {
        m_window->banners()->show(damageBanner,
                                  {.tone = ui::Tone::Caution,
                                   .title = tr("The sandbox's data could not be read, so the sandbox starts empty."),
                                   .body = tr("The old data lies at %1.").arg(path)});
    });
}

// Until here nothing has touched the network, the keychain or a database: the window is on the screen.
void Application::afterFirstPaint()
{
    m_systemColors.start();
    if (auto *keychain = qobject_cast<secrets::KeychainStore *>(m_secrets.get()))
        keychain->open();
    m_sandbox.start();
    open(m_connections.lastUsedId());
}

QList<ui::PageFactory> Application::pages()
{
    const auto factory = [this](QLatin1StringView id, const QString &title, const QString &icon, ui::Section section) {
        return ui::PageFactory{.id = QString(id),
                               .title = title,
                               .iconName = icon,
                               .section = section,
                               .shortcut = {},
                               .create = [this, id, title](QWidget *parent) { return makePage(id, title, parent); }};
    };
    QList<ui::PageFactory> list{
        factory(ui::pages::SignUp, tr("Sign up"), QStringLiteral("list-add-user"), ui::Section::Try),
        factory(ui::pages::SignIn, tr("Sign in"), QStringLiteral("object-unlocked"), ui::Section::Try),
        factory(ui::pages::Tokens, tr("Tokens"), QStringLiteral("view-certificate"), ui::Section::Try)};
    if (m_openId.isEmpty() || m_openId == profiles::sandboxId)
        list.append(
            factory(ui::pages::SandboxUsers, tr("Sandbox"), QStringLiteral("system-users"), ui::Section::Inspect));
    return list;
}

QWidget *Application::makePage(QLatin1StringView id, const QString &title, QWidget *parent)
{
    if (!m_open)
        return makeOpeningPage(title, m_openFailure, parent);
    ui::Workspace &workspace = m_open->workspace();
    if (id == ui::pages::SignUp)
        return new ui::SignUpPage(workspace, parent);
    if (id == ui::pages::SignIn)
        return new ui::SignInPage(workspace, parent);
    if (id == ui::pages::Tokens)
        return new ui::TokensPage(workspace, parent);
    return makeSandboxPage(parent);
}

QWidget *Application::makeSandboxPage(QWidget *parent)
{
    auto *page = new ui::SandboxPage(m_open->workspace(), m_sandbox, parent);
    // Queued: it ends in this page's destruction, and it is in the middle of a signal.
    connect(page, &ui::SandboxPage::clientChosen, this, &Application::useClient, Qt::QueuedConnection);
    return page;
}

void Application::close()
{
    // The pages hold on to the connection: they go first.
    const std::unique_ptr<OpenConnection> closing = std::move(m_open);
    m_window->setPages(pages());
}

void Application::open(const QString &connectionId)
{
    const auto connection = m_connections.find(connectionId);
    if (!connection)
        return;
    m_openId = connectionId;
    m_openFailure.clear();
    m_window->banners()->hide(demoPoolBanner);
    if (const auto kept = m_connections.setLastUsed(connectionId); !kept)
        m_window->banners()->show(connectionsBanner, ui::Callout::Content::fromError(kept.error()));
    m_window->setConnection(*connection);
    if (connection->kind == profiles::Connection::Kind::Sandbox) {
        openSandbox(*connection);
        return;
    }
    install(*connection, endpointOf(*connection));
}

// The sandbox may still be starting: started() comes back here.
void Application::openSandbox(const profiles::Connection &connection)
{
    close();
    showStatus();
    if (!m_sandbox.isRunning())
        return;
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
        m_window->banners()->hide(demoPoolBanner);
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
    m_window->banners()->show(demoPoolBanner, {.tone = ui::Tone::Bad,
                                               .title = tr("The sandbox's demo pool could not be made."),
                                               .body = error.message,
                                               .actions = {{QStringLiteral("retry"), tr("Try again")}}});
}

void Application::useClient(const QString &userPoolId, const QString &clientId, const QString &clientSecret)
{
    auto connection = m_connections.find(QString(profiles::sandboxId));
    if (!connection || m_openId != profiles::sandboxId)
        return;
    connection->userPoolId = userPoolId;
    connection->clientId = clientId;
    connection->hasClientSecret = !clientSecret.isEmpty();
    keepClientSecret(connection->id, clientSecret);
    if (const auto kept = m_connections.update(*connection); !kept)
        m_window->banners()->show(connectionsBanner, ui::Callout::Content::fromError(kept.error()));
    install(*connection, m_sandbox.endpoint());
    if (m_open && !clientSecret.isEmpty())
        m_open->access().setClientSecret(clientSecret);
}

void Application::install(const profiles::Connection &connection, const QUrl &endpoint)
{
    close();
    m_window->banners()->hide(keychainBanner);
    m_open = std::make_unique<OpenConnection>(
        connection, endpoint, OpenConnection::Parts{.secrets = m_secrets.get(), .random = &m_random, .log = &m_log});
    connectOpened();
    m_window->setConnection(connection);
    m_window->setMailboxAvailable(connection.kind == profiles::Connection::Kind::Sandbox);
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
    connect(&workspace, &ui::Workspace::connectionEditingRequested, this, [this] { manageConnections(m_openId); });
    auth::UserPoolAccess &access = m_open->access();
    connect(&access, &auth::UserPoolAccess::settingsChanged, m_window.get(), [this, &access] {
        const auto &pool = access.settings().pool;
        m_window->setPoolName(pool ? pool->name.value_or(QString()) : QString());
    });
    connect(&m_open->sessions(), &auth::SessionManager::storageProblemChanged, this, &Application::showStorageProblem);
    if (m_open->connection().kind == profiles::Connection::Kind::Sandbox)
        connect(&access, &auth::UserPoolAccess::settingsChanged, this, &Application::leaveMissingPool,
                Qt::QueuedConnection);
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

// What was saved for the open connection counts at once; a deleted one is left.
void Application::followConnections()
{
    m_window->setConnections(m_connections.connections());
    const auto connection = m_connections.find(m_openId);
    if (!connection)
        open(QString(profiles::sandboxId));
    else if (m_open && *connection != m_open->connection())
        open(m_openId);
    forgetDeleted();
}

// A deleted connection must not leave tokens behind that nobody can find any more.
void Application::forgetDeleted()
{
    const QList<profiles::Connection> before = std::exchange(m_known, m_connections.connections());
    for (const profiles::Connection &connection : before) {
        if (!m_connections.find(connection.id))
            auth::SessionManager::forgetStored(*m_secrets, connection, this);
    }
}

void Application::retry(const QString &banner)
{
    auto *keychain = qobject_cast<secrets::KeychainStore *>(m_secrets.get());
    if (banner == demoPoolBanner)
        open(QString(profiles::sandboxId));
    else if (banner == keychainBanner && keychain)
        keychain->retry();
}

// Another connection may have been opened while the sandbox was being reset.
void Application::forgetSandboxSessions()
{
    const auto connection = m_connections.find(QString(profiles::sandboxId));
    if (m_open && m_open->connection().kind == profiles::Connection::Kind::Sandbox)
        m_open->sessions().forgetEverything();
    else if (connection)
        auth::SessionManager::forgetStored(*m_secrets, *connection, this);
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
    m_openFailure = error.message;
    showStatus();
    m_window->banners()->show(
        sandboxBanner,
        {.tone = ui::Tone::Bad, .title = tr("The sandbox could not be started."), .body = error.message});
    if (m_openId == profiles::sandboxId)
        close();
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

void Application::showStatus()
{
    const auto connection = m_connections.find(m_openId);
    QString place = connection ? connection->name : QString();
    if (m_open) {
        const QUrl endpoint = m_open->access().endpoint();
        const bool isSandbox = m_open->connection().kind == profiles::Connection::Kind::Sandbox;
        const QString where = isSandbox ? tr("listening on %1").arg(endpoint.authority()) : endpoint.host();
        place = QStringLiteral("%1 · %2 · %3").arg(place, m_open->access().userPoolId(), where);
    } else if (m_openId == profiles::sandboxId && m_openFailure.isEmpty()) {
        place = tr("%1 · starting…").arg(place);
    }
    m_window->setEndpointText(place);
    m_window->setKeychainText(tr("Secrets: %1").arg(m_secrets->backendName()));
}

void Application::showStorageProblem(const QString &sentence)
{
    if (sentence.isEmpty())
        m_window->banners()->hide(keychainBanner);
    else
        m_window->banners()->show(
            keychainBanner,
            {.tone = ui::Tone::Caution, .title = sentence, .actions = {{QStringLiteral("retry"), tr("Try again")}}});
}

void Application::manageConnections(const QString &selectId)
{
    auto *dialog = new ui::ConnectionsDialog(&m_connections, m_tester.get(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ConnectionsDialog::secretEntered, this, &Application::keepClientSecret);
    connect(dialog, &ui::ConnectionsDialog::openRequested, this, &Application::open);
    dialog->select(selectId);
    dialog->open();
}

void Application::keepClientSecret(const QString &connectionId, const QString &secret)
{
    const QString key = profiles::clientSecretKey(connectionId);
    const auto told = [this](const Result<void> &done) {
        if (!done)
            showStorageProblem(done.error().message);
    };
    if (secret.isEmpty())
        m_secrets->remove(key, this, told);
    else
        m_secrets->write(key, secret.toUtf8(), this, told);
    // Without a keychain the secret still counts, for as long as the program runs.
    if (m_open && m_openId == connectionId)
        m_open->access().setClientSecret(secret);
}

} // namespace poolscope
