#include "errors/errortable.h"

#include "crypto/secrethash.h"

#include <algorithm>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// What administrators do with accounts, app clients' secrets, tags and the schema, as it should go.
class TestAdminAccounts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanup();
    void cleanupTestCase() { m_world.reset(); }
    void resetsThePassword();
    void disablesAndEnables();
    void staysSignedOutWhenDisabledOnTheWay();
    void signsOutEverywhere();
    void signsInAgainWithinTheSecond();
    void updatesAttributes();
    void skipsVerification();
    void signsIn_data();
    void signsIn();
    void signsInBySrp();
    void answersWithPasswordAtOnce();
    void refreshes();
    void leavingUnconfirmedEndsTheSignUpCode_data();
    void leavingUnconfirmedEndsTheSignUpCode();
    void resetOfANamesake();
    void secrets();
    void tags();
    void customAttributes();
    void developersAttributes();
    void numbersOfThePool();

private:
    idp::AdminGetUserResponse user(const QString &name)
    {
        return *m_world->bench.call(idp::AdminGetUserRequest{.userPoolId = m_world->namesPool, .username = name});
    }
    QString attribute(const QString &name, const QString &attribute)
    {
        const auto known = user(name);
        for (const auto &one : *known.userAttributes) {
            if (one.name == attribute)
                return *one.value;
        }
        return {};
    }
    QString adminClient()
    {
        return m_world->bench.createClient(
            {.userPoolId = m_world->namesPool,
             .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s, u"ALLOW_USER_SRP_AUTH"_s,
                                              u"ALLOW_REFRESH_TOKEN_AUTH"_s}});
    }

    std::unique_ptr<TestWorld> m_world;
};

void TestAdminAccounts::cleanup()
{
    m_world->bench.triggers.answer = {};
    m_world->bench.triggers.events.clear();
}

void TestAdminAccounts::resetsThePassword()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.triggers.events.clear();
    QVERIFY(w.bench.call(idp::AdminResetUserPasswordRequest{
        .userPoolId = w.namesPool, .username = name, .clientMetadata = QMap<QString, QString>{{u"a"_s, u"b"_s}}}));
    QCOMPARE(user(name).userStatus, u"RESET_REQUIRED"_s);
    QCOMPARE(w.bench.triggers.events.first().source, u"CustomMessage_ForgotPassword"_s);
    QCOMPARE(w.bench.triggers.events.first().request.value(u"clientMetadata").value(u"a").toString(), u"b"_s);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), mustReset);
    const QString first = w.bench.lastCode();
    QVERIFY(w.bench.call(idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool, .username = name}));
    const QString second = w.bench.lastCode();
    if (first != second)
        QCOMPARE(confirmForgot(w, w.names, name, first), mismatch);
    QCOMPARE(confirmForgot(w, w.names, name, second), QString());
    QCOMPARE(user(name).userStatus, u"CONFIRMED"_s);
    QVERIFY(w.passwordSignIn(w.names, name, otherPassword));
}

void TestAdminAccounts::disablesAndEnables()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto tokens = w.tokens(w.names, name);
    QVERIFY(w.bench.call(idp::AdminDisableUserRequest{.userPoolId = w.namesPool, .username = name}));
    QCOMPARE(user(name).enabled, false);
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), disabledUser);
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})), disabledUser);
    QVERIFY(w.bench.call(idp::AdminEnableUserRequest{.userPoolId = w.namesPool, .username = name}));
    QCOMPARE(user(name).enabled, true);
    QVERIFY(w.passwordSignIn(w.names, name));
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})),
             u"NotAuthorizedException: Access Token has been revoked"_s);
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)),
             u"NotAuthorizedException: Refresh Token has been revoked"_s);
}

void TestAdminAccounts::signsOutEverywhere()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto revocable = w.tokens(w.names, name);
    const auto other = w.tokens(w.unrevocable, name);
    QVERIFY(w.bench.call(idp::AdminUserGlobalSignOutRequest{.userPoolId = w.namesPool, .username = name}));
    for (const auto &tokens : {revocable, other})
        QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})),
                 u"NotAuthorizedException: Access Token has been revoked"_s);
    QVERIFY(w.passwordSignIn(w.names, name));
}

