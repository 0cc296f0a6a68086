#include "diagnosis/clientflows.h"
#include "diagnosis/remedies.h"
#include "diagnosis/temporarypassword.h"
#include "signincases.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::diagnosis;
using namespace poolscope::diagnosis::tests;

class TestSignInTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void states_data();
    void states();
    void names_data();
    void names();
    void temporaryPasswords_data();
    void temporaryPasswords();
    void flows_data();
    void flows();
    void lockedOut();
    void recovery_data();
    void recovery();
    void nobodyIsToldApart();
    void triggersThatMayRefuse();
    void unverifiedKnowledgeIsOnlyPossible();
    void claimsOnlyWhatWasRead_data();
    void claimsOnlyWhatWasRead();
    void tellsPeopleOfOneAddressApart();
    void everyRemedySaysWhatItDoes();
    void remediesDoWhatTheySay_data();
    void remediesDoWhatTheySay();
};

void TestSignInTrouble::states_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QStringList>("causes");
    QTest::newRow("UNCONFIRMED") << "UNCONFIRMED" << QStringList{QStringLiteral("unconfirmed")};
    QTest::newRow("CONFIRMED") << "CONFIRMED" << QStringList{QStringLiteral("nothing")};
    QTest::newRow("FORCE_CHANGE_PASSWORD")
        << "FORCE_CHANGE_PASSWORD" << QStringList{QStringLiteral("temporary-expired")};
    QTest::newRow("RESET_REQUIRED") << "RESET_REQUIRED" << QStringList{QStringLiteral("reset-required")};
    QTest::newRow("EXTERNAL_PROVIDER") << "EXTERNAL_PROVIDER" << QStringList{QStringLiteral("external")};
    for (const char *status : {"ARCHIVED", "COMPROMISED", "UNKNOWN", "NEVER_HEARD_OF", ""})
        QTest::newRow(*status ? status : "none") << status << QStringList{QStringLiteral("status")};
}

void TestSignInTrouble::states()
{
    QFETCH(QString, status);
    QFETCH(QStringList, causes);
    const SignInTrouble trouble = judged(somebody(status, mail(true)), sunny, known());
    QCOMPARE(causesOf(trouble), causes);
    idp::UserType disabled = somebody(status, mail(true));
    disabled.enabled = false;
    const QStringList both = causesOf(judged(disabled, sunny, known()));
    QCOMPARE(both.first(), QStringLiteral("disabled"));
    if (causes.first() != u"nothing")
        QCOMPARE(both.mid(1), causes);
}

void TestSignInTrouble::names_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<idp::UserPoolType>("pool");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<QString>("cause");
    const idp::UserPoolType plain;
    const idp::UserPoolType aliases{.aliasAttributes = QStringList{QStringLiteral("email")}};
    const idp::UserPoolType addresses{.usernameAttributes = QStringList{QStringLiteral("email")}};
    const idp::UserPoolType easy{.aliasAttributes = QStringList{QStringLiteral("email")},
                                 .usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}};
    const auto row = [](const char *name, const QString &typed, const idp::UserPoolType &pool, bool verified,
                        const char *cause) {
        QTest::newRow(name) << typed << pool << verified << QString::fromLatin1(cause);
    };
    const QString sub = QStringLiteral("7d8e2c1a-0b5d-44e7-ac10-41f0aabbccdd");
    row("the name", sunny, plain, true, "nothing");
    row("the name in another case", QStringLiteral("SUNNY"), plain, true, "wrong-case");
    row("another case that does not matter", QStringLiteral("SUNNY"), easy, true, "nothing");
    row("an address in a pool of names", address, plain, true, "not-a-name");
    row("an alias", address, aliases, true, "nothing");
    row("an alias in another case", QStringLiteral("Sunny@Example.com"), aliases, true, "wrong-case");
    row("an alias in a case that does not matter", QStringLiteral("Sunny@Example.com"), easy, true, "nothing");
    row("an alias not verified", address, aliases, false, "unverified-alias");
    row("an address as a name, not verified", address, addresses, false, "nothing");
    row("the sub in a pool of names", sub, plain, true, "sub-is-no-name");
    row("the sub in a pool of addresses", sub, addresses, true, "nothing");
}

