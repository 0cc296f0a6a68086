#include "auth/challenge.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace Qt::StringLiterals;
using Kind = ChallengeField::Kind;

namespace {

QMap<QString, QString> map(const QList<std::pair<const char *, const char *>> &pairs)
{
    QMap<QString, QString> result;
    for (const auto &[name, value] : pairs)
        result.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return result;
}

QStringList fieldNames(const Challenge &challenge)
{
    QStringList list;
    for (const ChallengeField &field : challenge.fields)
        list.append(field.name);
    return list;
}

QString wrongFields(const Challenge &challenge, const QMap<QString, QString> &answers)
{
    QStringList list;
    for (const AnswerProblem &problem : answerProblems(challenge, answers))
        list.append(problem.field);
    return list.join(u' ');
}

QStringList actions(const Challenge &challenge)
{
    QStringList list;
    for (const SideAction &action : challenge.sideActions)
        list.append(action.id);
    return list;
}

} // namespace

class ChallengeTest : public QObject
{
    Q_OBJECT

private slots:
    // Whatever the parameters, every name gives a form that can be answered.
    void everyNameGivesAForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("known");
        for (const QLatin1StringView name : idp::values::ChallengeNameType::all)
            QTest::newRow(name.latin1()) << QString(name) << true;
        QTest::newRow("not known yet") << QStringLiteral("RETINA_SCAN") << false;
    }

    void everyNameGivesAForm()
    {
        QFETCH(QString, name);
        QFETCH(bool, known);
        const QList<QMap<QString, QString>> given = {
            {},
            map({{"requiredAttributes", "not json"}, {"MFAS_CAN_CHOOSE", "{}"}, {"MFAS_CAN_SETUP", "[1,null]"}}),
            map({{"requiredAttributes", "[[]]"}, {"MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"SMS_MFA\",\"X\"]"}})};
        for (const auto &parameters : given) {
            const Challenge challenge = describeChallenge({.name = name, .parameters = parameters}, {});
            QCOMPARE(challenge.name, name);
            QCOMPARE(challenge.known, known);
            QVERIFY(!challenge.title.isEmpty());
            QVERIFY(challenge.answeredByItself != !challenge.fields.isEmpty());
            QVERIFY(actions(challenge).contains(sideactions::StartAgain));
            QCOMPARE(challenge.parameters, parameters);
        }
    }

    void asksForWhatTheServiceTakes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("keys"); // of ChallengeResponses
        QTest::addColumn<QList<int>>("digits");
        const auto row = [](const char *name, const QStringList &keys, int digits = 0) {
            QTest::newRow(name) << QString::fromLatin1(name) << keys << QList<int>(keys.size(), digits);
        };
        row("PASSWORD_VERIFIER", {}); // computed
        row("NEW_PASSWORD_REQUIRED", {u"NEW_PASSWORD"_s, u"userAttributes.given_name"_s});
        row("SMS_MFA", {u"SMS_MFA_CODE"_s}, 6);
        row("EMAIL_OTP", {u"EMAIL_OTP_CODE"_s}, 6);
        row("SMS_OTP", {u"SMS_OTP_CODE"_s}, 8);
        row("SOFTWARE_TOKEN_MFA", {u"SOFTWARE_TOKEN_MFA_CODE"_s}, 6);
        row("SELECT_MFA_TYPE", {u"ANSWER"_s});
        row("SELECT_CHALLENGE", {u"ANSWER"_s});
        row("PASSWORD", {u"PASSWORD"_s});
        row("PASSWORD_SRP", {u"PASSWORD"_s}); // from which SRP_A is not made, but the proof that follows
        row("WEB_AUTHN", {u"CREDENTIAL"_s});
        row("CUSTOM_CHALLENGE", {u"ANSWER"_s});
        row("ADMIN_NO_SRP_AUTH", {u"PASSWORD"_s});
        // By names and values.
        row("MFA_SETUP", {QString()});
        row("DEVICE_SRP_AUTH", {QString()});
        row("DEVICE_PASSWORD_VERIFIER", {QString()});
    }

    void asksForWhatTheServiceTakes()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, keys);
        QFETCH(QList<int>, digits);
        const QString options = u"{\"challenge\":\"x\"}"_s;
        const auto parameters = map({{"requiredAttributes", "[\"userAttributes.given_name\"]"},
                                     {"MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]"},
                                     {"CREDENTIAL_REQUEST_OPTIONS", "{\"challenge\":\"x\"}"}});
        const Challenge challenge = describeChallenge(
            {.name = name, .parameters = parameters, .available = {u"PASSWORD"_s, u"EMAIL_OTP"_s}}, {});
        QStringList asked;
        QList<int> lengths;
        for (const ChallengeField &field : challenge.fields) {
            asked += field.name;
            lengths += field.codeLength;
            QVERIFY2(field.value != options, "what is asked is no answer");
        }
        QCOMPARE(asked, keys);
        QCOMPARE(lengths, digits);
    }

    void newPasswordAsksForWhatIsMissing()
    {
        PoolSettings settings;
        settings.pool = idp::UserPoolType{
            .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 10}}};
        const Challenge challenge = describeChallenge(
            {.name = QStringLiteral("NEW_PASSWORD_REQUIRED"),
             .parameters = map({{"requiredAttributes", "[\"userAttributes.given_name\",\"userAttributes.birthdate\"]"},
                                {"userAttributes", "{\"email\":\"a@b.c\"}"}})},
            settings);
        QCOMPARE(fieldNames(challenge).join(u' '),
                 QStringLiteral("NEW_PASSWORD userAttributes.given_name userAttributes.birthdate"));
        QCOMPARE(challenge.policy->minimumLength, 10);
        QVERIFY(!challenge.policy->assumed);

        QCOMPARE(wrongFields(challenge, {}),
                 QStringLiteral("NEW_PASSWORD userAttributes.given_name userAttributes.birthdate"));
        auto answers = map({{"NEW_PASSWORD", "x"}, {"userAttributes.given_name", "A"}});
        QCOMPARE(wrongFields(challenge, answers), QStringLiteral("userAttributes.birthdate"));
        answers.insert(QStringLiteral("userAttributes.birthdate"), QStringLiteral("soon"));
        QCOMPARE(wrongFields(challenge, answers), QStringLiteral("userAttributes.birthdate"));
        answers.insert(QStringLiteral("userAttributes.birthdate"), QStringLiteral("1990-01-01"));
        QCOMPARE(wrongFields(challenge, answers), QString());
        answers.remove(QStringLiteral("NEW_PASSWORD"));
        QCOMPARE(wrongFields(challenge, answers), QStringLiteral("NEW_PASSWORD"));
    }

    void codesSayWhereTheyWent()
    {
        const Challenge challenge = describeChallenge({.name = QStringLiteral("SMS_MFA"),
                                                       .parameters = map({{"CODE_DELIVERY_DESTINATION", "+*******0132"},
                                                                          {"CODE_DELIVERY_DELIVERY_MEDIUM", "SMS"}})},
                                                      {});
        QCOMPARE(challenge.fields.first().kind, Kind::Code);
        QCOMPARE(challenge.fields.first().codeLength, 6);
        QCOMPARE(challenge.fields.first().name, QStringLiteral("SMS_MFA_CODE"));
        QVERIFY(challenge.explanation.contains(QStringLiteral("0132")));
        QVERIFY(actions(challenge).contains(sideactions::SendNewCode));
    }

    void choices()
    {
        ChallengeSource source{.name = QStringLiteral("SELECT_CHALLENGE"),
                               .available = {QStringLiteral("PASSWORD"), QStringLiteral("EMAIL_OTP")}};
        Challenge challenge = describeChallenge(source, {});
        const ChallengeField choice = challenge.fields.constFirst();
        QCOMPARE(choice.kind, Kind::Choice);
        QCOMPARE(choice.options.size(), 2);
        QCOMPARE(choice.options.first().fields.size(), 1);
        QCOMPARE(wrongFields(challenge, map({{"ANSWER", "PASSWORD"}})), QStringLiteral("PASSWORD"));
        QCOMPARE(wrongFields(challenge, map({{"ANSWER", "PASSWORD"}, {"PASSWORD", "x"}})), QString());
        QCOMPARE(wrongFields(challenge, map({{"ANSWER", "EMAIL_OTP"}})), QString());
        source.passwordKnown = true;
        challenge = describeChallenge(source, {});
        QCOMPARE(wrongFields(challenge, map({{"ANSWER", "PASSWORD"}})), QString());
    }

    void lifetimeOfTheSession()
    {
        PoolSettings settings;
        settings.client = idp::UserPoolClientType{.authSessionValidity = 5};
        ChallengeSource source{.name = QStringLiteral("SMS_MFA"), .receivedAtMs = 7};
        QVERIFY(!describeChallenge(source, settings).sessionSeconds);
        source.hasSession = true;
        QCOMPARE(describeChallenge(source, settings).sessionSeconds, 300);
        QVERIFY(!describeChallenge(source, {}).sessionSeconds);
        QCOMPARE(describeChallenge(source, {}).receivedAtMs, 7);
    }

    void anotherWayOnlyWhereThereIsAChoice()
    {
        ChallengeSource source{.name = QStringLiteral("EMAIL_OTP")};
        QVERIFY(!actions(describeChallenge(source, {})).contains(sideactions::OtherMethod));
        QCOMPARE(describeChallenge(source, {}).fields.first().codeLength, 6);
        source.choiceFlow = true;
        QVERIFY(actions(describeChallenge(source, {})).contains(sideactions::OtherMethod));
        QCOMPARE(describeChallenge(source, {}).fields.first().codeLength, 0);
    }
};

QTEST_GUILESS_MAIN(ChallengeTest)
#include "tst_challenge.moc"
