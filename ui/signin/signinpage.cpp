#include "ui/signin/signinpage.h"

#include "auth/session.h"
#include "auth/signinflow.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/explain.h"
#include "sandbox/message.h"
#include "ui/challenge/challengeform.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/stepbar.h"
#include "ui/common/stepstack.h"
#include "ui/signin/credentialsstep.h"
#include "ui/signin/resetstep.h"
#include "ui/signin/sessionscard.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

QStringList attributesAskedBy(const auth::Challenge &challenge)
{
    QStringList names;
    for (const auth::ChallengeField &field : challenge.fields) {
        if (field.attribute)
            names += field.attribute->name;
    }
    return names;
}

} // namespace

SignInPage::SignInPage(Workspace &workspace, QWidget *parent)
    : Page(tr("Sign in"), parent)
    , m_workspace(workspace)
    , m_flow(new auth::SignInFlow(&workspace.access(), &workspace.sessions(), this))
{
    buildBody();
    connectSteps();
    connectFlow();
    connect(&workspace, &Workspace::signInRequested, this, &SignInPage::begin);
    connect(&workspace, &Workspace::passwordResetRequested, this, &SignInPage::beginReset);
    connect(&workspace, &Workspace::codeOffered, this, &SignInPage::takeOfferedCode);
    takeDrafts();
}

SignInPage::~SignInPage()
{
    Drafts &drafts = m_workspace.drafts();
    drafts.signIn = m_credentials->draft();
    if (m_stack->current() == m_reset)
        drafts.reset = m_reset->draft();
}

void SignInPage::takeDrafts()
{
    Drafts &drafts = m_workspace.drafts();
    if (const auto draft = std::exchange(drafts.signIn, std::nullopt))
        m_credentials->restore(*draft);
    if (const auto draft = std::exchange(drafts.reset, std::nullopt)) {
        showStep(m_reset);
        m_reset->restore(*draft);
    }
}

void SignInPage::buildBody()
{
    m_steps = new StepBar({}, this);
    m_steps->hide();
    addHeaderWidget(m_steps);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(16);
    m_notice = new Callout(body);
    m_notice->setObjectName(QStringLiteral("signin.notice"));
    m_stack = new StepStack(body);
    m_credentials = new CredentialsStep(m_workspace, m_stack);
    m_reset = new ResetStep(m_workspace, m_stack);
    m_challengeCard = new Card(m_stack);
    for (QWidget *step : QList<QWidget *>{m_credentials, m_challengeCard, m_reset})
        m_stack->add(step);
    auto *sessions = new SessionsCard(m_workspace, body);
    connect(sessions, &SessionsCard::signedOut, this, [this](const QString &name, bool revoked) {
        clearNotice(); // it may say that this user is signed in
        if (revoked)
            m_notice->setContent({.tone = Tone::Neutral, .title = tr("%1 is signed out.").arg(name)});
    });
    column->addWidget(sessions);
    column->addWidget(m_notice);
    column->addWidget(m_stack);
    column->addStretch(1);
    setScrollingBody(body, 760);
    showStep(m_credentials);
}

void SignInPage::connectSteps()
{
    connect(m_credentials, &CredentialsStep::submitted, this, [this](const auth::SignInForm &form) {
        clearNotice();
        m_flow->start(form);
    });
    connect(m_credentials, &CredentialsStep::cancelRequested, m_flow, &auth::SignInFlow::cancel);
    connect(m_credentials, &CredentialsStep::passwordResetRequested, this, &SignInPage::beginReset);
    connect(m_credentials, &CredentialsStep::confirmationRequested, this,
            [this](const QString &username, const QString &password) {
                m_workspace.requestConfirmation(username, password);
            });
    connect(m_reset, &ResetStep::cancelled, this, [this] { showStep(m_credentials); });
    connect(m_reset, &ResetStep::done, this, [this](auth::SignInForm form) {
        form.flow = m_credentials->form().flow;
        begin(form, false);
        m_passwordWasSet = true;
        m_notice->setContent({.tone = Tone::Good, .title = tr("The password of %1 was changed.").arg(form.username)});
        m_flow->start(form);
    });
    connect(m_notice, &Callout::actionTriggered, this, [this] { m_workspace.showPage(pages::Tokens); });
}

void SignInPage::connectFlow()
{
    using auth::SignInFlow;
    connect(m_flow, &SignInFlow::busyChanged, this, [this](bool busy) {
        m_credentials->setBusy(busy);
        if (m_challenge)
            m_challenge->setBusy(busy);
    });
    connect(m_flow, &SignInFlow::challengeReceived, this, &SignInPage::showChallenge);
    connect(m_flow, &SignInFlow::signedIn, this, &SignInPage::showSignedIn);
    connect(m_flow, &SignInFlow::failed, this, &SignInPage::showFailure);
    connect(m_flow, &SignInFlow::confirmationNeeded, this, [this](const QString &username, const Error &refusal) {
        m_workspace.requestConfirmation(username, m_flow->form().password, refusal);
    });
    connect(m_flow, &SignInFlow::passwordResetNeeded, this, [this](const QString &username, const Error &refusal) {
        beginReset(username);
        Callout::Content content = explained(refusal, m_workspace.facts(), {}).content;
        content.tone = Tone::Caution; // the way on stands below it
        m_notice->setContent(content);
    });
}

