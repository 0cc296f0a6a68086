#include "tokens/jwks.h"

#include "tokenmaker.h"

#include <QtTest>

using namespace poolscope;
using namespace poolscope::tokens;
using testing::encoded;
using testing::jwkText;

namespace {

QByteArray setOf(const QList<QByteArray> &keys)
{
    return "{\"keys\":[" + keys.join(',') + "]}";
}

// RFC 7517 appendix A.1.
const char rfcSet[] =
    R"({"keys":[{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",)"
    R"("y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"},)"
    R"({"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6)"
    R"(tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2Qv)"
    R"(zqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lF)"
    R"(d2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256",)"
    R"("kid":"2011-04-29"}]})";

} // namespace

class TestJwks final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsTheRfcExample();
    void readsAPoolsSet();
    void refusesSets_data();
    void refusesSets();
    void refusesKeys_data();
    void refusesKeys();
    void duplicateKidsVerifyNothing();
    void keyWithoutKidIsNeverFound();

private:
    crypto::RsaKey m_key;
    crypto::RsaKey m_weakKey;
};

void TestJwks::initTestCase()
{
    m_key = crypto::RsaKey::generate().value();
    m_weakKey = crypto::RsaKey::generate(1024).value();
}

void TestJwks::readsTheRfcExample()
{
    const auto keys = Jwks::parse(rfcSet);
    QVERIFY(keys.has_value());
    QCOMPARE(keys->keys().size(), 2);
    const Jwk *const rsa = keys->find(u"2011-04-29");
    QVERIFY(rsa && rsa->isUsable());
    QCOMPARE(rsa->key.bits(), 2048);
    const Jwk *const ec = keys->find(u"1");
    QVERIFY(ec && !ec->isUsable()); // it is there for encryption
    QCOMPARE(keys->problems().size(), 1);
    QVERIFY(!keys->find(u"2"));
}

void TestJwks::readsAPoolsSet()
{
    const auto keys = Jwks::parse(setOf({jwkText(m_key, "a="), jwkText(m_key, "b=")}));
    QVERIFY(keys.has_value());
    QVERIFY(keys->problems().isEmpty());
    QVERIFY(keys->find(u"a=")->isUsable());
    QCOMPARE(keys->find(u"b=")->alg, QStringLiteral("RS256"));
}

void TestJwks::refusesSets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html></html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no keys") << QByteArray("{}");
    QTest::newRow("keys is an object") << QByteArray("{\"keys\":{}}");
    QTest::newRow("keys twice") << QByteArray("{\"keys\":[],\"keys\":[]}");
    QTest::newRow("n twice within a key") << setOf({jwkText(m_key, "a", ",\"n\":\"AQAB\"")});
    QTest::newRow("over 1 MB") << "{\"keys\":[],\"x\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
}

void TestJwks::refusesSets()
{
    QFETCH(QByteArray, text);
    const auto keys = Jwks::parse(text);
    QVERIFY(!keys.has_value());
    QVERIFY(!keys.error().isEmpty());
}

void TestJwks::refusesKeys_data()
{
    QTest::addColumn<QByteArray>("key");
    const QByteArray n = encoded(m_key.modulus());
    const auto rsa = [](const QByteArray &modulus, const char *more) {
        return "{\"kid\":\"k\",\"kty\":\"RSA\",\"n\":\"" + modulus + "\"," + more + "}";
    };
    QTest::newRow("for encryption") << rsa(n, R"("e":"AQAB","use":"enc")");
    QTest::newRow("use is a number") << rsa(n, R"("e":"AQAB","use":1)");
    QTest::newRow("key_ops without verify") << rsa(n, R"("e":"AQAB","key_ops":["encrypt"])");
    QTest::newRow("key_ops is empty") << rsa(n, R"("e":"AQAB","key_ops":[])");
    QTest::newRow("key_ops is a string") << rsa(n, R"("e":"AQAB","key_ops":"verify")");
    QTest::newRow("1024 bits") << jwkText(m_weakKey, "k");
    QTest::newRow("exponent 65536") << rsa(n, R"("e":"AQAA")");
    QTest::newRow("exponent 2") << rsa(n, R"("e":"Ag")");
    QTest::newRow("exponent 1") << rsa(n, R"("e":"AQ")");
    QTest::newRow("no exponent") << rsa(n, R"("alg":"RS256")");
    QTest::newRow("exponent with padding") << rsa(n, R"("e":"AQ==")");
    QTest::newRow("modulus with blanks") << rsa(n + ' ', R"("e":"AQAB")");
    QTest::newRow("modulus is a number") << QByteArray(R"({"kid":"k","kty":"RSA","n":1,"e":"AQAB"})");
    QTest::newRow("a secret") << QByteArray(R"({"kid":"k","kty":"oct","k":"AAAA"})");
    QTest::newRow("no type") << QByteArray(R"({"kid":"k"})");
    QTest::newRow("EC without curve") << QByteArray(R"({"kid":"k","kty":"EC","x":"AA","y":"AA"})");
    QTest::newRow("EC beside its curve") << QByteArray(R"({"kid":"k","kty":"EC","crv":"P-256",)"
                                                       R"("x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                                                       R"("y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"})");
}

void TestJwks::refusesKeys()
{
    QFETCH(QByteArray, key);
    const auto keys = Jwks::parse(setOf({key}));
    QVERIFY2(keys.has_value(), "one bad key must not spoil the set");
    const Jwk *const found = keys->find(u"k");
    QVERIFY(found);
    QVERIFY(!found->isUsable());
    QVERIFY(!found->problem.isEmpty());
    QCOMPARE(keys->problems().size(), 1);
}

void TestJwks::duplicateKidsVerifyNothing()
{
    const auto keys = Jwks::parse(setOf({jwkText(m_key, "same"), jwkText(m_key, "other"), jwkText(m_key, "same")}));
    QVERIFY(keys.has_value());
    QVERIFY(!keys->find(u"same")->isUsable());
    QVERIFY(keys->find(u"other")->isUsable());
    QCOMPARE(keys->problems().size(), 2);
}

void TestJwks::keyWithoutKidIsNeverFound()
{
    const auto keys = Jwks::parse(setOf({jwkText(m_key, "")}));
    QVERIFY(keys.has_value());
    QVERIFY(!keys->find(u""));
    QVERIFY(!keys->find({}));
    const auto scalars = Jwks::parse(R"({"keys":[1,"x",null,[]]})");
    QVERIFY(scalars.has_value());
    QCOMPARE(scalars->problems().size(), 4);
}

QTEST_APPLESS_MAIN(TestJwks)
#include "tst_jwks.moc"
