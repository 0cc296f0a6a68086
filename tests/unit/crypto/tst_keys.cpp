#include "crypto/publickey.h"
#include "crypto/rsa.h"

#include <QtTest>

using namespace poolscope;
using namespace poolscope::crypto;

class TestKeys final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signsAndVerifies();
    void survivesPem();
    void refusesPem_data();
    void refusesPem();
    void nullKeysDoNothing();
    void refusesRsa_data();
    void refusesRsa();
    void refusesEc();
    void algorithmsFitTheirKeys();
    void algorithmNames();
    void refusesAlteredSignatures();

private:
    RsaKey m_key;
};

void TestKeys::initTestCase()
{
    auto key = RsaKey::generate();
    QVERIFY(key.has_value());
    m_key = *key;
    QCOMPARE(m_key.bits(), 2048);
    QCOMPARE(m_key.modulus().size(), 256);
    QCOMPARE(m_key.exponent(), QByteArray::fromHex("010001"));
}

void TestKeys::signsAndVerifies()
{
    const QByteArray signature = m_key.signRs256("message");
    QCOMPARE(signature.size(), 256);
    QVERIFY(m_key.verifyRs256("message", signature));
    QVERIFY(!m_key.verifyRs256("massage", signature));
    QCOMPARE(m_key.signRs256("message"), signature); // PKCS #1 v1.5 has no random part
    const auto other = RsaKey::generate();
    QVERIFY(!other->verifyRs256("message", signature));
}

void TestKeys::survivesPem()
{
    const QByteArray pem = m_key.privatePem();
    QVERIFY(pem.startsWith("-----BEGIN PRIVATE KEY-----\n"));
    const auto again = RsaKey::fromPrivatePem(pem);
    QVERIFY(again.has_value());
    QCOMPARE(again->modulus(), m_key.modulus());
    QVERIFY(m_key.verifyRs256("x", again->signRs256("x")));
}

void TestKeys::refusesPem_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("hello");
    QTest::newRow("a certificate's header")
        << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    QTest::newRow("cut off") << m_key.privatePem().left(400);
    // An Ed25519 key, RFC 8410 section 10.3.
    QTest::newRow("another kind of key") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        "-----END PRIVATE KEY-----\n");
    QTest::newRow("encrypted, and nobody is asked")
        << QByteArray("-----BEGIN RSA PRIVATE KEY-----\n"
                      "Proc-Type: 4,ENCRYPTED\n"
                      "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                      "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                      "-----END RSA PRIVATE KEY-----\n");
}

void TestKeys::refusesPem()
{
    QFETCH(QByteArray, pem);
    const auto key = RsaKey::fromPrivatePem(pem);
    QVERIFY(!key.has_value());
    QVERIFY(key.error().kind == Error::Kind::Validation);
}

void TestKeys::nullKeysDoNothing()
{
    const RsaKey key;
    QVERIFY(key.isNull());
    QVERIFY(key.signRs256("x").isEmpty());
    QVERIFY(!key.verifyRs256("x", "y"));
    QVERIFY(key.privatePem().isEmpty());
    const PublicKey publicKey;
    QVERIFY(publicKey.isNull());
    QVERIFY(!publicKey.verify(SignatureAlgorithm::RS256, "x", "y"));
    QVERIFY(!publicKey.fits(SignatureAlgorithm::RS256));
}

void TestKeys::refusesRsa_data()
{
    QTest::addColumn<QByteArray>("modulus");
    QTest::addColumn<QByteArray>("exponent");
    const QByteArray exponent = QByteArray::fromHex("010001");
    QByteArray even = m_key.modulus();
    even.back() = static_cast<char>(even.back() & ~1);
    QTest::newRow("even modulus") << even << exponent;
    QTest::newRow("empty modulus") << QByteArray() << exponent;
    QTest::newRow("256 bits") << m_key.modulus().right(32) << exponent;
    QTest::newRow("huge modulus") << QByteArray(3000, '\xff') << exponent;
    QTest::newRow("leading zeros do not make it larger")
        << QByteArray(200, '\0') + m_key.modulus().right(32) << exponent;
    QTest::newRow("even exponent") << m_key.modulus() << QByteArray::fromHex("010000");
    QTest::newRow("exponent 1") << m_key.modulus() << QByteArray("\x01");
    QTest::newRow("exponent 0") << m_key.modulus() << QByteArray(1, '\0');
    QTest::newRow("empty exponent") << m_key.modulus() << QByteArray();
    QTest::newRow("exponent of 128 bits") << m_key.modulus() << QByteArray(16, '\xff');
}

