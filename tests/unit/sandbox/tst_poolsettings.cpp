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
    void unusedAccounts_data();
    void unusedAccounts();
    void bothLifetimesAreRefused();
    void laterPolicyReplacesUnusedAccounts();
    void clientDefaults();
    void clientsNotSimulated_data();
    void clientsNotSimulated();
};

using PoolRequest = idp::CreateUserPoolRequest;
using ClientRequest = idp::CreateUserPoolClientRequest;

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
    const auto reset = updatedPoolSettings(*before, {.userPoolId = u"x"_s}, {});
    QVERIFY(reset);
    QVERIFY(!reset->autoVerifiedAttributes);
    QCOMPARE(reset->policies->passwordPolicy->minimumLength, 8);
    QCOMPARE(reset->usernameAttributes, before->usernameAttributes);
    QCOMPARE(reset->name, u"test"_s);
    const auto kept =
        updatedPoolSettings(*before, {.userPoolId = u"x"_s, .poolName = u"new"_s}, {.missing = MissingMember::Stays});
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

namespace {

idp::CreateUserPoolRequest poolWith(std::optional<qint64> unused, std::optional<qint64> temporary,
                                    std::optional<qint64> length = {})
{
    idp::CreateUserPoolRequest request{.poolName = u"test"_s};
    if (temporary || length)
        request.policies =
            idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{
                                        .minimumLength = length, .temporaryPasswordValidityDays = temporary}};
    request.adminCreateUserConfig = idp::AdminCreateUserConfigType{.unusedAccountValidityDays = unused};
    return request;
}

} // namespace

void TestPoolSettings::unusedAccounts_data()
{
    using Days = std::optional<qint64>;
    QTest::addColumn<Days>("unused");
    QTest::addColumn<Days>("temporary");
    QTest::addColumn<Days>("length");
    QTest::addColumn<qint64>("days");
    QTest::newRow("neither") << Days() << Days() << Days() << qint64(7);
    QTest::newRow("unused accounts only") << Days(30) << Days() << Days() << qint64(30);
    QTest::newRow("with another rule") << Days(30) << Days() << Days(12) << qint64(30);
    QTest::newRow("none") << Days(0) << Days() << Days() << qint64(7);
    QTest::newRow("none beside the newer one") << Days(0) << Days(3) << Days() << qint64(3);
    QTest::newRow("the newer one") << Days() << Days(3) << Days() << qint64(3);
}

void TestPoolSettings::unusedAccounts()
{
    QFETCH(std::optional<qint64>, unused);
    QFETCH(std::optional<qint64>, temporary);
    QFETCH(std::optional<qint64>, length);
    QFETCH(qint64, days);
    const auto pool = newPoolSettings(poolWith(unused, temporary, length));
    QVERIFY(pool);
    QCOMPARE(temporaryPasswordMs(*pool), days * 86'400'000);
    QCOMPARE(pool->policies->passwordPolicy->temporaryPasswordValidityDays, days);
    QCOMPARE(pool->policies->passwordPolicy->requireUppercase, !temporary && !length);
    QCOMPARE(pool->policies->passwordPolicy->minimumLength, length.value_or(8));
}

void TestPoolSettings::bothLifetimesAreRefused()
{
    const auto pool = newPoolSettings(poolWith(30, 30));
    QVERIFY(!pool);
    QCOMPARE(pool.error().code, u"InvalidParameterException"_s);
    QCOMPARE(pool.error().message,
             u"Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays"_s);
}

void TestPoolSettings::laterPolicyReplacesUnusedAccounts()
{
    const auto before = newPoolSettings(poolWith(30, {}));
    QVERIFY(before);
    QCOMPARE(before->adminCreateUserConfig->unusedAccountValidityDays, 30);
    const auto after = updatedPoolSettings(
        *before,
        {.userPoolId = u"x"_s,
         .policies =
             idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.temporaryPasswordValidityDays = 2}}},
        {.missing = MissingMember::Stays});
    QVERIFY(after);
    QCOMPARE(temporaryPasswordMs(*after), 2 * 86'400'000);
    QVERIFY(!after->adminCreateUserConfig->unusedAccountValidityDays);
    const auto kept = updatedPoolSettings(
        *before,
        {.userPoolId = u"x"_s,
         .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 9}}},
        {.missing = MissingMember::Stays});
    QVERIFY(kept);
    QCOMPARE(temporaryPasswordMs(*kept), 30 * 86'400'000LL);
    const auto older = newPoolSettings(poolWith({}, 2));
    QVERIFY(older);
    const auto asked = updatedPoolSettings(
        *older,
        {.userPoolId = u"x"_s, .adminCreateUserConfig = idp::AdminCreateUserConfigType{.unusedAccountValidityDays = 5}},
        {.missing = MissingMember::Stays});
    QVERIFY(asked);
    QCOMPARE(temporaryPasswordMs(*asked), 5 * 86'400'000LL);
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
