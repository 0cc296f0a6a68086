#include "ui/sandbox/userscard.h"

#include "auth/session.h"
#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/copyableid.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/sharedcolumns.h"
#include "ui/sandbox/expirymenu.h"
#include "ui/sandbox/invitedialog.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

constexpr int charactersInOneHead = 80; // count and buttons
constexpr int linesInSight = 10;        // of the table at least: the page scrolls where there is no room for them

// Of a status or a date the beginning says most; of names and addresses both ends do.
class HeadDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

} // namespace

UsersCard::UsersCard(Workspace &workspace, sandbox::Sandbox &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.access().client(), workspace.access().userPoolId())
    , m_expiryMenu(new ExpiryMenu(sandbox, workspace.access().userPoolId(), this))
{
    buildLayout();
    connect(&m_model, &users::UserListModel::loaded, this, &UsersCard::showCount);
    connect(&m_model, &users::UserListModel::failed, this, &UsersCard::showError);
    connect(m_reload, &QPushButton::clicked, this, &UsersCard::reload);
    connect(m_invite, &QPushButton::clicked, this, [this] { invite(); });
    connect(&m_workspace, &Workspace::invitationRequested, this, &UsersCard::invite);
    connect(&m_workspace.access(), &auth::UserPoolAccess::settingsChanged, this, [this] {
        if (!m_count->text().isEmpty()) // it stands there with the pool's id
            showCount();
    });
    connect(m_delete, &QPushButton::clicked, this, &UsersCard::askToDelete);
    connect(m_expiryMenu, &ExpiryMenu::expired, this, &UsersCard::showExpired);
    connect(m_expiryMenu, &ExpiryMenu::failed, this, &UsersCard::showError);
    connect(m_empty, &EmptyState::actionTriggered, this, [this](const QString &action) {
        if (action == u"invite")
            invite();
        else
            m_workspace.showPage(pages::SignUp);
    });
    followSelection();
}

void UsersCard::buildLayout()
{
    auto *card = new Card(this);
    card->setDense(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    m_head = buildHead();
    m_stack = new QStackedWidget(this);
    m_stack->setMinimumHeight(linesInSight * fontMetrics().lineSpacing());
    m_empty = new EmptyState(QStringLiteral("system-users"), tr("No users yet"),
                             tr("Users who sign up, or whom an administrator creates, stand here."), m_stack);
    m_empty->addAction(QStringLiteral("signup"), tr("Sign a user up"), true);
    m_empty->addAction(QStringLiteral("invite"), tr("Invite a user")); // the only way where sign-up is closed
    m_stack->addWidget(buildTable());
    m_stack->addWidget(m_empty);
    m_callout = new Callout(this);
    card->contentLayout()->addLayout(m_head);
    card->contentLayout()->addWidget(m_callout);
    card->contentLayout()->addWidget(m_stack, 1);
}

QBoxLayout *UsersCard::buildHead()
{
    m_count = new ElidedLabel({}, Qt::ElideMiddle, this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_invite = new QPushButton(tr("&Invite…"), this);
    m_invite->setAccessibleName(tr("Invite a user"));
    m_invite->setObjectName(QStringLiteral("users.invite"));
    m_expire = new QPushButton(tr("E&xpire"), this);
    m_expire->setAccessibleName(tr("Make something of the user expire"));
    m_expire->setObjectName(QStringLiteral("users.expire"));
    m_expire->setMenu(m_expiryMenu);
    m_delete = new QPushButton(tr("De&lete…"), this);
    m_delete->setAccessibleName(tr("Delete the user"));
    m_delete->setObjectName(QStringLiteral("users.delete"));
    m_reload = new QPushButton(tr("&Reload"), this);
    m_reload->setObjectName(QStringLiteral("users.reload"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_invite, m_expire, m_delete, m_reload})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *head = new QBoxLayout(QBoxLayout::LeftToRight);
    head->setSpacing(8);
    head->addWidget(m_count, 1);
    head->addLayout(buttons);
    return head;
}

QWidget *UsersCard::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("users.table"));
    m_table->setAccessibleName(tr("Users"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    shareColumns();
    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] {
        if (m_table->currentIndex().isValid())
            copyText(m_table->currentIndex().data(users::UserListModel::WholeTextRole).toString());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UsersCard::followSelection);
    addTroubleAction();
    return m_table;
}

void UsersCard::addTroubleAction()
{
    auto *why = new QAction(tr("&Why can’t this user sign in?"), m_table);
    why->setObjectName(QStringLiteral("users.why"));
    why->setEnabled(false);
    m_table->addAction(why);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, why,
            [why, selection] { why->setEnabled(selection->hasSelection()); });
    connect(why, &QAction::triggered, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            m_workspace.requestTrouble(m_model.user(rows.first().row()).username.value_or(QString()));
    });
}

