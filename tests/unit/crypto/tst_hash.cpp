#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/secrethash.h"

#include <QtTest>

using namespace poolscope;

namespace {

// Hands out what it was given, then repeats it.
class ScriptedRandom final : public crypto::RandomSource
{
public:
    explicit ScriptedRandom(QByteArray script)
        : m_script(std::move(script))
    {
    }
    QByteArray bytes(qsizetype count) override
    {
        QByteArray result;
        while (result.size() < count)
            result += m_script.at(m_next++ % m_script.size());
        return result;
    }

private:
    QByteArray m_script;
    qsizetype m_next = 0;
};

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace

class TestHash final : public QObject
{
    Q_OBJECT

private slots:
    void sha256_data();
    void sha256();
    void rfc4231_data();
    void rfc4231();
    void hmacSha1();
    void rfc5869_data();
    void rfc5869();
    void hkdfRefusesImpossibleLengths();
    void comparesInConstantTime();
    void secretHash();
    void belowIsUniform();
    void digitsKeepLeadingZeros();
    void uuidIsVersion4();
    void systemRandomDiffers();
};

void TestHash::sha256_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("hash");
    // FIPS 180-2, appendix B.
    QTest::newRow("empty") << QByteArray() << hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void TestHash::sha256()
{
    QFETCH(QByteArray, message);
    QTEST(crypto::sha256(message), "hash");
}

void TestHash::rfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected256");
    QTest::addColumn<QByteArray>("expected512");
    const QByteArray longKey(131, '\xaa');
    QTest::newRow("case 1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                            << hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
                            << hex("87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                                   "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
    QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                            << hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
                            << hex("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                                   "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    QTest::newRow("case 3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                            << hex("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
                            << hex("fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                                   "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb");
    QTest::newRow("case 4") << hex("0102030405060708090a0b0c0d0e0f10111213141516171819") << QByteArray(50, '\xcd')
                            << hex("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
                            << hex("b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
                                   "a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd");
    QTest::newRow("case 5, the first 16 bytes")
        << QByteArray(20, '\x0c') << QByteArray("Test With Truncation") << hex("a3b6167473100ee06e0c796c2955552b")
        << hex("415fad6271580a531d4179bc891d87a6");
    QTest::newRow("case 6") << longKey << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                            << hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
                            << hex("80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                                   "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
    QTest::newRow("case 7") << longKey
                            << QByteArray("This is a test using a larger than block-size key and a larger than "
                                          "block-size data. The key needs to be hashed before being used by the "
                                          "HMAC algorithm.")
                            << hex("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")
                            << hex("e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944"
                                   "b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58");
}

void TestHash::rfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, expected256);
    QFETCH(QByteArray, expected512);
    QCOMPARE(crypto::hmacSha256(key, message).left(expected256.size()), expected256);
    QCOMPARE(crypto::hmacSha512(key, message).left(expected512.size()), expected512);
}

void TestHash::hmacSha1()
{
    // RFC 2202 case 2.
    QCOMPARE(crypto::hmacSha1("Jefe", "what do ya want for nothing?"), hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
}

void TestHash::rfc5869_data()
{
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("inputKey");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("A.1") << hex("000102030405060708090a0b0c") << QByteArray(22, '\x0b') << hex("f0f1f2f3f4f5f6f7f8f9")
                         << hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    QByteArray inputKey;
    QByteArray salt;
    QByteArray info;
    for (int i = 0; i < 80; ++i) {
        inputKey += static_cast<char>(i);
        salt += static_cast<char>(0x60 + i);
        info += static_cast<char>(0xb0 + i);
    }
    QTest::newRow("A.2") << salt << inputKey << info
                         << hex("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41"
                                "c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    QTest::newRow("A.3") << QByteArray() << QByteArray(22, '\x0b') << QByteArray()
                         << hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

void TestHash::rfc5869()
{
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, inputKey);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, expected);
    QCOMPARE(crypto::hkdfSha256(salt, inputKey, info, expected.size()), expected);
}

void TestHash::hkdfRefusesImpossibleLengths()
{
    QCOMPARE(crypto::hkdfSha256("salt", "key", "info", 255 * 32).size(), 255 * 32);
    QVERIFY(crypto::hkdfSha256("salt", "key", "info", 255 * 32 + 1).isEmpty());
    QVERIFY(crypto::hkdfSha256("salt", "key", "info", 0).isEmpty());
}

void TestHash::comparesInConstantTime()
{
    QVERIFY(crypto::constantTimeEquals("", ""));
    QVERIFY(crypto::constantTimeEquals("same", "same"));
    QVERIFY(!crypto::constantTimeEquals("same", "sama"));
    QVERIFY(!crypto::constantTimeEquals("same", "samesame"));
}

void TestHash::secretHash()
{
    QCOMPARE(crypto::secretHash(QStringLiteral("test"), QStringLiteral("123abd"), QStringLiteral("clientSecret")),
             QStringLiteral("LoIX/oPJWZzFYv8liJYRo+CHv16FNDY10JlZEDjL3Vg="));
}

void TestHash::belowIsUniform()
{
    // 0xffffffff lies above the last multiple of ten and must be drawn again, or 0 to 5 would come more often.
    ScriptedRandom random(hex("ffffffff") + hex("07000000"));
    QCOMPARE(crypto::below(random, 10), 7u);
    crypto::SystemRandom system;
    QSet<quint32> seen;
    for (int i = 0; i < 1000; ++i) {
        const quint32 value = crypto::below(system, 10);
        QVERIFY(value < 10);
        seen.insert(value);
    }
    QCOMPARE(seen.size(), 10);
}

void TestHash::digitsKeepLeadingZeros()
{
    ScriptedRandom random(hex("00000000") + hex("05000000"));
    QCOMPARE(crypto::digits(random, 6), QStringLiteral("050505"));
}

void TestHash::uuidIsVersion4()
{
    ScriptedRandom random(QByteArray(16, '\xff'));
    QCOMPARE(crypto::uuid(random), QStringLiteral("ffffffff-ffff-4fff-bfff-ffffffffffff"));
}

void TestHash::systemRandomDiffers()
{
    crypto::SystemRandom random;
    QCOMPARE(random.bytes(32).size(), 32);
    QVERIFY(random.bytes(32) != random.bytes(32));
}

QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
