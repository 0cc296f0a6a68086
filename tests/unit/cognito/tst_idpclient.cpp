#include "cognito/idpclient.h"
#include "model/cognitoidp.h"
#include "support/scriptedserver.h"
#include "transport/credentials.h"
#include "json/reader.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;

class TestIdpClient : public QObject
{
    Q_OBJECT

private slots:
    void typedCall();
    void sendsWhatIsWrong();
    void serviceError();
    void wrongTypeInTheAnswer();
    void largeAnswer_data();
    void largeAnswer();
    void unknownMembersAndValues();
    void withoutOutput();
    void untypedCall();
    void contextGone();
    void cancel();
};

namespace {

struct Client
{
    ScriptedServer server;
    transport::AwsJsonChannel channel{{.endpoint = server.url(), .region = QStringLiteral("us-east-1")}};
    cognito::IdpClient client{&channel};

    json::Value sentBody() const { return json::read(server.requests().constFirst().body).value().root; }
};

} // namespace

void TestIdpClient::typedCall()
{
    Client fixture;
    fixture.server.addOk(R"({"UserConfirmed":false,"UserSub":"sub-1","CodeDeliveryDetails":
        {"Destination":"j***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}})");
    const idp::SignUpRequest request{.clientId = QStringLiteral("client"),
                                     .username = QStringLiteral("jo"),
                                     .password = QStringLiteral("Passw0rd!"),
                                     .userAttributes = QList<idp::AttributeType>{
                                         {.name = QStringLiteral("email"), .value = QStringLiteral("jo@example.com")}}};
    std::optional<idp::SignUpResponse> response;
    fixture.client.call(request, this, [&](Result<idp::SignUpResponse> result) { response = result.value(); });
    QVERIFY(!response);
    QTRY_VERIFY(response);
    QCOMPARE(response->userConfirmed, false);
    QCOMPARE(response->userSub, QStringLiteral("sub-1"));
    QCOMPARE(response->codeDeliveryDetails->destination, QStringLiteral("j***@e***"));
    QCOMPARE(fixture.server.requests().constFirst().body,
             R"({"ClientId":"client","Username":"jo","Password":"Passw0rd!",)"
             R"("UserAttributes":[{"Name":"email","Value":"jo@example.com"}]})");
}

void TestIdpClient::sendsWhatIsWrong()
{
    Client fixture;
    fixture.server.addError("InvalidParameterException", "1 validation error detected");
    std::optional<Error> error;
    fixture.client.call(idp::SignUpRequest{.password = QStringLiteral(" ")}, this,
                        [&](const Result<idp::SignUpResponse> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(fixture.server.requests().constFirst().body, R"({"Password":" "})");
    QCOMPARE(error->code, QStringLiteral("InvalidParameterException"));
}

void TestIdpClient::serviceError()
{
    Client fixture;
    fixture.server.addAnswer(400, R"({"__type":"UserNotConfirmedException","message":"User is not confirmed."})",
                             {"x-amzn-RequestId: id-9"});
    std::optional<Error> error;
    fixture.client.call(idp::InitiateAuthRequest{}, this,
                        [&](const Result<idp::InitiateAuthResponse> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("service"));
    QCOMPARE(error->code, QStringLiteral("UserNotConfirmedException"));
    QCOMPARE(error->message, QStringLiteral("User is not confirmed."));
    QCOMPARE(error->operation, QStringLiteral("InitiateAuth"));
    QCOMPARE(error->requestId, QStringLiteral("id-9"));
}

void TestIdpClient::wrongTypeInTheAnswer()
{
    Client fixture;
    fixture.server.addAnswer(200, R"({"UserConfirmed":"planted-value","UserSub":"s"})", {"x-amzn-RequestId: id-5"});
    std::optional<Error> error;
    fixture.client.call(idp::SignUpRequest{}, this,
                        [&](const Result<idp::SignUpResponse> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("protocol"));
    QCOMPARE(error->code, QStringLiteral("UnexpectedAnswer"));
    QVERIFY(error->message.contains(QStringLiteral("/UserConfirmed")));
    QVERIFY(!error->message.contains(QStringLiteral("planted-value")));
    QVERIFY(error->outcomeUnknown);
    QCOMPARE(error->requestId, QStringLiteral("id-5"));
}

void TestIdpClient::largeAnswer_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<bool>("fits");
    QTest::newRow("that fits") << QByteArray(R"({"Username":"last"})") << true;
    QTest::newRow("that does not") << QByteArray(R"({"Username":7})") << false;
}

// It is decoded on another thread.
void TestIdpClient::largeAnswer()
{
    QFETCH(QByteArray, last);
    QFETCH(bool, fits);
    constexpr int most = 5'000;
    ScriptedServer server;
    transport::FixedCredentials keys({QStringLiteral("AKIDEXAMPLE"), QStringLiteral("secret"), {}});
    transport::AwsJsonChannel channel(
        {.endpoint = server.url(), .region = QStringLiteral("us-east-1"), .credentials = &keys});
    cognito::IdpClient client(&channel);
    server.addAnswer(
        200, "{\"Users\":[" + QByteArray(R"({"Username":"someone","Enabled":true},)").repeated(most) + last + "]}",
        {"x-amzn-RequestId: id-6"});
    std::optional<Result<idp::ListUsersResponse>> answer;
    client.call(idp::ListUsersRequest{}, this, [&](const Result<idp::ListUsersResponse> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->has_value(), fits);
    if (fits) {
        QCOMPARE((*answer)->users->size(), most + 1);
        QCOMPARE((*answer)->users->constLast().username, QStringLiteral("last"));
    } else {
        QCOMPARE(answer->error().code, QStringLiteral("UnexpectedAnswer"));
        QCOMPARE(answer->error().requestId, QStringLiteral("id-6"));
    }
}

void TestIdpClient::unknownMembersAndValues()
{
    Client fixture;
    fixture.server.addOk(R"({"ChallengeName":"CHALLENGE_OF_TOMORROW","Session":"s","New":{"a":[1]}})");
    std::optional<idp::InitiateAuthResponse> response;
    fixture.client.call(idp::InitiateAuthRequest{}, this,
                        [&](Result<idp::InitiateAuthResponse> result) { response = result.value(); });
    QTRY_VERIFY(response);
    QCOMPARE(response->challengeName, QStringLiteral("CHALLENGE_OF_TOMORROW"));
    QVERIFY(!response->authenticationResult);
}

void TestIdpClient::withoutOutput()
{
    Client fixture;
    fixture.server.addAnswer(200, {});
    bool done = false;
    fixture.client.call(idp::GlobalSignOutRequest{.accessToken = QStringLiteral("t")}, this,
                        [&](const Result<idp::GlobalSignOutResponse> &result) { done = result.has_value(); });
    QTRY_VERIFY(done);
    QCOMPARE(fixture.sentBody().value(u"AccessToken").toString(), QStringLiteral("t"));
}

void TestIdpClient::untypedCall()
{
    Client fixture;
    fixture.server.addOk("{\"UserSub\":\"s\"}");
    json::Value body = json::Value::object();
    body.set(QStringLiteral("Nonsense"), json::Value::number("1.10"));
    std::optional<json::Value> answer;
    fixture.client.send(*model::findOperation(model::cognitoIdp(), u"SignUp"), body, this,
                        [&](const Result<json::Value> &result) { answer = result.value(); });
    QTRY_VERIFY(answer);
    QCOMPARE(fixture.server.requests().constFirst().body, R"({"Nonsense":1.10})");
    QCOMPARE(answer->value(u"UserSub").toString(), QStringLiteral("s"));
}

void TestIdpClient::contextGone()
{
    Client fixture;
    fixture.server.addSilence();
    bool ran = false;
    auto page = std::make_unique<QObject>();
    const transport::CallHandle handle =
        fixture.client.call(idp::SignUpRequest{}, page.get(), [&](const Result<idp::SignUpResponse> &) { ran = true; });
    QTRY_COMPARE(fixture.server.requests().size(), 1);
    page.reset();
    QVERIFY(!handle.isPending());
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QVERIFY(!ran);
}

void TestIdpClient::cancel()
{
    Client fixture;
    fixture.server.addSilence();
    bool ran = false;
    transport::CallHandle handle =
        fixture.client.call(idp::SignUpRequest{}, this, [&](const Result<idp::SignUpResponse> &) { ran = true; });
    QTRY_COMPARE(fixture.server.requests().size(), 1);
    handle.cancel();
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QVERIFY(!ran);
}

QTEST_GUILESS_MAIN(TestIdpClient)
#include "tst_idpclient.moc"
