#include "httpcaller.h"
#include "sandbox/sandbox.h"

#include "model/codec.h"
#include "sandbox/operation.h"
#include "sandbox/presets.h"
#include "support/signingkeys.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace poolscope;
using namespace poolscope::sandbox;
using poolscope::test::Answer;
using poolscope::test::HttpCaller;
using poolscope::test::object;
using namespace Qt::StringLiterals;

// The protocol around the operations, over real HTTP.
class TestSandboxServer final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void refusesByTheProtocol_data();
    void refusesByTheProtocol();
    void otherOperationsAreNamed();
    void errorsHaveTheServicesForm();
    void successHasTheServicesForm();
    void messagesOfErrorsFitIntoHeaders();
    void needsASignature_data();
    void needsASignature();
    void servesTheKeySet();
    void servesTheDiscoveryDocument();
    void unknownPoolsHaveNoKeys();
    void servesHealth();
    void servesMessages();
    void otherPaths_data();
    void otherPaths();
    void pagesOnLoopbackMayRead();
    void theDateFollowsTheClock();
    void everyPresetMakesAPool_data();
    void everyPresetMakesAPool();

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpCaller> m_caller;
    DemoPool m_demo;
};

void TestSandboxServer::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_caller = std::make_unique<HttpCaller>(m_sandbox->endpoint());
    bool told = false;
    m_sandbox->demoPool(this, [&](const Result<DemoPool> &demo) {
        told = true;
        QVERIFY(demo);
        m_demo = *demo;
    });
    QTRY_VERIFY(told);
}

void TestSandboxServer::cleanupTestCase()
{
    m_caller.reset();
    m_sandbox.reset();
}

void TestSandboxServer::refusesByTheProtocol_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part"); // of the message
    const QByteArray prefix = "AWSCognitoIdentityProviderService.";
    const QString unknown = QStringLiteral("UnknownOperationException");
    const QString notSimulated = QStringLiteral("NotSimulatedException");
    const QString serialization = QStringLiteral("SerializationException");
    QTest::newRow("no target") << QByteArray() << QByteArray("{}") << unknown << QString();
    QTest::newRow("unknown operation") << prefix + "MakeCoffee" << QByteArray("{}") << unknown << QString();
    QTest::newRow("name in another case") << prefix + "signup" << QByteArray("{}") << unknown << QString();
    QTest::newRow("another service") << QByteArray("AWSCognitoIdentityService.GetId") << QByteArray("{}") << unknown
                                     << QString();
    QTest::newRow("not simulated") << prefix + "StartWebAuthnRegistration" << QByteArray("{}") << notSimulated
                                   << QStringLiteral("StartWebAuthnRegistration");
    QTest::newRow("no body") << prefix + "SignUp" << QByteArray() << serialization << QString();
    QTest::newRow("no JSON") << prefix + "SignUp" << QByteArray("{\"Username\":") << serialization << QString();
    QTest::newRow("no object") << prefix + "SignUp" << QByteArray("[]") << serialization << QString();
    QTest::newRow("two values") << prefix + "SignUp" << QByteArray("{}{}") << serialization << QString();
    QTest::newRow("deeply nested") << prefix + "SignUp" << QByteArray(100, '[') + QByteArray(100, ']') << serialization
                                   << QString();
    QTest::newRow("invalid UTF-8") << prefix + "SignUp" << QByteArray("{\"Username\":\"\xff\"}") << serialization
                                   << QString();
    QTest::newRow("wrong type") << prefix + "SignUp" << QByteArray(R"({"ClientId":"a","Username":1,"Password":"b"})")
                                << serialization << QStringLiteral("/Username");
    QTest::newRow("members missing")
        << prefix + "SignUp" << QByteArray("{}") << QStringLiteral("InvalidParameterException")
        << QStringLiteral("2 validation errors detected: Value at 'clientId' failed to satisfy constraint: ");
    QTest::newRow("unknown enum value")
        << prefix + "InitiateAuth" << QByteArray(R"({"AuthFlow":"NONE","ClientId":"a"})")
        << QStringLiteral("InvalidParameterException")
        << QStringLiteral(
               "1 validation error detected: Value 'NONE' at 'authFlow' failed to satisfy constraint: Member "
               "must satisfy enum value set: [");
    QTest::newRow("unknown member") << prefix + "SignUp"
                                    << QByteArray(R"({"ClientId":"a","Username":"u","Password":"Passw0rd","Colour":1})")
                                    << notSimulated << QStringLiteral("Colour");
}