void TestSignInTrouble::names()
{
    QFETCH(QString, typed);
    QFETCH(idp::UserPoolType, pool);
    QFETCH(bool, verified);
    QFETCH(QString, cause);
    QMap<QString, QString> attributes = mail(verified);
    attributes.insert(QStringLiteral("sub"), QStringLiteral("7d8e2c1a-0b5d-44e7-ac10-41f0aabbccdd"));
    const SignInTrouble trouble = judged(somebody(QStringLiteral("CONFIRMED"), attributes), typed, known(pool));
    QCOMPARE(trouble.findings.first().cause, cause);
    const bool isAddress = cause == u"wrong-case" && typed.contains(u'@');
    QCOMPARE(trouble.findings.first().signInName, cause == u"nothing" ? typed : isAddress ? address : sunny);
}

void TestSignInTrouble::temporaryPasswords_data()
{
    using State = TemporaryPassword::State;
    QTest::addColumn<double>("createdAgo");
    QTest::addColumn<double>("changedAgo");
    QTest::addColumn<int>("days");   // TemporaryPasswordValidityDays; 0: not set
    QTest::addColumn<int>("unused"); // UnusedAccountValidityDays; 0: not set
    QTest::addColumn<State>("state");
    QTest::newRow("fresh") << 1.0 << 1.0 << 7 << 0 << State::Valid;
    QTest::newRow("a second before") << 7.0 - 1 / 86400.0 << 7.0 - 1 / 86400.0 << 7 << 0 << State::Valid;
    QTest::newRow("a second after") << 7.0 + 1 / 86400.0 << 7.0 + 1 / 86400.0 << 7 << 0 << State::Expired;
    QTest::newRow("changed since") << 9.0 << 2.0 << 7 << 0 << State::Either;
    QTest::newRow("by default seven") << 8.0 << 8.0 << 0 << 0 << State::Expired;
    QTest::newRow("a longer time") << 8.0 << 8.0 << 30 << 0 << State::Valid;
    QTest::newRow("under its former name") << 8.0 << 8.0 << 0 << 10 << State::Valid;
    QTest::newRow("the newer name counts") << 8.0 << 8.0 << 3 << 10 << State::Expired;
}

void TestSignInTrouble::temporaryPasswords()
{
    QFETCH(double, createdAgo);
    QFETCH(double, changedAgo);
    QFETCH(int, days);
    QFETCH(int, unused);
    QFETCH(TemporaryPassword::State, state);
    idp::UserType user = somebody(QStringLiteral("FORCE_CHANGE_PASSWORD"));
    user.userCreateDate = daysAgo(createdAgo);
    user.userLastModifiedDate = daysAgo(changedAgo);
    idp::UserPoolType pool;
    if (days > 0)
        pool.policies =
            idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.temporaryPasswordValidityDays = days}};
    if (unused > 0)
        pool.adminCreateUserConfig = idp::AdminCreateUserConfigType{.unusedAccountValidityDays = unused};
    const TemporaryPassword password = temporaryPasswordOf(user, known(pool), today.toMSecsSinceEpoch());
    QCOMPARE(password.state, state);
    QVERIFY(password.daysKnown);
    QCOMPARE(password.endsAtLeast.msecsTo(password.ends), qint64((createdAgo - changedAgo) * double(dayMs)));
}

void TestSignInTrouble::flows_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("takes");
    QTest::newRow("none listed") << QStringList() << true;
    QTest::newRow("SRP") << QStringList{QStringLiteral("ALLOW_USER_SRP_AUTH")} << true;
    QTest::newRow("plain") << QStringList{QStringLiteral("ALLOW_USER_PASSWORD_AUTH")} << true;
    QTest::newRow("choice") << QStringList{QStringLiteral("ALLOW_USER_AUTH")} << true;
    QTest::newRow("servers only") << QStringList{QStringLiteral("ALLOW_ADMIN_USER_PASSWORD_AUTH")} << false;
    QTest::newRow("custom only") << QStringList{QStringLiteral("ALLOW_CUSTOM_AUTH")} << false;
    QTest::newRow("refresh only") << QStringList{QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")} << false;
    QTest::newRow("former plain") << QStringList{QStringLiteral("USER_PASSWORD_AUTH")} << true;
    QTest::newRow("former, servers") << QStringList{QStringLiteral("ADMIN_NO_SRP_AUTH")} << true; // SRP stays on
    QTest::newRow("former, custom only") << QStringList{QStringLiteral("CUSTOM_AUTH_FLOW_ONLY")} << false;
}

