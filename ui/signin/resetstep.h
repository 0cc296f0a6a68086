#pragma once

#include "auth/codedelivery.h"
#include "auth/signinform.h"
#include "core/error.h"
#include "ui/workspace/drafts.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace poolscope::auth {
class PasswordResetFlow;
}
namespace poolscope::sandbox {
struct Message;
}

namespace poolscope::ui {

class Callout;
class CodeField;
class Form;
class LinkButton;
class PasswordField;
class PasswordGuide;
class PrimaryButton;
class Workspace;

// Forgot password: ask for a code, then set a new password with it.
class ResetStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ResetStep(Workspace &workspace, QWidget *parent = nullptr);

    void begin(const QString &username);
    Drafts::PasswordReset draft() const;
    void restore(const Drafts::PasswordReset &draft); // sends nothing
    // A code from the mailbox. False where another user's password is being reset.
    bool takeCode(const sandbox::Message &message);

signals:
    void done(const poolscope::auth::SignInForm &form); // the new password counts
    void cancelled();

private:
    void buildForm();
    void buildButtons();
    void connectFlow();
    void showPhase();
    void fillCode(const QString &code);
    bool isConfirming() const;
    QString username() const;
    void proceed();
    void showError(const Error &error);
    void placeError(const Error &error);
    void clearErrors();
    void runAction(const QString &action);
    void generatePassword();

    Workspace &m_workspace;
    auth::PasswordResetFlow *m_flow;
    QLabel *m_text = nullptr;
    Form *m_form = nullptr;
    QLineEdit *m_username = nullptr;
    CodeField *m_code = nullptr;
    PasswordField *m_password = nullptr;
    PasswordGuide *m_guide = nullptr;
    Callout *m_callout = nullptr;
    PrimaryButton *m_submit = nullptr;
    LinkButton *m_haveCode = nullptr;
    LinkButton *m_again = nullptr;
    LinkButton *m_cancel = nullptr;
};

} // namespace poolscope::ui
