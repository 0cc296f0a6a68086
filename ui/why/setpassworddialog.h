#pragma once

#include "auth/userrepair.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace poolscope::auth {
class UserPoolAccess;
}
namespace poolscope::diagnosis {
struct Remedy;
}

namespace poolscope::ui {

class Callout;
class Form;
class PasswordField;
class PasswordGuide;
class PrimaryButton;
class Workspace;

// Sets a user's password as an administrator, and says what that does. It stays open until the service has taken the
// password, and then shows it once more: nobody sends it to the user, and it stands nowhere else. Opened, never exec'd;
// deletes itself, and the password with it.
class SetPasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    struct User
    {
        QString username; // as the service calls the user
        QString shown;    // as people do
    };

    // The workspace outlives the dialog.
    SetPasswordDialog(Workspace &workspace, User user, const diagnosis::Remedy &remedy, QWidget *parent = nullptr);

    void reject() override; // while a request is under way, ends that one only

signals:
    void passwordSet();
    void unsure(); // a request was given up, or its outcome is unknown: it may have been set

private:
    void build(const diagnosis::Remedy &remedy);
    void buildForm();
    QHBoxLayout *buildButtons();
    void set();
    void showBusy();
    void showSet();
    void showError(const Error &error);
    void runAction(const QString &action);

    Workspace &m_workspace;
    User m_user;
    auth::Repair m_kind;
    auth::UserRepair m_repair;
    QLabel *m_effect = nullptr;
    Form *m_form = nullptr;
    PasswordField *m_password = nullptr;
    PasswordGuide *m_guide = nullptr;
    Callout *m_callout = nullptr;
    PrimaryButton *m_set = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace poolscope::ui
