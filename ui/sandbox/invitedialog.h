#pragma once

#include "core/error.h"
#include "model/cognitoidp.h"

#include <QDialog>

class QHBoxLayout;
class QLineEdit;

namespace poolscope::ui {

class Callout;
class Form;
class PrimaryButton;
class Workspace;

// Creates a user as an administrator does: the temporary password goes out in an invitation. Opened, never exec'd.
class InviteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit InviteDialog(Workspace &workspace, QWidget *parent = nullptr);

    // The address only where the pool asks for it beside the name.
    void fill(const QString &name, const QString &email);

signals:
    // Somebody was invited, or may have been: the dialog was closed before the answer came.
    void usersChanged();

private:
    void buildForm();
    QHBoxLayout *buildButtons();
    void setSending(bool sending);
    void send();
    idp::AdminCreateUserRequest request() const;
    void showError(const Error &error);
    void placeError(const Error &error);
    void runAction(const QString &action);

    Workspace &m_workspace;
    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_email = nullptr; // null where the name is an address itself
    Callout *m_callout = nullptr;
    PrimaryButton *m_send = nullptr;
    bool m_sending = false;
};

} // namespace poolscope::ui
