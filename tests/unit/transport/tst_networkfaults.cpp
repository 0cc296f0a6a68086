#include "channelfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace std::chrono_literals;

// One slot for each thing that can go wrong on the way: connections, deadlines, lengths, redirects.
class TestNetworkFaults : public QObject
{
    Q_OBJECT

private slots:
    void refused();
    void hostNotFound();
    void neverAnswers();
    void neverAnswersARead();
    void slowHeaders();
    void slowBody();
    void closesWithoutAByte();
    void closesWithoutAByteOnARead();
    void reset();
    void bodyCutShort();
    void lengthTooSmall();
    void badLength_data();
    void badLength();
    void lengthBesideChunks();
    void chunked();
    void chunkedAndCut();
    void badChunk();
    void notHttp();
    void redirect_data();
    void redirect();
    void plainHttpElsewhere();
    void otherScheme();
    void tlsWhereThereIsNone();
    void afterAFaultTheNextCallWorks();
    void keptConnectionThatWasClosed();
    void keptConnectionThatIsDead();
};

namespace {

const QByteArray ok = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n");
const QByteArray userSub = QByteArrayLiteral(R"({"UserConfirmed":false,"UserSub":"sub-1"})");

} // namespace

void TestNetworkFaults::refused()
{
    ChannelFixture fixture;
    fixture.server.stop();
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("ConnectionRefused"), false);
    QVERIFY(fixture.error().retryable);
    QVERIFY(fixture.error().message.contains(QStringLiteral("127.0.0.1")));
}

void TestNetworkFaults::hostNotFound()
{
    ChannelFixture fixture(QUrl(QStringLiteral("https://cognito-idp.nowhere.invalid")));
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 30'000);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("HostNotFound"), false);
    QVERIFY(fixture.error().message.contains(QStringLiteral("nowhere.invalid")));
}

void TestNetworkFaults::neverAnswers()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    fixture.send(u"SignUp", {.deadline = 200ms});
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Timeout, QStringLiteral("DeadlinePassed"), true);
    QVERIFY(!fixture.error().retryable);
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestNetworkFaults::neverAnswersARead()
{
    ChannelFixture fixture;
    fixture.server.addSilence();
    fixture.send(u"GetUser", {.deadline = 200ms});
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Timeout, QStringLiteral("DeadlinePassed"), false);
    QVERIFY(fixture.error().retryable);
}

void TestNetworkFaults::slowHeaders()
{
    ChannelFixture fixture;
    fixture.server.addDrip("HTTP/1.1 200 OK\r\nX-Slow: ", "a", 20);
    fixture.send(u"SignUp", {.deadline = 250ms});
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Timeout, QStringLiteral("DeadlinePassed"), true);
    QTRY_COMPARE(fixture.server.openConnections(), 0);
}

void TestNetworkFaults::slowBody()
{
    ChannelFixture fixture;
    fixture.server.addDrip(ok + "Content-Length: 100000\r\n\r\n{", " ", 20);
    QElapsedTimer elapsed;
    elapsed.start();
    fixture.send(u"SignUp", {.deadline = 250ms});
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(elapsed.elapsed() >= 240);
    compareError(fixture, Error::Kind::Timeout, QStringLiteral("DeadlinePassed"), true);
    QTRY_COMPARE(fixture.server.openConnections(), 0);
}

void TestNetworkFaults::closesWithoutAByte()
{
    ChannelFixture fixture;
    fixture.server.addClose();
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("ConnectionCut"), true);
    // By itself the network library would have sent the sign-up again.
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestNetworkFaults::closesWithoutAByteOnARead()
{
    ChannelFixture fixture;
    fixture.server.addClose();
    fixture.send(u"GetUser");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("ConnectionCut"), false);
    QVERIFY(fixture.error().retryable);
}

void TestNetworkFaults::reset()
{
    ChannelFixture fixture;
    fixture.server.addReset();
    fixture.send(u"ForgotPassword");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(toString(fixture.error().kind), QStringLiteral("transport"));
    QVERIFY(fixture.error().outcomeUnknown);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestNetworkFaults::bodyCutShort()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: 100\r\n\r\n{\"UserSub\":\"s\"}");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("ConnectionCut"), true);
    QVERIFY(fixture.log.entries().first().response.isNull());
}

void TestNetworkFaults::lengthTooSmall()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: 3\r\n\r\n" + userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestNetworkFaults::badLength_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const QByteArray right = QByteArray::number(userSub.size());
    QTest::newRow("right, wrong") << "Content-Length: " + right << QByteArray("Content-Length: 7");
    QTest::newRow("wrong, right") << QByteArray("Content-Length: 7") << "Content-Length: " + right;
    QTest::newRow("right twice") << "Content-Length: " + right << "Content-Length: " + right;
    QTest::newRow("list") << QByteArray("X: y") << "Content-Length: " + right + ", 7";
    QTest::newRow("negative") << QByteArray("X: y") << QByteArray("Content-Length: -1");
    QTest::newRow("no number") << QByteArray("X: y") << QByteArray("Content-Length: many");
    QTest::newRow("overflow") << QByteArray("X: y") << QByteArray("Content-Length: 99999999999999999999999");
}

