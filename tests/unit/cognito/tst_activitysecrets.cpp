#include "activity/activitymodel.h"
#include "activity/commands.h"
#include "activity/har.h"
#include "cognito/idpclient.h"
#include "core/redaction.h"
#include "model/cognitoidp.h"
#include "support/scriptedserver.h"
#include "json/writer.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;

// Every secret of these calls begins with "planted". Neither the activity log nor what is made of it may hold any of them,
// at no time.
class TestActivitySecrets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void signUp();
    void confirmSignUp();
    void initiateAuth();
    void respondToAuthChallenge();
    void errorThatRepeatsTheRequest();
    void pageThatRepeatsTheRequest();
    void errorThatRepeatsTheHeaders();
    void cleanup();

private:
    template<class Request>
    void run(const Request &request);
    QByteArray everything() const;

    struct Fixture
    {
        ScriptedServer server;
        transport::ActivityLog log;
        activity::ActivityModel model{log};
        transport::AwsJsonChannel channel{
            {.endpoint = server.url(), .region = QStringLiteral("us-east-1"), .log = &log}};
        cognito::IdpClient client{&channel};
    };
    std::unique_ptr<Fixture> m_fixture;
    QByteArray m_pending; // what the log held while the call was under way
    Error m_error;
};

void TestActivitySecrets::init()
{
    m_fixture = std::make_unique<Fixture>();
    m_pending.clear();
    m_error = {};
}

// What all tests have in common.
void TestActivitySecrets::cleanup()
{
    QVERIFY2(!m_pending.contains("planted"), m_pending.constData());
    QVERIFY2(!everything().contains("planted"), everything().constData());
    QVERIFY2(!m_error.message.contains(QStringLiteral("planted")), qPrintable(m_error.message));
    // The names of what was sent are there, so that it is not an empty log that passes.
    QVERIFY(m_pending.contains("ClientId"));
    QVERIFY(m_pending.contains(redactedMark().toUtf8()));
    QVERIFY(m_pending.contains("${COGNITO_"));
    QVERIFY(!m_pending.contains("no command"));
    m_fixture.reset();
}

template<class Request>
void TestActivitySecrets::run(const Request &request)
{
    bool done = false;
    m_fixture->client.call(request, this, [&](const Result<typename Request::Response> &result) {
        if (!result)
            m_error = result.error();
        done = true;
    });
    m_pending = everything();
    QTRY_VERIFY(done);
    const activity::ActivityModel &model = m_fixture->model;
    QTRY_COMPARE(model.rowCount(), int(m_fixture->log.entries().size()));
    QTRY_VERIFY(!model.entry(model.index(model.rowCount() - 1, 0))->pending());
    QVERIFY(m_fixture->server.requests().constFirst().body.contains("planted"));
}

QByteArray TestActivitySecrets::everything() const
{
    QByteArray text;
    for (const transport::ActivityEntry &entry : m_fixture->log.entries()) {
        text += json::write(entry.request) + json::write(entry.response);
        text += QStringList({entry.action.title(), entry.operation, entry.endpointHost, entry.errorCode,
                             entry.errorMessage, entry.requestId})
                    .join(u' ')
                    .toUtf8();
        for (const auto &command : {activity::awsCliCommand(entry), activity::curlCommand(entry)})
            text += command ? command->text.toUtf8() : QByteArray("no command");
    }
    text += activity::harOf(m_fixture->log.entries());
    const activity::ActivityModel &model = m_fixture->model;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            text += model.index(row, column).data().toString().toUtf8();
            text += model.index(row, column).data(Qt::ToolTipRole).toString().toUtf8();
        }
    }
    return text;
}

void TestActivitySecrets::signUp()
{
    m_fixture->server.addOk(R"({"UserConfirmed":false,"UserSub":"sub-1","Session":"planted-session"})");
    run(idp::SignUpRequest{.clientId = QStringLiteral("client"),
                           .secretHash = QStringLiteral("planted-hash"),
                           .username = QStringLiteral("jo"),
                           .password = QStringLiteral("planted-password")});
    QVERIFY(everything().contains("sub-1"));
}

void TestActivitySecrets::confirmSignUp()
{
    m_fixture->server.addOk(R"({"Session":"planted-session"})");
    run(idp::ConfirmSignUpRequest{.clientId = QStringLiteral("client"),
                                  .secretHash = QStringLiteral("planted-hash"),
                                  .username = QStringLiteral("jo"),
                                  .confirmationCode = QStringLiteral("planted-code"),
                                  .session = QStringLiteral("planted-session-before")});
}

