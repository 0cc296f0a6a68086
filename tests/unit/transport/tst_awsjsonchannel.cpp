#include "channelfixture.h"
#include "transport/sigv4.h"
#include "json/reader.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace poolscope::transport;
using namespace std::chrono_literals;

class TestAwsJsonChannel : public QObject
{
    Q_OBJECT

private slots:
    void request();
    void signedRequest();
    void signsWithTheServersTime();
    void unsignedWithAnAccessToken();
    void missingCredentials();
    void credentialsThatFail();
    void credentialsThatNeverCome();
    void answer();
    void requestIdOfAnError();
    void neverInsideSend();
    void cancelInFlight();
    void cancelFromTheHandler();
    void cancelAfterTheAnswer();
    void handleOutlivesTheChannel();
    void contextGoneInFlight();
    void contextGoneBetweenAnswerAndHandler();
    void channelGoneInFlight();
    void channelDestroyedInTheHandler();
    void channelDestroyedByWhoReadsTheLog();
    void twoInParallel();
    void handlersInTheOrderOfAnswers();
    void nextCallFromTheHandler();
    void connectionIsKept();
    void noCookies();
    void nothingCached();
    void noProxyForLoopback();
    void activity();
    void activityOfACancelledCall();
    void clockLearns();
};

namespace {

const QByteArray userSub = QByteArrayLiteral(R"({"UserConfirmed":false,"UserSub":"sub-1"})");

class FailingCredentials final : public CredentialsSource
{
public:
    void credentials(QObject *context, Handler handler) override
    {
        QMetaObject::invokeMethod(
            context,
            [handler] { handler(failure(Error::storage(QStringLiteral("NoProfile"), QStringLiteral("None.")))); },
            Qt::QueuedConnection);
    }
};

class SilentCredentials final : public CredentialsSource
{
public:
    void credentials(QObject *, Handler) override {}
};

} // namespace

void TestAwsJsonChannel::request()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    json::Value body = json::Value::object();
    body.set(QStringLiteral("Username"), QStringLiteral("j\u00fcrgen"));
    body.set(QStringLiteral("ClientId"), QStringLiteral("c"));
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), body, &fixture.context,
                          [&](Result<json::Value> result) { fixture.outcome = std::move(result); });
    QTRY_VERIFY(fixture.outcome);

    const ReceivedRequest sent = fixture.server.requests().first();
    QCOMPARE(sent.method(), "POST");
    QCOMPARE(sent.target(), "/");
    QCOMPARE(sent.header("Content-Type"), "application/x-amz-json-1.1");
    QCOMPARE(sent.header("X-Amz-Target"), "AWSCognitoIdentityProviderService.SignUp");
    QCOMPARE(sent.header("Host"), "127.0.0.1:" + QByteArray::number(fixture.server.port()));
    QVERIFY(sent.header("User-Agent").startsWith("poolscope/"));
    QCOMPARE(sent.header("Content-Length"), QByteArray::number(sent.body.size()));
    QVERIFY(sent.header("Authorization").isEmpty());
    QCOMPARE(sent.body, QByteArray("{\"Username\":\"j\xc3\xbcrgen\",\"ClientId\":\"c\"}"));
}

void TestAwsJsonChannel::signedRequest()
{
    ChannelFixture fixture;
    fixture.server.addOk("{}");
    fixture.send(u"DescribeUserPool");
    QTRY_VERIFY(fixture.outcome);

    const ReceivedRequest sent = fixture.server.requests().first();
    const QByteArray time = sent.header("X-Amz-Date");
    const QDateTime signedAt = QDateTime::fromString(QString::fromLatin1(time) + QStringLiteral("+00:00"),
                                                     QStringLiteral("yyyyMMdd'T'HHmmss'Z't"));
    QVERIFY2(std::abs(signedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60, time.constData());

    // Signed again here from what arrived.
    const SigV4Signer signer(QStringLiteral("us-east-1"), QStringLiteral("cognito-idp"));
    SignableRequest arrived{.method = "POST", .path = "/", .headers = {}, .body = sent.body};
    for (const char *name : {"Host", "Content-Type", "X-Amz-Target", "amz-sdk-invocation-id", "amz-sdk-request"})
        arrived.headers.append({name, sent.header(name)});
    const Signature expected = signer.sign(arrived, {QStringLiteral("AKIDEXAMPLE"), QStringLiteral("secret-key"), {}},
                                           signedAt.toSecsSinceEpoch());
    QCOMPARE(sent.header("Authorization"), expected.headers.last().value);
    QVERIFY(
        sent.header("Authorization")
            .contains("SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-type;host;x-amz-date;x-amz-target"));
    QVERIFY(sent.header("X-Amz-Security-Token").isEmpty());
}

void TestAwsJsonChannel::signsWithTheServersTime()
{
    ChannelFixture fixture;
    const QDateTime later = QDateTime::currentDateTimeUtc().addDays(3);
    const QByteArray date = QLocale::c().toString(later, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    fixture.server.addAnswer(200, "{}", {"Date: " + date});
    fixture.send(u"DescribeUserPool");
    QTRY_VERIFY(fixture.outcome);
    fixture.outcome.reset();
    fixture.send(u"DescribeUserPool");
    QTRY_VERIFY(fixture.outcome);
    const QByteArray second = fixture.server.requests().last().header("X-Amz-Date");
    QCOMPARE(second.first(8), later.toString(QStringLiteral("yyyyMMdd")).toLatin1());
}

void TestAwsJsonChannel::unsignedWithAnAccessToken()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"Username\":\"u\",\"UserAttributes\":[]}");
    fixture.send(u"GetUser");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.server.requests().first().header("Authorization").isEmpty());
    QVERIFY(fixture.server.requests().first().header("X-Amz-Date").isEmpty());
}

