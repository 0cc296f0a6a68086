#include "tokens/verifier.h"

#include "crypto/hash.h"
#include "tokenmaker.h"
#include "tokens/relativetime.h"

#include <QtTest>

#include <functional>

using namespace poolscope;
using namespace poolscope::tokens;
using namespace poolscope::testing;

namespace {

json::Value numberText(const char *text)
{
    return json::Value::number(text);
}

} // namespace

class TestVerifier final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void acceptsIdAndAccessTokens();
    void acceptsEveryExpectedIssuer();
    void failsByClaim_data();
    void failsByClaim();
    void failsByHeader_data();
    void failsByHeader();
    void failsByForm_data();
    void failsByForm();
    void everyDefectHasItsOwnText();
    void expiryCounts_data();
    void expiryCounts();
    void leewayIsGranted();
    void issuedInTheFuture_data();
    void issuedInTheFuture();
    void ignoresKeysThatTheTokenBrings();
    void withoutKeysNothingIsValid();
    void unusableKeysAreNamed();
    void alteredTokensFail();
    void oneMegabyteIsNeverValid();
    void relativeTimes_data();
    void relativeTimes();

private:
    Expectations expectations() const { return {.issuers = {issuer}, .clientId = clientId, .nowSeconds = now}; }
    QByteArray tokenOf(const json::Value &claims) const { return signedToken(m_key, header(), json::write(claims)); }
    void compareFailure(const QByteArray &token, const QString &check, const QString &code) const;
    QList<QByteArray> brokenTokens() const;

    crypto::RsaKey m_key;
    crypto::RsaKey m_otherKey;
    Jwks m_keys;
};

void TestVerifier::initTestCase()
{
    m_key = crypto::RsaKey::generate().value();
    m_otherKey = crypto::RsaKey::generate().value();
    m_keys = Jwks::parse("{\"keys\":[" + jwkText(m_key, "key1") + ',' + jwkText(m_otherKey, "key2") + "]}").value();
}

void TestVerifier::compareFailure(const QByteArray &token, const QString &check, const QString &code) const
{
    const Verdict verdict = verify(token, &m_keys, expectations());
    QVERIFY(!verdict.valid);
    QVERIFY(verdict.state == Verdict::State::Invalid);
    QCOMPARE(verdict.checks.size(), 12);
    QString first;
    for (const Check &one : verdict.checks) {
        QVERIFY(!one.title.isEmpty());
        QVERIFY(!one.detail.isEmpty());
        QCOMPARE(one.code.isEmpty(), one.outcome == Check::Outcome::Passed);
        if (first.isEmpty() && one.outcome == Check::Outcome::Failed) {
            first = tokens::toString(one.id);
            QCOMPARE(one.code, code);
            QCOMPARE(verdict.headline, one.detail);
        }
    }
    QCOMPARE(first, check);
}

void TestVerifier::acceptsIdAndAccessTokens()
{
    for (const json::Value &claims : {idClaims(), accessClaims()}) {
        const Verdict verdict = verify(tokenOf(claims), &m_keys, expectations());
        QVERIFY2(verdict.valid, qPrintable(verdict.headline));
        QVERIFY(verdict.state == Verdict::State::Valid);
        for (const Check &check : verdict.checks) {
            QVERIFY(check.outcome ==
                    (check.id == Check::Id::NotBefore ? Check::Outcome::NotChecked : Check::Outcome::Passed));
        }
    }
}

void TestVerifier::acceptsEveryExpectedIssuer()
{
    Expectations expected = expectations();
    expected.issuers += QStringLiteral("http://127.0.0.1:9229/us-east-1_AbCdEfGhI");
    for (const QString &one : std::as_const(expected.issuers)) {
        json::Value claims = idClaims();
        claims.set(QStringLiteral("iss"), one);
        QVERIFY(verify(tokenOf(claims), &m_keys, expected).valid);
    }
}

