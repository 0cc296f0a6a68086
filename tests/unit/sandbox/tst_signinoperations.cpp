#include "testworld.h"

#include "crypto/secrethash.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// Signing in by every simulated flow, what the tokens say, how they end, and what time does to all of it.
class TestSignInOperations final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanup();
    void cleanupTestCase() { m_world.reset(); }
    void passwordFlow();
    void srpFlow();
    void srpByEmail();
    void srpOfNobodyIsStable();
    void srpRefusals_data();
    void srpRefusals();
    void secretBlockOnce();
    void secretBlockExpires();
    void lockOutEnds();
    void lockOutTellsNobodyApart_data();
    void lockOutTellsNobodyApart();
    void srpAnswerOfNobodyNamesTheSame();
    void refreshKeepsTheSignIn();
    void refreshWithSecret();
    void revokeEndsOneSignIn();
    void signOutEverywhere();
    void readAttributes();
    void lifetimes();
    void triggersInOrder();
    void choices();

private:
    std::unique_ptr<TestWorld> m_world;
};

void TestSignInOperations::cleanup()
{
    m_world->bench.triggers.answer = {};
    m_world->bench.triggers.events.clear();
}

void TestSignInOperations::passwordFlow()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto answer = w.passwordSignIn(w.names, name);
    QCOMPARE(verdict(answer), QString());
    QVERIFY(!answer->challengeName && !answer->session);
    QVERIFY(answer->challengeParameters && answer->challengeParameters->isEmpty());
    const auto &result = *answer->authenticationResult;
    QCOMPARE(result.expiresIn, 3600);
    QCOMPARE(result.tokenType, u"Bearer"_s);
    QCOMPARE(result.refreshToken->count(u'.'), 4);
    const json::Value id = claimsOf(*result.idToken);
    const json::Value access = claimsOf(*result.accessToken);
    QCOMPARE(id.value(u"iss").toString(), u"https://cognito-idp.us-east-1.amazonaws.com/"_s + w.namesPool);
    QCOMPARE(id.value(u"aud").toString(), w.names);
    QCOMPARE(id.value(u"cognito:username").toString(), name);
    QCOMPARE(id.value(u"email").toString(), name + u"@example.com"_s);
    QVERIFY(id.value(u"email_verified").toBool());
    QCOMPARE(access.value(u"client_id").toString(), w.names);
    QCOMPARE(access.value(u"username").toString(), name);
    QCOMPARE(access.value(u"origin_jti").toString(), id.value(u"origin_jti").toString());
    QCOMPARE_NE(access.value(u"jti").toString(), id.value(u"jti").toString());
    QCOMPARE(id.value(u"auth_time").toInteger(), w.bench.clock.nowSeconds());
    const auto user = w.bench.call(idp::GetUserRequest{.accessToken = result.accessToken});
    QCOMPARE(verdict(user), QString());
    QCOMPARE(user->username, name);
}

void TestSignInOperations::srpFlow()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto answer = w.srpSignIn(w.names, name);
    QCOMPARE(verdict(answer), QString());
    QCOMPARE(claimsOf(*answer->authenticationResult->accessToken).value(u"username").toString(), name);
    QCOMPARE(verdict(w.srpSignIn(w.hidden, name)), QString());
    QCOMPARE(verdict(w.srpSignIn(w.srpOnly, name)), QString());
}

void TestSignInOperations::srpByEmail()
{
    TestWorld &w = *m_world;
    w.confirmed(w.email, u"srp@example.com"_s);
    const auto answer = w.srpSignIn(w.email, u"SRP@example.com"_s);
    QCOMPARE(verdict(answer), QString());
    const json::Value claims = claimsOf(*answer->authenticationResult->idToken);
    QCOMPARE(claims.value(u"cognito:username").toString(), claims.value(u"sub").toString());
}

void TestSignInOperations::srpOfNobodyIsStable()
{
    TestWorld &w = *m_world;
    crypto::SystemRandom random;
    const auto start = [&](const QString &name) {
        const crypto::SrpClient srp(random);
        return *w.startSrp(w.hidden, name, srp)->challengeParameters;
    };
    const auto first = start(u"ghost"_s);
    const auto second = start(u"ghost"_s);
    QCOMPARE(first.value(u"SALT"_s), second.value(u"SALT"_s));
    QCOMPARE(first.value(u"USER_ID_FOR_SRP"_s), second.value(u"USER_ID_FOR_SRP"_s));
    QCOMPARE_NE(first.value(u"SRP_B"_s), second.value(u"SRP_B"_s));
    QCOMPARE_NE(start(u"phantom"_s).value(u"SALT"_s), first.value(u"SALT"_s));
    QCOMPARE(start(w.confirmed(w.names, w.newName())).keys(), first.keys());
}