void TestAwsJsonChannel::missingCredentials()
{
    ScriptedServer server;
    AwsJsonChannel channel({.endpoint = server.url(), .region = QStringLiteral("us-east-1")});
    std::optional<Error> error;
    channel.send(ChannelFixture::operation(u"DescribeUserPool"), json::Value::object(), this,
                 [&](const Result<json::Value> &result) { error = result.error(); });
    QVERIFY(!error);
    QTRY_VERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("validation"));
    QCOMPARE(error->code, QStringLiteral("MissingCredentials"));
    QCOMPARE(error->operation, QStringLiteral("DescribeUserPool"));
    QCOMPARE(server.connectionCount(), 0);
}

void TestAwsJsonChannel::credentialsThatFail()
{
    ScriptedServer server;
    FailingCredentials source;
    ActivityLog log;
    AwsJsonChannel channel(
        {.endpoint = server.url(), .region = QStringLiteral("us-east-1"), .credentials = &source, .log = &log});
    std::optional<Error> error;
    channel.send(ChannelFixture::operation(u"DescribeUserPool"), json::Value::object(), this,
                 [&](const Result<json::Value> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, QStringLiteral("NoProfile"));
    QCOMPARE(log.entries().first().errorCode, QStringLiteral("NoProfile"));
    QCOMPARE(server.connectionCount(), 0);
}

void TestAwsJsonChannel::credentialsThatNeverCome()
{
    ScriptedServer server;
    SilentCredentials source;
    AwsJsonChannel channel({.endpoint = server.url(), .region = QStringLiteral("us-east-1"), .credentials = &source});
    std::optional<Error> error;
    channel.send(ChannelFixture::operation(u"DeleteUserPool"), json::Value::object(), this,
                 [&](const Result<json::Value> &result) { error = result.error(); }, {.deadline = 100ms});
    QTRY_VERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("storage"));
    QCOMPARE(error->code, QStringLiteral("KeysNotRead"));
    QVERIFY(!error->message.contains(server.url().host()) && !error->outcomeUnknown);
}

void TestAwsJsonChannel::answer()
{
    ChannelFixture fixture;
    fixture.server.addOk(R"({"UserSub":"s","Later":1.10})");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
    QCOMPARE((*fixture.outcome)->value(u"Later").numberText(), "1.10");
}

void TestAwsJsonChannel::requestIdOfAnError()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(400, R"({"__type":"CodeMismatchException","message":"Invalid verification code"})",
                             {"x-amzn-requestid: 6b2c-77"});
    fixture.send(u"ConfirmSignUp");
    QTRY_VERIFY(fixture.failed());
    QCOMPARE(fixture.error().requestId, QStringLiteral("6b2c-77"));
    QCOMPARE(fixture.log.entries().first().requestId, QStringLiteral("6b2c-77"));
    QCOMPARE(fixture.error().operation, QStringLiteral("ConfirmSignUp"));
}

void TestAwsJsonChannel::neverInsideSend()
{
    ChannelFixture fixture(QUrl(QStringLiteral("http://pool.example")));
    const CallHandle handle = fixture.send(u"SignUp");
    QVERIFY(!fixture.outcome);
    QVERIFY(handle.isPending());
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(!handle.isPending());
}

