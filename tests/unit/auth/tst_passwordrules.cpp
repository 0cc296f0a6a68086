#include "auth/passwordrules.h"
#include "auth/passwordstrength.h"
#include "crypto/random.h"

#include <QElapsedTimer>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;

using Id = PasswordRule::Id;

namespace {

QString unmet(const PasswordPolicy &policy, const QString &password)
{
    QStringList names;
    for (const PasswordRule &rule : check(policy, password)) {
        static const char *const texts[] = {"length", "lower", "upper", "number", "symbol", "blanks", "long"};
        if (!rule.met)
            names.append(QString::fromLatin1(texts[int(rule.id)]));
    }
    return names.join(u' ');
}

} // namespace

class PasswordRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("broken");
        const auto row = [](const char *password, const char *broken) {
            QTest::newRow(password) << QString::fromUtf8(password) << QString::fromLatin1(broken);
        };
        row("", "length lower upper number symbol");
        row("Passw0rd!", "");
        row("Passw0r!", "");
        row("Pasw0r!", "length");
        row("passw0rd!", "upper");
        row("PASSW0RD!", "lower");
        row("Password!", "number");
        row("Passw0rdd", "symbol");
        row("Passw0 rd", "");
        row(" Passw0rd", "symbol blanks");
        row("Passw0rd! ", "blanks");
        row("Passw0rd`", "");
        row("Passw0rd\u00a7", "symbol");
        row("Passw0rd+", "");
        row("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00c4\u00c4", "lower upper number symbol");
    }

    void rules()
    {
        QFETCH(QString, password);
        QFETCH(QString, broken);
        QCOMPARE(unmet({}, password), broken);
        QCOMPARE(allMet(check({}, password)), broken.isEmpty());
    }

    void longestPassword()
    {
        const QString tail = QStringLiteral("Aa1!");
        QCOMPARE(unmet({}, QString(252, u'x') + tail), QString());
        QCOMPARE(unmet({}, QString(253, u'x') + tail), QStringLiteral("long"));
    }

    void policyOfThePool()
    {
        QVERIFY(passwordPolicy({}).assumed);
        PoolSettings settings;
        settings.pool =
            idp::UserPoolType{.policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{
                                                                      .minimumLength = 12, .requireNumbers = true}}};
        const PasswordPolicy policy = passwordPolicy(settings);
        QVERIFY(!policy.assumed);
        QCOMPARE(unmet(policy, QStringLiteral("abcdefghijk")), QStringLiteral("length number"));
        QCOMPARE(check(policy, u"abcdefghijk1").size(), 2);
        QVERIFY(check(policy, u"abcdefghijk1").first().text.contains(QStringLiteral("12")));
    }

    void generated_data()
    {
        QTest::addColumn<int>("minimum");
        for (const int minimum : {0, 6, 8, 14, 40, 99})
            QTest::addRow("at least %d", minimum) << minimum;
    }

    void generated()
    {
        QFETCH(int, minimum);
        const PasswordPolicy policy{.minimumLength = minimum};
        crypto::SystemRandom random;
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            const QString password = generatePassword(policy, random);
            QVERIFY2(allMet(check(policy, password)), qPrintable(password));
            QCOMPARE(password.size(), std::max(minimum, 14));
            seen.insert(password);
        }
        QCOMPARE(seen.size(), 200);
    }

    void strength_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("the most common one") << QStringLiteral("password") << 0 << 0;
        QTest::newRow("common with substitutions") << QStringLiteral("P@ssw0rd1") << 0 << 1;
        QTest::newRow("keyboard row") << QStringLiteral("qwertyuiop") << 0 << 1;
        QTest::newRow("random") << QStringLiteral("xK9#mQ2$vLp7!wRt") << 4 << 4;
        QTest::newRow("four words") << QStringLiteral("correct horse battery staple") << 4 << 4;
    }

    void strength()
    {
        QFETCH(QString, password);
        QFETCH(int, least);
        QFETCH(int, most);
        const PasswordStrength strength = estimateStrength(password);
        QVERIFY2(strength.score >= least && strength.score <= most, qPrintable(QString::number(strength.bits)));
        QVERIFY(!strength.text.isEmpty());
    }

    void strengthKnowsTheUser()
    {
        const QString password = QStringLiteral("mirabellaq77");
        QVERIFY(estimateStrength(password, {QStringLiteral("mirabellaq")}).bits < estimateStrength(password).bits);
        QCOMPARE(estimateStrength({}).text, QString());
    }

    void strengthOfLongTextIsQuick()
    {
        QString text;
        for (int i = 0; i < 100'000; ++i)
            text.append(QChar(u'a' + i * 7 % 26));
        text[5] = QChar(0);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(estimateStrength(text, {text}).score == 4);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(PasswordRulesTest)
#include "tst_passwordrules.moc"