void TestAdminAccounts::staysSignedOutWhenDisabledOnTheWay()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    Services *services = w.bench.onService([](Services &all) { return &all; });
    w.bench.triggers.answer = [services, pool = w.namesPool, name](const TriggerEvent &event) {
        if (event.source == u"PostAuthentication_Authentication"_s) {
            auto user = *services->store.findUser(services->store.pool(pool)->rowId, NameKind::Username, name);
            user.enabled = false;
            Store::Unit unit(services->store);
            services->store.saveUser(user);
            unit.commit();
        }
        return TriggerOutcome{};
    };
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), disabledUser);
}

void TestAdminAccounts::signsInAgainWithinTheSecond()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.unrevocable, w.newName());
    w.bench.advance(1000 - w.bench.clock.nowMs() % 1000 + 200);
    const auto before = w.tokens(w.unrevocable, name);
    w.bench.call(idp::AdminUserGlobalSignOutRequest{.userPoolId = w.namesPool, .username = name});
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = before.accessToken})),
             u"NotAuthorizedException: Access Token has been revoked"_s);
    w.bench.advance(700);
    const auto after = w.tokens(w.unrevocable, name);
    QVERIFY(w.bench.call(idp::GetUserRequest{.accessToken = after.accessToken}));
}

void TestAdminAccounts::updatesAttributes()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.triggers.events.clear();
    const auto update = [&](const Names &attributes) {
        return verdict(w.bench.call(idp::AdminUpdateUserAttributesRequest{
            .userPoolId = w.namesPool, .username = name, .userAttributes = attributes}));
    };
    QCOMPARE(update({{.name = u"email"_s, .value = u"b@example.com"_s}, {.name = u"name"_s, .value = u"B"_s}}),
             QString());
    QCOMPARE(attribute(name, u"email"_s), u"b@example.com"_s);
    QCOMPARE(attribute(name, u"email_verified"_s), u"false"_s);
    QCOMPARE(attribute(name, u"name"_s), u"B"_s);
    QCOMPARE(w.bench.triggers.events.first().source, u"CustomMessage_UpdateUserAttribute"_s);
    QCOMPARE(w.bench.messages().first().to, u"b@example.com"_s);
    QVERIFY(w.bench.call(idp::AdminDeleteUserAttributesRequest{
        .userPoolId = w.namesPool, .username = name, .userAttributeNames = QStringList{u"name"_s, u"email"_s}}));
    QCOMPARE(user(name).userAttributes->size(), 1); // sub
    QCOMPARE(w.bench.messages().first().state, Message::State::Replaced);
}

void TestAdminAccounts::skipsVerification()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto before = w.bench.messages().size();
    QVERIFY(w.bench.call(idp::AdminUpdateUserAttributesRequest{
        .userPoolId = w.namesPool,
        .username = name,
        .userAttributes = Names{{.name = u"email"_s, .value = u"c@example.com"_s},
                                {.name = u"email_verified"_s, .value = u"true"_s}}}));
    QCOMPARE(attribute(name, u"email_verified"_s), u"true"_s);
    QCOMPARE(w.bench.messages().size(), before);
}

void TestAdminAccounts::signsIn_data()
{
    QTest::addColumn<QString>("flow");
    QTest::newRow("today's name") << u"ADMIN_USER_PASSWORD_AUTH"_s;
    QTest::newRow("old name") << u"ADMIN_NO_SRP_AUTH"_s;
}

