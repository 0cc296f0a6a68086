#include "ui/common/buttons.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/guideevent.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/navigationbutton.h"
#include "ui/common/readingorder.h"
#include "ui/connections/environment.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/connectioncard.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/shortcutsdialog.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace poolscope::ui {

namespace {

// The line at the foot of the window: where requests go at the left, the keychain and the palette at the right.
class StatusLine final : public QWidget
{
public:
    StatusLine(const QList<QWidget *> &left, const QList<QWidget *> &right, QWidget *parent)
        : QWidget(parent)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(lineWidget(false, this));
        auto *row = new QHBoxLayout;
        row->setContentsMargins(12, 2, 9, 2);
        row->setSpacing(8);
        for (QWidget *widget : left)
            row->addWidget(widget, widget == left.last() ? 1 : 0);
        for (QWidget *widget : right)
            row->addWidget(widget);
        column->addLayout(row);
    }
};

// What people named may hold what Qt takes for the mark of a mnemonic.
QString withoutMnemonic(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

QWidget *MainWindow::buildStatusBar()
{
    const QFont small = smallFont(font());
    m_environment = new ElidedLabel({}, Qt::ElideRight, this);
    m_environment->setFont(boldFont(small));
    m_environment->hide();
    m_endpoint = new ElidedLabel({}, Qt::ElideRight, this);
    m_endpoint->setObjectName(QStringLiteral("endpointText"));
    m_note = new ElidedLabel({}, Qt::ElideRight, this);
    m_note->setObjectName(QStringLiteral("noteText"));
    m_note->hide();
    m_keychain = new QLabel(this);
    m_keychain->setTextFormat(Qt::PlainText);
    m_keychain->setObjectName(QStringLiteral("keychainText"));
    for (QLabel *label : {static_cast<QLabel *>(m_endpoint), m_note, m_keychain}) {
        label->setFont(small);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    auto *palette = new LinkButton(tr("Ctrl+K commands"), this);
    palette->setObjectName(QStringLiteral("openPalette"));
    palette->setAccessibleName(tr("Commands"));
    palette->setFont(small);
    palette->setQuiet(true);
    connect(palette, &QPushButton::clicked, this, &MainWindow::openPalette);
    return new StatusLine({m_environment, m_endpoint}, {m_note, m_keychain, palette}, this);
}

QAction *MainWindow::command(const QString &name, const QString &text, const QString &iconName,
                             const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    addCommand(action);
    return action;
}

void MainWindow::addCommand(QAction *action)
{
    m_commands += action;
    addAction(action);
    connect(action, &QObject::destroyed, this, [this, action] { m_commands.removeAll(action); });
}

void MainWindow::addPageCommand(const PageFactory &page, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(page.iconName), tr("Go to %1").arg(page.title), this);
    action->setObjectName(QStringLiteral("command.page.") + page.id);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, [this, id = page.id] {
        showPage(id);
        focusPage();
    });
    addAction(action);
    m_pageCommands += action;
}