void SignInPage::showStep(QWidget *step)
{
    m_stack->setCurrent(step);
    m_steps->setVisible(step == m_challengeCard);
}

void SignInPage::begin(const auth::SignInForm &form, bool atOnce)
{
    leaveChallenge();
    clearNotice();
    m_credentials->setForm(form);
    m_credentials->focusFirst();
    if (!atOnce)
        return;
    auth::SignInForm shown = form;
    shown.flow = m_credentials->form().flow;
    m_flow->start(shown);
}

void SignInPage::beginReset(const QString &username)
{
    leaveChallenge();
    clearNotice();
    showStep(m_reset);
    m_reset->begin(username);
}

void SignInPage::clearNotice()
{
    m_passwordWasSet = false;
    m_notice->clear();
}

void SignInPage::leaveChallenge()
{
    m_flow->cancel();
    if (m_challenge) {
        m_challenge->hide();
        m_challenge->deleteLater();
        m_challenge = nullptr;
    }
    showStep(m_credentials);
}

void SignInPage::showChallenge(const auth::Challenge &challenge)
{
    if (challenge.answeredByItself)
        return;
    if (m_challenge) {
        m_challenge->hide();
        m_challenge->deleteLater();
    }
    auth::UserPoolAccess &access = m_workspace.access();
    m_challenge = new ChallengeForm(challenge, access.clock(), access.random(), m_challengeCard);
    m_challenge->setSecretClipboard(&m_workspace.clipboard());
    m_challenge->setUser(m_flow->form().username);
    m_challengeCard->contentLayout()->addWidget(m_challenge);
    connect(m_challenge, &ChallengeForm::answered, m_flow, &auth::SignInFlow::respond);
    connect(m_challenge, &ChallengeForm::cancelRequested, this, &SignInPage::leaveChallenge);
    connect(m_challenge, &ChallengeForm::sideActionTriggered, this, &SignInPage::runSideAction);
    connect(m_challenge, &ChallengeForm::errorActionTriggered, this, &SignInPage::runSideAction);
    m_steps->setSteps(m_flow->steps());
    m_steps->setCurrent(int(m_flow->steps().size()) - 1);
    if (!m_passwordWasSet)
        clearNotice();
    showStep(m_challengeCard);
    m_challenge->focusFirst();
}

void SignInPage::showSignedIn(auth::Session *session)
{
    leaveChallenge();
    m_credentials->clearTyped();
    m_notice->setContent(
        {.tone = Tone::Good,
         .title = (m_passwordWasSet ? tr("The password was changed, and %1 is signed in.") : tr("%1 is signed in."))
                      .arg(session->displayName()),
         .actions = {{QStringLiteral("tokens"), tr("Show the tokens")}}});
    if (isVisible())
        m_notice->focusAction();
}

void SignInPage::showFailure(const Error &error)
{
    if (!m_challenge || !m_flow->challenge()) {
        leaveChallenge();
        m_credentials->showError(error);
        return;
    }
    m_challenge->clearErrors();
    if (error.code == u"AnswerRefused" && m_challenge->showProblems())
        return;
    const QList<Error> parts = diagnosis::separated(error);
    // The first one last: it gets the focus, and its field where two concern the same.
    std::for_each(parts.crbegin(), parts.crend(), [this](const Error &part) { placeAtChallenge(part); });
}

void SignInPage::placeAtChallenge(const Error &error)
{
    QStringList offered{QStringLiteral("startAgain")};
    if (m_workspace.access().canSign())
        offered += QStringLiteral("whyThisUser");
    const auto [content, field] = explained(error, m_workspace.facts(), offered);
    const bool isAttribute = field == u"attributes";
    const auth::Challenge &challenge = m_challenge->challenge();
    m_challenge->addError(content,
                          isAttribute ? diagnosis::attributeIn(error, {}, attributesAskedBy(challenge)) : field);
}

void SignInPage::runSideAction(const QString &id)
{
    if (id == auth::sideactions::ForgotPassword)
        beginReset(m_flow->form().username);
    else if (id == u"whyThisUser")
        m_workspace.requestTrouble(m_flow->form().username);
    else
        m_flow->runSideAction(id);
}

void SignInPage::takeOfferedCode(const sandbox::Message &message, bool *taken)
{
    if (*taken || !isVisible())
        return;
    const bool isForChallenge = message.purpose == sandbox::Message::Purpose::None && !message.isInvitation &&
                                concerns(message, m_flow->form().username);
    if (m_stack->current() == m_reset) {
        *taken = m_reset->takeCode(message);
    } else if (m_challenge && m_challenge->wantsCode() && isForChallenge) {
        m_challenge->takeCode(message.code);
        *taken = true;
    }
}

// Ready to be typed into, however one came here.
void SignInPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (event->spontaneous())
        return;
    m_credentials->forgetLockOut();
    if (m_stack->current() == m_credentials)
        m_credentials->focusFirst();
}

} // namespace poolscope::ui
