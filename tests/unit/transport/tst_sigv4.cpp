#include "support/vectors.h"
#include "transport/sigv4.h"
#include "json/reader.h"

#include <QDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::transport;

namespace {

QByteArray fileContents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Case
{
    json::Value context;
    SignableRequest request;
    QByteArray requestHead;

    SigningCredentials credentials() const
    {
        const json::Value keys = context.value(u"credentials");
        return {keys.value(u"access_key_id").toString(), keys.value(u"secret_access_key").toString(),
                keys.value(u"token").toString()};
    }
    SigV4Options options() const
    {
        return {.normalizePath = context.value(u"normalize").toBool(),
                .bodyHashHeader = context.value(u"sign_body").toBool(),
                .signSessionToken = !context.value(u"omit_session_token").toBool()};
    }
    Signature sign() const
    {
        const SigV4Signer signer(context.value(u"region").toString(), context.value(u"service").toString(), options());
        const QDateTime time = QDateTime::fromString(context.value(u"timestamp").toString(), Qt::ISODate);
        return signer.sign(request, credentials(), time.toSecsSinceEpoch());
    }
};

Case readCase(const QString &folder)
{
    Case result;
    result.context = json::read(fileContents(folder + QStringLiteral("/context.json"))).value().root;
    const QByteArray text = fileContents(folder + QStringLiteral("/request.txt"));
    const qsizetype end = text.indexOf("\n\n");
    result.requestHead = end < 0 ? text : text.first(end);
    result.request.body = end < 0 ? QByteArray() : text.sliced(end + 2);

    QList<QByteArray> lines = result.requestHead.split('\n');
    // The target may hold blanks: it is what stands between the first and the last one.
    const QByteArray requestLine = lines.takeFirst();
    const qsizetype first = requestLine.indexOf(' ');
    const QByteArray target = requestLine.sliced(first + 1, requestLine.lastIndexOf(' ') - first - 1);
    result.request.method = requestLine.first(first);
    result.request.path = target.split('?').first();
    result.request.query = target.contains('?') ? target.sliced(target.indexOf('?') + 1) : QByteArray();
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.startsWith(' ')) {
            result.request.headers.last().value += '\n' + line;
        } else if (!line.isEmpty()) {
            const qsizetype colon = line.indexOf(':');
            result.request.headers.append({line.first(colon), line.sliced(colon + 1)});
        }
    }
    return result;
}

} // namespace

class TestSigV4 : public QObject
{
    Q_OBJECT

private slots:
    void suite_data();
    void suite();
    void suiteIsWhole();
    void exampleOfTheDocumentation();
    void everyAttemptIsSignedAnew();
    void secretsStayOut();
};

void TestSigV4::suite_data()
{
    QTest::addColumn<QString>("folder");
    const QString root = tests::vectorsFolder() + QStringLiteral("/sigv4/");
    const QStringList names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << root + name;
    if (names.isEmpty())
        QTest::newRow("no vectors") << QString();
}

void TestSigV4::suite()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("sigv4"));
    QFETCH(QString, folder);
    const Case vector = readCase(folder);
    const Signature signature = vector.sign();

    QCOMPARE(signature.canonicalRequest, fileContents(folder + QStringLiteral("/header-canonical-request.txt")));
    QCOMPARE(signature.stringToSign, fileContents(folder + QStringLiteral("/header-string-to-sign.txt")));
    QCOMPARE(signature.hex, fileContents(folder + QStringLiteral("/header-signature.txt")));

    QByteArray signedRequest = vector.requestHead.trimmed();
    for (const HttpHeader &header : signature.headers)
        signedRequest += '\n' + header.name + ':' + header.value;
    QCOMPARE(signedRequest + "\n\n" + vector.request.body,
             fileContents(folder + QStringLiteral("/header-signed-request.txt")));
}

void TestSigV4::suiteIsWhole()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("sigv4"));
    QCOMPARE(QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 38);
}

// Runs without the vectors: the well-known values of the suite's first case.
void TestSigV4::exampleOfTheDocumentation()
{
    const SigV4Signer signer(QStringLiteral("us-east-1"), QStringLiteral("service"));
    const SigningCredentials keys{
        QStringLiteral("AKIDEXAMPLE"), QStringLiteral("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), {}};
    const Signature signature =
        signer.sign({.method = "GET", .path = "/", .headers = {{"Host", "example.amazonaws.com"}}}, keys, 1440938160);
    QCOMPARE(signature.hex, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
}

void TestSigV4::everyAttemptIsSignedAnew()
{
    const SigV4Signer signer(QStringLiteral("eu-west-1"), QStringLiteral("cognito-idp"));
    const SigningCredentials keys{QStringLiteral("AKID"), QStringLiteral("key"), {}};
    const SignableRequest request{.method = "POST", .path = "/", .headers = {{"Host", "h"}}, .body = "{}"};
    const Signature first = signer.sign(request, keys, 1'700'000'000);
    const Signature second = signer.sign(request, keys, 1'700'000'001);
    QCOMPARE(first.headers.first(), (HttpHeader{"X-Amz-Date", "20231114T221320Z"}));
    QCOMPARE(second.headers.first(), (HttpHeader{"X-Amz-Date", "20231114T221321Z"}));
    QVERIFY(first.hex != second.hex);
    QCOMPARE(signer.sign(request, keys, 1'700'000'000).hex, first.hex);
}

void TestSigV4::secretsStayOut()
{
    const SigV4Signer signer(QStringLiteral("eu-west-1"), QStringLiteral("cognito-idp"));
    const SigningCredentials keys{QStringLiteral("AKID"), QStringLiteral("planted-key"),
                                  QStringLiteral("planted-token")};
    const Signature signature =
        signer.sign({.method = "POST", .path = "/", .headers = {{"Host", "h"}}, .body = "{}"}, keys, 1'700'000'000);
    QVERIFY(!signature.canonicalRequest.contains("planted-key"));
    QVERIFY(!signature.stringToSign.contains("planted"));
    QVERIFY(!signature.headers.last().value.contains("planted"));
}

QTEST_GUILESS_MAIN(TestSigV4)
#include "tst_sigv4.moc"
