#include "testworld.h"

#include "crypto/base64url.h"
#include "json/reader.h"

#include <stdexcept>

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList allFlows{u"ALLOW_USER_SRP_AUTH"_s, u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s};

template<class T>
T orThrow(Outcome<T> outcome)
{
    if (!outcome)
        throw std::runtime_error(verdict(outcome).toStdString());
    return std::move(*outcome);
}

} // namespace

TestWorld::TestWorld(const QMap<QString, QString> &choices)
    : bench(choices)
{
    const QStringList byEmail{u"email"_s};
    namesPool = bench.createPool({.autoVerifiedAttributes = byEmail});
    emailPool = bench.createPool({.autoVerifiedAttributes = byEmail,
                                  .usernameAttributes = byEmail,
                                  .usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}});
    aliasPool = bench.createPool({.autoVerifiedAttributes = byEmail, .aliasAttributes = byEmail});
    invitesPool =
        bench.createPool({.adminCreateUserConfig = idp::AdminCreateUserConfigType{.allowAdminCreateUserOnly = true},
                          .schema = QList<idp::SchemaAttributeType>{{.name = u"given_name"_s, .required = true}}});
    names = bench.createClient({.userPoolId = namesPool, .explicitAuthFlows = allFlows});
    hidden = bench.createClient(
        {.userPoolId = namesPool, .explicitAuthFlows = allFlows, .preventUserExistenceErrors = u"ENABLED"_s});
    secretive = bench.createClient({.userPoolId = namesPool, .clientSecret = secret, .explicitAuthFlows = allFlows});
    srpOnly = bench.createClient({.userPoolId = namesPool, .explicitAuthFlows = QStringList{u"ALLOW_USER_SRP_AUTH"_s}});
    unrevocable =
        bench.createClient({.userPoolId = namesPool, .explicitAuthFlows = allFlows, .enableTokenRevocation = false});
    email = bench.createClient({.userPoolId = emailPool, .explicitAuthFlows = allFlows});
    alias = bench.createClient({.userPoolId = aliasPool, .explicitAuthFlows = allFlows});
    invites = bench.createClient({.userPoolId = invitesPool, .explicitAuthFlows = allFlows});
}

QString TestWorld::newName()
{
    static int count = 0;
    return u"user"_s + QString::number(++count);
}

QString TestWorld::signUp(const QString &client, const QString &name, const QString &password)
{
    idp::SignUpRequest request{.clientId = client, .username = name, .password = password};
    if (client != email)
        request.userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = name + u"@example.com"_s}};
    orThrow(bench.call(request));
    return name;
}

QString TestWorld::confirmed(const QString &client, const QString &name)
{
    signUp(client, name);
    orThrow(bench.call(
        idp::ConfirmSignUpRequest{.clientId = client, .username = name, .confirmationCode = bench.lastCode()}));
    return name;
}

QString TestWorld::invited(const QString &name, const QString &temporaryPassword)
{
    orThrow(bench.call(idp::AdminCreateUserRequest{.userPoolId = invitesPool,
                                                   .username = name,
                                                   .temporaryPassword = temporaryPassword,
                                                   .messageAction = u"SUPPRESS"_s}));
    return name;
}

Outcome<idp::InitiateAuthResponse> TestWorld::passwordSignIn(const QString &client, const QString &name,
                                                             const QString &password)
{
    return bench.call(idp::InitiateAuthRequest{
        .authFlow = u"USER_PASSWORD_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}},
        .clientId = client});
}

Outcome<idp::InitiateAuthResponse> TestWorld::refresh(const QString &client, const QString &refreshToken,
                                                      const QString &secretHash)
{
    QMap<QString, QString> parameters{{u"REFRESH_TOKEN"_s, refreshToken}};
    if (!secretHash.isEmpty())
        parameters.insert(u"SECRET_HASH"_s, secretHash);
    return bench.call(idp::InitiateAuthRequest{
        .authFlow = u"REFRESH_TOKEN_AUTH"_s, .authParameters = parameters, .clientId = client});
}