void TestSignInOperations::srpRefusals_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value"); // empty: left out
    QTest::addColumn<QString>("expected");
    const QString wrong = u"NotAuthorizedException: Incorrect username or password."_s;
    const QString missing = u"InvalidParameterException: Missing required parameter "_s;
    QTest::newRow("nothing changed") << QString() << QString() << QString();
    for (const QString &member :
         {u"USERNAME"_s, u"PASSWORD_CLAIM_SECRET_BLOCK"_s, u"PASSWORD_CLAIM_SIGNATURE"_s, u"TIMESTAMP"_s})
        QTest::addRow("no %s", qPrintable(member)) << member << QString() << missing + member;
    QTest::newRow("padded day") << u"TIMESTAMP"_s << u"Thu Jan 01 00:00:00 UTC 2026"_s << wrong;
    QTest::newRow("old time") << u"TIMESTAMP"_s << u"Wed Dec 31 00:00:00 UTC 2025"_s << wrong;
    QTest::newRow("wrong signature") << u"PASSWORD_CLAIM_SIGNATURE"_s
                                     << QString::fromLatin1(QByteArray(32, 'x').toBase64()) << wrong;
    QTest::newRow("no base64") << u"PASSWORD_CLAIM_SIGNATURE"_s << u"%%%"_s << wrong;
    QTest::newRow("invented block") << u"PASSWORD_CLAIM_SECRET_BLOCK"_s << u"AAAA"_s << wrong;
    QTest::newRow("nobody's name") << u"USERNAME"_s << u"ghost"_s << u"UserNotFoundException: User does not exist."_s;
}

void TestSignInOperations::srpRefusals()
{
    QFETCH(const QString, member);
    QFETCH(const QString, value);
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    QCOMPARE(challenge->challengeName, u"PASSWORD_VERIFIER"_s);
    QVERIFY(!challenge->session);
    auto answer = srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now());
    if (value.isEmpty())
        answer.challengeResponses->remove(member);
    else
        answer.challengeResponses->insert(member, value);
    QTEST(verdict(w.bench.call(answer)), "expected");
}

void TestSignInOperations::secretBlockOnce()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    const auto answer = srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now());
    QCOMPARE(verdict(w.bench.call(answer)), QString());
    QCOMPARE(verdict(w.bench.call(answer)),
             u"NotAuthorizedException: Invalid session for the user, session can only be used once."_s);
}

void TestSignInOperations::secretBlockExpires()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    w.bench.advance(180'000);
    const auto answer = srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now());
    QCOMPARE(verdict(w.bench.call(answer)),
             u"NotAuthorizedException: Invalid session for the user, session is expired."_s);
}

void TestSignInOperations::lockOutEnds()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    for (int i = 0; i < 5; ++i)
        QVERIFY(!w.srpSignIn(w.names, name, otherPassword));
    const QString locked = u"NotAuthorizedException: Password attempts exceeded"_s;
    QCOMPARE(verdict(w.srpSignIn(w.names, name)), locked);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), locked);
    w.bench.advance(1000);
    QVERIFY(!w.passwordSignIn(w.names, name, otherPassword)); // the sixth: two seconds
    w.bench.advance(1999);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), locked);
    w.bench.advance(1);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), QString());
    for (int i = 0; i < 4; ++i) // success began the count anew
        QVERIFY(!w.passwordSignIn(w.names, name, otherPassword));
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), QString());
}

void TestSignInOperations::lockOutTellsNobodyApart_data()
{
    QTest::addColumn<bool>("srp");
    QTest::addColumn<bool>("imported");
    QTest::newRow("password, nobody") << false << false;
    QTest::newRow("SRP, nobody") << true << false;
    QTest::newRow("password, imported") << false << true;
    QTest::newRow("SRP, imported") << true << true;
}

