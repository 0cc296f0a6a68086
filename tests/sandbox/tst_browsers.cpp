#include "httpcaller.h"
#include "sandbox/sandbox.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray localPage("http://localhost:5173");
const QByteArray listedPage("https://app.example.com");
const QByteArray foreignPage("https://evil.example");

// What came back, as bytes.
struct Exchange
{
    int status = 0;
    QByteArray head;

    // Empty where it is absent; several of one name joined by "|".
    QByteArray header(const QByteArray &name) const
    {
        QByteArrayList found;
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                found << line.mid(name.size() + 1).trimmed();
        }
        return found.join('|');
    }
};

} // namespace

// Pages in browsers as clients: who may speak to which path, and what they may read of the answer.
class TestBrowsers final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void origins_data();
    void origins();
    void preflights_data();
    void preflights();
    void hosts_data();
    void hosts();
    void loadedByPages_data();
    void loadedByPages();
    void errorsCanBeRead();
    void nothingIsListedByDefault();

private:
    Exchange ask(const QByteArray &method, const QByteArray &path, QByteArrayList headers, const QByteArray &body = {});
    std::unique_ptr<Sandbox> started(const Options &options);

    std::unique_ptr<Sandbox> m_sandbox;
    QByteArray m_pool;
    quint16 m_port = 0;
};

std::unique_ptr<Sandbox> TestBrowsers::started(const Options &options)
{
    auto sandbox = std::make_unique<Sandbox>(options);
    QSignalSpy started(sandbox.get(), &Sandbox::started);
    sandbox->start();
    if (started.isEmpty() && !started.wait(60'000))
        return nullptr;
    return sandbox;
}

void TestBrowsers::initTestCase()
{
    m_sandbox =
        started({.allowedHosts = {u"host.docker.internal"_s}, .allowedOrigins = {QString::fromLatin1(listedPage)}});
    QVERIFY(m_sandbox);
    m_port = quint16(m_sandbox->endpoint().port());
    m_sandbox->demoPool(this, [this](const Result<DemoPool> &demo) { m_pool = demo->userPoolId.toLatin1(); });
    QTRY_VERIFY(!m_pool.isEmpty());
}

Exchange TestBrowsers::ask(const QByteArray &method, const QByteArray &path, QByteArrayList headers,
                           const QByteArray &body)
{
    const bool hasHost = std::any_of(headers.begin(), headers.end(),
                                     [](const QByteArray &header) { return header.startsWith("Host:"); });
    if (!hasHost)
        headers << "Host: 127.0.0.1:" + QByteArray::number(m_port);
    headers << "Connection: close";
    if (method == "POST")
        headers << "Content-Length: " + QByteArray::number(body.size());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write(method + ' ' + path + " HTTP/1.1\r\n" + headers.join("\r\n") + "\r\n\r\n" + body);
    QByteArray got;
    (void)QTest::qWaitFor(
        [&] {
            got += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        30'000);
    return {got.mid(9, 3).toInt(), got.left(got.indexOf("\r\n\r\n"))};
}

void TestBrowsers::origins_data()
{
    QTest::addColumn<QByteArray>("origin"); // empty: none is sent
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path"); // {pool} stands for its id
    QTest::addColumn<int>("status");
    struct Page
    {
        const char *name;
        QByteArray origin;
        bool pools; // may use the service's protocol and the key sets
        bool own;   // may use the sandbox's own paths
    };
    const Page pages[] = {
        {"program", {}, true, true},
        {"localhost", localPage, true, true},
        {"loopback, https", "https://127.0.0.1:8443", true, true},
        {"listed", listedPage, true, false},
        {"listed, another port", listedPage + ":8443", false, false},
        {"listed, another scheme", "http://app.example.com", false, false},
        {"below the listed one", "https://www.app.example.com", false, false},
        {"elsewhere", foreignPage, false, false},
        {"null", "null", false, false},
        {"star", "*", false, false},
    };
    struct Path
    {
        const char *method;
        const char *path;
        bool own;
        int status;
    };
    const Path paths[] = {
        {"POST", "/", false, 200},
        {"GET", "/{pool}/.well-known/jwks.json", false, 200},
        {"HEAD", "/{pool}/.well-known/jwks.json", false, 200},
        {"GET", "/{pool}/.well-known/openid-configuration", false, 200},
        {"GET", "/_poolscope/health", true, 200},
        {"GET", "/_poolscope/messages", true, 200},
        {"GET", "/%5fpoolscope/messages", true, 200},
        {"POST", "/_poolscope/messages", true, 405},
        {"GET", "/_aws/ses", true, 200},
        {"DELETE", "/_aws/ses", true, 204},
    };
    for (const Page &page : pages) {
        for (const Path &path : paths) {
            const bool may = path.own ? page.own : page.pools;
            QTest::addRow("%s: %s %s", page.name, path.method, path.path)
                << page.origin << QByteArray(path.method) << QByteArray(path.path) << (may ? path.status : 403);
        }
    }
}

void TestBrowsers::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QByteArrayList headers{"X-Amz-Target: AWSCognitoIdentityProviderService.DescribeUserPool",
                           "Content-Type: application/x-amz-json-1.1",
                           "Authorization: " + test::HttpCaller::signature()};
    if (!origin.isEmpty())
        headers << "Origin: " + origin;
    const Exchange answer =
        ask(method, QByteArray(path).replace("{pool}", m_pool), headers, "{\"UserPoolId\":\"" + m_pool + "\"}");
    QCOMPARE(answer.status, status);
    const bool reads = !origin.isEmpty() && status != 403;
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), reads ? origin : QByteArray());
    QCOMPARE(answer.header("Access-Control-Expose-Headers"),
             reads ? QByteArray("x-amzn-RequestId, x-amzn-ErrorType, x-amzn-ErrorMessage, Date, x-poolscope-fault")
                   : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Credentials"), QByteArray());
    QCOMPARE(answer.header("Vary"), QByteArray("Origin")); // also where there was none: a cache must not mix them up
}

void TestBrowsers::preflights_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("localhost, service") << localPage << QByteArray("/") << 204;
    QTest::newRow("localhost, keys") << localPage << QByteArray("/us-east-1_X/.well-known/jwks.json") << 204;
    QTest::newRow("localhost, mailbox") << localPage << QByteArray("/_poolscope/messages") << 204;
    QTest::newRow("listed, service") << listedPage << QByteArray("/") << 204;
    QTest::newRow("listed, keys") << listedPage << QByteArray("/us-east-1_X/.well-known/jwks.json") << 204;
    QTest::newRow("listed, mailbox") << listedPage << QByteArray("/_poolscope/messages") << 403;
    QTest::newRow("listed, mails") << listedPage << QByteArray("/_aws/ses") << 403;
    QTest::newRow("listed, what is not there") << listedPage << QByteArray("/_poolscope/anything") << 403;
    QTest::newRow("elsewhere, service") << foreignPage << QByteArray("/") << 403;
    QTest::newRow("elsewhere, mailbox") << foreignPage << QByteArray("/_poolscope/messages") << 403;
    QTest::newRow("null, service") << QByteArray("null") << QByteArray("/") << 403;
}

void TestBrowsers::preflights()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    // What the AWS SDK for JavaScript asks for.
    const QByteArray wanted("amz-sdk-invocation-id,amz-sdk-request,cache-control,content-type,x-amz-target,"
                            "x-amz-user-agent");
    const Exchange answer =
        ask("OPTIONS", path,
            {"Origin: " + origin, "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: " + wanted,
             "Access-Control-Request-Private-Network: true"});
    QCOMPARE(answer.status, status);
    const bool fine = status == 204;
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), fine ? origin : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Methods"),
             fine ? QByteArray("GET, POST, PUT, DELETE, OPTIONS") : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Headers"), fine ? wanted : QByteArray());
    QCOMPARE(answer.header("Access-Control-Max-Age"), fine ? QByteArray("600") : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Private-Network"), fine ? QByteArray("true") : QByteArray());
    QCOMPARE(answer.header("Access-Control-Allow-Credentials"), QByteArray());
    QCOMPARE(answer.header("Vary"), QByteArray("Origin"));
}

