#include "errors/errortable.h"

#include "crypto/secrethash.h"

#include <future>
#include <vector>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// What signed-in users do with their own account, as it should go.
class TestOwnAccount final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanup();
    void cleanupTestCase() { m_world.reset(); }
    void changesThePassword();
    void firstPassword();
    void passwordChangedMeanwhile();
    void deletesTheAccount();
    void updatesAttributes();
    void newAddressIsVerified();
    void formerAddressStaysUntilThen();
    void askedAgainWhileWaiting();
    void customMessages();
    void oldCodeDoesNotVerifyNewAddress();
    void rotation();
    void gracePeriod();
    void withoutRotation();

private:
    QString attribute(const QString &token, const QString &name)
    {
        const auto user = m_world->bench.call(idp::GetUserRequest{.accessToken = token});
        for (const auto &one : *user->userAttributes) {
            if (one.name == name)
                return *one.value;
        }
        return {};
    }
    Outcome<idp::UpdateUserAttributesResponse> update(const QString &token, const QString &name, const QString &value)
    {
        return m_world->bench.call(idp::UpdateUserAttributesRequest{
            .userAttributes = Names{{.name = name, .value = value}}, .accessToken = token});
    }
    QString verify(const QString &token, const QString &name, const QString &code)
    {
        return verdict(m_world->bench.call(
            idp::VerifyUserAttributeRequest{.accessToken = token, .attributeName = name, .code = code}));
    }
    // The token of a user of a pool that wants a new e-mail address verified first.
    QString inCarefulPool();

    std::unique_ptr<TestWorld> m_world;
};

void TestOwnAccount::cleanup()
{
    m_world->bench.triggers.answer = {};
    m_world->bench.triggers.events.clear();
}

QString TestOwnAccount::inCarefulPool()
{
    TestWorld &w = *m_world;
    const QStringList email{u"email"_s};
    const QString pool = w.bench.createPool({.autoVerifiedAttributes = email,
                                             .usernameAttributes = email,
                                             .userAttributeUpdateSettings = idp::UserAttributeUpdateSettingsType{
                                                 .attributesRequireVerificationBeforeUpdate = email}});
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(signUp(client, u"old@example.com"_s));
    confirm(w, client, u"old@example.com"_s, w.bench.lastCode());
    return *w.tokens(client, u"old@example.com"_s).accessToken;
}

void TestOwnAccount::changesThePassword()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const QString token = *w.tokens(w.names, name).accessToken;
    QVERIFY(w.bench.call(idp::ChangePasswordRequest{
        .previousPassword = goodPassword, .proposedPassword = otherPassword, .accessToken = token}));
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), wrongPassword);
    QVERIFY(w.passwordSignIn(w.names, name, otherPassword));
    QVERIFY(w.srpSignIn(w.names, name, otherPassword));
    QVERIFY(w.bench.call(idp::GetUserRequest{.accessToken = token})); // the sign-in goes on
}

void TestOwnAccount::firstPassword()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const QString token = *w.tokens(w.names, name).accessToken;
    w.changed(w.namesPool, name, [](UserRecord &user) {
        user.saltHex.clear();
        user.verifierHex.clear();
    });
    QVERIFY(w.bench.call(idp::ChangePasswordRequest{.proposedPassword = otherPassword, .accessToken = token}));
    QVERIFY(w.passwordSignIn(w.names, name, otherPassword));
}

void TestOwnAccount::passwordChangedMeanwhile()
{
    TestWorld &w = *m_world;
    const QString token = w.token();
    std::vector<std::future<QString>> calls;
    calls.reserve(4);
    for (int i = 0; i < 4; ++i)
        calls.push_back(std::async(std::launch::async, [&, i] {
            return verdict(
                w.bench.call(idp::ChangePasswordRequest{.previousPassword = goodPassword,
                                                        .proposedPassword = otherPassword + QString::number(i),
                                                        .accessToken = token}));
        }));
    int changed = 0;
    for (auto &call : calls) {
        const QString verdict = call.get();
        QVERIFY(verdict.isEmpty() || verdict == wrongPassword);
        changed += verdict.isEmpty();
    }
    QCOMPARE(changed, 1);
}

void TestOwnAccount::deletesTheAccount()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    const auto tokens = w.tokens(w.names, name);
    QVERIFY(w.bench.call(idp::DeleteUserRequest{.accessToken = tokens.accessToken}));
    QCOMPARE(verdict(w.passwordSignIn(w.names, name)), noSuchUser);
    QCOMPARE(verdict(w.refresh(w.names, *tokens.refreshToken)), u"NotAuthorizedException: Invalid Refresh Token."_s);
    QVERIFY(w.bench.call(signUp(w.names, name))); // the name is free again
}