void TestVerifier::failsByClaim_data()
{
    QTest::addColumn<json::Value>("claims");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *claim, const std::optional<json::Value> &value, const char *check,
                        const char *code, json::Value claims = idClaims()) {
        claims.remove(QString::fromLatin1(claim));
        if (value)
            claims.set(QString::fromLatin1(claim), *value);
        QTest::newRow(name) << claims << QString::fromLatin1(check) << QString::fromLatin1(code);
    };
    const auto text = [](const char *value) { return json::Value(QString::fromLatin1(value)); };
    row("no iss", "iss", {}, "issuer", "IssuerMissing");
    row("iss is a list", "iss", json::Value::array(), "issuer", "IssuerMissing");
    row("another pool", "iss", text("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other"), "issuer",
        "IssuerWrong");
    row("slash at the end", "iss", json::Value(QString(issuer + u'/')), "issuer", "IssuerWrong");
    row("http", "iss", text("http://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI"), "issuer", "IssuerWrong");
    row("no aud", "aud", {}, "audience", "AudienceMissing");
    row("another client", "aud", text("other"), "audience", "AudienceWrong");
    row("aud is a list without us", "aud", json::Value(QList<json::Value>{text("other")}), "audience", "AudienceWrong");
    row("no client_id", "client_id", {}, "audience", "AudienceMissing", accessClaims());
    row("client_id is a list", "client_id", json::Value(QList<json::Value>{json::Value(clientId)}), "audience",
        "AudienceMissing", accessClaims());
    row("aud does not stand in for client_id", "client_id", text("other"), "audience", "AudienceWrong", accessClaims());
    row("no token_use", "token_use", {}, "tokenUse", "TokenUseUnknown");
    row("token_use refresh", "token_use", text("refresh"), "tokenUse", "TokenUseUnknown");
    row("token_use in capitals", "token_use", text("ID"), "tokenUse", "TokenUseUnknown");
    row("no exp", "exp", {}, "expiry", "ExpiryMissing");
    row("exp as string", "exp", text("1768484096"), "expiry", "ExpiryNotANumber");
    row("exp null", "exp", json::Value(), "expiry", "ExpiryNotANumber");
    row("exp true", "exp", json::Value(true), "expiry", "ExpiryNotANumber");
    row("exp huge", "exp", numberText("1e400"), "expiry", "ExpiryOutOfRange");
    row("exp in milliseconds", "exp", json::Value((now + 3600) * 1000), "expiry", "ExpiryOutOfRange");
    row("exp of 40 digits", "exp", numberText("1000000000000000000000000000000000000000"), "expiry",
        "ExpiryOutOfRange");
    row("exp negative", "exp", json::Value(-1), "expiry", "Expired");
    row("exp very negative", "exp", numberText("-1e300"), "expiry", "ExpiryOutOfRange");
    row("exp 0", "exp", json::Value(0), "expiry", "Expired");
    row("nbf in the future", "nbf", json::Value(now + 1), "notBefore", "NotYetValid");
    row("nbf as string", "nbf", text("1"), "notBefore", "NotBeforeInvalid");
    row("nbf huge", "nbf", numberText("9e99"), "notBefore", "NotBeforeInvalid");
}

void TestVerifier::failsByClaim()
{
    QFETCH(json::Value, claims);
    QFETCH(QString, check);
    QFETCH(QString, code);
    compareFailure(tokenOf(claims), check, code);
}