void TestSandboxServer::refusesByTheProtocol()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, part);
    const Answer answer = m_caller->post(target, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), code);
    QVERIFY2(answer.errorMessage().contains(part), qPrintable(answer.errorMessage()));
}

// Whatever of the service's operations has no handler is refused by its name, signed or not, and whatever is sent.
void TestSandboxServer::otherOperationsAreNamed()
{
    Registry registry;
    registerOperations(registry);
    int others = 0;
    for (const model::OperationDescriptor *operation : model::cognitoIdp().operations) {
        if (registry.find(QString(operation->name)))
            continue;
        ++others;
        const QByteArray name(operation->name.data(), operation->name.size());
        for (const bool isSigned : {true, false}) {
            const Answer answer = m_caller->call(name, json::Value::object(), isSigned);
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.errorCode(), QStringLiteral("NotSimulatedException"));
            QVERIFY2(answer.errorMessage().startsWith(QString(operation->name) + u' '),
                     qPrintable(answer.errorMessage()));
        }
    }
    QVERIFY(others > 0 && others < int(model::cognitoIdp().operations.size()));
}

void TestSandboxServer::errorsHaveTheServicesForm()
{
    const Answer answer = m_caller->call("SignUp", object({{QStringLiteral("ClientId"), QStringLiteral("nobody")},
                                                           {QStringLiteral("Username"), QStringLiteral("u")},
                                                           {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}}));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, QByteArray(R"({"__type":"ResourceNotFoundException","message":"User pool client nobody does )"
                                     R"(not exist."})"));
    QCOMPARE(answer.header("x-amzn-ErrorType"), QByteArray("ResourceNotFoundException:"));
    QCOMPARE(answer.header("x-amzn-ErrorMessage"), QByteArray("User pool client nobody does not exist."));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/x-amz-json-1.1"));
    QCOMPARE(answer.header("x-amzn-RequestId").size(), 36);
    QCOMPARE(answer.header("Content-Length").toInt(), answer.body.size());
}

void TestSandboxServer::successHasTheServicesForm()
{
    const json::Value request = object({{QStringLiteral("UserPoolId"), m_demo.userPoolId}});
    const Answer first = m_caller->call("DescribeUserPool", request, true);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("Content-Type"), QByteArray("application/x-amz-json-1.1"));
    QVERIFY(first.header("x-amzn-ErrorType").isNull());
    QCOMPARE(first.json.value(u"UserPool").value(u"Id").toString(), m_demo.userPoolId);
    const Answer second = m_caller->call("DescribeUserPool", request, true);
    QVERIFY(first.header("x-amzn-RequestId") != second.header("x-amzn-RequestId"));
}

void TestSandboxServer::messagesOfErrorsFitIntoHeaders()
{
    const Answer answer =
        m_caller->call("DescribeUserPool",
                       object({{QStringLiteral("UserPoolId"), QStringLiteral("us-east-1_\r\nX-Evil: 한국")}}), true);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.header("X-Evil").isNull());
    QVERIFY(!answer.header("x-amzn-ErrorMessage").isEmpty());
}

void TestSandboxServer::needsASignature_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("accepted");
    const QByteArray good = HttpCaller::signature();
    QTest::newRow("well-formed") << good << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("bearer") << QByteArray("Bearer abc") << false;
    QTest::newRow("no signature") << good.left(good.indexOf(", Signature")) << false;
    QTest::newRow("short signature") << good.chopped(1) << false;
    QTest::newRow("no key") << QByteArray(good).replace("AKIDEXAMPLE", "") << false;
    QTest::newRow("another scheme") << QByteArray(good).replace("AWS4", "AWS3") << false;
}