void TestOwnAccount::updatesAttributes()
{
    const QString token = m_world->token();
    const auto updated = update(token, u"nickname"_s, u"J"_s);
    QVERIFY(updated);
    QVERIFY(updated->codeDeliveryDetailsList->isEmpty());
    QCOMPARE(attribute(token, u"nickname"_s), u"J"_s);
    QVERIFY(update(token, u"nickname"_s, QString()));
    QCOMPARE(attribute(token, u"nickname"_s), QString());
    QVERIFY(update(token, u"nickname"_s, u"K"_s));
    QVERIFY(m_world->bench.call(
        idp::DeleteUserAttributesRequest{.userAttributeNames = QStringList{u"nickname"_s}, .accessToken = token}));
    QCOMPARE(attribute(token, u"nickname"_s), QString());
}

void TestOwnAccount::newAddressIsVerified()
{
    const QString token = m_world->token();
    const auto updated = update(token, u"email"_s, u"new@example.com"_s);
    QVERIFY(updated);
    QCOMPARE(updated->codeDeliveryDetailsList->size(), 1);
    QCOMPARE(updated->codeDeliveryDetailsList->first().destination, u"n***@e***"_s);
    QCOMPARE(updated->codeDeliveryDetailsList->first().attributeName, u"email"_s);
    QCOMPARE(attribute(token, u"email"_s), u"new@example.com"_s);
    QCOMPARE(attribute(token, u"email_verified"_s), u"false"_s);
    const Message message = m_world->bench.messages().first();
    QCOMPARE(message.to, u"new@example.com"_s);
    QCOMPARE(verify(token, u"email"_s, message.code), QString());
    QCOMPARE(attribute(token, u"email_verified"_s), u"true"_s);
    QCOMPARE(m_world->bench.messages().first().state, Message::State::Used);
}

void TestOwnAccount::formerAddressStaysUntilThen()
{
    const QString token = inCarefulPool();
    QVERIFY(update(token, u"email"_s, u"new@example.com"_s));
    QCOMPARE(attribute(token, u"email"_s), u"old@example.com"_s);
    QCOMPARE(attribute(token, u"email_verified"_s), u"true"_s);
    const QString first = m_world->bench.lastCode();
    QVERIFY(update(token, u"email"_s, u"newer@example.com"_s));
    QCOMPARE(m_world->bench.messages().first().to, u"newer@example.com"_s);
    QCOMPARE(verify(token, u"email"_s, m_world->bench.lastCode()), QString());
    QCOMPARE(attribute(token, u"email"_s), u"newer@example.com"_s);
    QCOMPARE(attribute(token, u"email_verified"_s), u"true"_s);
    QVERIFY(!verify(token, u"email"_s, first).isEmpty());
}

void TestOwnAccount::askedAgainWhileWaiting()
{
    const QString token = inCarefulPool();
    QVERIFY(update(token, u"email"_s, u"new@example.com"_s));
    QVERIFY(m_world->bench.call(
        idp::GetUserAttributeVerificationCodeRequest{.accessToken = token, .attributeName = u"email"_s}));
    QCOMPARE(m_world->bench.messages().first().to, u"new@example.com"_s);
    QCOMPARE(verify(token, u"email"_s, m_world->bench.lastCode()), QString());
    QCOMPARE(attribute(token, u"email"_s), u"new@example.com"_s);
}

void TestOwnAccount::customMessages()
{
    TestWorld &w = *m_world;
    const QString token = w.token();
    w.bench.triggers.events.clear();
    w.bench.triggers.answer = [](const TriggerEvent &) {
        TriggerOutcome outcome{.handled = true, .response = json::Value::object(), .error = {}};
        outcome.response.set(u"emailSubject"_s, u"Is it you?"_s);
        return outcome;
    };
    QVERIFY(w.bench.call(
        idp::UpdateUserAttributesRequest{.userAttributes = Names{{.name = u"email"_s, .value = u"c@example.com"_s}},
                                         .accessToken = token,
                                         .clientMetadata = QMap<QString, QString>{{u"a"_s, u"b"_s}}}));
    QVERIFY(
        w.bench.call(idp::GetUserAttributeVerificationCodeRequest{.accessToken = token, .attributeName = u"email"_s}));
    QCOMPARE(w.bench.triggers.events.size(), 2);
    QCOMPARE(w.bench.triggers.events[0].source, u"CustomMessage_UpdateUserAttribute"_s);
    QCOMPARE(w.bench.triggers.events[0].request.value(u"clientMetadata").value(u"a").toString(), u"b"_s);
    QCOMPARE(w.bench.triggers.events[0].request.value(u"userAttributes").value(u"email").toString(),
             u"c@example.com"_s);
    QCOMPARE(w.bench.triggers.events[1].source, u"CustomMessage_VerifyUserAttribute"_s);
    QCOMPARE(w.bench.messages().first().subject, u"Is it you?"_s);
}

