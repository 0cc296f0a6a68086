#include "testworld.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// The NEW_PASSWORD_REQUIRED challenge of users whom an administrator made.
class TestNewPassword final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void answered();
    void refusals_data();
    void refusals();
    void sessions();

private:
    std::unique_ptr<TestWorld> m_world;
};

void TestNewPassword::answered()
{
    TestWorld &w = *m_world;
    const NewPasswordStep step = m_world->newPasswordStep();
    const auto parameters = *step.challenge.challengeParameters;
    QCOMPARE(parameters.value(u"USER_ID_FOR_SRP"_s), step.userId);
    QCOMPARE(parameters.value(u"requiredAttributes"_s), u"[\"userAttributes.given_name\"]"_s);
    QCOMPARE(parameters.value(u"userAttributes"_s), u"{\"email\":\"i@example.com\"}"_s);
    const auto done = m_world->answerNewPassword(
        step, {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"Ina"_s}});
    QCOMPARE(verdict(done), QString());
    QCOMPARE(claimsOf(*done->authenticationResult->idToken).value(u"given_name").toString(), u"Ina"_s);
    QCOMPARE(verdict(w.passwordSignIn(w.invites, step.userId)), QString());
    QVERIFY(!w.passwordSignIn(w.invites, step.userId, u"Temp0rary!"_s));
    QCOMPARE(w.srpSignIn(w.invites, w.invited(w.newName()), u"Temp0rary!"_s)->challengeName,
             u"NEW_PASSWORD_REQUIRED"_s);
}

void TestNewPassword::refusals_data()
{
    using Answers = QMap<QString, QString>;
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<QString>("expected");
    const QString given = u"userAttributes.given_name"_s;
    QTest::newRow("no password") << Answers{{given, u"I"_s}}
                                 << u"InvalidParameterException: Missing required parameter NEW_PASSWORD"_s;
    QTest::newRow("weak password") << Answers{{given, u"I"_s}, {u"NEW_PASSWORD"_s, u"short"_s}}
                                   << u"InvalidPasswordException: Password did not conform with policy: Password not "
                                      "long enough"_s;
    QTest::newRow("attribute missing")
        << Answers{{u"NEW_PASSWORD"_s, goodPassword}}
        << u"InvalidParameterException: Invalid attributes given, given_name is missing"_s;
    QTest::newRow("another e-mail") << Answers{{given, u"I"_s},
                                               {u"NEW_PASSWORD"_s, goodPassword},
                                               {u"userAttributes.email"_s, u"x@example.com"_s}}
                                    << u"NotAuthorizedException: Cannot modify an already provided email"_s;
    QTest::newRow("unknown attribute") << Answers{{given, u"I"_s},
                                                  {u"NEW_PASSWORD"_s, goodPassword},
                                                  {u"userAttributes.custom:x"_s, u"x"_s}}
                                       << u"InvalidParameterException: Attributes did not conform to the schema: "
                                          u"custom:x: Attribute does not exist in "
                                          "the schema."_s;
    QTest::newRow("the temporary password again")
        << Answers{{given, u"I"_s}, {u"NEW_PASSWORD"_s, u"Temp0rary!"_s}} << QString();
}

void TestNewPassword::refusals()
{
    using Answers = QMap<QString, QString>;
    QFETCH(const Answers, answers);
    QFETCH(const QString, expected);
    const NewPasswordStep step = m_world->newPasswordStep();
    QCOMPARE(verdict(m_world->answerNewPassword(step, answers)), expected);
    if (!expected.isEmpty()) // a refused answer leaves the session usable
        QCOMPARE(verdict(m_world->answerNewPassword(
                     step, {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"I"_s}})),
                 QString());
}

void TestNewPassword::sessions()
{
    const QMap<QString, QString> right{{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.given_name"_s, u"I"_s}};
    const NewPasswordStep used = m_world->newPasswordStep();
    QVERIFY2(used.session.startsWith(u"AYABe"), qPrintable(used.session));
    QCOMPARE(verdict(m_world->answerNewPassword(used, right)), QString());
    QCOMPARE(verdict(m_world->answerNewPassword(used, right)),
             u"NotAuthorizedException: Invalid session for the user, session can only be used once."_s);
    const NewPasswordStep late = m_world->newPasswordStep();
    m_world->bench.advance(180'000);
    QCOMPARE(verdict(m_world->answerNewPassword(late, right)),
             u"NotAuthorizedException: Invalid session for the user, session is expired."_s);
    NewPasswordStep another = m_world->newPasswordStep();
    another.userId = used.userId;
    QCOMPARE(verdict(m_world->answerNewPassword(another, right)),
             u"NotAuthorizedException: Invalid session for the user."_s);
}

QTEST_GUILESS_MAIN(TestNewPassword)
#include "tst_newpassword.moc"