void TestSignInTrouble::flows()
{
    QFETCH(QStringList, names);
    QFETCH(bool, takes);
    idp::UserPoolClientType client;
    if (!names.isEmpty())
        client.explicitAuthFlows = names;
    const SignInTrouble trouble = judged(somebody(QStringLiteral("CONFIRMED"), mail(true)), sunny, known({}, client));
    QCOMPARE(causesOf(trouble), QStringList{takes ? QStringLiteral("nothing") : QStringLiteral("no-password-flow")});
}

void TestSignInTrouble::lockedOut()
{
    SignInCase given{
        .typed = sunny, .user = somebody(QStringLiteral("CONFIRMED"), mail(true)), .others = {}, .settings = known()};
    given.nowMs = 1'800'000'000'000;
    QVERIFY(!troubleOf(given).notSeen.filter(QStringLiteral("lock-out")).isEmpty());
    given.told = ToldBySandbox{.lockedUntilMs = given.nowMs};
    QCOMPARE(causesOf(troubleOf(given)), QStringList{QStringLiteral("nothing")}); // it is just over
    QVERIFY(troubleOf(given).notSeen.filter(QStringLiteral("lock-out")).isEmpty());
    given.told->lockedUntilMs += 1;
    const SignInTrouble trouble = troubleOf(given);
    QCOMPARE(causesOf(trouble).first(), QStringLiteral("locked-out"));
    QCOMPARE(trouble.findings.first().weight, Finding::Weight::Blocks);
    // The second in which it ends, not the one before.
    const QTime end = QDateTime::fromMSecsSinceEpoch(given.nowMs + 1'000).time();
    QVERIFY2(trouble.findings.first().sentence.contains(end.toString(QStringLiteral("HH:mm:ss"))),
             qPrintable(trouble.findings.first().sentence));
}

void TestSignInTrouble::recovery_data()
{
    QTest::addColumn<QStringList>("ways");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<bool>("canStart");
    QTest::addColumn<bool>("saysSo");
    const QString byMail = QStringLiteral("verified_email");
    const QString byPhone = QStringLiteral("verified_phone_number");
    QTest::newRow("unset, verified") << QStringList() << true << true << false;
    QTest::newRow("unset, not verified") << QStringList() << false << false << true;
    QTest::newRow("by mail") << QStringList{byMail} << true << true << false;
    QTest::newRow("only by phone, which is missing") << QStringList{byPhone} << true << false << true;
    QTest::newRow("administrators only") << QStringList{QStringLiteral("admin_only")} << true << false << false;
}

void TestSignInTrouble::recovery()
{
    QFETCH(QStringList, ways);
    QFETCH(bool, verified);
    QFETCH(bool, canStart);
    QFETCH(bool, saysSo);
    idp::UserPoolType pool;
    if (!ways.isEmpty()) {
        QList<idp::RecoveryOptionType> options;
        for (const QString &way : ways)
            options.append({.priority = options.size() + 1, .name = way});
        pool.accountRecoverySetting = idp::AccountRecoverySettingType{.recoveryMechanisms = options};
    }
    const auto fine = judged(somebody(QStringLiteral("CONFIRMED"), mail(verified)), sunny, known(pool));
    QCOMPARE(offers(fine, auth::Repair::StartReset), canStart);
    QCOMPARE(causesOf(fine).contains(QStringLiteral("no-verified-address")), saysSo);
    const auto reset = judged(somebody(QStringLiteral("RESET_REQUIRED"), mail(verified)), sunny, known(pool));
    QCOMPARE(offers(reset, auth::Repair::StartReset), canStart);
    QVERIFY(offers(reset, auth::Repair::LastingPassword));
}

void TestSignInTrouble::nobodyIsToldApart()
{
    idp::UserPoolClientType hiding;
    hiding.preventUserExistenceErrors = QStringLiteral("ENABLED");
    const SignInTrouble hidden = nobody(sunny, known({}, hiding));
    QCOMPARE(causesOf(hidden), QStringList{QStringLiteral("nobody")});
    QVERIFY(hidden.findings.first().why.contains(QStringLiteral("hides")));
    const SignInTrouble open = nobody(sunny, known(), {somebody(QStringLiteral("CONFIRMED"))});
    QVERIFY(open.findings.first().why.isEmpty());
    QVERIFY(open.findings.first().todo != hidden.findings.first().todo);
    const QList<idp::UserType> both{somebody(QStringLiteral("CONFIRMED"), {}, QStringLiteral("Sunny")),
                                    somebody(QStringLiteral("CONFIRMED"), {}, QStringLiteral("sunnyday"))};
    QCOMPARE(named(both, sunny).size(), 1);
}

void TestSignInTrouble::triggersThatMayRefuse()
{
    const QString arn = QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:f");
    idp::LambdaConfigType triggers;
    triggers.createAuthChallenge = arn;
    triggers.verifyAuthChallengeResponse = arn;
    triggers.preTokenGenerationConfig = idp::PreTokenGenerationVersionConfigType{.lambdaArn = arn};
    const SignInTrouble trouble =
        judged(somebody(QStringLiteral("CONFIRMED"), mail(true)), sunny, known({.lambdaConfig = triggers}));
    for (const char *name : {"CreateAuthChallenge", "VerifyAuthChallengeResponse", "PreTokenGeneration"})
        QCOMPARE(trouble.notSeen.filter(QString::fromLatin1(name)).size(), 1);
    QVERIFY(trouble.notSeen.filter(QStringLiteral("PostAuthentication")).isEmpty());
}

// Where the settings could not be read nothing is claimed that depends on them.
void TestSignInTrouble::unverifiedKnowledgeIsOnlyPossible()
{
    const auth::PoolSettings unknown;
    const SignInTrouble invited = judged(somebody(QStringLiteral("FORCE_CHANGE_PASSWORD"), mail(true)), sunny, unknown);
    QCOMPARE(causesOf(invited), QStringList{QStringLiteral("temporary-either")});
    QVERIFY(invited.findings.first().sentence.startsWith(QStringLiteral("Possibly")));
    const SignInTrouble shouted =
        judged(somebody(QStringLiteral("CONFIRMED"), mail(true)), QStringLiteral("SUNNY"), unknown);
    QVERIFY(shouted.findings.first().sentence.startsWith(QStringLiteral("Possibly")));
    QVERIFY(shouted.notSeen.size() > 4);
    QCOMPARE(causesOf(judged(somebody(QStringLiteral("CONFIRMED"), mail(true)), address, unknown)),
             QStringList{QStringLiteral("nothing")});
    const SignInTrouble odd = judged(somebody(QStringLiteral("ARCHIVED"), mail(true)), sunny, known());
    QVERIFY(odd.findings.first().sentence.startsWith(QStringLiteral("Possibly")));
}

void TestSignInTrouble::claimsOnlyWhatWasRead_data()
{
    QTest::addColumn<bool>("pool");
    QTest::addColumn<bool>("client");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("notSaid");
    QTest::newRow("all") << true << true << "Nothing that can be seen"
                         << "could not be read";
    QTest::newRow("pool only") << true << false << "whether the app client does could not be read"
                               << "app client allow";
    QTest::newRow("app client only") << false << true << "whether the pool does could not be read"
                                     << "pool allow";
    QTest::newRow("neither") << false << false << "whether pool and app client do could not be read"
                             << "app client allow";
}

void TestSignInTrouble::claimsOnlyWhatWasRead()
{
    QFETCH(bool, pool);
    QFETCH(bool, client);
    QFETCH(QString, said);
    QFETCH(QString, notSaid);
    auth::PoolSettings settings;
    if (pool)
        settings.pool = idp::UserPoolType{};
    if (client)
        settings.client = idp::UserPoolClientType{};
    const Finding finding = judged(somebody(QStringLiteral("CONFIRMED"), mail(true)), sunny, settings).findings.first();
    QCOMPARE(finding.cause, QStringLiteral("nothing"));
    QCOMPARE(finding.weight, pool && client ? Finding::Weight::Clear : Finding::Weight::Unsure);
    const QString text = finding.sentence + u' ' + finding.why;
    QVERIFY2(text.contains(said), qPrintable(text));
    QVERIFY2(!text.contains(notSaid), qPrintable(text));
}

void TestSignInTrouble::tellsPeopleOfOneAddressApart()
{
    const QString status = QStringLiteral("CONFIRMED");
    QCOMPARE(fullNameOf(somebody(status, mail(true))), QStringLiteral("sunny@example.com (sunny)"));
    QCOMPARE(fullNameOf(somebody(status, mail(true), address)), address);
    QCOMPARE(fullNameOf(somebody(status)), sunny);
}

void TestSignInTrouble::everyRemedySaysWhatItDoes()
{
    for (const char *status : {"UNCONFIRMED", "CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED"}) {
        for (const bool verified : {true, false}) {
            const SignInTrouble trouble = judged(somebody(QString::fromLatin1(status), mail(verified)), sunny, known());
            for (const Finding &finding : trouble.findings) {
                for (const Remedy &remedy : finding.remedies) {
                    QVERIFY(!remedy.verb.isEmpty());
                    QVERIFY2(remedy.effect.size() > 40, qPrintable(remedy.verb));
                    QVERIFY(!remedy.effect.contains(u'%'));
                }
            }
        }
    }
}

void TestSignInTrouble::remediesDoWhatTheySay_data()
{
    using auth::Repair;
    QTest::addColumn<Repair>("repair");
    QTest::addColumn<bool>("ends");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, Repair repair, bool ends, const QStringList &words) {
        QTest::newRow(name) << repair << ends << words;
    };
    const QString stops = QStringLiteral("stops working");
    row("AdminConfirmSignUp", Repair::ConfirmSignUp, false, {QStringLiteral("do not become verified")});
    row("ResendConfirmationCode", Repair::ResendCode, false, {QStringLiteral("new confirmation code")});
    row("AdminCreateUser, RESEND", Repair::ResendInvitation, true, {QStringLiteral("new temporary password"), stops});
    row("AdminSetUserPassword", Repair::TemporaryPassword, true, {QStringLiteral("nothing is sent"), stops});
    row("AdminSetUserPassword, Permanent", Repair::LastingPassword, true,
        {QStringLiteral("nothing is sent"), stops, QStringLiteral("confirmed")});
    row("AdminResetUserPassword", Repair::ResetPassword, true, {stops, QStringLiteral("RESET_REQUIRED")});
    row("ForgotPassword", Repair::StartReset, false, {QStringLiteral("works until the code is used")});
    row("AdminEnableUser", Repair::Enable, false, {QStringLiteral("stay ended")});
    row("email_verified", Repair::VerifyEmail, false, {address, QStringLiteral("without a code")});
    row("phone_number_verified", Repair::VerifyPhone, false, {QStringLiteral("without a code")});
}

void TestSignInTrouble::remediesDoWhatTheySay()
{
    QFETCH(auth::Repair, repair);
    QFETCH(bool, ends);
    QFETCH(QStringList, words);
    const Remedy offered = remedy(repair, somebody(QStringLiteral("CONFIRMED"), mail(false)));
    QCOMPARE(offered.repair, repair);
    QCOMPARE(offered.ends, ends);
    for (const QString &word : words)
        QVERIFY2(offered.effect.contains(word), qPrintable(offered.effect));
}

QTEST_GUILESS_MAIN(TestSignInTrouble)
#include "tst_signintrouble.moc"