void TestAwsJsonChannel::cancelInFlight()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    CallHandle handle = fixture.send(u"SignUp", {.deadline = 300ms});
    QTRY_COMPARE(fixture.server.requests().size(), 1);
    handle.cancel();
    QVERIFY(!handle.isPending());
    QTRY_COMPARE(fixture.server.openConnections(), 0);

    // The deadline of a second call passes after the first one's would have.
    ChannelFixture later;
    later.server.addSilence();
    later.send(u"SignUp", {.deadline = 400ms});
    QTRY_VERIFY(later.outcome);
    QVERIFY(!fixture.outcome);
    handle.cancel();
}

void TestAwsJsonChannel::cancelFromTheHandler()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    int runs = 0;
    CallHandle handle;
    handle = fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), &fixture.context,
                                   [&](const Result<json::Value> &) {
                                       ++runs;
                                       QVERIFY(!handle.isPending());
                                       handle.cancel();
                                   });
    QTRY_COMPARE(runs, 1);
    QCOMPARE(fixture.log.entries().first().state, ActivityEntry::State::Succeeded);
}

void TestAwsJsonChannel::cancelAfterTheAnswer()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    CallHandle handle;
    // The entry changes when the answer has been judged; the handler has not run then.
    connect(&fixture.log, &ActivityLog::entryChanged, this, [&] { handle.cancel(); });
    handle = fixture.send(u"SignUp");
    QTRY_COMPARE(fixture.log.entries().first().state, ActivityEntry::State::Succeeded);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!fixture.outcome);
}

void TestAwsJsonChannel::handleOutlivesTheChannel()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    CallHandle handle = fixture.send(u"SignUp");
    fixture.channel.reset();
    QVERIFY(!handle.isPending());
    handle.cancel();
    CallHandle().cancel();
}

void TestAwsJsonChannel::contextGoneInFlight()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    bool ran = false;
    auto context = std::make_unique<QObject>();
    const CallHandle handle = fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(),
                                                    context.get(), [&](const Result<json::Value> &) { ran = true; });
    QTRY_COMPARE(fixture.server.requests().size(), 1);
    context.reset();
    QVERIFY(!handle.isPending());
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QVERIFY(!ran);
    QCOMPARE(fixture.log.entries().first().state, ActivityEntry::State::Cancelled);
}

void TestAwsJsonChannel::contextGoneBetweenAnswerAndHandler()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    bool ran = false;
    auto context = std::make_unique<QObject>();
    connect(&fixture.log, &ActivityLog::entryChanged, this, [&] { context.reset(); });
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), context.get(),
                          [&](const Result<json::Value> &) { ran = true; });
    QTRY_VERIFY(!context);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!ran);
}

void TestAwsJsonChannel::channelGoneInFlight()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    fixture.send(u"SignUp");
    fixture.send(u"GetUser");
    QTRY_COMPARE(fixture.server.requests().size(), 2);
    fixture.channel.reset();
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QVERIFY(!fixture.outcome);
    for (const ActivityEntry &entry : fixture.log.entries())
        QCOMPARE(entry.state, ActivityEntry::State::Cancelled);
}

void TestAwsJsonChannel::channelDestroyedInTheHandler()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    bool ran = false;
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), &fixture.context,
                          [&](const Result<json::Value> &) {
                              fixture.channel.reset();
                              ran = true;
                          });
    QTRY_VERIFY(ran);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestAwsJsonChannel::channelDestroyedByWhoReadsTheLog()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    connect(&fixture.log, &ActivityLog::entryChanged, this, [&] { fixture.channel.reset(); });
    fixture.send(u"SignUp");
    QTRY_VERIFY(!fixture.channel);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!fixture.outcome);
}

void TestAwsJsonChannel::twoInParallel()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    fixture.send(u"SignUp");
    fixture.send(u"GetUser");
    QTRY_COMPARE(fixture.server.requests().size(), 2);
    QCOMPARE(fixture.server.connectionCount(), 2);
}

void TestAwsJsonChannel::handlersInTheOrderOfAnswers()
{
    ChannelFixture fixture;
    QPointer<QTcpSocket> held;
    fixture.server.add([&](QTcpSocket *socket, const ReceivedRequest &) { held = socket; });
    fixture.server.addOk("{\"UserSub\":\"second\"}");
    QStringList order;
    const auto note = [&](const Result<json::Value> &result) { order.append(result->value(u"UserSub").toString()); };
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), this, note);
    QTRY_VERIFY(held);
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), this, note);
    QTRY_COMPARE(order, QStringList(QStringLiteral("second")));
    held->write("HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{\"UserSub\":\"first\"}");
    QTRY_COMPARE(order, QStringList({QStringLiteral("second"), QStringLiteral("first")}));
}

