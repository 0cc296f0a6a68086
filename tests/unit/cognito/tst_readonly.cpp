#include "cognito/idpclient.h"
#include "model/descriptor.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "transport/credentials.h"
#include "json/reader.h"

#include <QSet>
#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

namespace {

// By their names, so that a line that is wrong in the model's table is found. What users do to sign in and out is none of it.
bool changesByName(const QString &operation)
{
    static const QStringList verbs{
        u"Add"_s,    u"Associate"_s, u"Change"_s,  u"Complete"_s, u"Confirm"_s,
        u"Create"_s, u"Delete"_s,    u"Disable"_s, u"Enable"_s,   u"Forget"_s,
        u"Forgot"_s, u"Link"_s,      u"Merge"_s,   u"Remove"_s,   u"Resend"_s,
        u"Reset"_s,  u"Set"_s,       u"SignUp"_s,  u"Stop"_s,     u"Tag"_s,
        u"Unlink"_s, u"Untag"_s,     u"Update"_s,  u"Verify"_s,   u"GetUserAttributeVerificationCode"_s};
    static const QSet<QString> others{u"AdminUserGlobalSignOut"_s, u"GlobalSignOut"_s, u"AdminRevokeUserSession"_s,
                                      u"StartUserImportJob"_s};
    const QString name = operation.startsWith(u"Admin") ? operation.sliced(5) : operation;
    return others.contains(operation) ||
           std::any_of(verbs.cbegin(), verbs.cend(), [&name](const QString &verb) { return name.startsWith(verb); });
}

transport::ChannelSettings signedBy(transport::FixedCredentials &keys, const tests::ScriptedServer &server)
{
    return {.endpoint = server.url(),
            .region = u"us-east-1"_s,
            .credentials = &keys,
            .retries = {.attempts = 1, .jitter = {}}};
}

} // namespace

// A read-only connection is obeyed below every screen: what changes something never leaves the program.
class ReadOnlyTest final : public QObject
{
    Q_OBJECT

private slots:
    void operations_data();
    void operations();
    void stepsOfSigningIn_data();
    void stepsOfSigningIn();
    void destructionIsConfirmedInProduction_data() { operations_data(); }
    void destructionIsConfirmedInProduction();
};

void ReadOnlyTest::operations_data()
{
    QTest::addColumn<const model::OperationDescriptor *>("operation");
    for (const model::OperationDescriptor *operation : model::cognitoIdp().operations)
        QTest::newRow(operation->name.data()) << operation;
}