void TestSignInOperations::lockOutTellsNobodyApart()
{
    QFETCH(bool, srp);
    QFETCH(bool, imported);
    TestWorld &w = *m_world;
    const auto heard = [&](const QString &name) {
        QStringList verdicts;
        const auto attempt = [&] {
            verdicts << (srp ? verdict(w.srpSignIn(w.hidden, name, otherPassword))
                             : verdict(w.passwordSignIn(w.hidden, name, otherPassword)));
        };
        for (int i = 0; i < 6; ++i)
            attempt(); // the sixth finds it locked
        w.bench.advance(1000);
        attempt(); // counts: two seconds
        w.bench.advance(1999);
        attempt();
        w.bench.advance(15 * 60'000 + 1); // quiet: the count begins anew
        for (int i = 0; i < 6; ++i)
            attempt();
        return verdicts;
    };
    const QStringList known = heard(w.confirmed(w.names, w.newName()));
    QVERIFY(known.contains(u"NotAuthorizedException: Password attempts exceeded"_s));
    QString name = w.newName();
    if (imported) {
        w.changed(w.namesPool, w.confirmed(w.names, name), [](UserRecord &user) {
            user.status = u"RESET_REQUIRED"_s;
            user.saltHex.clear();
            user.verifierHex.clear();
        });
    }
    QCOMPARE(heard(name), known);
}

// Like a real user's: an answer that names another is refused, and does not count.
void TestSignInOperations::srpAnswerOfNobodyNamesTheSame()
{
    TestWorld &w = *m_world;
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const QString name = w.newName();
    const auto answer = [&](const QString &username) {
        const auto challenge = w.startSrp(w.hidden, name, srp);
        auto request = srpAnswer(w.hidden, w.namesPool, srp, *challenge, otherPassword, w.bench.realClock.now());
        if (!username.isEmpty())
            request.challengeResponses->insert(u"USERNAME"_s, username);
        return verdict(w.bench.call(request));
    };
    const QString wrong = u"NotAuthorizedException: Incorrect username or password."_s;
    for (int i = 0; i < 6; ++i)
        QCOMPARE(answer(w.newName()), wrong);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(answer(name), wrong);
    QCOMPARE(answer({}), wrong); // the made-up id of the challenge
    QCOMPARE(answer(name), u"NotAuthorizedException: Password attempts exceeded"_s);
}

void TestSignInOperations::refreshKeepsTheSignIn()
{
    TestWorld &w = *m_world;
    const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
    const json::Value before = claimsOf(*tokens.accessToken);
    w.bench.advance(7'200'000);
    const auto refreshed = w.refresh(w.names, *tokens.refreshToken);
    QCOMPARE(verdict(refreshed), QString());
    QVERIFY(!refreshed->authenticationResult->refreshToken);
    const json::Value after = claimsOf(*refreshed->authenticationResult->accessToken);
    QCOMPARE(after.value(u"auth_time"), before.value(u"auth_time"));
    QCOMPARE(after.value(u"origin_jti"), before.value(u"origin_jti"));
    QCOMPARE_NE(after.value(u"jti").toString(), before.value(u"jti").toString());
    QCOMPARE(after.value(u"iat").toInteger(), w.bench.clock.nowSeconds());
    QCOMPARE(after.value(u"exp").toInteger(), w.bench.clock.nowSeconds() + 3600);
}

void TestSignInOperations::refreshWithSecret()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto hash = [&](const QString &of) { return crypto::secretHash(of, w.secretive, TestWorld::secret); };
    const auto signedIn =
        w.bench.call(idp::InitiateAuthRequest{.authFlow = u"USER_PASSWORD_AUTH"_s,
                                              .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name},
                                                                                       {u"PASSWORD"_s, goodPassword},
                                                                                       {u"SECRET_HASH"_s, hash(name)}},
                                              .clientId = w.secretive});
    QCOMPARE(verdict(signedIn), QString());
    const QString token = *signedIn->authenticationResult->refreshToken;
    QCOMPARE(verdict(w.refresh(w.secretive, token, hash(name))), QString());
    QVERIFY(verdict(w.refresh(w.secretive, token))
                .endsWith(u"is configured with secret but SECRET_HASH was not received"_s));
    QVERIFY(verdict(w.refresh(w.secretive, token, hash(u"joe"_s)))
                .startsWith(u"NotAuthorizedException: Unable to verify"_s));
}

void TestSignInOperations::revokeEndsOneSignIn()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto first = w.tokens(w.names, name);
    const auto second = w.tokens(w.names, name);
    const auto refreshed = w.refresh(w.names, *first.refreshToken);
    idp::RevokeTokenRequest revoke{.token = *first.refreshToken, .clientId = w.names};
    QCOMPARE(verdict(w.bench.call(revoke)), QString());
    QCOMPARE(verdict(w.bench.call(revoke)), QString());
    const QString revoked = u"NotAuthorizedException: Access Token has been revoked"_s;
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = first.accessToken})), revoked);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = refreshed->authenticationResult->accessToken})),
             revoked);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = second.accessToken})), QString());
}

void TestSignInOperations::signOutEverywhere()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto first = w.tokens(w.names, name);
    const auto second = w.tokens(w.hidden, name);
    const auto plain = w.tokens(w.unrevocable, name);
    QCOMPARE(verdict(w.bench.call(idp::GlobalSignOutRequest{.accessToken = first.accessToken})), QString());
    for (const auto &tokens : {first, second, plain})
        QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})),
                 u"NotAuthorizedException: Access Token has been revoked"_s);
    QCOMPARE(verdict(w.refresh(w.hidden, *second.refreshToken)),
             u"NotAuthorizedException: Refresh Token has been revoked"_s);
    const auto later = w.tokens(w.names, name); // in the same second
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = later.accessToken})), QString());
}

