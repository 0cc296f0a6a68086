#include "ui/signup/signuppage.h"

#include "auth/attemptledger.h"
#include "auth/session.h"
#include "auth/signinflow.h"
#include "auth/userpoolaccess.h"
#include "sandbox/message.h"
#include "ui/common/stepbar.h"
#include "ui/common/stepstack.h"
#include "ui/signup/accountstep.h"
#include "ui/signup/confirmstep.h"
#include "ui/signup/donestep.h"
#include "ui/workspace/workspace.h"

#include <utility>

namespace poolscope::ui {

SignUpPage::SignUpPage(Workspace &workspace, QWidget *parent)
    : Page(tr("Sign up"), parent)
    , m_workspace(workspace)
    , m_flow(new auth::SignUpFlow(&workspace.access(), this))
    , m_signIn(new auth::SignInFlow(&workspace.access(), &workspace.sessions(), this))
    , m_stepBar(new StepBar({tr("Account"), tr("Confirm"), tr("Signed in")}, this))
    , m_steps(new StepStack(this))
    , m_account(new AccountStep(workspace, this))
    , m_confirm(new ConfirmStep(workspace, this))
    , m_done(new DoneStep(workspace, this))
{
    addHeaderWidget(m_stepBar);
    buildSteps();
    connectFlow();
    connectSteps();
    connect(&workspace, &Workspace::confirmationRequested, this, &SignUpPage::confirmExisting);
    connect(&workspace, &Workspace::codeOffered, this, &SignUpPage::takeOfferedCode);
    takeDrafts();
}

SignUpPage::~SignUpPage()
{
    leaveDrafts();
}

void SignUpPage::takeDrafts()
{
    Drafts &drafts = m_workspace.drafts();
    if (const auto form = std::exchange(drafts.signUp, std::nullopt))
        m_account->setForm(*form);
    if (const auto confirmation = std::exchange(drafts.confirmation, std::nullopt)) {
        confirmExisting(confirmation->username, confirmation->password);
        m_confirm->takeCode(confirmation->username, confirmation->code);
    }
}

void SignUpPage::leaveDrafts() const
{
    Drafts &drafts = m_workspace.drafts();
    drafts.signUp = m_account->form();
    if (m_steps->current() == m_confirm)
        drafts.confirmation = {
            .username = m_confirm->username(), .password = m_flow->signInForm().password, .code = m_confirm->code()};
}

void SignUpPage::buildSteps()
{
    for (QWidget *step : QList<QWidget *>{m_account, m_confirm, m_done})
        m_steps->add(step);
    setScrollingBody(m_steps);
}

void SignUpPage::connectFlow()
{
    using auth::SignUpFlow;
    connect(m_flow, &SignUpFlow::busyChanged, m_account, &AccountStep::setBusy);
    connect(m_flow, &SignUpFlow::busyChanged, m_confirm, &ConfirmStep::setBusy);
    connect(m_flow, &SignUpFlow::stageChanged, this, &SignUpPage::followStage);
    connect(m_flow, &SignUpFlow::codeSent, m_confirm, &ConfirmStep::setDelivery);
    connect(m_flow, &SignUpFlow::resendsLeftChanged, this, &SignUpPage::showResendsLeft);
    connect(m_flow, &SignUpFlow::failed, this, &SignUpPage::showFailure);

    using auth::SignInFlow;
    connect(m_signIn, &SignInFlow::signedIn, this, [this] {
        m_stepBar->setCurrent(2);
        m_done->showSignedIn(m_flow->username());
    });
    connect(m_signIn, &SignInFlow::failed, m_done, &DoneStep::showError);
    connect(m_signIn, &SignInFlow::passwordResetNeeded, this, &SignUpPage::leaveForSignIn);
    connect(m_signIn, &SignInFlow::confirmationNeeded, this, &SignUpPage::leaveForSignIn);
    connect(m_signIn, &SignInFlow::challengeReceived, this, [this](const auth::Challenge &challenge) {
        if (!challenge.answeredByItself)
            leaveForSignIn();
    });
}

void SignUpPage::connectSteps()
{
    connect(m_account, &AccountStep::submitted, m_flow, &auth::SignUpFlow::signUp);
    connect(m_account, &AccountStep::cancelRequested, m_flow, &auth::SignUpFlow::cancel);
    connect(m_account, &AccountStep::confirmExistingRequested, this,
            [this](const QString &username, const QString &password) { confirmExisting(username, password); });
    connect(m_account, &AccountStep::resendRequested, this, [this](const QString &username, const QString &password) {
        confirmExisting(username, password);
        resend(username);
    });
    connect(m_confirm, &ConfirmStep::usernameChanged, this, &SignUpPage::showResendsLeft);
    connect(m_confirm, &ConfirmStep::submitted, this, &SignUpPage::confirm);
    connect(m_confirm, &ConfirmStep::resendRequested, this, &SignUpPage::resend);
    connect(m_confirm, &ConfirmStep::laterRequested, this, [this] {
        const QString username = m_confirm->username();
        m_flow->confirmLater();
        if (m_confirm->isConfirmedAlready())
            m_account->beginAgain();
        else
            m_account->showUnconfirmed(username);
    });
    connect(m_confirm, &ConfirmStep::signInRequested, this, [this](const QString &username) {
        m_workspace.requestSignIn({.username = username, .password = m_flow->signInForm().password}, false);
    });
    connect(m_done, &DoneStep::signInRequested, this, &SignUpPage::leaveForSignIn);
    connect(m_done, &DoneStep::anotherRequested, this, &SignUpPage::startOver);
}

void SignUpPage::showStep(QWidget *step)
{
    m_steps->setCurrent(step);
    m_stepBar->setCurrent(step == m_account ? 0 : 1); // the third is reached by signing in
}

void SignUpPage::followStage(auth::SignUpFlow::Stage stage)
{
    switch (stage) {
    case auth::SignUpFlow::Stage::Form:
        showStep(m_account);
        m_account->focusFirst();
        break;
    case auth::SignUpFlow::Stage::Confirming:
        showStep(m_confirm);
        m_confirm->begin(m_flow->username(), !m_flow->userSub().isEmpty());
        showResendsLeft();
        break;
    case auth::SignUpFlow::Stage::Confirmed:
        showStep(m_done);
        signInAtOnce();
        break;
    }
}

void SignUpPage::showFailure(const Error &error)
{
    if (m_steps->current() == m_confirm)
        m_confirm->showError(error);
    else
        m_account->showError(error);
}

void SignUpPage::confirmExisting(const QString &username, const QString &password, const Error &refusal)
{
    if (m_steps->current() == m_confirm && m_confirm->username() == username && password.isEmpty())
        return; // it is open already, and may know the password
    const auth::SignUpForm typed = m_account->form();
    m_flow->cancel();
    m_flow->resumeConfirmation(username, password.isEmpty() && typed.username == username ? typed.password : password);
    showStep(m_confirm);
    m_confirm->begin(username, false);
    if (!refusal.code.isEmpty())
        m_confirm->showReason(refusal);
    showResendsLeft();
}

// Of whoever stands there: that may be another one than the last code went to.
void SignUpPage::showResendsLeft()
{
    m_confirm->setResendsLeft(m_flow->resendsLeft(m_confirm->username()));
}

// The user may have been typed anew since the confirmation began.
void SignUpPage::confirm(const QString &username, const QString &code, bool moveAlias)
{
    if (username != m_flow->username())
        m_flow->resumeConfirmation(username);
    m_flow->confirm(code, moveAlias);
}

void SignUpPage::resend(const QString &username)
{
    if (username != m_flow->username())
        m_flow->resumeConfirmation(username);
    m_flow->resend();
}

void SignUpPage::signInAtOnce()
{
    const auth::SignInForm form = m_flow->signInForm();
    // The confirmation's session stands in for a password in the flow with a choice only.
    const bool needsNoPassword = form.flow == idp::values::AuthFlowType::UserAuth && !form.session.isEmpty();
    if (form.password.isEmpty() && !needsNoPassword) {
        m_done->showConfirmedOnly(m_flow->username());
        return;
    }
    m_done->showSigningIn(m_flow->username());
    m_signIn->start(form);
}

void SignUpPage::leaveForSignIn()
{
    m_signIn->cancel();
    const auth::SignInForm form = m_flow->signInForm();
    if (form.password.isEmpty())
        m_done->showConfirmedOnly(m_flow->username());
    m_workspace.requestSignIn(form, !form.password.isEmpty());
}

void SignUpPage::takeOfferedCode(const sandbox::Message &message, bool *taken)
{
    const bool waits = isVisible() && m_steps->current() == m_confirm;
    if (*taken || !waits || message.purpose != sandbox::Message::Purpose::Confirmation)
        return;
    const QString user = m_confirm->username();
    if (!user.isEmpty() && !concerns(message, user))
        return;
    m_confirm->takeCode(m_workspace.userOf(message), message.code);
    *taken = true;
}

void SignUpPage::startOver()
{
    m_signIn->cancel();
    m_flow->confirmLater();
    showStep(m_account);
    m_account->beginAgain();
}

// Ready to be typed into, however one came here.
void SignUpPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_steps->current() == m_account)
        m_account->focusFirst();
}

} // namespace poolscope::ui
