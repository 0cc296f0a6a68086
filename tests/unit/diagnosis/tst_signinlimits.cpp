#include "signincases.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::diagnosis;
using namespace poolscope::diagnosis::tests;

// What is said of a user where not everything is known that bears on it, and what is not offered then.
class TestSignInLimits final : public QObject
{
    Q_OBJECT

private slots:
    void unconfirmedWithCodes_data();
    void unconfirmedWithCodes();
    void nobodyInTheseLetters_data();
    void nobodyInTheseLetters();
    void aSearchThatWasBrokenOff();
    void whenTemporaryPasswordsWereSetIsNotKnown();
    void anotherAddressOwnsNothing();
    void withoutAnAddressNothingIsSent();
};

// A sign-in by a code confirms the user.
void TestSignInLimits::unconfirmedWithCodes_data()
{
    using Weight = Finding::Weight;
    QTest::addColumn<auth::PoolSettings>("settings");
    QTest::addColumn<Weight>("weight");
    QTest::addColumn<bool>("tellsOfCodes");
    const QStringList codes{QStringLiteral("PASSWORD"), QStringLiteral("EMAIL_OTP")};
    const QStringList passwords{QStringLiteral("PASSWORD")};
    idp::UserPoolClientType choosing;
    choosing.explicitAuthFlows = QStringList{QStringLiteral("ALLOW_USER_AUTH")};
    auth::PoolSettings poolOnly = known(firstFactors(codes));
    poolOnly.client.reset();
    auth::PoolSettings clientOnly = known({}, choosing);
    clientOnly.pool.reset();
    QTest::newRow("codes") << known(firstFactors(codes), choosing) << Weight::Hinders << true;
    QTest::newRow("codes that the client does not take") << known(firstFactors(codes)) << Weight::Blocks << false;
    QTest::newRow("passwords only") << known(firstFactors(passwords), choosing) << Weight::Blocks << false;
    QTest::newRow("no policy") << known({}, choosing) << Weight::Blocks << false;
    QTest::newRow("codes, client unknown") << poolOnly << Weight::Hinders << true;
    QTest::newRow("pool unknown") << clientOnly << Weight::Hinders << true;
    QTest::newRow("nothing known") << auth::PoolSettings() << Weight::Hinders << true;
}

void TestSignInLimits::unconfirmedWithCodes()
{
    QFETCH(auth::PoolSettings, settings);
    QFETCH(Finding::Weight, weight);
    QFETCH(bool, tellsOfCodes);
    const SignInTrouble trouble = judged(somebody(QStringLiteral("UNCONFIRMED"), mail(true)), sunny, settings);
    const Finding &finding = trouble.findings.first();
    QCOMPARE(finding.cause, QStringLiteral("unconfirmed"));
    QCOMPARE(finding.weight, weight);
    QCOMPARE(finding.sentence.contains(QStringLiteral("with a password")), tellsOfCodes);
    QCOMPARE(finding.todo.contains(QStringLiteral("signing in with a code")), tellsOfCodes);
}

// ListUsers looks for user names in the very case, sign-in does not everywhere.
void TestSignInLimits::nobodyInTheseLetters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<auth::PoolSettings>("settings");
    QTest::addColumn<QString>("cause");
    QTest::newRow("letters are told apart") << QStringLiteral("miradev") << known() << "nobody";
    QTest::newRow("letters are one") << QStringLiteral("miradev") << known(lettersAreOne()) << "nobody-so-written";
    QTest::newRow("not known") << QStringLiteral("miradev") << auth::PoolSettings() << "nobody-so-written";
    idp::UserPoolType byAddress = lettersAreOne();
    byAddress.usernameAttributes = QStringList{QStringLiteral("email")};
    QTest::newRow("addresses are the names") << address << known(byAddress) << "nobody";
    QTest::newRow("no letters") << QStringLiteral("+15555550123") << known(lettersAreOne()) << "nobody";
}

void TestSignInLimits::nobodyInTheseLetters()
{
    QFETCH(QString, typed);
    QFETCH(auth::PoolSettings, settings);
    QFETCH(QString, cause);
    const SignInTrouble trouble = nobody(typed, settings);
    QCOMPARE(causesOf(trouble), QStringList{cause});
    const Finding &finding = trouble.findings.first();
    const bool certain = cause == u"nobody";
    QCOMPARE(finding.sentence.startsWith(QStringLiteral("Nobody in this user pool")), certain);
    QCOMPARE(finding.weight == Finding::Weight::Blocks, certain);
    QCOMPARE(trouble.notSeen.filter(QStringLiteral("other letters")).isEmpty(), certain);
}