void TestAdminAccounts::signsIn()
{
    QFETCH(const QString, flow);
    TestWorld &w = *m_world;
    const QString client = adminClient();
    const QString name = w.newName();
    QVERIFY(w.bench.call(idp::AdminCreateUserRequest{.userPoolId = w.namesPool,
                                                     .username = name,
                                                     .temporaryPassword = u"Temp0rary!"_s,
                                                     .messageAction = u"SUPPRESS"_s}));
    idp::ContextDataType context{.ipAddress = u"127.0.0.1"_s, .serverName = u"a"_s, .serverPath = u"/"_s};
    context.httpHeaders.emplace();
    const auto challenge = w.bench.call(
        idp::AdminInitiateAuthRequest{.userPoolId = w.namesPool,
                                      .clientId = client,
                                      .authFlow = flow,
                                      .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name},
                                                                               {u"PASSWORD"_s, u"Temp0rary!"_s},
                                                                               {u"MAGIC"_s, u"no effect"_s}},
                                      .contextData = context});
    QVERIFY2(challenge, qPrintable(verdict(challenge)));
    QCOMPARE(challenge->challengeName, u"NEW_PASSWORD_REQUIRED"_s);
    w.bench.triggers.events.clear();
    const auto answer = w.bench.call(idp::AdminRespondToAuthChallengeRequest{
        .userPoolId = w.namesPool,
        .clientId = client,
        .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
        .challengeResponses = QMap<QString, QString>{{u"USERNAME"_s, name}, {u"NEW_PASSWORD"_s, goodPassword}},
        .session = challenge->session,
        .clientMetadata = QMap<QString, QString>{{u"a"_s, u"b"_s}}});
    QVERIFY2(answer, qPrintable(verdict(answer)));
    QVERIFY(w.bench.call(idp::GetUserRequest{.accessToken = answer->authenticationResult->accessToken}));
    QCOMPARE(w.bench.triggers.events.first().source, u"PostAuthentication_Authentication"_s);
    QCOMPARE(w.bench.triggers.events.first().request.value(u"clientMetadata").value(u"a").toString(), u"b"_s);
}

void TestAdminAccounts::signsInBySrp()
{
    TestWorld &w = *m_world;
    const QString client = adminClient();
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto begun = w.bench.call(idp::AdminInitiateAuthRequest{
        .userPoolId = w.namesPool,
        .clientId = client,
        .authFlow = u"USER_SRP_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, w.confirmed(w.names, w.newName())},
                                                 {u"SRP_A"_s, srp.publicValueHex()}}});
    QVERIFY(begun);
    const auto answer = srpAnswer(client, w.namesPool, srp, {.challengeParameters = begun->challengeParameters},
                                  goodPassword, w.bench.realClock.now());
    const auto done =
        w.bench.call(idp::AdminRespondToAuthChallengeRequest{.userPoolId = w.namesPool,
                                                             .clientId = client,
                                                             .challengeName = u"PASSWORD_VERIFIER"_s,
                                                             .challengeResponses = answer.challengeResponses});
    QVERIFY2(done && done->authenticationResult, qPrintable(verdict(done)));
}

void TestAdminAccounts::answersWithPasswordAtOnce()
{
    TestWorld &w = *m_world;
    const auto done = w.bench.call(idp::AdminRespondToAuthChallengeRequest{
        .userPoolId = w.namesPool,
        .clientId = adminClient(),
        .challengeName = u"ADMIN_NO_SRP_AUTH"_s,
        .challengeResponses =
            QMap<QString, QString>{{u"USERNAME"_s, w.confirmed(w.names, w.newName())}, {u"PASSWORD"_s, goodPassword}}});
    QVERIFY2(done && done->authenticationResult, qPrintable(verdict(done)));
}

void TestAdminAccounts::refreshes()
{
    TestWorld &w = *m_world;
    const QString token = *w.tokens(w.names, w.confirmed(w.names, w.newName())).refreshToken;
    const auto done = w.bench.call(
        idp::AdminInitiateAuthRequest{.userPoolId = w.namesPool,
                                      .clientId = w.names,
                                      .authFlow = u"REFRESH_TOKEN_AUTH"_s,
                                      .authParameters = QMap<QString, QString>{{u"REFRESH_TOKEN"_s, token}}});
    QVERIFY(done && done->authenticationResult->accessToken);
    QVERIFY(!done->authenticationResult->refreshToken);
}