// The code was sent to the address of the sign-up, which an administrator replaced since.
void TestOwnAccount::oldCodeDoesNotVerifyNewAddress()
{
    TestWorld &w = *m_world;
    const QString name = w.signUp(w.names, w.newName());
    const QString code = w.bench.lastCode();
    QVERIFY(w.bench.call(idp::AdminUpdateUserAttributesRequest{
        .userPoolId = w.namesPool,
        .username = name,
        .userAttributes = Names{{.name = u"email"_s, .value = u"other@example.com"_s}}}));
    QCOMPARE(confirm(w, w.names, name, code), QString());
    QCOMPARE(attribute(*w.tokens(w.names, name).accessToken, u"email_verified"_s), u"false"_s);
}

void TestOwnAccount::rotation()
{
    TestWorld &w = *m_world;
    const QString client =
        w.bench.createClient({.userPoolId = w.namesPool,
                              .generateSecret = true,
                              .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s},
                              .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s}});
    const auto described =
        w.bench.call(idp::DescribeUserPoolClientRequest{.userPoolId = w.namesPool, .clientId = client});
    const QString secret = *described->userPoolClient->clientSecret;
    QCOMPARE(described->userPoolClient->refreshTokenRotation->retryGracePeriodSeconds, 0);
    const QString name = w.confirmed(w.names, w.newName());
    const auto signedIn = w.bench.call(idp::AdminInitiateAuthRequest{
        .userPoolId = w.namesPool,
        .clientId = client,
        .authFlow = u"ADMIN_USER_PASSWORD_AUTH"_s,
        .authParameters = QMap<QString, QString>{{u"USERNAME"_s, name},
                                                 {u"PASSWORD"_s, goodPassword},
                                                 {u"SECRET_HASH"_s, crypto::secretHash(name, client, secret)}}});
    QVERIFY2(signedIn, qPrintable(verdict(signedIn)));
    w.bench.advance(29LL * 86'400'000);
    w.bench.triggers.events.clear();
    const auto next =
        w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = signedIn->authenticationResult->refreshToken,
                                                           .clientId = client,
                                                           .clientSecret = secret,
                                                           .clientMetadata = QMap<QString, QString>{{u"a"_s, u"b"_s}}});
    QVERIFY2(next, qPrintable(verdict(next)));
    const auto &tokens = *next->authenticationResult;
    QVERIFY(tokens.refreshToken && tokens.refreshToken != signedIn->authenticationResult->refreshToken);
    const json::Value before = claimsOf(*signedIn->authenticationResult->accessToken);
    const json::Value after = claimsOf(*tokens.accessToken);
    QCOMPARE(after.value(u"auth_time").toInteger(), before.value(u"auth_time").toInteger());
    QCOMPARE(after.value(u"origin_jti").toString(), before.value(u"origin_jti").toString());
    QVERIFY(after.value(u"jti").toString() != before.value(u"jti").toString());
    QCOMPARE(w.bench.triggers.events.size(), 1);
    QCOMPARE(w.bench.triggers.events[0].source, u"TokenGeneration_RefreshTokens"_s);
    QCOMPARE(w.bench.triggers.events[0].request.value(u"clientMetadata").value(u"a").toString(), u"b"_s);
    w.bench.advance(86'400'000); // the new one lives no longer than the first would have
    QCOMPARE(verdict(w.bench.call(idp::GetTokensFromRefreshTokenRequest{
                 .refreshToken = tokens.refreshToken, .clientId = client, .clientSecret = secret})),
             u"NotAuthorizedException: Refresh Token has expired"_s);
}

void TestOwnAccount::gracePeriod()
{
    TestWorld &w = *m_world;
    const QString client = w.bench.createClient({.userPoolId = w.namesPool,
                                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                                 .refreshTokenRotation = idp::RefreshTokenRotationType{
                                                     .feature = u"ENABLED"_s, .retryGracePeriodSeconds = 60}});
    const QString first = *w.tokens(client, w.confirmed(w.names, w.newName())).refreshToken;
    const auto use = [&](const QString &token) {
        return w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = token, .clientId = client});
    };
    const auto second = use(first);
    QVERIFY(second);
    w.bench.advance(40'000);
    const auto third = use(first); // a retry: it does not begin the period again
    QVERIFY(third);
    QVERIFY(use(*second->authenticationResult->refreshToken));
    w.bench.advance(20'000);
    QCOMPARE(verdict(use(first)).section(u':', 0, 0), u"RefreshTokenReuseException"_s);
    QVERIFY(use(*third->authenticationResult->refreshToken)); // others go on
}

void TestOwnAccount::withoutRotation()
{
    TestWorld &w = *m_world;
    const auto signedIn = w.tokens(w.names, w.confirmed(w.names, w.newName()));
    for (int i = 0; i < 2; ++i) {
        const auto next = w.bench.call(
            idp::GetTokensFromRefreshTokenRequest{.refreshToken = signedIn.refreshToken, .clientId = w.names});
        QVERIFY(next);
        QVERIFY(!next->authenticationResult->refreshToken);
        QVERIFY(w.bench.call(idp::GetUserRequest{.accessToken = next->authenticationResult->accessToken}));
    }
}

QTEST_GUILESS_MAIN(TestOwnAccount)
#include "tst_ownaccount.moc"
