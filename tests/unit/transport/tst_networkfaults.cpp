#include "channelfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace std::chrono_literals;

// One slot for each thing that a server, or the way to it, can do wrong.
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
    void twoLengths();
    void negativeLength();
    void chunkedAndCut();
    void badChunk();
    void notHttp();
    void html();
    void emptyBody();
    void emptyBodyWithoutOutput();
    void notAnObject();
    void deepJson();
    void invalidUtf8();
    void loneSurrogate();
    void endlessBody();
    void endlessHeaders();
    void gzipBomb();
    void gzipIsRead();
    void redirect_data();
    void redirect();
    void status500WithBody();
    void status500WithoutBody();
    void unknownErrorCode();
    void errorTypeWithNamespace();
    void errorTypeInHeaderOnly();
    void plainHttpElsewhere();
    void otherScheme();
    void tlsWhereThereIsNone();
    void afterAFaultTheNextCallWorks();
};

namespace {

const QByteArray ok = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n");
const QByteArray userSub = QByteArrayLiteral(R"({"UserConfirmed":false,"UserSub":"sub-1"})");

// RFC 1952: header, the deflate stream that Qt makes, CRC-32, length.
QByteArray gzipped(const QByteArray &plain)
{
    // qCompress: four bytes of length, then a zlib stream (2 bytes of header, raw deflate, 4 bytes of Adler-32).
    const QByteArray zlib = qCompress(plain, 9).sliced(4);
    const QByteArray deflate = zlib.sliced(2).chopped(4);
    quint32 crc = 0xffffffffU;
    for (const char byte : plain) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    crc = ~crc;
    QByteArray trailer;
    for (const quint32 word : {crc, quint32(plain.size())}) {
        for (int shift = 0; shift < 32; shift += 8)
            trailer += char((word >> shift) & 0xffU);
    }
    return QByteArray::fromHex("1f8b08000000000000ff") + deflate + trailer;
}

// The most memory that this process has had resident, in kilobytes; 0 where the system does not tell.
qint64 peakResidentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

void compareError(const ChannelFixture &fixture, Error::Kind kind, const QString &code, bool outcomeUnknown)
{
    QVERIFY(fixture.failed());
    QCOMPARE(toString(fixture.error().kind), toString(kind));
    QCOMPARE(fixture.error().code, code);
    QCOMPARE(fixture.error().outcomeUnknown, outcomeUnknown);
    QVERIFY(!fixture.error().message.isEmpty());
    QCOMPARE(fixture.log.entries().size(), 1);
    QCOMPARE(fixture.log.entries().first().state, transport::ActivityEntry::State::Failed);
    QCOMPARE(fixture.log.entries().first().errorCode, code);
}

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

void TestNetworkFaults::twoLengths()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: " + QByteArray::number(userSub.size()) +
                            "\r\nContent-Length: 7\r\n\r\n" + userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestNetworkFaults::negativeLength()
{
    ChannelFixture fixture;
    fixture.server.addBytes(ok + "Content-Length: -1\r\n\r\n{\"UserSub\":");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.failed());
    QVERIFY(fixture.error().outcomeUnknown);
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

void TestNetworkFaults::html()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, "<html><title>Hotel network</title></html>");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
    QVERIFY(fixture.error().message.contains(QStringLiteral("Hotel network")));
}

void TestNetworkFaults::emptyBody()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, {});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("EmptyBody"), true);
}

void TestNetworkFaults::emptyBodyWithoutOutput()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, {});
    fixture.send(u"GlobalSignOut");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
    QVERIFY((*fixture.outcome)->isObject());
}

void TestNetworkFaults::notAnObject()
{
    ChannelFixture fixture;
    fixture.server.addOk("[\"UserSub\"]");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("NotAnObject"), true);
}

void TestNetworkFaults::deepJson()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"UserSub\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestNetworkFaults::invalidUtf8()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"UserSub\":\"\xc3\x28\"}");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestNetworkFaults::loneSurrogate()
{
    ChannelFixture fixture;
    fixture.server.addOk(R"({"UserSub":"\ud800"})");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestNetworkFaults::endlessBody()
{
    ChannelFixture fixture;
    const qint64 before = peakResidentKb();
    fixture.server.addEndless(ok + "\r\n{\"UserSub\":\"", QByteArray(64 * 1024, 'x'));
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("BodyTooLarge"), true);
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    QVERIFY2(peakResidentKb() - before < 32 * 1024, qPrintable(QString::number(peakResidentKb() - before)));
}

void TestNetworkFaults::endlessHeaders()
{
    ChannelFixture fixture;
    fixture.server.addEndless("HTTP/1.1 200 OK\r\n", "X-Header: " + QByteArray(4096, 'x') + "\r\n");
    fixture.send(u"SignUp", {.deadline = 500ms});
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    QVERIFY(fixture.failed());
    QVERIFY(fixture.error().outcomeUnknown);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server.openConnections(), 0, 20'000);
}

void TestNetworkFaults::gzipBomb()
{
    ChannelFixture fixture;
    const QByteArray bomb = gzipped(QByteArray(16 * 1024 * 1024, ' '));
    QVERIFY(bomb.size() < 64 * 1024);
    const qint64 before = peakResidentKb();
    fixture.server.addAnswer(200, bomb, {"Content-Encoding: gzip"});
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    QVERIFY(fixture.failed());
    QCOMPARE(toString(fixture.error().kind), QStringLiteral("protocol"));
    QVERIFY(fixture.error().outcomeUnknown);
    QVERIFY2(peakResidentKb() - before < 32 * 1024, qPrintable(QString::number(peakResidentKb() - before)));
}

void TestNetworkFaults::gzipIsRead()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, gzipped(userSub), {"Content-Encoding: gzip"});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
    QCOMPARE((*fixture.outcome)->value(u"UserSub").toString(), QStringLiteral("sub-1"));
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

void TestNetworkFaults::status500WithBody()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(500, R"({"__type":"InternalErrorException","message":"Something went wrong"})");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("InternalErrorException"), false);
    QCOMPARE(fixture.error().httpStatus, 500);
    QCOMPARE(fixture.error().message, QStringLiteral("Something went wrong"));
    QVERIFY(fixture.error().retryable);
}

void TestNetworkFaults::status500WithoutBody()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(500, {});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("UnexpectedAnswer"), true);
    QCOMPARE(fixture.error().httpStatus, 500);
}

void TestNetworkFaults::unknownErrorCode()
{
    ChannelFixture fixture;
    fixture.server.addError("BrandNewException", "Words of tomorrow.");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("BrandNewException"), false);
    QCOMPARE(fixture.error().message, QStringLiteral("Words of tomorrow."));
}

void TestNetworkFaults::errorTypeWithNamespace()
{
    ChannelFixture fixture;
    fixture.server.addError("com.amazonaws.cognito#UsernameExistsException", "User already exists");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("UsernameExistsException"), false);
}

void TestNetworkFaults::errorTypeInHeaderOnly()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(400, "{}", {"x-amzn-ErrorType: UsernameExistsException:"});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("UsernameExistsException"), false);
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

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