void TestNetworkFaults::badLength()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    ChannelFixture fixture;
    fixture.server.addBytes(ok + first + "\r\n" + second + "\r\n\r\n" + userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.failed());
    QVERIFY(fixture.error().outcomeUnknown);
    QVERIFY(fixture.log.entries().first().response.isNull());
}

void TestNetworkFaults::lengthBesideChunks()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("UnclearLength"), true);
}

void TestNetworkFaults::chunked()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", false);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
}

void TestNetworkFaults::chunkedAndCut()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"UserSub\":");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Transport, QStringLiteral("ConnectionCut"), true);
}

void TestNetworkFaults::badChunk()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + userSub + "\r\n0\r\n\r\n");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.failed());
    QVERIFY(fixture.error().outcomeUnknown);
    QVERIFY(fixture.log.entries().first().response.isNull());
}

void TestNetworkFaults::notHttp()
{
    ChannelFixture fixture;
    fixture.server.addBytes("220 mail.example ESMTP\r\n");
    fixture.send(u"SignUp", {.deadline = 2'000ms});
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.failed());
    QVERIFY(fixture.error().outcomeUnknown);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestNetworkFaults::redirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestNetworkFaults::redirect()
{
    QFETCH(int, status);
    ChannelFixture fixture;
    ScriptedServer other;
    other.addOk(userSub);
    fixture.server.addAnswer(status, {}, {"Location: " + other.url().toEncoded() + "/elsewhere?code=123456"});
    fixture.send(u"DescribeUserPool");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("UnexpectedRedirect"), false);
    QVERIFY(fixture.error().message.contains(other.url().toString()));
    QVERIFY(!fixture.error().message.contains(QStringLiteral("123456")));
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(other.bytesReceived(), 0);
}

void TestNetworkFaults::plainHttpElsewhere()
{
    ChannelFixture fixture(QUrl(QStringLiteral("http://pool.example")));
    fixture.send(u"SignUp");
    QVERIFY(!fixture.outcome);
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Validation, QStringLiteral("InsecureEndpoint"), false);
}

void TestNetworkFaults::otherScheme()
{
    ChannelFixture fixture(QUrl(QStringLiteral("file:///etc/hosts")));
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Validation, QStringLiteral("InvalidEndpoint"), false);
}

void TestNetworkFaults::tlsWhereThereIsNone()
{
    ScriptedServer plain;
    ChannelFixture fixture(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(plain.port())));
    fixture.send(u"SignUp", {.deadline = 500ms});
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.failed());
    QVERIFY(!fixture.error().outcomeUnknown);
    QVERIFY(plain.requests().isEmpty());
}

void TestNetworkFaults::afterAFaultTheNextCallWorks()
{
    ChannelFixture fixture;
    fixture.server.addReset();
    fixture.server.addOk(userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.failed());
    fixture.outcome.reset();
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
}

// The network changed while nothing was asked: the connection that was kept is gone, which nobody is told of.
void TestNetworkFaults::keptConnectionThatWasClosed()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: " + QByteArray::number(userSub.size()) + "\r\n\r\n" + userSub);
    fixture.server.addOk(userSub);
    QSignalSpy closed(&fixture.server, &ScriptedServer::disconnected);
    for (int call = 0; call < 2; ++call) {
        fixture.outcome.reset();
        fixture.send(u"SignUp");
        QTRY_VERIFY(fixture.outcome);
        QVERIFY2(fixture.outcome->has_value(), qPrintable(fixture.error().message));
        QTRY_VERIFY(!closed.isEmpty());
    }
    QCOMPARE(fixture.server.requests().size(), 2);
    QCOMPARE(fixture.server.connectionCount(), 2);
}

// The network changed in the middle of a request: one error, and the next request goes by a connection of its own.
void TestNetworkFaults::keptConnectionThatIsDead()
{
    ChannelFixture fixture;
    fixture.server.addOk(userSub);
    fixture.server.addSilence();
    fixture.server.addOk(userSub);
    const auto call = [&](std::chrono::milliseconds deadline) {
        fixture.outcome.reset();
        fixture.send(u"SignUp", {.deadline = deadline});
        return QTest::qWaitFor([&] { return fixture.outcome.has_value(); });
    };
    QVERIFY(call(10s));
    QVERIFY(fixture.outcome->has_value());
    QVERIFY(call(200ms));
    QVERIFY(fixture.failed());
    QCOMPARE(fixture.error().code, QStringLiteral("DeadlinePassed"));
    QVERIFY(fixture.error().outcomeUnknown);
    QVERIFY(call(10s));
    QVERIFY2(fixture.outcome->has_value(), qPrintable(fixture.error().message));
    QCOMPARE(fixture.server.requests().size(), 3);
    QCOMPARE(fixture.server.connectionCount(), 2);
}

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