void TestVerifier::failsByHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *header, const char *check, const char *code) {
        QTest::newRow(name) << QByteArray(header) << QString::fromLatin1(check) << QString::fromLatin1(code);
    };
    row("no kid", R"({"alg":"RS256"})", "key", "KeyIdMissing");
    row("empty kid", R"({"alg":"RS256","kid":""})", "key", "KeyIdMissing");
    row("kid is a number", R"({"alg":"RS256","kid":1})", "key", "KeyIdMissing");
    row("unknown kid", R"({"alg":"RS256","kid":"key3"})", "key", "KeyUnknown");
    row("another key's kid", R"({"alg":"RS256","kid":"key2"})", "signature", "BadSignature");
    row("no alg", R"({"kid":"key1"})", "algorithm", "AlgorithmMissing");
    row("alg is a list", R"({"alg":["RS256"],"kid":"key1"})", "algorithm", "AlgorithmMissing");
    row("alg none", R"({"alg":"none","kid":"key1"})", "algorithm", "AlgorithmNone");
    row("alg nOnE", R"({"alg":"nOnE","kid":"key1"})", "algorithm", "AlgorithmNone");
    row("alg HS256", R"({"alg":"HS256","kid":"key1"})", "algorithm", "AlgorithmSymmetric");
    row("alg RS384", R"({"alg":"RS384","kid":"key1"})", "algorithm", "AlgorithmUnsupported");
    row("alg PS256", R"({"alg":"PS256","kid":"key1"})", "algorithm", "AlgorithmUnsupported");
    row("alg rs256", R"({"alg":"rs256","kid":"key1"})", "algorithm", "AlgorithmUnsupported");
    row("alg ES256", R"({"alg":"ES256","kid":"key1"})", "algorithm", "AlgorithmUnsupported");
    row("crit", R"({"alg":"RS256","kid":"key1","crit":["exp"]})", "members", "CriticalHeader");
    row("empty crit", R"({"alg":"RS256","kid":"key1","crit":[]})", "members", "CriticalHeader");
    row("alg twice", R"({"alg":"RS256","kid":"key1","alg":"RS256"})", "members", "DuplicateMembers");
}

void TestVerifier::failsByHeader()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, check);
    QFETCH(QString, code);
    compareFailure(signedToken(m_key, header, json::write(idClaims())), check, code);
}

void TestVerifier::failsByForm_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &token, const char *check, const char *code) {
        QTest::newRow(name) << token << QString::fromLatin1(check) << QString::fromLatin1(code);
    };
    const QByteArray good = tokenOf(idClaims());
    row("empty", {}, "form", "Empty");
    row("signature cut off", good.left(good.lastIndexOf('.')), "form", "WrongParts");
    row("signature empty", good.left(good.lastIndexOf('.') + 1), "signature", "SignatureLength");
    row("cut by two characters", good.chopped(2), "signature", "SignatureLength");
    row("cut by one character", good.chopped(1), "form", "BadBase64Url");
    row("refresh token", "eyJjdHkiOiJKV1QifQ.a.b.c.d", "form", "Encrypted");
    row("invalid UTF-8", signedToken(m_key, header(), "{\"sub\":\"\xff\"}"), "form", "BadUtf8");
    row("not JSON", signedToken(m_key, header(), "tru"), "form", "BadJson");
    row("array", signedToken(m_key, header(), "[]"), "form", "NotAnObject");
    row("exp twice", signedToken(m_key, header(), json::write(idClaims()).chopped(1) + ",\"exp\":1}"), "members",
        "DuplicateMembers");
    row("5 MB", QByteArray(5'000'000, 'A'), "size", "TooLarge");
    const QByteArray input = encoded(R"({"alg":"HS256","kid":"key1"})") + '.' + encoded(json::write(idClaims()));
    row("HS256 made with the public modulus", input + '.' + encoded(crypto::hmacSha256(m_key.modulus(), input)),
        "algorithm", "AlgorithmSymmetric");
    const QByteArray unsignedInput = encoded(R"({"alg":"none","kid":"key1"})") + '.' + encoded(json::write(idClaims()));
    row("none without signature", unsignedInput + '.', "algorithm", "AlgorithmNone");
}

void TestVerifier::failsByForm()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, check);
    QFETCH(QString, code);
    compareFailure(token, check, code);
}

QList<QByteArray> TestVerifier::brokenTokens() const
{
    const QByteArray good = tokenOf(idClaims());
    json::Value elsewhere = idClaims();
    elsewhere.set(QStringLiteral("iss"), QStringLiteral("https://example.com"));
    json::Value large = idClaims();
    large.set(QStringLiteral("x"), QString(1'000'000, u'x'));
    const QByteArray payload = json::write(idClaims());
    return {
        signedToken(m_key, R"({"alg":"none","kid":"key1"})", payload),
        signedToken(m_key, R"({"alg":"HS256","kid":"key1"})", payload),
        signedToken(m_key, R"({"alg":"RS256","kid":"other"})", payload),
        signedToken(m_key, R"({"alg":"RS256"})", payload),
        signedToken(m_key, R"({"alg":"RS256","kid":"key1","crit":["x"]})", payload),
        tokenOf(elsewhere),
        tokenOf(large),
        good.chopped(400),
        good.chopped(2),
        signedToken(m_otherKey, header(), payload),
        signedToken(m_key, header(), "{\"a\":\"\xff\"}"),
        signedToken(m_key, header(), payload.chopped(1) + ",\"sub\":\"x\"}"),
    };
}

