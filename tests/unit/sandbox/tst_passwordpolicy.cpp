#include "crypto/random.h"
#include "sandbox/rules/passwordpolicy.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestPasswordPolicy final : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void check_data();
    void check();
    void generated();
};

void TestPasswordPolicy::defaults()
{
    const auto policy = effectivePolicy({});
    QCOMPARE(policy.minimumLength, 8);
    QCOMPARE(policy.requireUppercase, true);
    QCOMPARE(policy.requireLowercase, true);
    QCOMPARE(policy.requireNumbers, true);
    QCOMPARE(policy.requireSymbols, true);
    QCOMPARE(policy.temporaryPasswordValidityDays, 7);
    const auto partial =
        effectivePolicy(idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 6}});
    QCOMPARE(partial.minimumLength, 6);
    QCOMPARE(partial.requireSymbols, false);
}

void TestPasswordPolicy::check_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *password, const char *fault) {
        QTest::newRow(name) << QString::fromUtf8(password) << QString::fromLatin1(fault);
    };
    row("all four kinds", "Passw0rd!", "");
    row("seven characters", "Pass0r!", "Password not long enough");
    row("short comes before kinds", "short", "Password not long enough");
    row("no lower case", "PASSW0RD!", "Password must have lowercase characters");
    row("no upper case", "passw0rd!", "Password must have uppercase characters");
    row("lower case comes before upper case", "12345678", "Password must have lowercase characters");
    row("no digit", "Password!", "Password must have numeric characters");
    row("no symbol", "Passw0rdd", "Password must have symbol characters");
    row("digit comes before symbol", "Passwordd", "Password must have numeric characters");
    row("a blank inside is a symbol", "Passw0rd d", "");
    row("letters of other scripts are no Latin ones",
        "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6\xc3\xbc"
        "1!",
        "Password must have lowercase characters");
    for (const char c : std::string("^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-"))
        QTest::newRow(qPrintable(u"symbol %1"_s.arg(QLatin1Char(c)))) << u"Passw0rd"_s + QLatin1Char(c) << QString();
}

void TestPasswordPolicy::check()
{
    QFETCH(const QString, password);
    QFETCH(const QString, fault);
    const auto outcome = checkPasswordPolicy(effectivePolicy({}), password);
    QCOMPARE(outcome.has_value(), fault.isEmpty());
    if (fault.isEmpty())
        return;
    QCOMPARE(outcome.error().code, u"InvalidPasswordException"_s);
    QCOMPARE(outcome.error().message, u"Password did not conform with policy: "_s + fault);
    QCOMPARE(outcome.error().httpStatus, 400);
}

void TestPasswordPolicy::generated()
{
    crypto::SystemRandom random;
    for (const qint64 length : {6, 8, 30, 99}) {
        auto policy = effectivePolicy({});
        policy.minimumLength = length;
        for (int i = 0; i < 50; ++i) {
            const QString password = generatePassword(policy, random);
            QVERIFY2(checkPasswordPolicy(policy, password), qPrintable(password));
        }
    }
    QCOMPARE_NE(generatePassword(effectivePolicy({}), random), generatePassword(effectivePolicy({}), random));
}

QTEST_GUILESS_MAIN(TestPasswordPolicy)
#include "tst_passwordpolicy.moc"