void TestSignInOperations::readAttributes()
{
    TestWorld &w = *m_world;
    const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                 .readAttributes = QStringList{u"email"_s},
                                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
    QVERIFY(claimsOf(*tokens.idToken).contains(u"email"));
    QVERIFY(!claimsOf(*tokens.idToken).contains(u"email_verified"));
    const auto user = w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken});
    QCOMPARE(user->userAttributes->size(), 2); // sub and email
}

void TestSignInOperations::lifetimes()
{
    TestWorld &w = *m_world;
    const QString client = w.bench.createClient(
        {.userPoolId = w.namesPool,
         .refreshTokenValidity = 90,
         .accessTokenValidity = 5,
         .idTokenValidity = 600,
         .tokenValidityUnits = idp::TokenValidityUnitsType{.accessToken = u"minutes"_s,
                                                           .idToken = u"seconds"_s,
                                                           .refreshToken = u"minutes"_s},
         .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s}});
    const auto tokens = w.tokens(client, w.confirmed(w.names, w.newName()));
    QCOMPARE(tokens.expiresIn, 300);
    const json::Value id = claimsOf(*tokens.idToken);
    QCOMPARE(*id.value(u"exp").toInteger() - *id.value(u"iat").toInteger(), 600);
    w.bench.advance(299'999);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})), QString());
    w.bench.advance(1000);
    QVERIFY(!w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken}));
    w.bench.advance(84 * 60'000);
    QCOMPARE(verdict(w.refresh(client, *tokens.refreshToken)), QString());
    w.bench.advance(60'000);
    QCOMPARE(verdict(w.refresh(client, *tokens.refreshToken)), u"NotAuthorizedException: Refresh Token has expired"_s);
}

void TestSignInOperations::triggersInOrder()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto sources = [&] {
        QStringList list;
        for (const auto &event : w.bench.triggers.events)
            list << event.source;
        w.bench.triggers.events.clear();
        return list;
    };
    sources();
    const QStringList signIn{u"PreAuthentication_Authentication"_s, u"PostAuthentication_Authentication"_s,
                             u"TokenGeneration_Authentication"_s};
    const auto tokens = w.tokens(w.names, name);
    QCOMPARE(sources(), signIn);
    QCOMPARE(verdict(w.srpSignIn(w.names, name)), QString());
    QCOMPARE(sources(), signIn);
    w.refresh(w.names, *tokens.refreshToken);
    QCOMPARE(sources(), QStringList{u"TokenGeneration_RefreshTokens"_s});
    w.passwordSignIn(w.names, u"ghost"_s);
    QCOMPARE(sources(), QStringList({u"UserMigration_Authentication"_s, u"PreAuthentication_Authentication"_s}));
    w.answerNewPassword(w.newPasswordStep(),
                        {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"I"_s}});
    QVERIFY(sources().endsWith(u"TokenGeneration_NewPasswordChallenge"_s));
    w.bench.triggers.answer = [](const TriggerEvent &event) {
        TriggerOutcome outcome;
        if (event.source == u"PostAuthentication_Authentication"_s)
            outcome.error = ServiceError{u"UserLambdaValidationException"_s, u"no"_s};
        return outcome;
    };
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), u"UserLambdaValidationException: no"_s);
}

void TestSignInOperations::choices()
{
    TestWorld w({{u"not-confirmed-before-password"_s, u"no"_s},
                 {u"password-verifier-session"_s, u"present"_s},
                 {u"srp-clock-tolerance"_s, u"any"_s},
                 {u"late-srp-answer"_s, u"wrong-password"_s}});
    const QString name = w.signUp(w.names, w.newName());
    const QString wrong = u"NotAuthorizedException: Incorrect username or password."_s;
    QCOMPARE(verdict(w.passwordSignIn(w.names, name, otherPassword)), wrong);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), u"UserNotConfirmedException: User is not confirmed."_s);
    w.bench.call(
        idp::ConfirmSignUpRequest{.clientId = w.names, .username = name, .confirmationCode = w.bench.lastCode()});
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.startSrp(w.names, name, srp);
    QVERIFY(challenge->session);
    auto answer = srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now().addYears(-1));
    answer.session = QString(30, u'x');
    QCOMPARE(verdict(w.bench.call(answer)), u"NotAuthorizedException: Invalid session for the user."_s);
    answer.session = challenge->session;
    QCOMPARE(verdict(w.bench.call(answer)), QString());
    QCOMPARE(verdict(w.bench.call(answer)), wrong);
}

QTEST_GUILESS_MAIN(TestSignInOperations)
#include "tst_signinoperations.moc"
