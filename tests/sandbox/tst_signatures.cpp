#include "httpcaller.h"
#include "sandbox/sandbox.h"
#include "sandbox/signatures.h"
#include "json/writer.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 signedAt = 1'795'000'000; // 2026-11-18T11:06:40Z
const QString home = u"us-east-1"_s;
const QString wrongSignature = u"InvalidSignatureException"_s;
const QString notTheSignature = wrongSignature + u": The signature is not the one that the secret key gives."_s;

QString notSigned(const QString &header)
{
    return wrongSignature + u": The header "_s + header + u" has to be signed."_s;
}

QString scopedTo(const QString &scope)
{
    return wrongSignature + u": The credential is scoped to "_s + scope + u", and this is cognito-idp in us-east-1."_s;
}
const QByteArray listUserPools = "AWSCognitoIdentityProviderService.ListUserPools";

// What a signer does, for a row to change.
struct Signing
{
    transport::SigningCredentials keys = sandboxKeys();
    QString region = home;
    QString service = u"cognito-idp"_s;
    QByteArray target = "/";
    QList<transport::HttpHeader> headers{
        {"Host", "127.0.0.1:9229"}, {"Content-Type", "application/x-amz-json-1.1"}, {"X-Amz-Target", listUserPools}};
    QList<transport::HttpHeader> added = {}; // sent with it, not signed
    transport::SigV4Options options = {};
};

httpserver::HttpRequest signedRequest(const Signing &signing)
{
    const QByteArray body = "{\"MaxResults\":1}";
    const QByteArray path = signing.target.split('?').first();
    const QByteArray query = signing.target.mid(path.size() + 1);
    const transport::SigV4Signer signer(signing.region, signing.service, signing.options);
    const transport::Signature signature =
        signer.sign({.method = "POST", .path = path, .query = query, .headers = signing.headers, .body = body},
                    signing.keys, signedAt);
    httpserver::HttpRequest request{.method = "POST",
                                    .target = signing.target,
                                    .path = QString::fromLatin1(path),
                                    .query = query,
                                    .headers = {{"User-Agent", "anything"}},
                                    .body = body};
    for (const transport::HttpHeader &header : signing.headers + signing.added + signature.headers)
        request.headers.append({header.name, header.value});
    return request;
}

QString refusalOf(const httpserver::HttpRequest &request)
{
    const auto problem = unverifiedSignature(request, home);
    return problem ? problem->code + u": "_s + problem->message : QString();
}

using Change = std::function<void(httpserver::HttpRequest &)>;

Change setHeader(const QByteArray &name, const QByteArray &value)
{
    return [=](httpserver::HttpRequest &request) {
        for (httpserver::Header &header : request.headers) {
            if (header.first.compare(name, Qt::CaseInsensitive) == 0)
                header.second = value;
        }
    };
}

Change addHeader(const QByteArray &name, const QByteArray &value)
{
    return [=](httpserver::HttpRequest &request) { request.headers.append({name, value}); };
}

} // namespace

// check-signatures=verified: a signature counts where the sandbox's own computation comes to the same.
class TestSignatures final : public QObject
{
    Q_OBJECT

private slots:
    void signer_data();
    void signer();
    void changedOnTheWay_data();
    void changedOnTheWay();
    void servedWhereItIsRight_data();
    void servedWhereItIsRight();
    void whereNoneIsNeeded_data();
    void whereNoneIsNeeded();
};

