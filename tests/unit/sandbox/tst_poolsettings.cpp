#include "sandbox/rules/clientsettings.h"
#include "sandbox/rules/poolsettings.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestPoolSettings final : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void notSimulated_data();
    void notSimulated();
    void aliasesAgainstNames();
    void updateResets();
    void temporaryPasswords();
    void clientDefaults();
    void clientsNotSimulated_data();
    void clientsNotSimulated();
};

using PoolRequest = idp::CreateUserPoolRequest;
using ClientRequest = idp::CreateUserPoolClientRequest;
Q_DECLARE_METATYPE(PoolRequest)
Q_DECLARE_METATYPE(ClientRequest)

void TestPoolSettings::defaults()
{
    const auto pool = newPoolSettings({.poolName = u"test"_s});
    QVERIFY(pool);
    QCOMPARE(pool->name, u"test"_s);
    QCOMPARE(pool->mfaConfiguration, u"OFF"_s);
    QCOMPARE(pool->deletionProtection, u"INACTIVE"_s);
    QCOMPARE(pool->userPoolTier, u"ESSENTIALS"_s);
    QCOMPARE(pool->policies->passwordPolicy->minimumLength, 8);
    QCOMPARE(pool->adminCreateUserConfig->allowAdminCreateUserOnly, false);
    QCOMPARE(pool->emailConfiguration->emailSendingAccount, u"COGNITO_DEFAULT"_s);
    QCOMPARE(pool->schemaAttributes->size(), 20);
    QVERIFY(!pool->usernameConfiguration);
}

void TestPoolSettings::notSimulated_data()
{
    QTest::addColumn<PoolRequest>("request");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const PoolRequest &request, const char *named) {
        QTest::newRow(name) << request << QString::fromLatin1(named);
    };
    row("MFA", {.mfaConfiguration = u"ON"_s}, "MfaConfiguration ON");
    row("optional MFA", {.mfaConfiguration = u"OPTIONAL"_s}, "MfaConfiguration OPTIONAL");
    row("a function", {.lambdaConfig = idp::LambdaConfigType{.preSignUp = u"arn:aws:lambda:us-east-1:1:function:f"_s}},
        "LambdaConfig.PreSignUp");
    row("devices", {.deviceConfiguration = idp::DeviceConfigurationType{.challengeRequiredOnNewDevice = true}},
        "DeviceConfiguration");
    row("links",
        {.verificationMessageTemplate =
             idp::VerificationMessageTemplateType{.defaultEmailOption = u"CONFIRM_WITH_LINK"_s}},
        "CONFIRM_WITH_LINK");
    row("threat protection", {.userPoolAddOns = idp::UserPoolAddOnsType{.advancedSecurityMode = u"ENFORCED"_s}},
        "AdvancedSecurityMode");
    row("one-time passwords",
        {.policies = idp::UserPoolPolicyType{.signInPolicy = idp::SignInPolicyType{.allowedFirstAuthFactors =
                                                                                       QStringList{u"PASSWORD"_s,
                                                                                                   u"EMAIL_OTP"_s}}}},
        "EMAIL_OTP");
    row("the other issuer", {.issuerConfiguration = idp::IssuerConfigurationType{.type = u"UPDATED"_s}}, "UPDATED");
}

void TestPoolSettings::notSimulated()
{
    QFETCH(PoolRequest, request);
    QFETCH(const QString, named);
    request.poolName = u"test"_s;
    const auto pool = newPoolSettings(request);
    QVERIFY(!pool);
    QCOMPARE(pool.error().code, u"NotSimulatedException"_s);
    QVERIFY2(pool.error().message.contains(named), qPrintable(pool.error().message));
}

void TestPoolSettings::aliasesAgainstNames()
{
    const auto pool = newPoolSettings({.poolName = u"test"_s,
                                       .aliasAttributes = QStringList{u"email"_s},
                                       .usernameAttributes = QStringList{u"email"_s}});
    QVERIFY(!pool);
    QCOMPARE(pool.error().code, u"InvalidParameterException"_s);
}