// In the order of the model's columns.
void UsersCard::shareColumns()
{
    const int unit = fontMetrics().averageCharWidth();
    new SharedColumns(m_table, {{unit * 9, 2}, {unit * 17, 4}, {unit * 14, 2}, {unit * 12, 1}});
    for (const int column : {users::UserListModel::StatusColumn, users::UserListModel::CreatedColumn})
        m_table->setItemDelegateForColumn(column, new HeadDelegate(m_table));
}

void UsersCard::reload()
{
    m_callout->clear();
    m_model.refresh();
    followSelection();
}

// Beside the mailbox or in a small window the buttons take a line of their own.
void UsersCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < fontMetrics().averageCharWidth() * charactersInOneHead;
    m_head->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void UsersCard::followSelection()
{
    const std::optional<Selected> user = selected();
    m_delete->setEnabled(user.has_value());
    m_expire->setEnabled(user.has_value());
    m_expiryMenu->setUser(user ? user->username : QString(), user ? user->shownName : QString());
}

std::optional<UsersCard::Selected> UsersCard::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    const QString username = m_model.user(rows.first().row()).username.value_or(QString());
    const QString address = rows.first().siblingAtColumn(users::UserListModel::AddressColumn).data().toString();
    return Selected{username, address.isEmpty() ? username : address};
}

void UsersCard::showExpired(const QString &sentence)
{
    m_callout->setContent({.tone = Tone::Good, .title = sentence, .canBeClosed = true});
}

void UsersCard::showCount()
{
    const int count = m_model.rowCount();
    const QString text =
        m_model.canFetchMore({}) ? tr("%n or more users of %1", nullptr, count) : tr("%n users of %1", nullptr, count);
    const auth::UserPoolAccess &access = m_workspace.access();
    const auto &pool = access.settings().pool;
    m_count->setText(text.arg(pool ? pool->name.value_or(access.userPoolId()) : access.userPoolId()));
    m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget *>(m_empty) : m_table);
}

void UsersCard::invite(const QString &name, const QString &email)
{
    auto *dialog = new InviteDialog(m_workspace, this);
    dialog->fill(name, email);
    connect(dialog, &InviteDialog::usersChanged, this, &UsersCard::reload);
    dialog->open();
}

void UsersCard::askToDelete()
{
    const std::optional<Selected> user = selected();
    if (!user)
        return;
    const Confirmation question{.title = tr("Delete the user %1?").arg(user->shownName),
                                .text = tr("The user is deleted from the sandbox with all that belongs to them. "
                                           "This cannot be undone."),
                                .verb = tr("Delete user")};
    askToConfirm(this, question, [this, username = user->username] { deleteUser(username); });
}

void UsersCard::deleteUser(const QString &username)
{
    const auth::UserPoolAccess &access = m_workspace.access();
    m_workspace.access().client().call(
        idp::AdminDeleteUserRequest{.userPoolId = access.userPoolId(), .username = username}, this,
        [this, username](const Result<idp::AdminDeleteUserResponse> &response) {
            if (!response) {
                showError(response.error());
                return;
            }
            m_model.remove(username);
            m_table->clearSelection();
            m_table->setCurrentIndex({});
            forgetSessions(username);
            showCount();
        },
        {.action = tr("Delete user"), .destructionConfirmed = true});
}

// Whoever is deleted is not signed in any more either.
void UsersCard::forgetSessions(const QString &username)
{
    const QList<auth::Session *> sessions = m_workspace.sessions().sessions();
    for (auth::Session *session : sessions) {
        if (session->username() == username)
            session->signOutHere();
    }
}

void UsersCard::showError(const Error &error)
{
    m_callout->setContent(explained(error, m_workspace.facts(), {}).content);
}

} // namespace poolscope::ui