void TestAdminAccounts::leavingUnconfirmedEndsTheSignUpCode_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("AdminConfirmSignUp") << Act([](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        return verdict(w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool, .username = name}));
    });
    for (const bool permanent : {true, false}) {
        QTest::addRow("AdminSetUserPassword, permanent %d", int(permanent)) << Act([permanent](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            return verdict(w.bench.call(idp::AdminSetUserPasswordRequest{
                .userPoolId = w.namesPool, .username = name, .password = otherPassword, .permanent = permanent}));
        });
    }
    QTest::newRow("ConfirmForgotPassword") << Act([](TestWorld &w) {
        const QString name = w.changed(w.namesPool, w.signUp(w.names, w.newName()),
                                       [](UserRecord &user) { user.setAttribute(u"email_verified"_s, u"true"_s); });
        forgot(w, w.names, name);
        return confirmForgot(w, w.names, name, w.bench.lastCode());
    });
}

void TestAdminAccounts::leavingUnconfirmedEndsTheSignUpCode()
{
    QFETCH(const Act, act);
    QCOMPARE(act(*m_world), QString());
    const auto messages = m_world->bench.messages();
    const QString name = messages.first().username;
    const auto first = std::find_if(messages.rbegin(), messages.rend(),
                                    [&](const Message &message) { return message.username == name; });
    QCOMPARE(first->state, Message::State::Replaced);
    const QString left = m_world->bench.onService([&](Services &services) {
        const auto user =
            services.store.findUser(services.store.pool(m_world->namesPool)->rowId, NameKind::Username, name);
        return services.store.code(user->rowId, purpose::SignUp) ? u"a code"_s : QString();
    });
    QCOMPARE(left, QString());
}

void TestAdminAccounts::resetOfANamesake()
{
    TestWorld w({{u"admin-reset-unconfirmed"_s, u"reset"_s}});
    const QString pool = w.bench.createPool(
        {.autoVerifiedAttributes = QStringList{u"email"_s}, .aliasAttributes = QStringList{u"preferred_username"_s}});
    const QString client = w.bench.createClient({.userPoolId = pool});
    w.confirmed(client, u"john"_s);
    w.signUp(client, u"jane"_s);
    for (const QString &name : {u"john"_s, u"jane"_s})
        QVERIFY(w.bench.call(idp::AdminUpdateUserAttributesRequest{
            .userPoolId = pool,
            .username = name,
            .userAttributes = Names{{.name = u"preferred_username"_s, .value = u"joe"_s},
                                    {.name = u"email"_s, .value = name + u"@example.com"_s},
                                    {.name = u"email_verified"_s, .value = u"true"_s}}}));
    QCOMPARE(verdict(w.bench.call(idp::AdminResetUserPasswordRequest{.userPoolId = pool, .username = u"jane"_s})),
             u"AliasExistsException: An account with the given preferred_username already exists."_s);
    QCOMPARE(w.bench.call(idp::AdminGetUserRequest{.userPoolId = pool, .username = u"jane"_s})->userStatus,
             u"UNCONFIRMED"_s);
}

void TestAdminAccounts::secrets()
{
    TestWorld &w = *m_world;
    const QString client = w.bench.createClient({.userPoolId = w.namesPool, .generateSecret = true});
    const auto described =
        w.bench.call(idp::DescribeUserPoolClientRequest{.userPoolId = w.namesPool, .clientId = client});
    const QString first = *described->userPoolClient->clientSecret;
    w.bench.advance(1000);
    const auto added = w.bench.call(idp::AddUserPoolClientSecretRequest{.userPoolId = w.namesPool, .clientId = client});
    QVERIFY(added);
    const QString second = *added->clientSecretDescriptor->clientSecretValue;
    const auto works = [&](const QString &secret) {
        const QString name = w.newName();
        return w.bench
            .call(idp::SignUpRequest{.clientId = client,
                                     .secretHash = crypto::secretHash(name, client, secret),
                                     .username = name,
                                     .password = goodPassword})
            .has_value();
    };
    QVERIFY(works(first) && works(second) && !works(first + u'x'));
    const auto list =
        w.bench.call(idp::ListUserPoolClientSecretsRequest{.userPoolId = w.namesPool, .clientId = client});
    QCOMPARE(list->clientSecrets->size(), 2);
    QVERIFY(!list->clientSecrets->first().clientSecretValue);
    QVERIFY(list->clientSecrets->last().clientSecretCreateDate > list->clientSecrets->first().clientSecretCreateDate);
    QVERIFY(w.bench.call(idp::DeleteUserPoolClientSecretRequest{
        .userPoolId = w.namesPool, .clientId = client, .clientSecretId = list->clientSecrets->first().clientSecretId}));
    QVERIFY(!works(first) && works(second));
    const auto left = w.bench.call(idp::DescribeUserPoolClientRequest{.userPoolId = w.namesPool, .clientId = client});
    QVERIFY(!left->userPoolClient->clientSecret); // the other one was given out once
}

