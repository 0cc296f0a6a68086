#pragma once

#include "core/error.h"
#include "users/userlistmodel.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace poolscope::ui {

class Callout;
class ElidedLabel;
class EmptyState;
class Workspace;

// The users of the pool that the other pages work with, plainly; one can be deleted.
class UsersCard final : public QWidget
{
    Q_OBJECT

public:
    explicit UsersCard(Workspace &workspace, QWidget *parent = nullptr);

    void reload();

private:
    void buildLayout();
    QWidget *buildTable();
    void shareColumns();
    void followSelection();
    void showCount();
    void invite();
    void askToDelete();
    void deleteUser(const QString &username);
    void forgetSessions(const QString &username);
    void showError(const Error &error);

    Workspace &m_workspace;
    users::UserListModel m_model;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ElidedLabel *m_count = nullptr;
    QPushButton *m_invite = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_reload = nullptr;
    Callout *m_callout = nullptr;
};

} // namespace poolscope::ui