void TestVerifier::everyDefectHasItsOwnText()
{
    QSet<QString> headlines;
    const QList<QByteArray> tokens = brokenTokens();
    for (const QByteArray &token : tokens) {
        const Verdict verdict = verify(token, &m_keys, expectations());
        QVERIFY(!verdict.valid);
        headlines += verdict.headline;
    }
    QCOMPARE(headlines.size(), tokens.size());
}

void TestVerifier::expiryCounts_data()
{
    QTest::addColumn<json::Value>("exp");
    QTest::addColumn<bool>("valid");
    QTest::newRow("a second ahead") << json::Value(now + 1) << true;
    QTest::newRow("this very second") << json::Value(now) << false;
    QTest::newRow("a second ago") << json::Value(now - 1) << false;
    QTest::newRow("half a second ahead") << numberText("1768480496.5") << true;
    QTest::newRow("half a second ago") << numberText("1768480495.5") << false;
    QTest::newRow("with an exponent") << numberText("1.768480497e9") << true;
}

void TestVerifier::expiryCounts()
{
    QFETCH(json::Value, exp);
    json::Value claims = idClaims();
    claims.set(QStringLiteral("exp"), exp);
    QTEST(verify(tokenOf(claims), &m_keys, expectations()).valid, "valid");
}

void TestVerifier::leewayIsGranted()
{
    json::Value claims = idClaims();
    claims.set(QStringLiteral("exp"), now - 5);
    claims.set(QStringLiteral("nbf"), now + 5);
    Expectations expected = expectations();
    expected.leewaySeconds = 5;
    QVERIFY(!verify(tokenOf(claims), &m_keys, expected).valid); // exp is on its last second
    expected.leewaySeconds = 6;
    QVERIFY(verify(tokenOf(claims), &m_keys, expected).valid);
}

void TestVerifier::issuedInTheFuture_data()
{
    QTest::addColumn<json::Value>("iat");
    QTest::addColumn<QString>("code");
    QTest::newRow("an hour ago") << json::Value(now - 3600) << QString();
    QTest::newRow("now") << json::Value(now) << QString();
    QTest::newRow("what clocks and travelling answers make up for") << json::Value(now + 60) << QString();
    QTest::newRow("later") << json::Value(now + 61) << QStringLiteral("IssuedInTheFuture");
    QTest::newRow("no date") << json::Value(QStringLiteral("now")) << QStringLiteral("IssueInvalid");
}

// Said, and not refused: no library refuses it.
void TestVerifier::issuedInTheFuture()
{
    QFETCH(json::Value, iat);
    json::Value claims = idClaims();
    claims.set(QStringLiteral("iat"), iat);
    const Verdict verdict = verify(tokenOf(claims), &m_keys, expectations());
    QVERIFY(verdict.valid);
    QTEST(verdict.find(Check::Id::IssuedAt)->code, "code");
}

void TestVerifier::ignoresKeysThatTheTokenBrings()
{
    const QByteArray own =
        R"({"alg":"RS256","kid":"key1","jku":"https://example.com/keys","jwk":)" + jwkText(m_otherKey, "key1") + '}';
    const QByteArray payload = json::write(idClaims());
    QVERIFY(!verify(signedToken(m_otherKey, own, payload), &m_keys, expectations()).valid);
    const Verdict verdict = verify(signedToken(m_key, own, payload), &m_keys, expectations());
    QVERIFY(verdict.valid);
    QVERIFY(verdict.find(Check::Id::Key)->detail.contains(QStringLiteral("jwk")));
}

