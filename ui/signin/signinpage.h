#pragma once

#include "auth/signinform.h"
#include "core/error.h"
#include "ui/common/page.h"

namespace poolscope::auth {
class Session;
class SignInFlow;
struct Challenge;
} // namespace poolscope::auth
namespace poolscope::sandbox {
struct Message;
}

namespace poolscope::ui {

class Callout;
class Card;
class ChallengeForm;
class CredentialsStep;
class ResetStep;
class StepBar;
class StepStack;
class Workspace;

// Signing in: credentials, then whatever the service asks for, then the tokens. Also the way to a new password.
class SignInPage final : public Page
{
    Q_OBJECT

public:
    explicit SignInPage(Workspace &workspace, QWidget *parent = nullptr);
    ~SignInPage() override;

    void begin(const auth::SignInForm &form, bool atOnce);
    void beginReset(const QString &username);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeDrafts();
    void buildBody();
    void connectSteps();
    void connectFlow();
    void showStep(QWidget *step);
    void showChallenge(const auth::Challenge &challenge);
    void showSignedIn(auth::Session *session);
    void showFailure(const Error &error);
    void placeAtChallenge(const Error &error);
    void leaveChallenge();
    void clearNotice();
    void runSideAction(const QString &id);
    void takeOfferedCode(const sandbox::Message &message, bool *taken);

    Workspace &m_workspace;
    auth::SignInFlow *m_flow;
    StepBar *m_steps = nullptr;
    Callout *m_notice = nullptr;
    StepStack *m_stack = nullptr;
    CredentialsStep *m_credentials = nullptr;
    ResetStep *m_reset = nullptr;
    Card *m_challengeCard = nullptr;
    ChallengeForm *m_challenge = nullptr;
    bool m_passwordWasSet = false; // by the reset that led to this sign-in
};

} // namespace poolscope::ui
