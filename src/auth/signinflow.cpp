#include "auth/signinflow.h"

#include "auth/background.h"
#include "auth/codedelivery.h"
#include "auth/readycall.h"
#include "auth/sessionmanager.h"
#include "crypto/srp.h"

#include <utility>

namespace poolscope::auth {

namespace {

namespace Name = idp::values::ChallengeNameType;
namespace Flow = idp::values::AuthFlowType;

const QString usernameKey = QStringLiteral("USERNAME");
const QString passwordKey = QStringLiteral("PASSWORD");
const QString srpAKey = QStringLiteral("SRP_A");
const QString secretHashKey = QStringLiteral("SECRET_HASH");
const QString userIdKey = QStringLiteral("USER_ID_FOR_SRP");

// A server that asks for proof after proof would keep us busy for ever.
constexpr int mostAnsweredByItself = 6;

bool needsPassword(const QString &flow)
{
    return flow == Flow::UserSrpAuth || flow == Flow::UserPasswordAuth || flow == Flow::AdminUserPasswordAuth ||
           flow == Flow::AdminNoSrpAuth;
}

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

// What InitiateAuth and RespondToAuthChallenge both answer.
struct ChallengeOrTokens
{
    QString challengeName;
    QString session;
    QMap<QString, QString> parameters;
    QStringList available;
    std::optional<idp::AuthenticationResultType> result;

