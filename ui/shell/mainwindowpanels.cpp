#include "ui/common/navigationbutton.h"
#include "ui/common/readingorder.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>

#include <utility>

// The window's panels, Mailbox and Activity, and what is kept of its layout.
namespace poolscope::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString columnsKey = QStringLiteral("window/columns");
const QString rowsKey = QStringLiteral("window/rows");
const QString activityKey = QStringLiteral("window/activityShown");
const QString mailboxKey = QStringLiteral("window/mailboxShown");
const QString pageKey = QStringLiteral("window/page");

// The panels' ground: a little apart from the window's.
QWidget *onPanelGround(QWidget *panel)
{
    panel->setBackgroundRole(QPalette::AlternateBase);
    panel->setAutoFillBackground(true);
    return panel;
}

// What Tab leads to first in it; null where there is nothing. A mailbox's newest code stands above the others.
QWidget *firstIn(QWidget &panel)
{
    return readingOrder(&panel).value(0);
}

} // namespace

void MainWindow::buildNavigationFoot()
{
    m_activityAction = command(QStringLiteral("command.activity"), tr("Show Activity"),
                               QStringLiteral("view-statistics"), QKeySequence(Qt::Key_F12));
    m_mailboxAction = command(QStringLiteral("command.mailbox"), tr("Show the Mailbox"), QStringLiteral("mail-message"),
                              QKeySequence(Qt::CTRL | Qt::Key_M));
    NavigationButton *mailbox = m_navigation->addPanelSwitch(
        QStringLiteral("mailbox"), tr("Mailbox"), QStringLiteral("mail-message"), m_mailboxAction->shortcut());
    NavigationButton *activity = m_navigation->addPanelSwitch(
        QStringLiteral("activity"), tr("Activity"), QStringLiteral("view-statistics"), m_activityAction->shortcut());
    const NavigationButton *settings =
        m_navigation->addFootCommand(QStringLiteral("settings"), tr("Settings"), QStringLiteral("configure"),
                                     QKeySequence(Qt::CTRL | Qt::Key_Comma));
    connect(settings, &QPushButton::clicked, this, &MainWindow::openSettings);
    connect(mailbox, &QPushButton::clicked, this, &MainWindow::setMailboxShown);
    connect(activity, &QPushButton::clicked, this, &MainWindow::setActivityShown);
    connect(m_mailboxAction, &QAction::triggered, this,
            [this] { callPanel(m_mailboxState, m_mailbox, &MainWindow::updateMailboxVisibility); });
    connect(m_activityAction, &QAction::triggered, this,
            [this] { callPanel(m_activityState, m_activity, &MainWindow::updateActivityVisibility); });
}

// By its key: into the panel, showing it where it is hidden; from within it, back and away with it.
void MainWindow::callPanel(PanelState &state, QWidget *const &panel, void (MainWindow::*update)())
{
    QWidget *focus = focusWidget();
    const bool within = panel && focus && panel->isAncestorOf(focus);
    state.wanted = !panel || !panel->isVisible() || (!within && firstIn(*panel));
    (this->*update)();
    if (state.wanted && panel && firstIn(*panel)) {
        state.before = focus;
        firstIn(*panel)->setFocus(Qt::ShortcutFocusReason);
    } else if (within) {
        const QPointer<QWidget> before = std::exchange(state.before, nullptr);
        if (before && before->isVisible() && before->isEnabled())
            before->setFocus(Qt::ShortcutFocusReason);
        else
            focusPage();
    }
}

void MainWindow::setMailboxAvailable(bool available)
{
    m_mailboxAvailable = available;
    m_mailboxAction->setVisible(available);
    m_navigation->button(QStringLiteral("mailbox"))->setVisible(available);
    updateMailboxVisibility();
}

void MainWindow::setMailboxCount(int newMessages)
{
    m_navigation->button(QStringLiteral("mailbox"))->setCount(newMessages);
}

void MainWindow::setMailboxShown(bool shown)
{
    m_mailboxState.wanted = shown;
    updateMailboxVisibility();
}

void MainWindow::setActivityShown(bool shown)
{
    m_activityState.wanted = shown;
    updateActivityVisibility();
}

void MainWindow::updateMailboxVisibility()
{
    const bool shown = m_mailboxAvailable && m_mailboxState.wanted;
    m_navigation->button(QStringLiteral("mailbox"))->setChecked(shown);
    if (shown && !m_mailbox && m_parts.mailboxPanel) {
        m_mailbox = onPanelGround(m_parts.mailboxPanel(m_columns));
        m_mailbox->setMinimumWidth(260);
        m_columns->addWidget(m_mailbox);
        m_columns->setStretchFactor(1, 0);
        const QByteArray kept = m_parts.settings ? m_parts.settings->value(columnsKey).toByteArray() : QByteArray();
        if (kept.isEmpty() || !m_columns->restoreState(kept))
            m_columns->setSizes({width() - m_left->width() - 320, 320});
        m_columns->setChildrenCollapsible(false);
        emit mailboxPanelCreated(m_mailbox);
    }
    if (m_mailbox)
        m_mailbox->setVisible(shown);
}

void MainWindow::updateActivityVisibility()
{
    const bool shown = m_activityState.wanted;
    m_navigation->button(QStringLiteral("activity"))->setChecked(shown);
    if (shown && !m_activity && m_parts.activityPanel) {
        m_activity = onPanelGround(m_parts.activityPanel(m_rows));
        m_activity->setMinimumHeight(120);
        m_rows->addWidget(m_activity);
        m_rows->setStretchFactor(0, 1);
        m_rows->setStretchFactor(1, 0);
        const QByteArray kept = m_parts.settings ? m_parts.settings->value(rowsKey).toByteArray() : QByteArray();
        if (kept.isEmpty() || !m_rows->restoreState(kept))
            m_rows->setSizes({height() - 220, 220});
        m_rows->setChildrenCollapsible(false);
    }
    if (m_activity)
        m_activity->setVisible(shown);
}

void MainWindow::restoreState()
{
    bool activity = false;
    bool mailbox = true;
    if (const QSettings *settings = m_parts.settings) {
        restoreGeometry(settings->value(geometryKey).toByteArray());
        activity = settings->value(activityKey, activity).toBool();
        mailbox = settings->value(mailboxKey, mailbox).toBool();
        m_currentPage = settings->value(pageKey).toString();
    }
    m_mailboxState.wanted = mailbox;
    setActivityShown(activity);
    setMailboxAvailable(false);
}

void MainWindow::saveState() const
{
    if (!m_parts.settings)
        return;
    m_parts.settings->setValue(geometryKey, saveGeometry());
    m_parts.settings->setValue(activityKey, m_activityState.wanted);
    m_parts.settings->setValue(mailboxKey, m_mailboxState.wanted);
    m_parts.settings->setValue(pageKey, m_currentPage);
    if (m_mailbox)
        m_parts.settings->setValue(columnsKey, m_columns->saveState());
    if (m_activity)
        m_parts.settings->setValue(rowsKey, m_rows->saveState());
}

} // namespace poolscope::ui