void TestSignInLimits::aSearchThatWasBrokenOff()
{
    const SignInTrouble open = nobody(sunny, known(), {}, false);
    QCOMPARE(causesOf(open), QStringList{QStringLiteral("nobody-so-far")});
    QVERIFY(open.findings.first().sentence.startsWith(QStringLiteral("Possibly")));
    QCOMPARE(open.notSeen.filter(QStringLiteral("further pages")).size(), 1);
    SignInCase given{.typed = sunny,
                     .user = somebody(QStringLiteral("CONFIRMED"), mail(true)),
                     .others = {},
                     .settings = known(),
                     .nowMs = today.toMSecsSinceEpoch(),
                     .asked = {}};
    QVERIFY(troubleOf(given).notSeen.filter(QStringLiteral("further pages")).isEmpty());
    given.othersKnown = false;
    QCOMPARE(troubleOf(given).notSeen.filter(QStringLiteral("further pages")).size(), 1);
}

void TestSignInLimits::whenTemporaryPasswordsWereSetIsNotKnown()
{
    idp::UserType fresh = somebody(QStringLiteral("FORCE_CHANGE_PASSWORD"), mail(true));
    const SignInTrouble expired = judged(fresh, sunny, known());
    QVERIFY(expired.findings.first().sentence.startsWith(QStringLiteral("Most likely")));
    QVERIFY(expired.findings.first().weight == Finding::Weight::Hinders);
    QCOMPARE(expired.notSeen.filter(QStringLiteral("temporary password was set")).size(), 1);
    fresh.userCreateDate = fresh.userLastModifiedDate = daysAgo(1);
    // The pool's days may be one.
    QCOMPARE(causesOf(judged(fresh, sunny, {})), QStringList{QStringLiteral("temporary-either")});
    const SignInTrouble valid = judged(fresh, sunny, known());
    QCOMPARE(causesOf(valid), QStringList{QStringLiteral("temporary-valid")});
    // Neither was everybody in this state invited, nor does it mean that there never was a password of their own.
    QVERIFY(valid.findings.first().todo.contains(QStringLiteral("Where an invitation was sent")));
    QVERIFY(!valid.findings.first().why.contains(QStringLiteral("never")));
}

// The other user was found by another of their names, and it is their own address that is verified.
void TestSignInLimits::anotherAddressOwnsNothing()
{
    const auth::PoolSettings aliases = known({.aliasAttributes = QStringList{QStringLiteral("email")}});
    const idp::UserType user = somebody(QStringLiteral("CONFIRMED"), mail(false));
    const auto causeWith = [&](const QString &mailOfOther) {
        QMap<QString, QString> attributes = mail(true);
        attributes.insert(QStringLiteral("email"), mailOfOther);
        attributes.insert(QStringLiteral("preferred_username"), address);
        const auto other = somebody(QStringLiteral("CONFIRMED"), attributes, QStringLiteral("zoe"));
        return judged(user, address, aliases, {other}).findings.first().cause;
    };
    QCOMPARE(causeWith(QStringLiteral("zoe@example.com")), QStringLiteral("unverified-alias"));
    QCOMPARE(causeWith(address), QStringLiteral("alias-taken"));
}

void TestSignInLimits::withoutAnAddressNothingIsSent()
{
    const SignInTrouble unconfirmed = judged(somebody(QStringLiteral("UNCONFIRMED")), sunny, known());
    QVERIFY(!offers(unconfirmed, auth::Repair::ResendCode));
    QVERIFY(offers(unconfirmed, auth::Repair::ConfirmSignUp));
    const SignInTrouble invited = judged(somebody(QStringLiteral("FORCE_CHANGE_PASSWORD")), sunny, known());
    QVERIFY(!offers(invited, auth::Repair::ResendInvitation));
    QVERIFY(offers(invited, auth::Repair::TemporaryPassword));
    QVERIFY(
        offers(judged(somebody(QStringLiteral("UNCONFIRMED"), mail(false)), sunny, known()), auth::Repair::ResendCode));
    QVERIFY(offers(judged(somebody(QStringLiteral("FORCE_CHANGE_PASSWORD"), mail(false)), sunny, known()),
                   auth::Repair::ResendInvitation));
}

QTEST_GUILESS_MAIN(TestSignInLimits)
#include "tst_signinlimits.moc"
