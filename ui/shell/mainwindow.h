#pragma once

#include "profiles/connection.h"
#include "ui/shell/pagefactory.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>

class QAction;
class QLabel;
class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace poolscope::ui {

class Banners;
class CommandPalette;
class ConnectionCard;
class ElidedLabel;
class LinkButton;
class Navigation;
class Theme;

// The one window: navigation at the left, a page in the middle, Activity below and the Mailbox at the right, one keystroke
// away. Knows pages and panels only as factories. Does nothing but its own layout before the first paint.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    using WidgetFactory = std::function<QWidget *(QWidget *parent)>;

    struct Parts
    {
        QList<PageFactory> pages;
        WidgetFactory activityPanel; // made when first shown; may be empty
        WidgetFactory mailboxPanel;
        Theme *theme = nullptr;                  // must outlive the window
        QSettings *settings = nullptr;           // must outlive the window; null: nothing is kept
        QString language = QStringLiteral("en"); // what is in force, as Translations tells
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Of a window that is shown for the first time, on a screen with so much room.
    static QSize firstSize(const QSize &available);

    // Deletes the pages there are and offers these: for another connection. Goes on with the page of the same id.
    void setPages(const QList<PageFactory> &pages);
    void setConnection(const profiles::Connection &connection);
    void setPoolName(const QString &name); // of the connection's pool, once it is known
    // For the connection menu, which begins with those that were used last.
    void setConnections(const QList<profiles::Connection> &connections, const QList<profiles::Connection> &recent = {});
    void setEndpointText(const QString &text); // "Sandbox · us-east-1_Demo01 · listening on 127.0.0.1:9229"
    void setNote(const QString &text);         // what holds for a while; empty: nothing does
    void setKeychainText(const QString &text); // "Keychain: Secret Service"
    void setMailboxAvailable(bool available);  // only a sandbox has one
    void setMailboxCount(int newMessages);
    void setMailboxShown(bool shown);
    void setActivityShown(bool shown);
    void addCommand(QAction *action); // also in the palette and, with a shortcut, in F1's list

    Banners *banners() const { return m_banners; }
    QString currentPage() const { return m_currentPage; }
    QWidget *page(const QString &id);                     // made where it was not yet; null for an unknown id
    QWidget *activityPanel() const { return m_activity; } // null until first shown
    QWidget *mailboxPanel() const { return m_mailbox; }   // null until first shown
    void showPage(const QString &id);
    // What the palette offers now: the window's commands and the QWidget::actions() of the page
    // and the mailbox shown.
    QList<QAction *> commands() const;

signals:
    void connectionChosen(const QString &connectionId);
    void manageConnectionsRequested();
    void pageShown(const QString &id);
    void mailboxPanelCreated(QWidget *panel);
    void guideRequested(const QString &entryId); // of the error guide

public slots:
    void openPalette();
    void openShortcuts();
    void openSettings();
    void openAbout();
    void openConnectionMenu();
    void focusNextArea();
    void focusPage(); // the first thing in the page that can be operated

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    QWidget *buildLeft();
    QWidget *buildCentre();
    QWidget *buildStatusBar();
    void buildNavigation();
    void buildNavigationFoot();
    void buildCommands();
    QAction *command(const QString &name, const QString &text, const QString &iconName, const QKeySequence &shortcut);
    void addConnectionEntry(QMenu *menu, const profiles::Connection &connection);
    void addPageCommand(const PageFactory &page, const QKeySequence &shortcut);
    void rebuildConnectionCommands();
    void updateMailboxVisibility();
    void updateActivityVisibility();
    struct PanelState
    {
        bool wanted = false;
        QPointer<QWidget> before; // where the keyboard was before it went in
    };
    // `panel` is the member that `update` sets when it makes the panel.
    void callPanel(PanelState &state, QWidget *const &panel, void (MainWindow::*update)());
    void restoreState();
    void saveState() const;

    Parts m_parts;
    profiles::Connection m_connection;
    QList<profiles::Connection> m_connections;
    qsizetype m_recentCount = 0; // of m_connections, which begins with them
    QList<QAction *> m_commands;
    QList<QAction *> m_pageCommands;
    QList<QAction *> m_connectionCommands;
    QHash<QString, QWidget *> m_pages;
    QString m_currentPage;
    ConnectionCard *m_card = nullptr;
    Navigation *m_navigation = nullptr;
    QWidget *m_left = nullptr;
    QStackedWidget *m_stack = nullptr;
    Banners *m_banners = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    QWidget *m_activity = nullptr;
    QWidget *m_mailbox = nullptr;
    QAction *m_activityAction = nullptr;
    QAction *m_mailboxAction = nullptr;
    ElidedLabel *m_environment = nullptr;
    ElidedLabel *m_endpoint = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_keychain = nullptr;
    CommandPalette *m_palette = nullptr;
    PanelState m_mailboxState{.wanted = true, .before = {}};
    PanelState m_activityState;
    bool m_mailboxAvailable = false;
    bool m_wasShown = false;
};

} // namespace poolscope::ui