Outcome<idp::InitiateAuthResponse> TestWorld::startSrp(const QString &client, const QString &name,
                                                       const crypto::SrpClient &srp)
{
    return bench.call(idp::InitiateAuthRequest{
        .authFlow = u"USER_SRP_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name}, {u"SRP_A"_s, srp.publicValueHex()}},
        .clientId = client});
}

Outcome<idp::RespondToAuthChallengeResponse> TestWorld::srpSignIn(const QString &client, const QString &name,
                                                                  const QString &password)
{
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = startSrp(client, name, srp);
    if (!challenge)
        return tl::unexpected(challenge.error());
    const QString pool = client == email     ? emailPool
                         : client == alias   ? aliasPool
                         : client == invites ? invitesPool
                                             : namesPool;
    return bench.call(srpAnswer(client, pool, srp, *challenge, password, bench.realClock.now()));
}

QString TestWorld::changed(const QString &pool, const QString &name, const std::function<void(UserRecord &)> &change)
{
    bench.onService([&](Services &services) {
        auto user = *services.store.findUser(services.store.pool(pool)->rowId, NameKind::Username, name);
        change(user);
        Store::Unit unit(services.store);
        services.store.saveUser(user);
        unit.commit();
        return true;
    });
    return name;
}

NewPasswordStep TestWorld::newPasswordStep()
{
    const QString name = newName();
    bench.call(idp::AdminCreateUserRequest{
        .userPoolId = invitesPool,
        .username = name,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"i@example.com"_s}},
        .temporaryPassword = u"Temp0rary!"_s,
        .messageAction = u"SUPPRESS"_s});
    const auto challenge = passwordSignIn(invites, name, u"Temp0rary!"_s);
    return {name, *challenge->session, *challenge};
}

Outcome<idp::RespondToAuthChallengeResponse> TestWorld::answerNewPassword(const NewPasswordStep &step,
                                                                          QMap<QString, QString> answers)
{
    answers.insert(u"USERNAME"_s, step.userId);
    return bench.call(idp::RespondToAuthChallengeRequest{.clientId = invites,
                                                         .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
                                                         .session = step.session,
                                                         .challengeResponses = answers});
}

QString TestWorld::withScope(const QString &accessToken, const QString &scope)
{
    json::Value claims = claimsOf(accessToken);
    claims.set(u"scope"_s, scope);
    std::promise<QString> made;
    bench.onService([&](Services &services) {
        services.tokens.sign(services.store.pool(namesPool), claims, claims,
                             [&](const Outcome<SignedTokens> &tokens) { made.set_value(tokens->accessToken); });
        return true;
    });
    return made.get_future().get();
}

idp::AuthenticationResultType TestWorld::tokens(const QString &client, const QString &name)
{
    return *orThrow(passwordSignIn(client, name)).authenticationResult;
}

idp::RespondToAuthChallengeRequest srpAnswer(const QString &client, const QString &poolId, const crypto::SrpClient &srp,
                                             const idp::InitiateAuthResponse &challenge, const QString &password,
                                             const QDateTime &utc)
{
    const QMap<QString, QString> given = *challenge.challengeParameters;
    const QString userId = given.value(u"USER_ID_FOR_SRP"_s);
    const auto claim = srp.passwordClaim(poolId, userId, password, given.value(u"SALT"_s), given.value(u"SRP_B"_s),
                                         given.value(u"SECRET_BLOCK"_s), utc);
    if (!claim)
        throw std::runtime_error(claim.error().message.toStdString());
    return {.clientId = client,
            .challengeName = u"PASSWORD_VERIFIER"_s,
            .challengeResponses =
                QMap<QString, QString>{{u"USERNAME"_s, userId},
                                       {u"PASSWORD_CLAIM_SECRET_BLOCK"_s, given.value(u"SECRET_BLOCK"_s)},
                                       {u"PASSWORD_CLAIM_SIGNATURE"_s, claim->signatureBase64},
                                       {u"TIMESTAMP"_s, claim->timestamp}}};
}

json::Value claimsOf(const QString &token)
{
    const auto payload = crypto::decodeBase64Url(token.section(u'.', 1, 1).toLatin1());
    return payload ? json::read(*payload)->root : json::Value();
}

} // namespace poolscope::sandbox::test
