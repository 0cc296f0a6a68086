#pragma once

#include "auth/signupflow.h"
#include "ui/common/page.h"

namespace poolscope::auth {
class SignInFlow;
struct Challenge;
} // namespace poolscope::auth
namespace poolscope::sandbox {
struct Message;
}

namespace poolscope::ui {

class AccountStep;
class ConfirmStep;
class DoneStep;
class StepBar;
class StepStack;
class Workspace;

// Sign up, confirm, signed in: the three steps of a new user. Going back loses nothing.
class SignUpPage final : public Page
{
    Q_OBJECT

public:
    explicit SignUpPage(Workspace &workspace, QWidget *parent = nullptr);
    ~SignUpPage() override;

    // Goes to the confirmation of a user who is there already.
    void confirmExisting(const QString &username, const QString &password, const Error &refusal = {});

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildSteps();
    void connectFlow();
    void connectSteps();
    void showStep(QWidget *step);
    void followStage(auth::SignUpFlow::Stage stage);
    void showFailure(const Error &error);
    void confirm(const QString &username, const QString &code, bool moveAlias);
    void resend(const QString &username);
    void showResendsLeft();
    void signInAtOnce();
    void leaveForSignIn();
    void takeOfferedCode(const sandbox::Message &message, bool *taken);
    void startOver();
    void takeDrafts();
    void leaveDrafts() const;

    Workspace &m_workspace;
    auth::SignUpFlow *m_flow;
    auth::SignInFlow *m_signIn;
    StepBar *m_stepBar;
    StepStack *m_steps;
    AccountStep *m_account;
    ConfirmStep *m_confirm;
    DoneStep *m_done;
};

} // namespace poolscope::ui