void MainWindow::buildCommands()
{
    connect(command(QStringLiteral("command.palette"), tr("Search commands…"), QStringLiteral("system-search"),
                    QKeySequence(Qt::CTRL | Qt::Key_K)),
            &QAction::triggered, this, &MainWindow::openPalette);
    connect(command(QStringLiteral("command.connections"), tr("Switch the connection…"),
                    QStringLiteral("network-connect"), QKeySequence(Qt::CTRL | Qt::Key_L)),
            &QAction::triggered, this, &MainWindow::openConnectionMenu);
    connect(command(QStringLiteral("command.manageConnections"), tr("Manage connections…"),
                    QStringLiteral("network-connect"), {}),
            &QAction::triggered, this, &MainWindow::manageConnectionsRequested);
    connect(command(QStringLiteral("command.nextArea"), tr("Go to the next area"), QStringLiteral("go-next"),
                    QKeySequence(Qt::Key_F6)),
            &QAction::triggered, this, &MainWindow::focusNextArea);
    connect(command(QStringLiteral("command.settings"), tr("Settings…"), QStringLiteral("configure"),
                    QKeySequence(Qt::CTRL | Qt::Key_Comma)),
            &QAction::triggered, this, &MainWindow::openSettings);
    connect(command(QStringLiteral("command.shortcuts"), tr("Keyboard shortcuts"),
                    QStringLiteral("configure-shortcuts"), QKeySequence(Qt::Key_F1)),
            &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(command(QStringLiteral("command.about"), tr("About Poolscope"), QStringLiteral("help-about"), {}),
            &QAction::triggered, this, &MainWindow::openAbout);
    connect(command(QStringLiteral("command.quit"), tr("Quit"), QStringLiteral("application-exit"),
                    QKeySequence(Qt::CTRL | Qt::Key_Q)),
            &QAction::triggered, this, &QWidget::close);
}

void MainWindow::rebuildConnectionCommands()
{
    qDeleteAll(m_connectionCommands);
    m_connectionCommands.clear();
    for (const profiles::Connection &connection : std::as_const(m_connections)) {
        auto *action = new QAction(tr("Connect to %1").arg(withoutMnemonic(connection.name)), this);
        action->setObjectName(QStringLiteral("command.connect.") + connection.id);
        action->setData(connection.id);
        connect(action, &QAction::triggered, this, [this, id = connection.id] { emit connectionChosen(id); });
        m_connectionCommands += action;
    }
}

QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> all = m_pageCommands + m_commands;
    for (const QWidget *place : {m_mailbox, m_stack->currentWidget()}) {
        if (place && place->isVisible())
            all = place->actions() + all;
    }
    for (QAction *action : m_connectionCommands) {
        if (action->data().toString() != m_connection.id)
            all += action;
    }
    return all;
}

void MainWindow::openPalette()
{
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->openWith(commands());
}

void MainWindow::openShortcuts()
{
    (new ShortcutsDialog(commands(), this))->open();
}

void MainWindow::openSettings()
{
    (new SettingsDialog(m_parts.theme, m_parts.settings, m_parts.language, this))->open();
}

void MainWindow::openAbout()
{
    (new AboutDialog(this))->open();
}

void MainWindow::addConnectionEntry(QMenu *menu, const profiles::Connection &connection)
{
    QStringList marks{environmentName(connection.environment)};
    if (connection.readOnly)
        marks += tr("read-only");
    marks.removeAll(QString());
    const QString text = withoutMnemonic(connection.name);
    QAction *entry = menu->addAction(marks.isEmpty() ? text : text + u'\t' + marks.join(QStringLiteral(" · ")));
    entry->setCheckable(true);
    entry->setChecked(connection.id == m_connection.id);
    entry->setIcon(environmentIcon(connection.environment, this));
    connect(entry, &QAction::triggered, this, [this, id = connection.id] { emit connectionChosen(id); });
}

void MainWindow::openConnectionMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("connectionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_connections.size(); ++i) {
        if (i > 0 && i == m_recentCount)
            menu->addSeparator();
        addConnectionEntry(menu, m_connections.at(i));
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Manage connections…")), &QAction::triggered, this,
            &MainWindow::manageConnectionsRequested);
    menu->popup(m_card->mapToGlobal(QPoint(0, m_card->height() + 4)));
}

void MainWindow::focusNextArea()
{
    QList<QWidget *> areas{m_left, m_stack->currentWidget(), m_activity, m_mailbox};
    areas.removeIf([](const QWidget *area) { return !area || !area->isVisible(); });
    if (areas.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (focused && (areas.at(i) == focused || areas.at(i)->isAncestorOf(focused)))
            at = i + 1;
    }
    QWidget *area = areas.at(at % areas.size());
    const QList<QWidget *> order = readingOrder(area);
    if (!order.isEmpty())
        order.first()->setFocus(Qt::TabFocusReason);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() != GuideEvent::eventType())
        return QMainWindow::event(event);
    event->accept();
    emit guideRequested(static_cast<const GuideEvent *>(event)->entryId());
    return true;
}

// Return presses the button that the keyboard is on, as Space does: Qt's own buttons know it in dialogs only.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (isReturn && !event->isAutoRepeat() && button && (event->modifiers() & ~Qt::KeypadModifier) == 0)
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(this, next);
}

} // namespace poolscope::ui
