#include "tokens/jwt.h"

#include "tokenmaker.h"

#include <QtTest>

using namespace poolscope;
using namespace poolscope::tokens;
using testing::encoded;

namespace {

// RFC 7519 section 3.1.
const QByteArray rfcHeader = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
const QByteArray rfcPayload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const QByteArray rfcSignature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const QByteArray rfcToken = rfcHeader + '.' + rfcPayload + '.' + rfcSignature;

} // namespace

class TestJwt final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheRfcExample();
    void keepsBytesAndOrder();
    void reportsDuplicates();
    void refuses_data();
    void refuses();
    void showsWhatCouldBeRead();
    void readsAMegabyte();
    void extracts_data();
    void extracts();
    void extractsFromRubbish_data();
    void extractsFromRubbish();
};

void TestJwt::readsTheRfcExample()
{
    const auto jwt = parseJwt(rfcToken);
    QVERIFY(jwt.has_value());
    QCOMPARE(jwt->headerBytes, QByteArray("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"));
    QCOMPARE(jwt->payloadBytes,
             QByteArray("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"));
    QCOMPARE(jwt->algorithm(), QStringLiteral("HS256"));
    QCOMPARE(jwt->payload.root.value(u"exp").toInteger(), std::optional<qint64>(1300819380));
    QCOMPARE(jwt->signature.size(), 32);
    QCOMPARE(jwt->signingInput().toByteArray(), rfcHeader + '.' + rfcPayload);
    QVERIFY(jwt->headerRange == (ByteRange{0, rfcHeader.size()}));
    QVERIFY(jwt->payloadRange == (ByteRange{rfcHeader.size() + 1, rfcPayload.size()}));
    QVERIFY(jwt->signatureRange == (ByteRange{rfcHeader.size() + rfcPayload.size() + 2, rfcSignature.size()}));
}

void TestJwt::keepsBytesAndOrder()
{
    const QByteArray payload = R"({ "z": 1.10, "a": 12345678901234567890, "m": "é" })";
    const auto jwt = parseJwt(encoded("{}") + '.' + encoded(payload) + '.');
    QVERIFY(jwt.has_value());
    QCOMPARE(jwt->payloadBytes, payload);
    QCOMPARE(jwt->payload.root.members().at(0).value.numberText(), QByteArray("1.10"));
    QCOMPARE(jwt->payload.root.members().at(1).value.numberText(), QByteArray("12345678901234567890"));
    QCOMPARE(jwt->payload.root.members().at(2).name, QStringLiteral("m"));
    QVERIFY(jwt->signature.isEmpty());
    QVERIFY(jwt->algorithm().isEmpty());
}

void TestJwt::reportsDuplicates()
{
    const auto jwt =
        parseJwt(encoded(R"({"alg":"RS256","alg":"none"})") + '.' + encoded(R"({"a":{"b":1,"b":2}})") + '.');
    QVERIFY(jwt.has_value());
    QCOMPARE(jwt->header.duplicates, QStringList{QStringLiteral("/alg")});
    QCOMPARE(jwt->payload.duplicates, QStringList{QStringLiteral("/a/b")});
}

