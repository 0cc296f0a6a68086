// The half of SignInFlow that answers: what is put into requests.
#include "auth/codedelivery.h"
#include "auth/readycall.h"
#include "auth/signinattempt.h"
#include "core/background.h"

#include <utility>

namespace poolscope::auth {

namespace {

namespace Name = idp::values::ChallengeNameType;
namespace Flow = idp::values::AuthFlowType;

constexpr QLatin1StringView usernameKey("USERNAME");
constexpr QLatin1StringView passwordKey("PASSWORD");
constexpr QLatin1StringView srpAKey("SRP_A");
constexpr QLatin1StringView secretHashKey("SECRET_HASH");
constexpr QLatin1StringView userIdKey("USER_ID_FOR_SRP");

// A server that asks for proof after proof would keep us busy for ever.
constexpr int mostAnsweredByItself = 6;

} // namespace

bool SignInFlow::needsPassword() const
{
    const QString &flow = m_form.flow;
    return flow == Flow::UserSrpAuth || flow == Flow::UserPasswordAuth || flow == Flow::AdminUserPasswordAuth ||
           flow == Flow::AdminNoSrpAuth;
}

QMap<QString, QString> SignInFlow::authParameters()
{
    QMap<QString, QString> parameters = m_form.parameters;
    parameters.insert(usernameKey, m_form.username);
    const QString preferred = parameters.value(QStringLiteral("PREFERRED_CHALLENGE"));
    const bool srp = m_form.flow == Flow::UserSrpAuth || preferred == Name::PasswordSrp ||
                     parameters.value(QStringLiteral("CHALLENGE_NAME")) == srpAKey;
    const bool plain = (m_form.flow != Flow::UserSrpAuth && needsPassword()) || preferred == Name::Password;
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
    if (const auto problems = answerProblems(*m_challenge, cleaned); !problems.isEmpty())
        return fail(Error::validation(QStringLiteral("AnswerRefused"), problems.first().sentence));
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
                            {.action = m_attempt->action});
}

} // namespace poolscope::auth