void TestKeys::refusesRsa()
{
    QFETCH(QByteArray, modulus);
    QFETCH(QByteArray, exponent);
    const auto key = PublicKey::fromRsa(modulus, exponent);
    QVERIFY(!key.has_value());
    QVERIFY(!key.error().message.isEmpty());
}

void TestKeys::refusesEc()
{
    const QByteArray x = QByteArray::fromHex("7fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445");
    const QByteArray y = QByteArray::fromHex("c7f144cd1bbd9b7e872cdfedb9eeb9f4b3695d6ea90b24ad8a4623288588e5ad");
    QVERIFY(PublicKey::fromEc(PublicKey::Type::EcP256, x, y).has_value());
    QVERIFY(!PublicKey::fromEc(PublicKey::Type::EcP256, x, x).has_value());
    QVERIFY(!PublicKey::fromEc(PublicKey::Type::EcP384, x, y).has_value());
    QVERIFY(!PublicKey::fromEc(PublicKey::Type::EcP256, x.left(31), y).has_value());
    QVERIFY(!PublicKey::fromEc(PublicKey::Type::EcP256, QByteArray(32, '\0'), QByteArray(32, '\0')).has_value());
    QVERIFY(!PublicKey::fromEc(PublicKey::Type::Rsa, x, y).has_value());
}

void TestKeys::algorithmsFitTheirKeys()
{
    const PublicKey rsa = m_key.publicKey();
    QVERIFY(rsa.fits(SignatureAlgorithm::RS256));
    QVERIFY(rsa.fits(SignatureAlgorithm::PS512));
    QVERIFY(!rsa.fits(SignatureAlgorithm::ES256));
    const QByteArray signature = m_key.signRs256("x");
    QVERIFY(rsa.verify(SignatureAlgorithm::RS256, "x", signature));
    QVERIFY(!rsa.verify(SignatureAlgorithm::RS384, "x", signature));
    QVERIFY(!rsa.verify(SignatureAlgorithm::PS256, "x", signature));
    QVERIFY(!rsa.verify(SignatureAlgorithm::ES256, "x", signature));
}

void TestKeys::algorithmNames()
{
    QCOMPARE(signatureAlgorithm(u"RS256"), std::optional(SignatureAlgorithm::RS256));
    QCOMPARE(signatureAlgorithm(u"ES512"), std::optional(SignatureAlgorithm::ES512));
    QVERIFY(!signatureAlgorithm(u"rs256"));
    QVERIFY(!signatureAlgorithm(u"HS256"));
    QVERIFY(!signatureAlgorithm(u"none"));
    QVERIFY(!signatureAlgorithm(u""));
}

void TestKeys::refusesAlteredSignatures()
{
    const QByteArray good = m_key.signRs256("x");
    QVERIFY(!m_key.verifyRs256("x", good.left(255)));
    QVERIFY(!m_key.verifyRs256("x", good + '\0'));
    QVERIFY(!m_key.verifyRs256("x", '\0' + good));
    QVERIFY(!m_key.verifyRs256("x", QByteArray()));
    QVERIFY(!m_key.verifyRs256("x", QByteArray(256, '\0')));
    QVERIFY(!m_key.verifyRs256("x", m_key.modulus()));
    for (qsizetype i = 0; i < good.size(); i += 17) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad.at(i) ^ 1);
        QVERIFY(!m_key.verifyRs256("x", bad));
    }
}

QTEST_APPLESS_MAIN(TestKeys)
#include "tst_keys.moc"
