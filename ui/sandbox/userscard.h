#pragma once

#include "core/error.h"
#include "users/userlistmodel.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class Callout;
class ElidedLabel;
class EmptyState;
class ExpiryMenu;
class Workspace;

// The users of the pool that the other pages work with, plainly; one can be deleted, and what time ends of one be made to
// expire.
class UsersCard final : public QWidget
{
    Q_OBJECT

public:
    // Both outlive the card.
    UsersCard(Workspace &workspace, sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

    void reload();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Selected
    {
        QString username;
        QString shownName; // an address, where there is one
    };

    void buildLayout();
    QBoxLayout *buildHead();
    QWidget *buildTable();
    void addTroubleAction();
    void shareColumns();
    std::optional<Selected> selected() const;
    void followSelection();
    void showExpired(const QString &sentence);
    void showCount();
    void invite(const QString &name = {}, const QString &email = {});
    void askToDelete();
    void deleteUser(const QString &username);
    void forgetSessions(const QString &username);
    void showError(const Error &error);

    Workspace &m_workspace;
    users::UserListModel m_model;
    QBoxLayout *m_head = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ElidedLabel *m_count = nullptr;
    QPushButton *m_invite = nullptr;
    QPushButton *m_expire = nullptr;
    ExpiryMenu *m_expiryMenu = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_reload = nullptr;
    Callout *m_callout = nullptr;
};

} // namespace poolscope::ui