void TestSandboxServer::needsASignature()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, accepted);
    const QByteArray body = json::write(object({{QStringLiteral("UserPoolId"), m_demo.userPoolId}}));
    const HttpCaller::Headers headers =
        header.isEmpty() ? HttpCaller::Headers{} : HttpCaller::Headers{{"Authorization", header}};
    const Answer answer = m_caller->post("AWSCognitoIdentityProviderService.DescribeUserPool", body, headers);
    QCOMPARE(answer.status, accepted ? 200 : 400);
    if (!accepted) {
        QCOMPARE(answer.errorCode(), QStringLiteral("MissingAuthenticationTokenException"));
        QCOMPARE(answer.errorMessage(), QStringLiteral("Missing Authentication Token"));
    }
}

void TestSandboxServer::servesTheKeySet()
{
    const Answer answer = m_caller->get(u'/' + m_demo.userPoolId + QStringLiteral("/.well-known/jwks.json"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    const QList<json::Value> keys = answer.json.value(u"keys").elements();
    QCOMPARE(keys.size(), 2);
    for (const json::Value &key : keys) {
        QCOMPARE(key.value(u"alg").toString(), QStringLiteral("RS256"));
        QCOMPARE(key.value(u"kty").toString(), QStringLiteral("RSA"));
        QCOMPARE(key.value(u"use").toString(), QStringLiteral("sig"));
        QCOMPARE(key.value(u"e").toString(), QStringLiteral("AQAB"));
        QCOMPARE(QByteArray::fromBase64(key.value(u"kid").toString().toLatin1()).size(), 32);
        QCOMPARE(QByteArray::fromBase64(key.value(u"n").toString().toLatin1(), QByteArray::Base64UrlEncoding).size(),
                 256);
    }
    QVERIFY(keys.at(0).value(u"kid").toString() != keys.at(1).value(u"kid").toString());
    QCOMPARE(m_caller->get(u'/' + m_demo.userPoolId + QStringLiteral("/.well-known/jwks.json")).body, answer.body);
}

void TestSandboxServer::servesTheDiscoveryDocument()
{
    const Answer answer = m_caller->get(u'/' + m_demo.userPoolId + QStringLiteral("/.well-known/openid-configuration"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value(u"issuer").toString(),
             QStringLiteral("https://cognito-idp.us-east-1.amazonaws.com/") + m_demo.userPoolId);
    const QString keys = answer.json.value(u"jwks_uri").toString();
    QVERIFY(keys.startsWith(m_sandbox->endpoint().toString()));
    QCOMPARE(m_caller->get(keys).status, 200);
}

void TestSandboxServer::unknownPoolsHaveNoKeys()
{
    QCOMPARE(m_caller->get(QStringLiteral("/us-east-1_Nobody000/.well-known/jwks.json")).status, 404);
    QCOMPARE(m_caller->get(QStringLiteral("/us-east-1_Nobody000/.well-known/openid-configuration")).status, 404);
}

void TestSandboxServer::servesHealth()
{
    const Answer answer = m_caller->get(QStringLiteral("/_poolscope/health"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value(u"status").toString(), QStringLiteral("ok"));
    QCOMPARE(answer.json.value(u"region").toString(), QStringLiteral("us-east-1"));
}

void TestSandboxServer::servesMessages()
{
    const QString email = QStringLiteral("mail+1@example.com");
    const auto signUp = [&](const QString &name) {
        const Answer answer =
            m_caller->call("SignUp", object({{QStringLiteral("ClientId"), m_demo.clientId},
                                             {QStringLiteral("Username"), name},
                                             {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
    };
    signUp(QStringLiteral("first@example.com"));
    signUp(email);
    const Answer all = m_caller->get(QStringLiteral("/_poolscope/messages"));
    QCOMPARE(all.status, 200);
    QVERIFY(all.json.isArray());
    QVERIFY(all.json.size() >= 2);
    const json::Value newest = all.json.elements().first();
    QCOMPARE(newest.value(u"to").toString(), email);
    QCOMPARE(newest.value(u"medium").toString(), QStringLiteral("EMAIL"));
    QCOMPARE(newest.value(u"code").toString().size(), 6);
    QVERIFY(newest.value(u"body").toString().contains(newest.value(u"code").toString()));
    QVERIFY(!newest.value(u"subject").toString().isEmpty());
    QVERIFY(newest.value(u"id").toInteger().value() > all.json.elements().at(1).value(u"id").toInteger().value());
    const double age = double(QDateTime::currentMSecsSinceEpoch()) / 1000 - newest.value(u"time").toDouble().value();
    QVERIFY2(age >= 0 && age < 60, qPrintable(QString::number(age)));
    const Answer filtered = m_caller->get(QStringLiteral("/_poolscope/messages?to=mail%2B1%40example.com"));
    QCOMPARE(filtered.json.size(), 1);
    QCOMPARE(m_caller->get(QStringLiteral("/_poolscope/messages?limit=1")).json.size(), 1);
}

void TestSandboxServer::otherPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("root") << QStringLiteral("/");
    QTest::newRow("nothing") << QStringLiteral("/nothing");
    QTest::newRow("another well-known") << QStringLiteral("/x/.well-known/other");
    QTest::newRow("climbing") << QStringLiteral("/../../etc/passwd");
    QTest::newRow("under ours") << QStringLiteral("/_poolscope/other");
}

void TestSandboxServer::otherPaths()
{
    QFETCH(QString, path);
    QCOMPARE(m_caller->get(path).status, 404);
}

void TestSandboxServer::pagesOnLoopbackMayRead()
{
    const HttpCaller::Headers page{{"Origin", "http://localhost:5173"}};
    const Answer keys = m_caller->get(u'/' + m_demo.userPoolId + QStringLiteral("/.well-known/jwks.json"), page);
    QCOMPARE(keys.header("Access-Control-Allow-Origin"), QByteArray("http://localhost:5173"));
    const Answer refused = m_caller->post("AWSCognitoIdentityProviderService.SignUp", "{}", page);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.header("Access-Control-Allow-Origin"), QByteArray("http://localhost:5173"));
    QVERIFY(refused.header("Access-Control-Expose-Headers").contains("x-amzn-ErrorType"));
    QCOMPARE(m_caller->get(QStringLiteral("/_poolscope/messages"), {{"Origin", "https://evil.example"}}).status, 403);
}

void TestSandboxServer::theDateFollowsTheClock()
{
    const qint64 dayMs = 24 * 3600 * 1000;
    QVERIFY(m_sandbox->setClockOffset(dayMs));
    const Answer answer = m_caller->get(QStringLiteral("/_poolscope/health"));
    m_sandbox->backToRealTime();
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(answer.header("Date")).chopped(4),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    const QDateTime asUtc(date.date(), date.time(), Qt::UTC);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(asUtc) - 24 * 3600) < 60);
}

// Whatever the language, in which the names of presets may be in letters that the names of pools may not have.
class Hangul final : public QTranslator
{
public:
    QString translate(const char *, const char *, const char *, int) const override { return u"이메일"_s; }
    bool isEmpty() const override { return false; }
};

void TestSandboxServer::everyPresetMakesAPool_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("translated");
    const QList<Preset> all = presets();
    for (int i = 0; i < all.size(); ++i) {
        QTest::newRow(qPrintable(all.at(i).id)) << i << false;
        QTest::newRow(qPrintable(all.at(i).id + " translated"_L1)) << i << true;
    }
}

void TestSandboxServer::everyPresetMakesAPool()
{
    QFETCH(int, index);
    QFETCH(bool, translated);
    Hangul hangul;
    if (translated)
        QCoreApplication::installTranslator(&hangul);
    const Preset preset = presets().at(index);
    const Answer pool = m_caller->call("CreateUserPool", model::encode(preset.pool), true);
    QVERIFY2(pool.status == 200, pool.body.constData());
    idp::CreateUserPoolClientRequest request = preset.client;
    request.userPoolId = pool.json.value(u"UserPool").value(u"Id").toString();
    const Answer client = m_caller->call("CreateUserPoolClient", model::encode(request), true);
    QVERIFY2(client.status == 200, client.body.constData());
    QCOMPARE(client.json.value(u"UserPoolClient").contains(u"ClientSecret"), preset.id == QLatin1StringView("secret"));
}

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