void ReadOnlyTest::operations()
{
    QFETCH(const model::OperationDescriptor *, operation);
    tests::ScriptedServer server;
    server.addOk("{}");
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::ActivityLog log;
    transport::ChannelSettings settings = signedBy(keys, server);
    settings.log = &log;
    settings.readOnly = true;
    transport::AwsJsonChannel channel(settings);
    cognito::IdpClient client(&channel);
    std::optional<Result<json::Value>> answer;
    client.send(*operation, json::Value::object(), this,
                [&answer](Result<json::Value> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    const QString name(operation->name);
    const bool isRefused = !*answer && answer->error().code == u"ReadOnly";
    QCOMPARE(isRefused, changesByName(name));
    QCOMPARE(server.connectionCount(), isRefused ? 0 : 1);
    if (!isRefused)
        return;
    QVERIFY(answer->error().kind == Error::Kind::Validation);
    QVERIFY(answer->error().message.contains(name));
    QVERIFY(!answer->error().outcomeUnknown);
    QVERIFY(!answer->error().retryable);
    QCOMPARE(log.entries().size(), 1);
    QCOMPARE(log.entries().constFirst().errorCode, u"ReadOnly"_s);
}

// Signing in is no change; what some of its steps do beside it is one.
void ReadOnlyTest::stepsOfSigningIn_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("body"); // with ' for "
    QTest::addColumn<QString>("refused"); // as what; empty: it is sent
    for (const QString &prefix : {QString(), u"Admin"_s}) {
        const auto row = [&prefix](const char *name, const char *operation, const char *body, const QString &refused) {
            QTest::addRow("%s%s", qPrintable(prefix), name)
                << prefix + QString::fromLatin1(operation) << QByteArray(body).replace('\'', '"') << refused;
        };
        const char *respond = "RespondToAuthChallenge";
        row("a password", "InitiateAuth", "{'AuthFlow':'USER_PASSWORD_AUTH','AuthParameters':{'USERNAME':'u'}}", {});
        row("preferred: a password", "InitiateAuth",
            "{'AuthFlow':'USER_AUTH','AuthParameters':{'PREFERRED_CHALLENGE':'PASSWORD'}}", {});
        row("preferred: a code by SMS", "InitiateAuth",
            "{'AuthFlow':'USER_AUTH','AuthParameters':{'PREFERRED_CHALLENGE':'SMS_OTP'}}", u"SMS_OTP"_s);
        row("preferred: a code by e-mail", "InitiateAuth",
            "{'AuthFlow':'USER_AUTH','AuthParameters':{'PREFERRED_CHALLENGE':'EMAIL_OTP'}}", u"EMAIL_OTP"_s);
        row("proof of the password", respond, "{'ChallengeName':'PASSWORD_VERIFIER'}", {});
        row("a code that was sent", respond,
            "{'ChallengeName':'EMAIL_OTP','ChallengeResponses':{'EMAIL_OTP_CODE':'1'}}", {});
        row("a new password", respond, "{'ChallengeName':'NEW_PASSWORD_REQUIRED'}", u"NEW_PASSWORD_REQUIRED"_s);
        row("a new second factor", respond, "{'ChallengeName':'MFA_SETUP'}", u"MFA_SETUP"_s);
        row("chosen: a password", respond,
            "{'ChallengeName':'SELECT_CHALLENGE','ChallengeResponses':{'ANSWER':'PASSWORD'}}", {});
        row("chosen: a code by SMS", respond,
            "{'ChallengeName':'SELECT_CHALLENGE','ChallengeResponses':{'ANSWER':'SMS_OTP'}}", u"SMS_OTP"_s);
        row("chosen: a code by e-mail", respond,
            "{'ChallengeName':'SELECT_CHALLENGE','ChallengeResponses':{'ANSWER':'EMAIL_OTP'}}", u"EMAIL_OTP"_s);
        row("second factor: by SMS", respond,
            "{'ChallengeName':'SELECT_MFA_TYPE','ChallengeResponses':{'ANSWER':'SMS_MFA'}}", {});
        row("second factor: an app", respond,
            "{'ChallengeName':'SELECT_MFA_TYPE','ChallengeResponses':{'ANSWER':'SOFTWARE_TOKEN_MFA'}}", {});
    }
}

void ReadOnlyTest::stepsOfSigningIn()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, body);
    QFETCH(QString, refused);
    const model::OperationDescriptor *called = model::findOperation(model::cognitoIdp(), operation);
    QVERIFY(called);
    tests::ScriptedServer server;
    server.addOk("{}");
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::ChannelSettings settings = signedBy(keys, server);
    settings.readOnly = true;
    transport::AwsJsonChannel channel(settings);
    std::optional<Result<json::Value>> answer;
    channel.send(*called, json::read(body)->root, this,
                 [&answer](Result<json::Value> result) { answer = std::move(result); });
    QTRY_VERIFY(answer);
    QCOMPARE(server.connectionCount(), refused.isEmpty() ? 1 : 0);
    QCOMPARE(!*answer && answer->error().code == u"ReadOnly", !refused.isEmpty());
    if (!refused.isEmpty())
        QVERIFY2(answer->error().message.contains(u"%1 (%2)"_s.arg(operation, refused)),
                 qPrintable(answer->error().message));
}

// By their names, as above: a screen that forgets to ask is stopped below it.
void ReadOnlyTest::destructionIsConfirmedInProduction()
{
    QFETCH(const model::OperationDescriptor *, operation);
    const QString name(operation->name);
    const bool destroys =
        name.contains(u"Delete"_s) || name.contains(u"Forget"_s) || name.contains(u"DisableProvider"_s);
    tests::ScriptedServer server;
    server.addOk("{}");
    transport::FixedCredentials keys({u"AKIDEXAMPLE"_s, u"secret"_s, {}});
    transport::ChannelSettings settings = signedBy(keys, server);
    settings.guardsDestruction = true;
    transport::AwsJsonChannel channel(settings);
    for (const bool confirmed : {false, true}) {
        std::optional<Result<json::Value>> answer;
        const int before = server.requests().size();
        channel.send(*operation, json::Value::object(), this,
                     [&answer](Result<json::Value> result) { answer = std::move(result); },
                     {.destructionConfirmed = confirmed});
        QTRY_VERIFY(answer);
        const bool isRefused = !*answer && answer->error().code == u"NotConfirmed";
        QCOMPARE(isRefused, destroys && !confirmed);
        QCOMPARE(server.requests().size() - before, isRefused ? 0 : 1);
        server.addOk("{}");
    }
}

QTEST_GUILESS_MAIN(ReadOnlyTest)
#include "tst_readonly.moc"
