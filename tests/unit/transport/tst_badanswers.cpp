#include "channelfixture.h"

#include <QFile>
#include <QTest>

#include <array>

using namespace poolscope;
using namespace poolscope::tests;

// One slot for each answer that comes in whole and is not what it should be, or is more than it should be.
class TestBadAnswers : public QObject
{
    Q_OBJECT

private slots:
    void html();
    void emptyBody();
    void emptyBodyWithoutOutput();
    void notAnObject();
    void deepJson();
    void invalidUtf8();
    void loneSurrogate();
    void status500WithBody();
    void status500WithoutBody();
    void unknownErrorCode();
    void errorTypeWithNamespace();
    void errorTypeInHeaderOnly();
    void gzipBomb();
    void gzipIsRead();
    void endlessBody();
    void endlessBodyTakesLittleMemory();
    void longText();
    void manyMembers();
    void hugeHeaders();
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
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        table[i] = i;
        for (int bit = 0; bit < 8; ++bit)
            table[i] = (table[i] >> 1) ^ ((table[i] & 1) ? 0xedb88320U : 0U);
    }
    quint32 crc = 0xffffffffU;
    for (const char byte : plain)
        crc = table[(crc ^ quint8(byte)) & 0xffU] ^ (crc >> 8);
    crc = ~crc;
    QByteArray trailer;
    for (const quint32 word : {crc, quint32(plain.size())}) {
        for (int shift = 0; shift < 32; shift += 8)
            trailer += char((word >> shift) & 0xffU);
    }
    return QByteArray::fromHex("1f8b08000000000000ff") + deflate + trailer;
}

// The most memory that the process has had in use, in bytes; since the last call of forgetPeak().
qint64 peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

bool forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

void TestBadAnswers::html()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, "<html><title>Hotel network</title></html>");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
    QVERIFY(fixture.error().message.contains(QStringLiteral("Hotel network")));
}

void TestBadAnswers::emptyBody()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, {});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("EmptyBody"), true);
}

void TestBadAnswers::emptyBodyWithoutOutput()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, {});
    fixture.send(u"GlobalSignOut");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
    QVERIFY((*fixture.outcome)->isObject());
}

void TestBadAnswers::notAnObject()
{
    ChannelFixture fixture;
    fixture.server.addOk("[\"UserSub\"]");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("NotAnObject"), true);
}

void TestBadAnswers::deepJson()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"UserSub\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestBadAnswers::invalidUtf8()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"UserSub\":\"\xc3\x28\"}");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestBadAnswers::loneSurrogate()
{
    ChannelFixture fixture;
    fixture.server.addOk(R"({"UserSub":"\ud800"})");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), true);
}

void TestBadAnswers::status500WithBody()
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

void TestBadAnswers::status500WithoutBody()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(500, {});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("UnexpectedAnswer"), true);
    QCOMPARE(fixture.error().httpStatus, 500);
}

void TestBadAnswers::unknownErrorCode()
{
    ChannelFixture fixture;
    fixture.server.addError("BrandNewException", "Words of tomorrow.");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("BrandNewException"), false);
    QCOMPARE(fixture.error().message, QStringLiteral("Words of tomorrow."));
}

void TestBadAnswers::errorTypeWithNamespace()
{
    ChannelFixture fixture;
    fixture.server.addError("com.amazonaws.cognito#UsernameExistsException", "User already exists");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("UsernameExistsException"), false);
}

void TestBadAnswers::errorTypeInHeaderOnly()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(
        400, "{}", {"x-amzn-ErrorType: UsernameExistsException:", "x-amzn-ErrorMessage: User already exists"});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    compareError(fixture, Error::Kind::Service, QStringLiteral("UsernameExistsException"), false);
}

