#include "auth/signinflow.h"

#include "auth/readycall.h"
#include "auth/sessionmanager.h"
#include "auth/signinattempt.h"

#include <utility>

namespace poolscope::auth {

namespace {

namespace Flow = idp::values::AuthFlowType;

// After these the session is gone, or another try with it cannot help.
bool endsTheAttempt(const Error &error)
{
    if (error.kind != Error::Kind::Service)
        return false;
    return error.code == idp::errors::NotAuthorizedException || error.code == idp::errors::ResourceNotFoundException ||
           error.code == idp::errors::UserNotFoundException || error.code == idp::errors::UserNotConfirmedException ||
           error.code == idp::errors::PasswordResetRequiredException;
}

} // namespace

SignInFlow::SignInFlow(UserPoolAccess *access, SessionManager *sessions, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_sessions(sessions)
{
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::start(const SignInForm &form)
{
    m_attempt.reset();
    m_challenge.reset();
    m_steps.clear();
    m_form = form;
    m_form.username = form.username.trimmed();
    if (m_form.flow.isEmpty())
        m_form.flow = usualFlow(m_access->settings());
    if (m_form.username.isEmpty())
        return fail(Error::validation(QStringLiteral("UsernameMissing"), tr("Enter the name to sign in with.")));
    if (m_form.password.isEmpty() && needsPassword())
        return fail(Error::validation(QStringLiteral("PasswordMissing"), tr("Enter the password.")));
    m_attempt = std::make_unique<Attempt>();
    m_attempt->action = tr("Sign in");
    m_attempt->password = m_form.password;
    const QPointer<QObject> context(&m_attempt->context);
    setBusy(true);
    if (context)
        initiate();
}

void SignInFlow::initiate()
{
    callWhenReady(
        *m_access, &m_attempt->context, m_attempt->action,
        [this] {
            idp::InitiateAuthRequest request{
                .authFlow = m_form.flow, .authParameters = authParameters(), .clientId = m_access->clientId()};
            if (!m_form.clientMetadata.isEmpty())
                request.clientMetadata = m_form.clientMetadata;
            if (!m_form.session.isEmpty() && m_form.flow == Flow::UserAuth)
                request.session = m_form.session;
            return request;
        },
        [this](const Result<idp::InitiateAuthResponse> &response) { received(ChallengeOrTokens::from(response)); });
}

void SignInFlow::received(const Result<ChallengeOrTokens> &answer)
{
    if (!answer)
        return fail(answer.error());
    if (answer->result)
        return finish(*answer->result);
    if (answer->challengeName.isEmpty())
        return failProtocol(QStringLiteral("UnexpectedAnswer"),
                            tr("The service answered with neither tokens nor a challenge."));
    enter(*answer);
}

void SignInFlow::enter(const ChallengeOrTokens &next)
{
    m_attempt->session = next.session;
    for (const QString &key : {QStringLiteral("USERNAME"), QStringLiteral("USER_ID_FOR_SRP")}) {
        if (const QString name = next.parameters.value(key); !name.isEmpty())
            m_attempt->userId = name;
    }
    m_challenge = describeChallenge({.name = next.challengeName,
                                     .parameters = next.parameters,
                                     .available = next.available,
                                     .hasSession = !next.session.isEmpty(),
                                     .passwordKnown = !m_attempt->password.isEmpty(),
                                     .choiceFlow = m_form.flow == Flow::UserAuth,
                                     .receivedAtMs = m_access->clock().nowMs()},
                                    m_access->settings());
    m_steps.append(next.challengeName);

    const QPointer<SignInFlow> self(this);
    const QPointer<QObject> context(&m_attempt->context);
    if (!m_challenge->answeredByItself)
        setBusy(false);
    if (!self || !context)
        return;
    emit challengeReceived(Challenge(*m_challenge));
    if (self && context && m_challenge && m_challenge->answeredByItself)
        answerByItself();
}

void SignInFlow::finish(const idp::AuthenticationResultType &result)
{
    if (result.accessToken.value_or(QString()).isEmpty())
        return failProtocol(QStringLiteral("IncompleteResult"),
                            tr("The service signed the user in without giving tokens."));
    const QPointer<SignInFlow> self(this);
    const QPointer<Session> session(m_sessions->adopt(result, m_form.username));
    if (!self)
        return;
    m_attempt.reset();
    m_challenge.reset();
    m_form.password.clear();
    setBusy(false);
    if (self && session)
        emit signedIn(session);
}

void SignInFlow::runSideAction(const QString &id)
{
    SignInForm form = m_form;
    if (id == sideactions::OtherMethod)
        form.parameters.remove(QStringLiteral("PREFERRED_CHALLENGE"));
    else if (id != sideactions::StartAgain && id != sideactions::SendNewCode)
        return;
    start(form);
}

void SignInFlow::cancel()
{
    m_attempt.reset();
    m_challenge.reset();
    setBusy(false);
}

void SignInFlow::fail(const Error &error)
{
    const QString username = m_form.username;
    if (!m_challenge || m_challenge->answeredByItself || endsTheAttempt(error)) {
        m_attempt.reset();
        m_challenge.reset();
    }
    const QPointer<SignInFlow> self(this);
    setBusy(false);
    if (!self)
        return;
    if (error.kind == Error::Kind::Service && error.code == idp::errors::UserNotConfirmedException)
        emit confirmationNeeded(username, error);
    else if (error.kind == Error::Kind::Service && error.code == idp::errors::PasswordResetRequiredException)
        emit passwordResetNeeded(username, error);
    else
        emit failed(error);
}

void SignInFlow::failProtocol(const QString &code, const QString &message)
{
    m_challenge.reset();
    fail({.kind = Error::Kind::Protocol, .code = code, .message = message});
}

void SignInFlow::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        emit busyChanged(busy);
}

} // namespace poolscope::auth