void TestAdminAccounts::tags()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool({.userPoolTags = QMap<QString, QString>{{u"a"_s, u"1"_s}}});
    const auto described = w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool});
    const QString arn = *described->userPool->arn;
    QVERIFY(w.bench.call(idp::TagResourceRequest{.resourceArn = arn,
                                                 .tags = QMap<QString, QString>{{u"a"_s, u"2"_s}, {u"b"_s, u"3"_s}}}));
    const QMap<QString, QString> expected{{u"a"_s, u"2"_s}, {u"b"_s, u"3"_s}};
    QCOMPARE(*w.bench.call(idp::ListTagsForResourceRequest{.resourceArn = arn})->tags, expected);
    QVERIFY(w.bench.call(idp::UntagResourceRequest{.resourceArn = arn, .tagKeys = QStringList{u"a"_s, u"x"_s}}));
    QCOMPARE(w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool})->userPool->userPoolTags->keys(),
             QStringList{u"b"_s});
}

void TestAdminAccounts::customAttributes()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool();
    const QString client = w.bench.createClient({.userPoolId = pool});
    const Names team{{.name = u"custom:team"_s, .value = u"a"_s}};
    QVERIFY(!w.bench.call(signUp(client, u"a"_s, goodPassword, team)));
    w.bench.advance(1000);
    QVERIFY(w.bench.call(idp::AddCustomAttributesRequest{
        .userPoolId = pool,
        .customAttributes = QList<idp::SchemaAttributeType>{{.name = u"team"_s, .mutable_ = true}}}));
    QVERIFY(w.bench.call(signUp(client, u"a"_s, goodPassword, team)));
    const auto described = w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool})->userPool;
    QCOMPARE(described->schemaAttributes->last().name, u"custom:team"_s);
    QCOMPARE(described->schemaAttributes->last().attributeDataType, u"String"_s);
    QVERIFY(described->lastModifiedDate > described->creationDate);
}

void TestAdminAccounts::developersAttributes()
{
    TestWorld &w = *m_world;
    const QString pool =
        w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{
                                {.name = u"staff"_s, .developerOnlyAttribute = true, .mutable_ = true}}});
    w.bench.call(
        idp::AdminCreateUserRequest{.userPoolId = pool, .username = u"jane"_s, .messageAction = u"SUPPRESS"_s});
    QVERIFY(w.bench.call(idp::AdminUpdateUserAttributesRequest{
        .userPoolId = pool,
        .username = u"jane"_s,
        .userAttributes = Names{{.name = u"dev:custom:staff"_s, .value = u"yes"_s}}}));
}

void TestAdminAccounts::numbersOfThePool()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool();
    const auto users = [&] {
        return *w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool})->userPool->estimatedNumberOfUsers;
    };
    for (const QString &name : {u"a"_s, u"b"_s})
        w.bench.call(idp::AdminCreateUserRequest{.userPoolId = pool, .username = name, .messageAction = u"SUPPRESS"_s});
    QCOMPARE(users(), 2);
    w.bench.call(idp::AdminDeleteUserRequest{.userPoolId = pool, .username = u"a"_s});
    QCOMPARE(users(), 1);
}

QTEST_GUILESS_MAIN(TestAdminAccounts)
#include "tst_adminaccounts.moc"