void TestBadAnswers::gzipBomb()
{
    ChannelFixture fixture;
    const QByteArray bomb = gzipped(QByteArray(12 * 1024 * 1024, ' '));
    QVERIFY(bomb.size() < 64 * 1024);
    fixture.server.addAnswer(200, bomb, {"Content-Encoding: gzip"});
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    QVERIFY(fixture.failed());
    QCOMPARE(toString(fixture.error().kind), QStringLiteral("protocol"));
    QVERIFY(fixture.error().outcomeUnknown);
}

void TestBadAnswers::gzipIsRead()
{
    ChannelFixture fixture;
    fixture.server.addAnswer(200, gzipped(userSub), {"Content-Encoding: gzip"});
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.outcome->has_value());
    QCOMPARE((*fixture.outcome)->value(u"UserSub").toString(), QStringLiteral("sub-1"));
}

void TestBadAnswers::endlessBody()
{
    ChannelFixture fixture;
    fixture.server.addEndless(ok + "\r\n{\"UserSub\":\"", QByteArray(64 * 1024, 'x'));
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("BodyTooLarge"), true);
    QTRY_COMPARE(fixture.server.openConnections(), 0);
    // The cap, and what is under way in buffers: the library's, the system's on both sides, the server's.
    QVERIFY2(fixture.server.bytesSent() < 24 * 1024 * 1024, qPrintable(QString::number(fixture.server.bytesSent())));
}

void TestBadAnswers::endlessBodyTakesLittleMemory()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The address sanitizer keeps what was freed, so the peak says nothing.");
#endif
    ChannelFixture fixture;
    fixture.server.addEndless(ok + "\r\n{\"UserSub\":\"", QByteArray(64 * 1024, 'x'));
    if (!forgetPeak())
        QSKIP("This kernel does not forget the peak of the memory.");
    const qint64 before = peakMemory();
    QVERIFY(before > 0);
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("BodyTooLarge"), true);
    const qint64 more = peakMemory() - before;
    QVERIFY2(more <= 16 * 1024 * 1024, qPrintable(QString::number(more)));
}

void TestBadAnswers::longText()
{
    ChannelFixture fixture;
    fixture.server.addOk("{\"UserSub\":\"" + QByteArray(10'000'000, 'x') + "\"}");
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    compareError(fixture, Error::Kind::Protocol, QStringLiteral("BodyTooLarge"), true);
}

// As many as the cap lets through, then a million.
void TestBadAnswers::manyMembers()
{
    for (const int count : {500'000, 1'000'000}) {
        QByteArray body = "{\"UserSub\":\"sub-1\"";
        for (int i = 0; i < count; ++i)
            body += ",\"k" + QByteArray::number(i) + "\":0";
        ChannelFixture fixture;
        fixture.server.addOk(body + '}');
        fixture.send(u"SignUp");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 30'000);
        const bool fits = body.size() < transport::AwsJsonChannel::bodyCap;
        QCOMPARE(fits, count == 500'000);
        if (fits)
            QCOMPARE(fixture.outcome->value().value(u"UserSub").toString(), QStringLiteral("sub-1"));
        else
            compareError(fixture, Error::Kind::Protocol, QStringLiteral("BodyTooLarge"), true);
    }
}

// While an endless header comes in without a pause, the library's thread reads on and cannot be stopped (6.4.2); the call
// ends at its deadline all the same. Here it ends by itself.
void TestBadAnswers::hugeHeaders()
{
    ChannelFixture fixture;
    const QByteArray line = "X-Header: " + QByteArray(4096, 'x') + "\r\n";
    fixture.server.addBytes(ok + line.repeated(100) + "\r\n" + userSub);
    fixture.send(u"SignUp");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.outcome, 20'000);
    if (fixture.failed())
        QVERIFY(fixture.error().outcomeUnknown);
    else
        QCOMPARE((*fixture.outcome)->value(u"UserSub").toString(), QStringLiteral("sub-1"));
}

QTEST_GUILESS_MAIN(TestBadAnswers)
#include "tst_badanswers.moc"
