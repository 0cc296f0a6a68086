#include "crypto/base64url.h"

#include <QtTest>

using namespace poolscope;

class TestBase64Url final : public QObject
{
    Q_OBJECT

private slots:
    void rfc4648_data();
    void rfc4648();
    void usesTheUrlAlphabet();
    void roundTripsEveryLength();
    void refuses_data();
    void refuses();
    void padded_data();
    void padded();
};

void TestBase64Url::rfc4648_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("plain");
    // RFC 4648 section 10.
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("f") << QByteArray("f") << QByteArray("Zg==");
    QTest::newRow("fo") << QByteArray("fo") << QByteArray("Zm8=");
    QTest::newRow("foo") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("foob") << QByteArray("foob") << QByteArray("Zm9vYg==");
    QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
    QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
}

void TestBase64Url::rfc4648()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, plain);
    QByteArray withoutPadding = plain;
    withoutPadding.replace('=', "");
    QCOMPARE(crypto::encodeBase64Url(bytes), withoutPadding);
    QCOMPARE(crypto::decodeBase64Url(withoutPadding).value_or("failed"), bytes);
    QCOMPARE(crypto::decodeBase64(plain).value_or("failed"), bytes);
}

void TestBase64Url::usesTheUrlAlphabet()
{
    // RFC 7515 appendix C.
    const QByteArray bytes = QByteArray::fromHex("03ecffe0c1");
    QCOMPARE(crypto::encodeBase64Url(bytes), QByteArray("A-z_4ME"));
    QCOMPARE(crypto::decodeBase64Url("A-z_4ME").value(), bytes);
    QCOMPARE(crypto::decodeBase64("A+z/4ME=").value(), bytes);
}

void TestBase64Url::roundTripsEveryLength()
{
    QByteArray bytes;
    for (int length = 0; length < 300; ++length) {
        const auto decoded = crypto::decodeBase64Url(crypto::encodeBase64Url(bytes));
        QVERIFY(decoded.has_value());
        QCOMPARE(*decoded, bytes);
        bytes += static_cast<char>(length * 89 + 7);
    }
}

void TestBase64Url::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padding") << QByteArray("YQ==");
    QTest::newRow("one padding character") << QByteArray("YWI=");
    QTest::newRow("spare bits, one byte") << QByteArray("YR");
    QTest::newRow("spare bits, two bytes") << QByteArray("YWJ");
    QTest::newRow("one digit") << QByteArray("Y");
    QTest::newRow("five digits") << QByteArray("YWJjZ");
    QTest::newRow("blank inside") << QByteArray("YW Jj");
    QTest::newRow("newline at the end") << QByteArray("YWJj\n");
    QTest::newRow("plus") << QByteArray("A+z_4ME");
    QTest::newRow("slash") << QByteArray("A-z/4ME");
    QTest::newRow("question mark") << QByteArray("YW?j");
    QTest::newRow("zero byte") << QByteArray("YW\0j", 4);
    QTest::newRow("byte above 127") << QByteArray("YW\xe9j");
    QTest::newRow("bad last digit") << QByteArray("YWJjY!");
    QTest::newRow("bad first digit of the tail") << QByteArray("!Q");
}

void TestBase64Url::refuses()
{
    QFETCH(QByteArray, text);
    const auto decoded = crypto::decodeBase64Url(text);
    QVERIFY(!decoded.has_value());
    QVERIFY(!decoded.error().isEmpty());
}

void TestBase64Url::padded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padding missing") << QByteArray("YQ");
    QTest::newRow("three padding characters") << QByteArray("Y===");
    QTest::newRow("only padding") << QByteArray("====");
    QTest::newRow("url alphabet") << QByteArray("A-z_4ME=");
    QTest::newRow("padding inside") << QByteArray("YQ==YQ==");
    QTest::newRow("spare bits") << QByteArray("YR==");
}

void TestBase64Url::padded()
{
    QFETCH(QByteArray, text);
    QVERIFY(!crypto::decodeBase64(text).has_value());
}

QTEST_APPLESS_MAIN(TestBase64Url)
#include "tst_base64url.moc"
