#include "core/redaction.h"

#include <QTest>

using namespace poolscope;

class TestRedaction final : public QObject
{
    Q_OBJECT

private slots:
    void hidesSecrets_data();
    void hidesSecrets();
    void keepsTheRest();
};

void TestRedaction::hidesSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const QString jwt = QStringLiteral("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl");
    QTest::newRow("token in a sentence") << QStringLiteral("got %1 from the server").arg(jwt) << jwt;
    QTest::newRow("JWE with five parts") << QStringLiteral("eyJjdHki.AbC.dEf.GhI.jKl") << QStringLiteral("GhI");
    QTest::newRow("access key id") << QStringLiteral("key AKIAIOSFODNN7EXAMPLE used")
                                   << QStringLiteral("AKIAIOSFODNN7EXAMPLE");
    QTest::newRow("authorization header")
        << QStringLiteral("Authorization: AWS4-HMAC-SHA256 Credential=abc") << QStringLiteral("Credential=abc");
    QTest::newRow("password in JSON") << QStringLiteral(R"({"Password": "Correct horse 1\" x"})")
                                      << QStringLiteral("Correct horse");
    QTest::newRow("rest of a password behind an escaped quote")
        << QStringLiteral(R"({"Password": "Correct horse 1\" battery"})") << QStringLiteral("battery");
    QTest::newRow("secret hash in JSON") << QStringLiteral(R"({"SECRET_HASH":"abc+/="})") << QStringLiteral("abc+/=");
    QTest::newRow("session in JSON") << QStringLiteral(R"({"Session":"AYABe"})") << QStringLiteral("AYABe");
    QTest::newRow("confirmation code") << QStringLiteral(R"({"ConfirmationCode":"564258"})")
                                       << QStringLiteral("564258");
    QTest::newRow("authorization code in a URL")
        << QStringLiteral("http://127.0.0.1:9000/cb?code=SECRET&state=x") << QStringLiteral("SECRET");
    QTest::newRow("client secret in a form")
        << QStringLiteral("client_secret=s3cr3t&grant_type=x") << QStringLiteral("s3cr3t");
    const QString sessionToken = QStringLiteral("IQoJb3JpZ2luX2VjEXAMPLE+/token==");
    QTest::newRow("session token in a canonical request")
        << QStringLiteral("POST\n/\n\nhost:x\nx-amz-security-token:%1\nx-amz-target:T\n").arg(sessionToken)
        << sessionToken;
    QTest::newRow("the same in a body that was not read")
        << QStringLiteral("{\"message\":\"host:x\\nX-Amz-Security-Token:%1\\nx\"}").arg(sessionToken) << sessionToken;
    QTest::newRow("session token as a header")
        << QStringLiteral("X-Amz-Security-Token: %1").arg(sessionToken) << sessionToken;
    QTest::newRow("secret of an authenticator app")
        << QStringLiteral(R"({"SecretCode":"JBSWY3DP"})") << QStringLiteral("JBSWY3DP");
    QTest::newRow("a value that is long, and what stands behind it")
        << QStringLiteral(R"({"Password":"%1","Code":"564258"})").arg(QString(100'000, u'x'))
        << QStringLiteral("564258");
    QTest::newRow("a long value with escapes")
        << QStringLiteral(R"({"Password":"%1564258"})").arg(QStringLiteral("x\\n").repeated(100'000))
        << QStringLiteral("564258");
    QTest::newRow("SRP value") << QStringLiteral(R"({"SRP_A":"beef01"})") << QStringLiteral("beef01");
}

void TestRedaction::hidesSecrets()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const QString redacted = redactText(text);
    QVERIFY2(!redacted.contains(secret), qPrintable(redacted));
    QVERIFY2(redacted.contains(redactedMark()), qPrintable(redacted));
}

void TestRedaction::keepsTheRest()
{
    const QString harmless = QStringLiteral(R"({"Username":"sunny@example.com","Encode":"yes","zipcode=12":"x"})");
    QCOMPARE(redactText(harmless), harmless);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
