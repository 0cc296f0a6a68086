#include "app/application.h"

#include "app/bannerids.h"
#include "app/clientsecrets.h"
#include "app/clocknotice.h"
#include "app/damagednotice.h"
#include "app/deletedsecrets.h"
#include "app/endpointtester.h"
#include "app/notices.h"
#include "app/openconnection.h"
#include "app/places.h"
#include "app/renewalwatch.h"
#include "app/sandboxmailbox.h"
#include "app/sandboxnotices.h"
#include "app/sandboxuserfacts.h"
#include "secrets/fallbackstore.h"
#include "secrets/keychainstore.h"
#include "secrets/memorystore.h"
#include "ui/activity/activitypanel.h"
#include "ui/mailbox/mailboxpanel.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"

#include <QApplication>
#include <QTimer>

#include <utility>

namespace poolscope {

namespace {

std::unique_ptr<secrets::SecretStore> makeSecretStore(const WindowOptions &options,
                                                      std::unique_ptr<secrets::KeychainBackend> keychain)
{
    if (!options.keychain)
        return std::make_unique<secrets::MemoryStore>();
    if (!keychain)
        keychain = secrets::makeSystemKeychain(keychainService(options));
    return std::make_unique<secrets::FallbackStore>(std::make_unique<secrets::KeychainStore>(std::move(keychain)));
}

credentials::KeyOrigins makeKeyOrigins(secrets::SecretStore &secrets)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    return {environment, credentials::AwsFiles::in(environment), &secrets};
}

} // namespace

Application::Application(const WindowOptions &options, std::unique_ptr<secrets::KeychainBackend> keychain)
    : m_options(options)
    , m_settings(configDir(options) + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    , m_secrets(makeSecretStore(options, std::move(keychain)))
    , m_connections(configDir(options) + QStringLiteral("/connections.json"))
    , m_sandbox({.port = options.sandboxPort, .dataDir = sandboxDir(options)})
    , m_keyOrigins(makeKeyOrigins(*m_secrets))
    , m_mailbox(std::make_unique<SandboxMailbox>(m_sandbox))
    , m_userFacts(std::make_unique<SandboxUserFacts>(m_sandbox))
    , m_tester(std::make_unique<EndpointTester>(m_random, m_log, *m_secrets))
{
    m_tester->setKeyOrigins(m_keyOrigins);
}

Application::~Application()
{
    m_window->setPages({}); // the pages hold on to the connection: they go first
    m_open.reset();
    m_clockNotice.reset();
    m_sandboxNotices.reset();
    m_clientSecrets.reset();
    m_deletedSecrets.reset();
    m_damagedNotice.reset();
    m_renewalWatch.reset();
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

void Application::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    QWidget *asking = QApplication::activeModalWidget();
    QWidget *front = asking ? asking : m_window.get();
    front->raise();
    front->activateWindow();
}

void Application::end()
{
    m_window->close();
    QCoreApplication::exit();
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
        auto *panel = new ui::MailboxPanel(m_mailbox.get(), m_clipboard, parent);
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
    addCommands();
    m_window->setConnections(m_connections.connections(), m_connections.recentConnections());
    const QString lastUsed = m_connections.lastUsedId();
    m_window->setConnection(m_connections.find(lastUsed).value_or(m_connections.connections().constFirst()));
    m_window->setPages(pages());
    m_window->setKeychainText(tr("Secrets: %1").arg(m_secrets->backendName()));
    connect(m_window.get(), &ui::MainWindow::connectionChosen, this, &Application::open);
    connect(m_window.get(), &ui::MainWindow::manageConnectionsRequested, this, [this] { manageConnections(m_openId); });
    connect(&m_connections, &profiles::ConnectionStore::connectionsChanged, this, &Application::followConnections,
            Qt::QueuedConnection);
    connect(&m_connections, &profiles::ConnectionStore::connectionsChanged, this,
            [this] { m_window->banners()->hide(bannerids::UnsavedConnections); });
    connect(&m_clipboard, &ui::SecretClipboard::copied, this,
            [this] { m_window->setNote(tr("Copied. The clipboard is emptied after a minute.")); });
    connect(&m_clipboard, &ui::SecretClipboard::ended, this, [this] { m_window->setNote({}); });
    m_renewalWatch = std::make_unique<RenewalWatch>(*m_window);
    m_damagedNotice = std::make_unique<DamagedNotice>(*m_secrets, m_connections, *m_window);
    m_clientSecrets = std::make_unique<ClientSecrets>(*m_secrets, *m_window);
    connect(m_damagedNotice.get(), &DamagedNotice::editingRequested, this, &Application::editConnection);
    m_deletedSecrets = std::make_unique<DeletedSecrets>(*m_secrets, m_connections, *m_window);
    connect(m_window->banners(), &ui::Banners::actionTriggered, this, &Application::retry);
    connect(m_secrets.get(), &secrets::SecretStore::availabilityChanged, this, &Application::showStatus);
    // Closed by hand only: nothing that is saved later brings back what was lost.
    if (!m_connections.problem().isEmpty())
        m_window->banners()->show(bannerids::Connections, notices::unreadConnections(m_connections.problem()));
}

// Until here nothing has touched the network, the keychain or a database: the window is on the screen.
void Application::afterFirstPaint()
{
    m_systemColors.start();
    m_secrets->open();
    m_deletedSecrets->remove();
    m_sandbox.start();
    open(m_connections.lastUsedId());
}

void Application::retry(const QString &banner)
{
    if (banner == bannerids::DemoPool || banner == bannerids::Sandbox)
        open(QString(profiles::sandboxId)); // both stand there only while the sandbox is what is to be open
    else if (banner == bannerids::Keychain)
        m_secrets->retry();
    else if (banner == bannerids::AwsKeys)
        editConnection(m_openId);
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
        m_window->banners()->hide(bannerids::Keychain);
    else
        m_window->banners()->show(bannerids::Keychain, notices::noKeychain(sentence));
}

} // namespace poolscope