void TestVerifier::withoutKeysNothingIsValid()
{
    const Verdict verdict = verify(tokenOf(idClaims()), nullptr, expectations());
    QVERIFY(!verdict.valid);
    QVERIFY(verdict.state == Verdict::State::Unverified);
    QCOMPARE(verdict.find(Check::Id::Key)->code, QStringLiteral("KeysNotAtHand"));
    QVERIFY(verdict.find(Check::Id::Signature)->outcome == Check::Outcome::NotChecked);
    json::Value claims = idClaims();
    claims.set(QStringLiteral("exp"), now - 100);
    QVERIFY(verify(tokenOf(claims), nullptr, expectations()).state == Verdict::State::Invalid);
    const Jwks none;
    QVERIFY(verify(tokenOf(idClaims()), &none, expectations()).state == Verdict::State::Invalid);
    const Verdict bare = verify(tokenOf(idClaims()), &m_keys, {.nowSeconds = now});
    QVERIFY(bare.find(Check::Id::Issuer)->outcome == Check::Outcome::NotChecked);
    QVERIFY(bare.find(Check::Id::Audience)->outcome == Check::Outcome::NotChecked);
}

void TestVerifier::unusableKeysAreNamed()
{
    const Jwks keys = Jwks::parse("{\"keys\":[" + jwkText(m_key, "key1") + ',' + jwkText(m_key, "key1") + "]}").value();
    const Verdict verdict = verify(tokenOf(idClaims()), &keys, expectations());
    QVERIFY(!verdict.valid);
    QCOMPARE(verdict.find(Check::Id::Key)->code, QStringLiteral("KeyUnusable"));
    QVERIFY(verdict.find(Check::Id::Signature)->outcome == Check::Outcome::NotChecked);
}

void TestVerifier::alteredTokensFail()
{
    const QByteArray good = tokenOf(idClaims());
    for (qsizetype i = 0; i < good.size(); i += 7) {
        QByteArray bad = good;
        bad[i] = bad.at(i) == 'A' ? 'B' : 'A';
        QVERIFY2(!verify(bad, &m_keys, expectations()).valid, qPrintable(QString::number(i)));
    }
    for (qsizetype length = 0; length < good.size(); length += 3)
        QVERIFY(!verify(good.left(length), &m_keys, expectations()).valid);
}

void TestVerifier::oneMegabyteIsNeverValid()
{
    json::Value claims = idClaims();
    claims.set(QStringLiteral("x"), QString(1'000'000, u'x'));
    compareFailure(tokenOf(claims), QStringLiteral("size"), QStringLiteral("TooLarge"));
}

void TestVerifier::relativeTimes_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << qint64(0) << QStringLiteral("now");
    QTest::newRow("in 30 s") << qint64(30) << QStringLiteral("in 30 s");
    QTest::newRow("in 58 min") << qint64(59 * 60 - 1) << QStringLiteral("in 58 min");
    QTest::newRow("in 3 h") << qint64(3 * 3600) << QStringLiteral("in 3 h");
    QTest::newRow("in 30 days") << qint64(30 * 86400) << QStringLiteral("in 30 days");
    QTest::newRow("in 10 years") << qint64(10LL * 365 * 86400) << QStringLiteral("in 10 years");
    QTest::newRow("4 min ago") << qint64(-4 * 60 - 3) << QStringLiteral("4 min ago");
    QTest::newRow("5 s ago") << qint64(-5) << QStringLiteral("5 s ago");
    QTest::newRow("3 h ago") << qint64(-3 * 3600) << QStringLiteral("3 h ago");
    QTest::newRow("5 days ago") << qint64(-5 * 86400) << QStringLiteral("5 days ago");
    QTest::newRow("2 years ago") << qint64(-2LL * 365 * 86400) << QStringLiteral("2 years ago");
}

void TestVerifier::relativeTimes()
{
    QFETCH(qint64, seconds);
    QTEST(relativeTime(seconds), "expected");
    const QDateTime time = QDateTime::fromSecsSinceEpoch(now, Qt::UTC);
    QTEST(relativeTime(time.addSecs(seconds), time), "expected");
}

QTEST_APPLESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