    template<class Response>
    static Result<ChallengeOrTokens> from(const Result<Response> &response)
    {
        if (!response)
            return failure(response.error());
        return ChallengeOrTokens{.challengeName = response->challengeName.value_or(QString()),
                                 .session = response->session.value_or(QString()),
                                 .parameters = response->challengeParameters.value_or(QMap<QString, QString>{}),
                                 .available = response->availableChallenges.value_or(QList<QString>{}),
                                 .result = response->authenticationResult};
    }
};

struct SignInFlow::Attempt
{
    std::shared_ptr<crypto::SrpClient> srp; // also held by the computation while that runs
    QString password;
    QString userId; // what the service calls the user: sent and hashed in place of the typed name
    QString session;
    int answeredByItself = 0;
    QObject context; // last: its going stops the answers before the rest goes
};

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
    if (m_form.username.isEmpty())
        return fail(Error::validation(QStringLiteral("UsernameMissing"), tr("Enter the name to sign in with.")));
    if (m_form.password.isEmpty() && needsPassword(m_form.flow))
        return fail(Error::validation(QStringLiteral("PasswordMissing"), tr("Enter the password.")));
    m_attempt = std::make_unique<Attempt>();
    m_attempt->password = m_form.password;
    setBusy(true);
    if (m_attempt)
        initiate();
}

void SignInFlow::initiate()
{
    callWhenReady(
        *m_access, &m_attempt->context, tr("Sign in"),
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

QMap<QString, QString> SignInFlow::authParameters()
{
    QMap<QString, QString> parameters = m_form.parameters;
    parameters.insert(usernameKey, m_form.username);
    const QString preferred = parameters.value(QStringLiteral("PREFERRED_CHALLENGE"));
    const bool srp = m_form.flow == Flow::UserSrpAuth || preferred == Name::PasswordSrp ||
                     parameters.value(QStringLiteral("CHALLENGE_NAME")) == srpAKey;
    const bool plain = (m_form.flow != Flow::UserSrpAuth && needsPassword(m_form.flow)) || preferred == Name::Password;
    if (srp)
        parameters.insert(srpAKey, srpA());
    if (plain && !m_form.password.isEmpty())
        parameters.insert(passwordKey, m_form.password);
    if (const auto hash = m_access->secretHash(m_form.username))
        parameters.insert(secretHashKey, *hash);
    return parameters;
}

QString SignInFlow::srpA()
{
    m_attempt->srp = std::make_shared<crypto::SrpClient>(m_access->random());
    return m_attempt->srp->publicValueHex();
}

QString SignInFlow::nameToSend() const
{
    return m_attempt->userId.isEmpty() ? m_form.username : m_attempt->userId;
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
    for (const QString &key : {usernameKey, userIdKey}) {
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

void SignInFlow::answerByItself()
{
    if (++m_attempt->answeredByItself > mostAnsweredByItself)
        return failProtocol(QStringLiteral("TooManyChallenges"),
                            tr("The service asks for the same proof again and again."));
    if (m_challenge->name == Name::PasswordVerifier)
        return answerPasswordVerifier();
    respondWith({});
}

void SignInFlow::answerPasswordVerifier()
{
    const QMap<QString, QString> given = m_challenge->parameters;
    const crypto::SrpChallenge challenge{.saltHex = given.value(QStringLiteral("SALT")),
                                         .srpBHex = given.value(QStringLiteral("SRP_B")),
                                         .secretBlockBase64 = given.value(QStringLiteral("SECRET_BLOCK"))};
    if (!m_attempt->srp || challenge.saltHex.isEmpty() || challenge.srpBHex.isEmpty() ||
        challenge.secretBlockBase64.isEmpty() || given.value(userIdKey).isEmpty())
        return failProtocol(QStringLiteral("IncompleteChallenge"),
                            tr("The service asked for an SRP proof without giving what it takes."));
    runInBackground(
        &m_attempt->context,
        [srp = m_attempt->srp, pool = m_access->userPoolId(), user = given.value(userIdKey),
         password = m_attempt->password, challenge,
         now = m_access->clock().now()] { return srp->passwordClaim(pool, user, password, challenge, now); },
        [this, block = challenge.secretBlockBase64](const Result<crypto::PasswordClaim> &claim) {
            if (!claim)
                return fail(claim.error());
            respondWith({{QStringLiteral("PASSWORD_CLAIM_SIGNATURE"), claim->signatureBase64},
                         {QStringLiteral("PASSWORD_CLAIM_SECRET_BLOCK"), block},
                         {QStringLiteral("TIMESTAMP"), claim->timestamp}});
        });
}

void SignInFlow::respond(const QMap<QString, QString> &answers)
{
    if (m_busy || !m_attempt || !m_challenge || m_challenge->answeredByItself)
        return;
    QMap<QString, QString> cleaned = answers;
    for (const ChallengeField &field : std::as_const(m_challenge->fields)) {
        if (field.kind == ChallengeField::Kind::Code)
            cleaned[field.name] = cleanCode(answers.value(field.name));
    }
    if (const auto problem = answersProblem(*m_challenge, cleaned))
        return fail(Error::validation(QStringLiteral("AnswerRefused"), *problem));
    if (cleaned.contains(passwordKey))
        m_attempt->password = cleaned.value(passwordKey);
    const QPointer<QObject> context(&m_attempt->context);
    setBusy(true);
    if (context)
        respondWith(cleaned);
}

// Puts in what the answers alone do not hold: names, hashes, and SRP_A in place of a password that is only proved.
QMap<QString, QString> SignInFlow::challengeResponses(QMap<QString, QString> answers)
{
    const QString chosen =
        m_challenge->name == Name::SelectChallenge ? answers.value(QStringLiteral("ANSWER")) : m_challenge->name;
    if (chosen == Name::PasswordSrp) {
        answers.remove(passwordKey);
        answers.insert(srpAKey, srpA());
    } else if (chosen == Name::Password || chosen == Name::AdminNoSrpAuth) {
        answers.insert(passwordKey, m_attempt->password);
    }
    answers.insert(usernameKey, nameToSend());
    if (const auto hash = m_access->secretHash(nameToSend()))
        answers.insert(secretHashKey, *hash);
    return answers;
}

void SignInFlow::respondWith(const QMap<QString, QString> &answers)
{
    idp::RespondToAuthChallengeRequest request{.clientId = m_access->clientId(),
                                               .challengeName = m_challenge->name,
                                               .challengeResponses = challengeResponses(answers)};
    if (!m_attempt->session.isEmpty())
        request.session = m_attempt->session;
    if (!m_form.clientMetadata.isEmpty())
        request.clientMetadata = m_form.clientMetadata;
    m_access->client().call(request, &m_attempt->context,
                            [this](const Result<idp::RespondToAuthChallengeResponse> &response) {
                                received(ChallengeOrTokens::from(response));
                            },
                            {.action = tr("Sign in")});
}

void SignInFlow::finish(const idp::AuthenticationResultType &result)
{
    if (result.accessToken.value_or(QString()).isEmpty())
        return failProtocol(QStringLiteral("IncompleteResult"),
                            tr("The service signed the user in without giving tokens."));
    Session *session = m_sessions->adopt(result, m_form.username);
    m_attempt.reset();
    m_challenge.reset();
    m_form.password.clear();
    const QPointer<SignInFlow> self(this);
    setBusy(false);
    if (self)
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
        emit confirmationNeeded(username);
    else if (error.kind == Error::Kind::Service && error.code == idp::errors::PasswordResetRequiredException)
        emit passwordResetNeeded(username);
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