void TestSignatures::signer_data()
{
    QTest::addColumn<Signing>("signing");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("the sandbox's keys") << Signing{} << QString();
    Signing session;
    session.keys.sessionToken = u"a/session+token="_s;
    QTest::newRow("session token") << session << QString();
    session.options.signSessionToken = false;
    QTest::newRow("session token not signed") << session << notSigned(u"X-Amz-Security-Token"_s);
    QTest::newRow("query") << Signing{.target = "/?b=2&a=1%20x"} << QString();
    Signing more;
    more.headers.append(transport::HttpHeader{"X-Amz-User-Agent", "sdk  with   blanks"});
    more.options.bodyHashHeader = true;
    QTest::newRow("more headers signed") << more << QString();
    QTest::newRow("header not signed") << Signing{.added = {{"Accept", "*/*"}, {"X-Amzn-Trace-Id", "1"}}} << QString();
    QTest::newRow("X-Amz header not signed")
        << Signing{.added = {{"x-amz-user-agent", "sdk"}}} << notSigned(u"x-amz-user-agent"_s);
    Signing noTarget;
    noTarget.added = {noTarget.headers.takeLast()};
    QTest::newRow("operation not signed") << noTarget << notSigned(u"X-Amz-Target"_s);
    Signing noHost;
    noHost.added = {noHost.headers.takeFirst()};
    QTest::newRow("Host not signed") << noHost << notSigned(u"Host"_s);
    Signing secret;
    secret.keys.secretAccessKey = u"Sandbox"_s;
    QTest::newRow("another secret key") << secret << notTheSignature;
    Signing key;
    key.keys.accessKeyId = u"AKIDEXAMPLE"_s;
    QTest::newRow("another access key")
        << key
        << u"UnrecognizedClientException: The sandbox knows the access key \"sandbox\" only, "
           "not \"AKIDEXAMPLE\"."_s;
    QTest::newRow("another region") << Signing{.region = u"eu-west-1"_s} << scopedTo(u"cognito-idp in eu-west-1"_s);
    QTest::newRow("another service") << Signing{.service = u"cognito-identity"_s}
                                     << scopedTo(u"cognito-identity in us-east-1"_s);
}

void TestSignatures::signer()
{
    QFETCH(Signing, signing);
    QFETCH(QString, refusal);
    const httpserver::HttpRequest request = signedRequest(signing);
    QVERIFY(isWellFormedSignature(request.header("Authorization")));
    QCOMPARE(refusalOf(request), refusal);
}

void TestSignatures::changedOnTheWay_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("counts");
    QTest::newRow("nothing") << Change([](httpserver::HttpRequest &) {}) << true;
    QTest::newRow("header that is not signed") << setHeader("User-Agent", "changed") << true;
    QTest::newRow("blanks around a value") << setHeader("Content-Type", "  application/x-amz-json-1.1 ") << true;
    QTest::newRow("operation") << setHeader("X-Amz-Target", "AWSCognitoIdentityProviderService.DeleteUserPool")
                               << false;
    QTest::newRow("second operation") << addHeader("X-Amz-Target", listUserPools) << false;
    QTest::newRow("content type") << setHeader("Content-Type", "text/plain") << false;
    QTest::newRow("host") << setHeader("Host", "127.0.0.1:1") << false;
    QTest::newRow("session token added") << addHeader("X-Amz-Security-Token", "token") << false;
    QTest::newRow("body") << Change([](httpserver::HttpRequest &request) { request.body += ' '; }) << false;
    QTest::newRow("method") << Change([](httpserver::HttpRequest &request) { request.method = "PUT"; }) << false;
    QTest::newRow("path") << Change([](httpserver::HttpRequest &request) { request.target = "/other"; }) << false;
    QTest::newRow("query") << Change([](httpserver::HttpRequest &request) { request.query = "a=1"; }) << false;
    QTest::newRow("second later") << setHeader("X-Amz-Date", "20261118T110641Z") << false;
    QTest::newRow("day later") << setHeader("X-Amz-Date", "20261119T110640Z") << false;
    QTest::newRow("no date") << setHeader("X-Amz-Date", {}) << false;
    QTest::newRow("what is no date") << setHeader("X-Amz-Date", "20261118") << false;
    QTest::newRow("signed header gone") << Change([](httpserver::HttpRequest &request) {
        request.headers.removeIf([](const auto &header) { return header.first == "Content-Type"; });
    }) << false;
}

void TestSignatures::changedOnTheWay()
{
    QFETCH(Change, change);
    QFETCH(bool, counts);
    httpserver::HttpRequest request = signedRequest({});
    change(request);
    QCOMPARE(refusalOf(request).section(u':', 0, 0), counts ? QString() : wrongSignature);
}