void TestJwt::refuses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("part");
    const QByteArray good = encoded("{}");
    const int header = static_cast<int>(TokenPart::Header);
    const int payload = static_cast<int>(TokenPart::Payload);
    const int signature = static_cast<int>(TokenPart::Signature);
    const auto row = [](const char *name, const QByteArray &token, const char *code, int part) {
        QTest::newRow(name) << token << QString::fromLatin1(code) << part;
    };
    row("empty", {}, "Empty", header);
    row("one part", good, "WrongParts", header);
    row("two parts", good + '.' + good, "WrongParts", header);
    row("four parts", good + '.' + good + ".A.A", "WrongParts", header);
    row("five parts", good + ".A.A.A.A", "Encrypted", header);
    row("six parts", good + ".A.A.A.A.A", "WrongParts", header);
    row("only dots", "..", "BadJson", header);
    row("padding in the header", "e30=." + good + ".AA", "BadBase64Url", header);
    row("spare bits in the payload", good + ".e31.AA", "BadBase64Url", payload);
    row("blank in the signature", good + '.' + good + ".A A", "BadBase64Url", signature);
    row("newline at the end", good + '.' + good + ".AA\n", "BadBase64Url", signature);
    row("plus in the signature", good + '.' + good + ".A+", "BadBase64Url", signature);
    row("payload cut off", good + '.' + encoded("{\"a\":1}").chopped(2) + ".AA", "BadJson", payload);
    row("invalid UTF-8", good + '.' + encoded("{\"a\":\"\xff\"}") + ".AA", "BadUtf8", payload);
    row("overlong UTF-8", good + '.' + encoded("{\"a\":\"\xc0\xaf\"}") + ".AA", "BadUtf8", payload);
    row("a byte order mark", good + '.' + encoded("\xef\xbb\xbf{}") + ".AA", "BadJson", payload);
    row("a lone surrogate", good + '.' + encoded(R"({"a":"\ud800"})") + ".AA", "BadJson", payload);
    row("something after the object", encoded("{} x") + '.' + good + ".AA", "BadJson", header);
    row("an array", encoded("[]") + '.' + good + ".AA", "NotAnObject", header);
    row("a string", good + '.' + encoded("\"x\"") + ".AA", "NotAnObject", payload);
    row("100,000 levels", good + '.' + encoded(QByteArray(100'000, '[')) + ".AA", "BadJson", payload);
    row("over 4 MB", QByteArray(maximumTokenSize + 1, 'A'), "TooLarge", header);
    row("a million dots", QByteArray(1'000'000, '.'), "WrongParts", header);
}

void TestJwt::refuses()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, code);
    const auto jwt = parseJwt(token);
    QVERIFY(!jwt.has_value());
    QCOMPARE(tokens::toString(jwt.error().code), code);
    QTEST(static_cast<int>(jwt.error().part), "part");
    QVERIFY(!jwt.error().message.isEmpty());
}

void TestJwt::showsWhatCouldBeRead()
{
    const auto jwt = parseJwt(rfcHeader + ".!!." + rfcSignature);
    QVERIFY(!jwt.has_value());
    QCOMPARE(jwt.error().decoded.algorithm(), QStringLiteral("HS256"));
    QCOMPARE(jwt.error().decoded.signature.size(), 32);
    QVERIFY(jwt.error().decoded.payloadBytes.isEmpty());
    QCOMPARE(jwt.error().decoded.text, rfcHeader + ".!!." + rfcSignature);
}

void TestJwt::readsAMegabyte()
{
    const QByteArray payload = "{\"a\":\"" + QByteArray(1'000'000, 'x') + "\"}";
    const auto jwt = parseJwt(encoded("{\"alg\":\"RS256\"}") + '.' + encoded(payload) + ".AA");
    QVERIFY(jwt.has_value());
    QCOMPARE(jwt->payload.root.value(u"a").toString().size(), 1'000'000);
}

void TestJwt::extracts_data()
{
    QTest::addColumn<QString>("pasted");
    const QString token = QString::fromLatin1(rfcToken);
    QTest::newRow("bare") << token;
    QTest::newRow("blanks around") << QStringLiteral("  \t") + token + QStringLiteral("\r\n");
    QTest::newRow("Bearer") << QStringLiteral("Bearer ") + token;
    QTest::newRow("header line") << QStringLiteral("Authorization: Bearer ") + token;
    QTest::newRow("lower case header") << QStringLiteral("authorization:bearer ") + token;
    QTest::newRow("JSON member") << QStringLiteral("\"IdToken\": \"%1\",").arg(token);
    QTest::newRow("single quotes") << QStringLiteral("'%1'").arg(token);
    QTest::newRow("curl") << QStringLiteral("curl -H 'Authorization: Bearer %1' https://example.com/api").arg(token);
    QTest::newRow("cookie") << QStringLiteral("idToken=%1; path=/").arg(token);
    QTest::newRow("fragment") << QStringLiteral("https://example.com/cb#id_token=%1&expires_in=3600").arg(token);
    QString broken = token;
    for (qsizetype i = 60; i < broken.size(); i += 61)
        broken.insert(i, u'\n');
    QTest::newRow("broken over lines") << broken;
    QTest::newRow("two tokens: the first") << token + u'\n' + token;
    QTest::newRow("byte order mark") << QString(QChar(0xfeff)) + token;
}

void TestJwt::extracts()
{
    QFETCH(QString, pasted);
    const PastedToken found = extractToken(pasted);
    QCOMPARE(found.token, rfcToken);
    QVERIFY(found.kind == PastedToken::Kind::Jwt);
}

void TestJwt::extractsFromRubbish_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<int>("kind");
    const auto kind = [](PastedToken::Kind value) { return static_cast<int>(value); };
    QTest::newRow("nothing") << QString() << kind(PastedToken::Kind::Nothing);
    QTest::newRow("blanks") << QStringLiteral(" \n\t ") << kind(PastedToken::Kind::Nothing);
    QTest::newRow("prose") << QStringLiteral("Hello. How are you. Fine") << kind(PastedToken::Kind::Unknown);
    QTest::newRow("refresh token") << QStringLiteral("Bearer eyJjdHkiOiJKV1QifQ.a.b.c.d")
                                   << kind(PastedToken::Kind::Encrypted);
    QTest::newRow("cut after the header") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9") << kind(PastedToken::Kind::Unknown);
    QTest::newRow("header with blanks inside")
        << QStringLiteral("eyAiYWxnIjogIm5vbmUiIH0.e30.") << kind(PastedToken::Kind::Jwt);
    QTest::newRow("Korean") << QStringLiteral("토큰입니다") << kind(PastedToken::Kind::Unknown);
}

void TestJwt::extractsFromRubbish()
{
    QFETCH(QString, pasted);
    QTEST(static_cast<int>(extractToken(pasted).kind), "kind");
}

QTEST_APPLESS_MAIN(TestJwt)
#include "tst_jwt.moc"
