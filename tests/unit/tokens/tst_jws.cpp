#include "tokens/jws.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace poolscope;
using namespace poolscope::tokens;

namespace {

json::Value jwkFrom(const char *text)
{
    const auto document = json::read(text);
    return document ? document->root : json::Value();
}

// Where we differ from the labels on purpose, and why.
const QMap<int, const char *> &waived()
{
    static const QMap<int, const char *> reasons{
        {346, "the key's alg differs from the header's"},
        {347, "the key's alg differs from the header's"},
        {350, "the key's alg differs from the header's"},
        {351, "the key's alg differs from the header's"},
        {367, "the token is byte for byte one that is labelled valid"},
        {370, "the token is byte for byte one that is labelled valid"},
        {372, "a question mark stands inside the base64"},
        {373, "a question mark stands inside the base64"},
    };
    return reasons;
}

const char rfcPayload[] =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

const char rfcRsaKey[] =
    R"({"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-)"
    R"(Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg)"
    R"(0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5Zw)"
    R"(Kh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"})";
const char rfcEcKey[] = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                        R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
const char rfcSecret[] =
    R"({"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"})";

const char rfcRsaSignature[] =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t"
    "1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12j"
    "zDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQ"
    "Ge77Rw";
const char rfcEcSignature[] = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

QByteArray token(const char *header, const char *signature)
{
    return QByteArray(header) + '.' + rfcPayload + '.' + signature;
}

} // namespace

class TestJws final : public QObject
{
    Q_OBJECT

private slots:
    void rfc7515_data();
    void rfc7515();
    void wycheproof();
    void namesEveryResult();
};

void TestJws::rfc7515_data()
{
    QTest::addColumn<QByteArray>("compact");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("result");
    const char hs256[] = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
    const char rs256[] = "eyJhbGciOiJSUzI1NiJ9";
    const char es256[] = "eyJhbGciOiJFUzI1NiJ9";
    const char none[] = "eyJhbGciOiJub25lIn0";
    const char hsSignature[] = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const auto row = [](const char *name, const QByteArray &compact, const char *key, const char *result) {
        QTest::newRow(name) << compact << QByteArray(key) << QString::fromLatin1(result);
    };
    row("A.1 HS256", token(hs256, hsSignature), rfcSecret, "Valid");
    row("A.2 RS256", token(rs256, rfcRsaSignature), rfcRsaKey, "Valid");
    row("A.3 ES256", token(es256, rfcEcSignature), rfcEcKey, "Valid");
    row("A.5 none", token(none, ""), rfcRsaKey, "AlgorithmNone");
    row("none with a secret", token(none, ""), rfcSecret, "AlgorithmNone");
    row("NoNe", token("eyJhbGciOiJOb05lIn0", ""), rfcRsaKey, "AlgorithmNone");
    row("HS256 against an RSA key", token(hs256, hsSignature), rfcRsaKey, "AlgorithmSymmetric");
    row("HS256 against an EC key", token(hs256, hsSignature), rfcEcKey, "AlgorithmSymmetric");
    row("RS256 against a secret", token(rs256, rfcRsaSignature), rfcSecret, "AlgorithmMismatch");
    row("RS256 against an EC key", token(rs256, rfcRsaSignature), rfcEcKey, "AlgorithmMismatch");
    row("ES256 against an RSA key", token(es256, rfcEcSignature), rfcRsaKey, "AlgorithmMismatch");
    row("another's signature", token(rs256, rfcEcSignature), rfcRsaKey, "BadSignature");
    row("no signature", token(rs256, ""), rfcRsaKey, "BadSignature");
    row("E.: crit",
        token("eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiaHR0cDovL2V4YW1wbGUuY29tL1VOREVGSU5FRCJdfQ", rfcRsaSignature), rfcRsaKey,
        "CriticalHeader");
    row("no alg", token("e30", rfcRsaSignature), rfcRsaKey, "AlgorithmMissing");
    row("alg is a number", token("eyJhbGciOjF9", rfcRsaSignature), rfcRsaKey, "AlgorithmMissing");
    row("alg twice", token("eyJhbGciOiJSUzI1NiIsImFsZyI6IlJTMjU2In0", rfcRsaSignature), rfcRsaKey, "Malformed");
    row("unknown alg", token("eyJhbGciOiJFZERTQSJ9", rfcRsaSignature), rfcRsaKey, "AlgorithmUnsupported");
    row("short secret", token(hs256, hsSignature), R"({"kty":"oct","k":"AAAA"})", "KeyUnusable");
    row("null key", token(rs256, rfcRsaSignature), "null", "KeyUnusable");
    row("two parts", QByteArray(rs256) + '.' + rfcPayload, rfcRsaKey, "Malformed");
    row("four parts", token(rs256, rfcRsaSignature) + ".A", rfcRsaKey, "Malformed");
}

void TestJws::rfc7515()
{
    QFETCH(QByteArray, compact);
    QFETCH(QByteArray, key);
    const JwsVerification verification = verifyJws(compact, jwkFrom(key.constData()));
    QTEST(tokens::toString(verification.result), "result");
    QCOMPARE(verification.payload.isEmpty(), !verification.isValid());
}

void TestJws::wycheproof()
{
    const QString folder = qEnvironmentVariable("POOLSCOPE_VECTORS");
    if (folder.isEmpty())
        QSKIP("POOLSCOPE_VECTORS is not set: the Wycheproof vectors are not at hand.");
    QFile file(folder + QLatin1StringView("/wycheproof/json_web_signature_test.json"));
    QVERIFY2(file.open(QIODevice::ReadOnly), "POOLSCOPE_VECTORS has no wycheproof/json_web_signature_test.json");
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    int agreed = 0;
    int seen = 0;
    for (const QJsonValue group : all[QLatin1StringView("testGroups")].toArray()) {
        const bool isPublic = group[QLatin1StringView("public")].isObject();
        const QJsonValue key = group[isPublic ? QLatin1StringView("public") : QLatin1StringView("private")];
        const auto jwk = json::read(QJsonDocument(key.toObject()).toJson());
        QVERIFY(jwk.has_value());
        for (const QJsonValue test : group[QLatin1StringView("tests")].toArray()) {
            const int id = test[QLatin1StringView("tcId")].toInt();
            const QJsonValue jws = test[QLatin1StringView("jws")];
            const QByteArray text = jws.isString() ? jws.toString().toUtf8() : QJsonDocument(jws.toObject()).toJson();
            const JwsVerification verification = verifyJws(text, jwk->root);
            const bool labelledValid = test[QLatin1StringView("result")].toString() == QLatin1StringView("valid");
            const bool agrees = verification.isValid() == labelledValid;
            const QString about =
                QStringLiteral("test %1 (%2): %3")
                    .arg(id)
                    .arg(test[QLatin1StringView("comment")].toString(), tokens::toString(verification.result));
            QVERIFY2(agrees != waived().contains(id), qPrintable(about));
            agreed += agrees;
            ++seen;
        }
    }
    QCOMPARE(seen, 401);
    QCOMPARE(agreed, 393);
}

void TestJws::namesEveryResult()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(JwsResult::BadSignature); ++i)
        names += tokens::toString(static_cast<JwsResult>(i));
    QCOMPARE(names.size(), static_cast<int>(JwsResult::BadSignature) + 1);
    QVERIFY(!names.contains(QString()));
}

QTEST_APPLESS_MAIN(TestJws)
#include "tst_jws.moc"