void TestSignatures::servedWhereItIsRight_data()
{
    QTest::addColumn<QString>("tolerance");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("ahead"); // seconds
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const QString own = sandboxKeys().secretAccessKey;
    QTest::newRow("right") << u"300"_s << own << 0 << 200 << QString();
    QTest::newRow("four minutes ago") << u"300"_s << own << -240 << 200 << QString();
    QTest::newRow("six minutes ago") << u"300"_s << own << -360 << 400 << u"Signature expired: "_s;
    QTest::newRow("six minutes ahead") << u"300"_s << own << 360 << 400 << u"Signature not yet current: "_s;
    QTest::newRow("six minutes ago, fifteen allowed") << u"900"_s << own << -360 << 200 << QString();
    QTest::newRow("a day ago, any date allowed") << u"any"_s << own << -86'400 << 200 << QString();
    QTest::newRow("wrong secret key") << u"any"_s << u"another"_s << 0 << 400 << u"The signature is not "_s;
}

// Over HTTP, so that what the server makes of a request is what was signed.
void TestSignatures::servedWhereItIsRight()
{
    QFETCH(QString, tolerance);
    QFETCH(QString, secret);
    QFETCH(int, ahead);
    Sandbox sandbox({.choices = {{u"check-signatures"_s, u"verified"_s}, {u"signature-clock-tolerance"_s, tolerance}}});
    QSignalSpy started(&sandbox, &Sandbox::started);
    sandbox.start();
    QVERIFY(started.wait(60'000));
    const QByteArray body = json::write(object({{u"MaxResults"_s, 1}}));
    const transport::Signature signature =
        transport::SigV4Signer(home, u"cognito-idp"_s)
            .sign({.method = "POST",
                   .path = "/",
                   .query = {},
                   .headers = {{"Host", sandbox.endpoint().authority().toLatin1()}, {"X-Amz-Target", listUserPools}},
                   .body = body},
                  {.accessKeyId = u"sandbox"_s, .secretAccessKey = secret, .sessionToken = {}},
                  QDateTime::currentSecsSinceEpoch() + ahead);
    HttpCaller::Headers headers;
    for (const transport::HttpHeader &header : signature.headers)
        headers.append({header.name, header.value});
    const Answer answer = HttpCaller(sandbox.endpoint()).post(listUserPools, body, headers);
    QTEST(answer.status, "status");
    QFETCH(QString, text);
    QVERIFY2(answer.errorMessage().startsWith(text), qPrintable(answer.errorMessage()));
    QCOMPARE(answer.errorCode(), text.isEmpty() ? QString() : wrongSignature);
}

void TestSignatures::whereNoneIsNeeded_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("code");
    const QString missing = u"MissingAuthenticationTokenException"_s;
    const QString unknownClient = u"ResourceNotFoundException"_s; // the operation itself has begun
    QTest::newRow("ignored") << u"ignore"_s << QByteArray("Basic nonsense") << unknownClient;
    QTest::newRow("checked") << u"check"_s << QByteArray("Basic nonsense") << missing;
    QTest::newRow("none to check") << u"check"_s << QByteArray() << unknownClient;
}

void TestSignatures::whereNoneIsNeeded()
{
    QFETCH(QString, choice);
    QFETCH(QByteArray, authorization);
    Sandbox sandbox({.choices = {{u"signature-where-none-is-needed"_s, choice}}});
    QSignalSpy started(&sandbox, &Sandbox::started);
    sandbox.start();
    QVERIFY(started.wait(60'000));
    HttpCaller::Headers headers;
    if (!authorization.isEmpty())
        headers.append({"Authorization", authorization});
    const QByteArray body = json::write(object({{u"ClientId"_s, u"1h57kf5cpq17m0eml12EXAMPLE"_s},
                                                {u"Username"_s, u"jane"_s},
                                                {u"ConfirmationCode"_s, u"123456"_s}}));
    const Answer answer =
        HttpCaller(sandbox.endpoint()).post("AWSCognitoIdentityProviderService.ConfirmSignUp", body, headers);
    QCOMPARE(answer.status, 400);
    QTEST(answer.errorCode(), "code");
}

QTEST_GUILESS_MAIN(TestSignatures)
#include "tst_signatures.moc"