void TestActivitySecrets::initiateAuth()
{
    m_fixture->server.addOk(R"({"AuthenticationResult":{"AccessToken":"planted-access","IdToken":"planted-id",
        "RefreshToken":"planted-refresh","ExpiresIn":3600,"TokenType":"Bearer",
        "NewDeviceMetadata":{"DeviceKey":"key","DeviceGroupKey":"group"}},"Session":"planted-session",
        "ChallengeParameters":{"SECRET_BLOCK":"planted-block","SRP_B":"planted-b","SALT":"planted-salt"},
        "MemberOfTomorrow":"planted-new"})");
    run(idp::InitiateAuthRequest{
        .authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
        .authParameters = QMap<QString, QString>{{QStringLiteral("USERNAME"), QStringLiteral("jo")},
                                                 {QStringLiteral("PASSWORD"), QStringLiteral("planted-pw")},
                                                 {QStringLiteral("SRP_A"), QStringLiteral("planted-a")},
                                                 {QStringLiteral("SECRET_HASH"), QStringLiteral("planted-hash")}},
        .clientId = QStringLiteral("client"),
        .session = QStringLiteral("planted-session-before")});
    QVERIFY(everything().contains("3600"));
}

void TestActivitySecrets::respondToAuthChallenge()
{
    m_fixture->server.addOk(R"({"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"planted-session",
        "ChallengeParameters":{"USER_ID_FOR_SRP":"jo","requiredAttributes":"[]"}})");
    run(idp::RespondToAuthChallengeRequest{
        .clientId = QStringLiteral("client"),
        .challengeName = QStringLiteral("PASSWORD_VERIFIER"),
        .session = QStringLiteral("planted-session-before"),
        .challengeResponses =
            QMap<QString, QString>{{QStringLiteral("PASSWORD_CLAIM_SIGNATURE"), QStringLiteral("planted-signature")},
                                   {QStringLiteral("PASSWORD_CLAIM_SECRET_BLOCK"), QStringLiteral("planted-block")},
                                   {QStringLiteral("SMS_MFA_CODE"), QStringLiteral("planted-123456")},
                                   {QStringLiteral("NEW_PASSWORD"), QStringLiteral("planted-pw")},
                                   {QStringLiteral("SECRET_HASH"), QStringLiteral("planted-hash")}}});
    QVERIFY(everything().contains("NEW_PASSWORD_REQUIRED"));
}

void TestActivitySecrets::errorThatRepeatsTheRequest()
{
    m_fixture->server.addAnswer(
        400, R"({"__type":"InvalidParameterException","message":"Bad: {\"Password\":\"planted-password\"}",
             "Request":{"Password":"planted-password","Session":["planted-session"]}})");
    run(idp::SignUpRequest{.clientId = QStringLiteral("client"), .password = QStringLiteral("planted-password")});
    QCOMPARE(m_error.code, QStringLiteral("InvalidParameterException"));
}

void TestActivitySecrets::pageThatRepeatsTheRequest()
{
    m_fixture->server.addAnswer(200, R"(<pre>{"ClientId":"client","Password":"planted-password"}</pre>)");
    run(idp::SignUpRequest{.clientId = QStringLiteral("client"), .password = QStringLiteral("planted-password")});
    QCOMPARE(m_error.code, QStringLiteral("InvalidJson"));
}

// As the service answers a signature that does not fit: with the whole canonical request.
void TestActivitySecrets::errorThatRepeatsTheHeaders()
{
    m_fixture->server.addAnswer(
        403,
        R"({"__type":"InvalidSignatureException","message":"The Canonical String for this request should have been\n'POST\n/\n\nhost:x\nx-amz-security-token:planted-security-token\nx-amz-target:T'"})");
    run(idp::SignUpRequest{.clientId = QStringLiteral("client"), .password = QStringLiteral("planted-password")});
    QCOMPARE(m_error.code, QStringLiteral("InvalidSignatureException"));
    QVERIFY(m_error.message.contains(QStringLiteral("x-amz-target")));
}

QTEST_GUILESS_MAIN(TestActivitySecrets)
#include "tst_activitysecrets.moc"