void TestBrowsers::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("listed") << QByteArray("host.docker.internal") << 200;
    QTest::newRow("listed, another port") << QByteArray("host.docker.internal:4566") << 200;
    QTest::newRow("listed, capitals") << QByteArray("Host.Docker.Internal") << 200;
    QTest::newRow("below the listed one") << QByteArray("x.host.docker.internal") << 403;
    QTest::newRow("longer") << QByteArray("host.docker.internal.evil.example") << 403;
    QTest::newRow("elsewhere") << QByteArray("evil.example") << 403;
    QTest::newRow("loopback, another port") << QByteArray("localhost:1") << 403;
}

void TestBrowsers::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    QCOMPARE(ask("GET", "/_poolscope/health", {"Host: " + host}).status, status);
    QCOMPARE(ask("GET", "/" + m_pool + "/.well-known/jwks.json", {"Host: " + host}).status, status);
}

void TestBrowsers::loadedByPages_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("status"); // of a path of the sandbox's own; key sets are for everybody
    QTest::newRow("image of another site") << QByteArray("cross-site") << QByteArray("no-cors") << 403;
    QTest::newRow("link of another site") << QByteArray("cross-site") << QByteArray("navigate") << 200;
    QTest::newRow("same site") << QByteArray("same-site") << QByteArray("no-cors") << 200;
    QTest::newRow("typed in") << QByteArray("none") << QByteArray("navigate") << 200;
}

void TestBrowsers::loadedByPages()
{
    QFETCH(QByteArray, site);
    QFETCH(QByteArray, mode);
    QFETCH(int, status);
    const QByteArrayList headers{"Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: " + mode};
    QCOMPARE(ask("GET", "/_poolscope/messages", headers).status, status);
    QCOMPARE(ask("GET", "/" + m_pool + "/.well-known/jwks.json", headers).status, 200);
}

void TestBrowsers::errorsCanBeRead()
{
    const Exchange answer =
        ask("POST", "/", {"Origin: " + listedPage, "X-Amz-Target: AWSCognitoIdentityProviderService.GetUser"},
            "{\"AccessToken\":\"none\"}");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), listedPage);
    const QByteArrayList exposed = answer.header("Access-Control-Expose-Headers").split(',');
    for (const QByteArray &name : exposed) {
        const bool onDemand = name.trimmed() == "x-poolscope-fault";
        QVERIFY2(answer.header(name.trimmed()).isEmpty() == onDemand, name.constData());
    }
}

void TestBrowsers::nothingIsListedByDefault()
{
    const auto plain = started({});
    QVERIFY(plain);
    const quint16 port = std::exchange(m_port, quint16(plain->endpoint().port()));
    QCOMPARE(ask("GET", "/_poolscope/health", {}).status, 200);
    QCOMPARE(ask("GET", "/_poolscope/health", {"Host: host.docker.internal"}).status, 403);
    QCOMPARE(ask("OPTIONS", "/", {"Origin: " + listedPage, "Access-Control-Request-Method: POST"}).status, 403);
    m_port = port;
}

QTEST_GUILESS_MAIN(TestBrowsers)
#include "tst_browsers.moc"