void TestAwsJsonChannel::nextCallFromTheHandler()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    bool done = false;
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), this,
                          [&](const Result<json::Value> &) {
                              fixture.channel->send(ChannelFixture::operation(u"ConfirmSignUp"), json::Value::object(),
                                                    this, [&](const Result<json::Value> &) { done = true; });
                          });
    QTRY_VERIFY(done);
    QCOMPARE(fixture.server.requests().size(), 2);
}

void TestAwsJsonChannel::connectionIsKept()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    for (int i = 0; i < 3; ++i) {
        fixture.outcome.reset();
        fixture.send(u"SignUp");
        QTRY_VERIFY(fixture.outcome);
    }
    QCOMPARE(fixture.server.requests().size(), 3);
    QCOMPARE(fixture.server.connectionCount(), 1);
}

void TestAwsJsonChannel::noCookies()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, userSub, {"Set-Cookie: track=1; Path=/"});
    for (int i = 0; i < 2; ++i) {
        fixture.outcome.reset();
        fixture.send(u"SignUp");
        QTRY_VERIFY(fixture.outcome);
    }
    QVERIFY(fixture.server.requests().last().header("Cookie").isEmpty());
}

void TestAwsJsonChannel::nothingCached()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, userSub, {"Cache-Control: max-age=3600", "ETag: \"1\""});
    for (int i = 0; i < 2; ++i) {
        fixture.outcome.reset();
        fixture.send(u"SignUp");
        QTRY_VERIFY(fixture.outcome);
    }
    QCOMPARE(fixture.server.requests().size(), 2);
    QVERIFY(fixture.server.requests().last().header("If-None-Match").isEmpty());
}

void TestAwsJsonChannel::noProxyForLoopback()
{
    ScriptedServer proxy;
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port()));
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QVERIFY(fixture.outcome->has_value());
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestAwsJsonChannel::activity()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, userSub, {"x-amzn-RequestId: id-1"});
    fixture.send(u"SignUp", {.action = QStringLiteral("Sign up")});
    QCOMPARE(fixture.log.entries().size(), 1);
    QVERIFY(fixture.log.entries().first().pending());
    QTRY_VERIFY(fixture.outcome);

    const ActivityEntry &entry = fixture.log.entries().first();
    QCOMPARE(entry.state, ActivityEntry::State::Succeeded);
    QCOMPARE(entry.action.title(), QStringLiteral("Sign up"));
    QCOMPARE(entry.service, QStringLiteral("cognito-idp"));
    QCOMPARE(entry.operation, QStringLiteral("SignUp"));
    QCOMPARE(entry.endpointHost, QStringLiteral("127.0.0.1:%1").arg(fixture.server.port()));
    QCOMPARE(entry.url, fixture.server.url().resolved(QUrl(QStringLiteral("/"))));
    QCOMPARE(entry.attempt, 1);
    QCOMPARE(entry.httpStatus, 200);
    QCOMPARE(entry.requestId, QStringLiteral("id-1"));
    QVERIFY(entry.durationMs >= 0);
    QVERIFY(entry.request.contains(u"ClientId"));
    QCOMPARE(entry.response.value(u"UserSub").toString(), QStringLiteral("sub-1"));
    QVERIFY(entry.bodyBytes > userSub.size());
}

void TestAwsJsonChannel::activityOfACancelledCall()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    CallHandle handle = fixture.send(u"SignUp");
    handle.cancel();
    QCOMPARE(fixture.log.entries().first().state, ActivityEntry::State::Cancelled);
    QVERIFY(fixture.log.entries().first().durationMs >= 0);
}

void TestAwsJsonChannel::clockLearns()
{
    ChannelFixture fixture;
    QSignalSpy jumped(&fixture.clock, &ServerClock::jumped);
    fixture.server.addAnswer(400, R"({"__type":"ResourceNotFoundException"})", {"Date: Tue, 14 Nov 2023 22:13:20 GMT"});
    fixture.server.addAnswer(200, userSub, {"Date: Wed, 15 Nov 2023 22:13:20 GMT", "Age: 10"});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(std::abs(fixture.clock.nowSeconds() - 1'700'000'000) < 60);
    QCOMPARE(jumped.count(), 1);
    fixture.outcome.reset();
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(jumped.count(), 1);
}

QTEST_GUILESS_MAIN(TestAwsJsonChannel)
#include "tst_awsjsonchannel.moc"