void TestPoolSettings::updateResets()
{
    const auto before = newPoolSettings(
        {.poolName = u"test"_s,
         .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 12}},
         .autoVerifiedAttributes = QStringList{u"email"_s},
         .usernameAttributes = QStringList{u"email"_s}});
    QVERIFY(before);
    const auto reset = updatedPoolSettings(*before, {.userPoolId = u"x"_s}, MissingMember::Resets);
    QVERIFY(reset);
    QVERIFY(!reset->autoVerifiedAttributes);
    QCOMPARE(reset->policies->passwordPolicy->minimumLength, 8);
    QCOMPARE(reset->usernameAttributes, before->usernameAttributes);
    QCOMPARE(reset->name, u"test"_s);
    const auto kept = updatedPoolSettings(*before, {.userPoolId = u"x"_s, .poolName = u"new"_s}, MissingMember::Stays);
    QVERIFY(kept);
    QCOMPARE(kept->autoVerifiedAttributes, before->autoVerifiedAttributes);
    QCOMPARE(kept->policies->passwordPolicy->minimumLength, 12);
    QCOMPARE(kept->name, u"new"_s);
}

void TestPoolSettings::temporaryPasswords()
{
    constexpr qint64 day = 86'400'000;
    const auto days = [](std::optional<qint64> validity) {
        return temporaryPasswordMs(
            {.policies = idp::UserPoolPolicyType{
                 .passwordPolicy = idp::PasswordPolicyType{.temporaryPasswordValidityDays = validity}}});
    };
    QCOMPARE(temporaryPasswordMs({}), 7 * day);
    QCOMPARE(days({}), 7 * day);
    QCOMPARE(days(0), 7 * day);
    QCOMPARE(days(1), day);
    QCOMPARE(days(365), 365 * day);
}

void TestPoolSettings::clientDefaults()
{
    const auto pool = newPoolSettings({.poolName = u"test"_s});
    const auto client = newClientSettings(*pool, {.clientName = u"app"_s});
    QVERIFY(client);
    QCOMPARE(client->refreshTokenValidity, 30);
    QCOMPARE(client->authSessionValidity, 3);
    QCOMPARE(client->enableTokenRevocation, true);
    QVERIFY(!client->explicitAuthFlows);
    QVERIFY(!client->preventUserExistenceErrors);
    const auto rotating =
        newClientSettings(*pool, {.clientName = u"app"_s,
                                  .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s}});
    QCOMPARE(rotating->refreshTokenRotation->retryGracePeriodSeconds, 0);
    const auto minutes =
        newClientSettings(*pool, {.clientName = u"app"_s,
                                  .tokenValidityUnits = idp::TokenValidityUnitsType{.refreshToken = u"minutes"_s}});
    QVERIFY(minutes); // the default stays 30 days
    const auto renamed = updatedClientSettings(*pool, *client, {.clientId = u"x"_s, .accessTokenValidity = 2});
    QVERIFY(renamed);
    QCOMPARE(renamed->clientName, u"app"_s);
    QCOMPARE(renamed->accessTokenValidity, 2);
}

void TestPoolSettings::clientsNotSimulated_data()
{
    QTest::addColumn<ClientRequest>("request");
    QTest::addColumn<QString>("expected");
    QTest::newRow("another provider") << ClientRequest{.supportedIdentityProviders = QStringList{u"Google"_s}}
                                      << u"NotSimulatedException"_s;
    QTest::newRow("lifetime") << ClientRequest{.accessTokenValidity = 25} << u"InvalidParameterException"_s;
    QTest::newRow("read list") << ClientRequest{.readAttributes = QStringList{u"nobody"_s}}
                               << u"InvalidParameterException"_s;
}

void TestPoolSettings::clientsNotSimulated()
{
    QFETCH(ClientRequest, request);
    QFETCH(const QString, expected);
    request.clientName = u"app"_s;
    const auto client = newClientSettings(*newPoolSettings({.poolName = u"test"_s}), request);
    QVERIFY(!client);
    QCOMPARE(client.error().code, expected);
}

QTEST_GUILESS_MAIN(TestPoolSettings)
#include "tst_poolsettings.moc"
