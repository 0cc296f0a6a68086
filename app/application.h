#pragma once

#include "app/carriedover.h"
#include "app/commandline.h"
#include "core/error.h"
#include "credentials/keysources.h"
#include "crypto/random.h"
#include "profiles/connectionstore.h"
#include "sandbox/sandbox.h"
#include "secrets/keychainbackend.h"
#include "transport/activitylog.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/systemcolorscheme.h"
#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/shell/pagefactory.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace poolscope::secrets {
class SecretStore;
}
namespace poolscope::ui {
class ConnectionsDialog;
class MainWindow;
} // namespace poolscope::ui

namespace poolscope {

class ClientSecrets;
class ClockNotice;
class DamagedNotice;
class DeletedSecrets;
class EndpointTester;
class OpenConnection;
class RenewalWatch;
class SandboxMailbox;
class SandboxUserFacts;
class SandboxNotices;

// Makes and joins what lives as long as the program: settings, keychain, connections, the sandbox, the window; and opens
// one connection at a time.
class Application final : public QObject
{
    Q_OBJECT

public:
    // `keychain`: where the options want one; the system's where none is given.
    explicit Application(const WindowOptions &options, std::unique_ptr<secrets::KeychainBackend> keychain = {});
    ~Application() override;

    void start(); // shows the window; everything that may take time begins after its first paint
    void raise(); // before all other windows
    void end();   // at once, with whatever dialog is open: nothing is asked, what the window remembers is saved

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyAppearance();
    void buildWindow();
    void connectSandbox();
    void afterFirstPaint();

    void open(const QString &connectionId); // anew only where it is another than what is open
    bool isOpen(const profiles::Connection &connection) const;
    void openSandbox(const profiles::Connection &connection);
    void install(const profiles::Connection &connection, const QUrl &endpoint);
    void connectOpened();
    void close();
    void sandboxFailed(const Error &error);
    void useClient(const QString &userPoolId, const QString &clientId, const QString &clientSecret);
    void useDemoPool();
    void demoPoolFailed(const Error &error);
    void leaveMissingPool();
    void followConnections();
    void rename(const profiles::Connection &connection);
    void showUnsaved(const Error &error);
    void keepAsLastUsed(const QString &connectionId);
    void followEndpoint();
    void retry(const QString &banner);
    void forgetSandboxSessions();

    QList<ui::PageFactory> pages();
    QWidget *makePage(QLatin1StringView id, const QString &title, QWidget *parent);
    QWidget *makeSandboxPage(QWidget *parent);
    void addCommands();
    void showGuide(const QString &entryId);
    void showMessages();
    void showStatus();
    void showStorageProblem(const QString &sentence);
    void manageConnections(const QString &selectId);
    void editConnection(const QString &connectionId);
    void keepClientSecret(const QString &connectionId, const QString &secret);
    void keepKeys(const QString &connectionId, const transport::SigningCredentials &keys);
    void showProfiles(ui::ConnectionsDialog *dialog);
    void showKeysProblem();

    WindowOptions m_options;
    QSettings m_settings;
    ui::Translations m_translations;
    ui::Theme m_theme;
    ui::SystemColorScheme m_systemColors;
    crypto::SystemRandom m_random;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    profiles::ConnectionStore m_connections;
    transport::ActivityLog m_log;
    ui::SecretClipboard m_clipboard;
    sandbox::Sandbox m_sandbox;
    credentials::KeyOrigins m_keyOrigins;
    std::unique_ptr<SandboxMailbox> m_mailbox;
    std::unique_ptr<SandboxUserFacts> m_userFacts;
    std::unique_ptr<EndpointTester> m_tester;
    QString m_guideText;                    // pasted into the error guide; outlives its page
    std::unique_ptr<OpenConnection> m_open; // goes after the window's pages
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<RenewalWatch> m_renewalWatch;
    std::unique_ptr<DamagedNotice> m_damagedNotice;
    std::unique_ptr<SandboxNotices> m_sandboxNotices;
    std::unique_ptr<ClockNotice> m_clockNotice;
    std::unique_ptr<ClientSecrets> m_clientSecrets;
    std::unique_ptr<DeletedSecrets> m_deletedSecrets;
    CarriedOver m_carriedOver;
    QString m_openId;
    QString m_openFailure;
    bool m_portTaken = false;
};

} // namespace poolscope
