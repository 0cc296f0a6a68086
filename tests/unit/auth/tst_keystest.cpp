#include "auth/keystest.h"
#include "support/scriptedserver.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace Qt::StringLiterals;
using Outcome = KeysTestResult::Outcome;

namespace {

profiles::Connection acme()
{
    return {.id = u"c1"_s, .name = u"acme"_s, .userPoolId = u"eu-west-1_A1"_s, .clientId = u"c"_s};
}

Error serviceError(const QString &code, const QString &operation)
{
    return {.kind = Error::Kind::Service, .code = code, .message = u"Words."_s, .operation = operation};
}

} // namespace

class KeysTestTest final : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void asksBoth();
    void asksTheEndpointAlone();
    void goesDuringATest();
};

void KeysTestTest::verdicts_data()
{
    QTest::addColumn<QString>("arn");
    QTest::addColumn<std::optional<Error>>("error");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("said");
    const QString mira = u"arn:aws:iam::1:user/mira"_s;
    const QString sts = u"GetCallerIdentity"_s;
    const QString pool = u"DescribeUserPool"_s;
    const auto row = [](const char *name, const QString &arn, const std::optional<Error> &error, Outcome outcome,
                        const QString &said) { QTest::newRow(name) << arn << error << outcome << said; };
    row("fine", mira, std::nullopt, Outcome::Fine, mira);
    row("fine at an emulator", {}, std::nullopt, Outcome::Fine, u"may read this pool"_s);
    row("not allowed", mira, serviceError(u"AccessDeniedException"_s, pool), Outcome::NotHere, mira);
    row("another account", mira, serviceError(u"ResourceNotFoundException"_s, pool), Outcome::NotHere,
        u"has no user pool eu-west-1_A1"_s);
    row("unknown key", {}, serviceError(u"InvalidClientTokenId"_s, sts), Outcome::Unusable, u"does not know"_s);
    row("unknown key at an emulator", {}, serviceError(u"UnrecognizedClientException"_s, pool), Outcome::Unusable,
        u"does not know"_s);
    row("wrong secret", {}, serviceError(u"SignatureDoesNotMatch"_s, sts), Outcome::Unusable, u"signature"_s);
    row("expired", {}, serviceError(u"ExpiredToken"_s, sts), Outcome::Unusable, u"expired"_s);
    row("no profile", {}, Error::validation(u"MissingCredentials"_s, u"There is no profile dev."_s), Outcome::Unusable,
        u"There is no profile dev."_s);
    row("no keychain", {}, Error::storage(u"KeychainLocked"_s, u"The keychain is locked."_s), Outcome::Unusable,
        u"The keychain is locked."_s);
    row("STS does not answer", {},
        Error{.kind = Error::Kind::Transport, .code = u"NetworkFailed"_s, .message = u"No."_s, .operation = sts},
        Outcome::Unknown, u"could not be found out"_s);
    row("an emulator that does not answer", {},
        Error{.kind = Error::Kind::Timeout, .code = u"DeadlinePassed"_s, .message = u"No."_s, .operation = pool},
        Outcome::Unknown, u"could not be seen"_s);
    row("something else of the pool", mira, serviceError(u"InternalErrorException"_s, pool), Outcome::Unknown, mira);
}

void KeysTestTest::verdicts()
{
    QFETCH(QString, arn);
    QFETCH(std::optional<Error>, error);
    QFETCH(Outcome, outcome);
    QFETCH(QString, said);
    const KeysTestResult result = judgeKeysTest(acme(), {arn, arn.isEmpty() ? QString() : u"1"_s, {}}, error);
    QCOMPARE(result.outcome, outcome);
    QVERIFY2(result.what.contains(said), qPrintable(result.what));
    QCOMPARE(result.error.has_value(), error.has_value());
}

void KeysTestTest::asksBoth()
{
    tests::ScriptedServer sts;
    sts.addAnswer(200, "<r><Arn>arn:aws:iam::1:user/mira</Arn><Account>1</Account><UserId>A</UserId></r>");
    tests::ScriptedServer idp;
    idp.addError("AccessDeniedException", "User: arn:aws:iam::1:user/mira is not authorized");
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::AwsJsonChannel channel({.endpoint = idp.url(), .region = u"eu-west-1"_s, .credentials = &keys});
    KeysTest test(&channel, sts.url());
    std::optional<KeysTestResult> result;
    connect(&test, &KeysTest::finished, this, [&result](const KeysTestResult &found) { result = found; });
    test.start(acme());
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QCOMPARE(result->outcome, Outcome::NotHere);
    QVERIFY(result->what.contains(u"user/mira"_s));
    QVERIFY(result->whatToDo.contains(u"cognito-idp:DescribeUserPool"_s));
    QCOMPARE(idp.requests().constFirst().header("X-Amz-Target"),
             QByteArray("AWSCognitoIdentityProviderService.DescribeUserPool"));
}

void KeysTestTest::asksTheEndpointAlone()
{
    tests::ScriptedServer idp;
    idp.addOk("{\"UserPool\":{\"Id\":\"eu-west-1_A1\"}}");
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::AwsJsonChannel channel({.endpoint = idp.url(), .region = u"eu-west-1"_s, .credentials = &keys});
    KeysTest test(&channel, {});
    std::optional<KeysTestResult> result;
    connect(&test, &KeysTest::finished, this, [&result](const KeysTestResult &found) { result = found; });
    test.start(acme());
    QTRY_VERIFY(result);
    QCOMPARE(result->outcome, Outcome::Fine);
    QCOMPARE(idp.requests().size(), 1);
}

void KeysTestTest::goesDuringATest()
{
    tests::ScriptedServer sts;
    sts.addSilence();
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::AwsJsonChannel channel({.endpoint = sts.url(), .region = u"eu-west-1"_s, .credentials = &keys});
    auto test = std::make_unique<KeysTest>(&channel, sts.url());
    test->start(acme());
    QTRY_COMPARE(sts.requests().size(), 1);
    test.reset();
    QTRY_COMPARE(sts.openConnections(), 0);
}

QTEST_GUILESS_MAIN(KeysTestTest)
#include "tst_keystest.moc"
