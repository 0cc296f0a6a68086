#include "httpserver/httpserver.h"

#include "rawclient.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using namespace poolscope;
using namespace poolscope::httpserver;

namespace {

constexpr Limits shortLimits{.headerBytes = 16 * 1024,
                             .bodyBytes = 1024 * 1024,
                             .connections = 256,
                             .readDeadline = 300ms,
                             .idleDeadline = 2'000ms,
                             .writeDeadline = 2'000ms};

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &body, const QByteArray &headers = {})
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

} // namespace

// The handler answers "METHOD target body" at once, except for /hold (kept until release()), /drop (no answer) and
// /cut.
class TestHttpServer final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answers();
    void keepsTheConnection();
    void closesWhenAsked();
    void answersHeadWithoutBody();
    void saysContinue();
    void refuses_data();
    void refuses();
    void refusalKeepsTheHandlerOut();
    void preflight();
    void corsHeadersForLoopbackPages();
    void bodyAtTheLimit();
    void closesHalfARequestAtTheDeadline_data();
    void closesHalfARequestAtTheDeadline();
    void closesADrippingSenderAtTheDeadline();
    void closesAnIdleConnection();
    void pipelined();
    void manyConnectionsAtOnce();
    void refusesTooManyConnections();
    void closesAtOnceFarBeyondTheLimit();
    void slowAnswersDoNotHoldOthers();
    void anAnswerThatNeverComes();
    void cutsTheConnection();
    void firstAnswerCounts();
    void stopsWithRequestsInFlight();
    void answersAfterTheStopAreDropped();
    void portInUse();
    void restarts();

private:
    void start(const Limits &limits = shortLimits);
    void release();

    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    std::mutex m_mutex;
    std::vector<Reply> m_held;
    std::atomic_int m_handled = 0;
};

void TestHttpServer::start(const Limits &limits)
{
    m_server = std::make_unique<HttpServer>(
        [this](const HttpRequest &request, const Reply &reply) {
            ++m_handled;
            if (request.path == QLatin1StringView("/drop"))
                return;
            if (request.path == QLatin1StringView("/hold")) {
                const std::lock_guard lock(m_mutex);
                m_held.push_back(reply);
                return;
            }
            HttpResponse response;
            response.cut = request.path == QLatin1StringView("/cut");
            response.headers = {{"Content-Type", "text/plain"}, {"x-amzn-RequestId", "r"}};
            response.body = request.method + ' ' + request.target + ' ' + request.body;
            reply(std::move(response));
        },
        limits);
    const auto started = m_server->start(0);
    QVERIFY(started);
    QVERIFY(*started > 0);
    m_port = *started;
}

void TestHttpServer::release()
{
    const std::lock_guard lock(m_mutex);
    for (const Reply &reply : m_held)
        reply(HttpResponse{200, {}, "released"});
    m_held.clear();
}

void TestHttpServer::init()
{
    m_handled = 0;
    start();
}

void TestHttpServer::cleanup()
{
    m_server.reset();
    m_held.clear();
}

void TestHttpServer::answers()
{
    Client client(m_port);
    client.send(post("{}", "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
    QVERIFY(client.received().endsWith("\r\n\r\nPOST / {}"));
    QVERIFY(client.received().contains("\r\nContent-Length: 9\r\n"));
    QVERIFY(client.received().contains("\r\nDate: "));
    QVERIFY(!client.received().contains("Access-Control"));
}

void TestHttpServer::keepsTheConnection()
{
    Client client(m_port);
    for (int i = 1; i <= 3; ++i) {
        client.send(post(QByteArray::number(i)));
        QTRY_VERIFY(client.received().endsWith("POST / " + QByteArray::number(i)));
        QCOMPARE(client.answers(), i);
    }
    QVERIFY(!client.closed());
}

void TestHttpServer::closesWhenAsked()
{
    Client client(m_port);
    client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
}

void TestHttpServer::answersHeadWithoutBody()
{
    Client client(m_port);
    client.send("HEAD /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.closed());
    QVERIFY(client.received().contains("Content-Length: 8\r\n"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
}

void TestHttpServer::saysContinue()
{
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_VERIFY(client.received().endsWith("POST / ok"));
}

void TestHttpServer::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray ours = "Host: localhost\r\n";
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << QByteArray("GET / HTTP/1.1\r\n" + ours + ours + "\r\n") << 400;
    QTest::newRow("evil Host") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 403;
    QTest::newRow("our Host with another port") << QByteArray("GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n") << 403;
    QTest::newRow("evil Origin") << get("/", "Origin: https://evil.example\r\n") << 403;
    QTest::newRow("null Origin") << get("/", "Origin: null\r\n") << 403;
    QTest::newRow("two Origins") << get("/", "Origin: http://localhost\r\nOrigin: http://localhost\r\n") << 403;
    QTest::newRow("evil preflight") << QByteArray("OPTIONS / HTTP/1.1\r\n" + ours +
                                                  "Origin: https://evil.example\r\n"
                                                  "Access-Control-Request-Method: POST\r\n\r\n")
                                    << 403;
    QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\n" + ours +
                                               "Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc")
                                 << 400;
    QTest::newRow("length and chunked")
        << QByteArray("POST / HTTP/1.1\r\n" + ours +
                      "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n")
        << 400;
    QTest::newRow("chunked and length")
        << QByteArray("POST / HTTP/1.1\r\n" + ours +
                      "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n1\r\na\r\n0\r\n\r\n")
        << 400;
    QTest::newRow("length that is no number")
        << QByteArray("POST / HTTP/1.1\r\n" + ours + "Content-Length: 2x\r\n\r\nab") << 400;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\n" + ours + "Content-Length: -1\r\n\r\n") << 400;
    QTest::newRow("huge length") << QByteArray("POST / HTTP/1.1\r\n" + ours +
                                               "Content-Length: 99999999999999999999\r\n\r\n")
                                 << 400;
    QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\n" + ours + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                               << 400;
    QTest::newRow("blank before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n") << 400;
    QTest::newRow("a full address as target")
        << QByteArray("GET http://evil.example/ HTTP/1.1\r\n" + ours + "\r\n") << 400;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02 tls hello\r\n\r\n") << 400;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n") << 400;
    QTest::newRow("header too large") << get("/", "X-Filler: " + QByteArray(20'000, 'x') + "\r\n") << 431;
    QTest::newRow("many headers") << get("/", QByteArray("X: y\r\n").repeated(4'000)) << 431;
    QTest::newRow("target too long") << get("/" + QByteArray(20'000, 'x')) << 431;
    QTest::newRow("announced body too large")
        << QByteArray("POST / HTTP/1.1\r\n" + ours + "Content-Length: 1048577\r\n\r\n") << 413;
    QTest::newRow("chunks too large") << QByteArray("POST / HTTP/1.1\r\n" + ours +
                                                    "Transfer-Encoding: chunked\r\n\r\n100001\r\n" +
                                                    QByteArray(0x100001, 'x'))
                                      << 413;
}

void TestHttpServer::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Client client(m_port);
    client.send(request);
    QTRY_VERIFY(client.received().contains("\r\n\r\n"));
    QCOMPARE(client.status(), status);
    client.socket().disconnectFromHost();
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answers(), 1);
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::refusalKeepsTheHandlerOut()
{
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}" + post("{}"));
    QTRY_COMPARE(client.status(), 403);
    QVERIFY(!client.received().contains("Access-Control-Allow-Origin"));
    client.socket().disconnectFromHost();
    QTRY_VERIFY(client.closed());
    QCOMPARE(m_handled.load(), 0); // what follows a refused request is not looked at
}

void TestHttpServer::preflight()
{
    Client client(m_port);
    client.send("OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:5173\r\n"
                "Access-Control-Request-Method: POST\r\n"
                "Access-Control-Request-Headers: content-type,x-amz-target\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.closed());
    const QByteArray answer = client.received();
    QCOMPARE(client.status(), 204);
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: http://localhost:5173\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Methods: GET, POST, OPTIONS\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Headers: content-type,x-amz-target\r\n"));
    QVERIFY(answer.contains("\r\nVary: Origin\r\n"));
    QVERIFY(!answer.contains("Content-Length"));
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::corsHeadersForLoopbackPages()
{
    Client client(m_port);
    client.send(post("{}", "Origin: http://127.0.0.1:3000\r\nConnection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QVERIFY(client.received().contains("\r\nAccess-Control-Allow-Origin: http://127.0.0.1:3000\r\n"));
    QVERIFY(client.received().contains("\r\nAccess-Control-Expose-Headers: x-amzn-RequestId, x-amzn-ErrorType, "));
    QVERIFY(client.received().endsWith("POST / {}"));
}

void TestHttpServer::bodyAtTheLimit()
{
    Client client(m_port);
    client.send(post(QByteArray(1024 * 1024, 'x'), "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
    QVERIFY(client.received().endsWith("POST / " + QByteArray(1024 * 1024, 'x')));
}

void TestHttpServer::closesHalfARequestAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("half");
    QTest::newRow("half a request line") << QByteArray("POST");
    QTest::newRow("half a header") << QByteArray("POST / HTTP/1.1\r\nHost: localh");
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab");
    QTest::newRow("half a chunk") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
}

void TestHttpServer::closesHalfARequestAtTheDeadline()
{
    QFETCH(QByteArray, half);
    Client client(m_port);
    client.send(half);
    QTRY_VERIFY_WITH_TIMEOUT(client.closed(), 1'500); // well before the idle deadline
    QCOMPARE(client.received(), QByteArray());
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::closesADrippingSenderAtTheDeadline()
{
    Client client(m_port);
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
    QElapsedTimer elapsed;
    elapsed.start();
    while (!client.closed() && elapsed.elapsed() < 1'500) {
        client.send("X: y\r\n"); // never silent, never done
        QTest::qWait(20);
    }
    QVERIFY(client.closed());
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::closesAnIdleConnection()
{
    Limits limits = shortLimits;
    limits.idleDeadline = 200ms;
    start(limits);
    Client fresh(m_port);
    Client used(m_port);
    used.send(get("/"));
    QTRY_VERIFY(used.received().endsWith("GET / "));
    QTRY_VERIFY(fresh.closed());
    QTRY_VERIFY(used.closed());
}

void TestHttpServer::pipelined()
{
    Client client(m_port);
    QByteArray requests;
    for (int i = 0; i < 50; ++i)
        requests += i % 2 ? get("/" + QByteArray::number(i)) : post(QByteArray::number(i));
    client.send(requests + get("/last", "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answers(), 51);
    QCOMPARE(m_handled.load(), 51);
    QVERIFY(client.received().indexOf("POST / 10") < client.received().indexOf("GET /11 ")); // in their order
}

void TestHttpServer::manyConnectionsAtOnce()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<Client>(m_port));
        clients.back()->send(post(QByteArray::number(i)));
    }
    for (int i = 0; i < 100; ++i)
        QTRY_VERIFY(clients[size_t(i)]->received().endsWith("POST / " + QByteArray::number(i)));
    QCOMPARE(m_handled.load(), 100);
}

void TestHttpServer::refusesTooManyConnections()
{
    Limits limits = shortLimits;
    limits.connections = 2;
    start(limits);
    Client first(m_port);
    Client second(m_port);
    first.send(get("/1"));
    second.send(get("/2"));
    QTRY_COMPARE(first.answers(), 1);
    QTRY_COMPARE(second.answers(), 1);
    Client third(m_port);
    QTRY_COMPARE(third.status(), 503);
    first.disconnect();
    // The place becomes free once the server has seen the end.
    QTRY_VERIFY([this] {
        Client fourth(m_port);
        fourth.send(get("/4"));
        return QTest::qWaitFor([&] { return fourth.status() != 0; }, 1'000) && fourth.status() == 200;
    }());
}

void TestHttpServer::closesAtOnceFarBeyondTheLimit()
{
    start({.connections = 1});
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 60; ++i) // none of them closes, so that those who were told stay for a while
        clients.push_back(std::make_unique<Client>(m_port));
    QTRY_VERIFY(clients.back()->closed() && clients.back()->received().isEmpty());
}

void TestHttpServer::slowAnswersDoNotHoldOthers()
{
    Client slow(m_port);
    slow.send(get("/hold"));
    QTRY_COMPARE(m_handled.load(), 1);
    Client quick(m_port);
    quick.send(get("/quick"));
    QTRY_COMPARE(quick.status(), 200);
    // Waiting for the handler is no read and no idling: no deadline runs.
    QTest::qWait(400);
    QVERIFY(slow.received().isEmpty());
    QVERIFY(!slow.closed());
    release();
    QTRY_VERIFY(slow.received().endsWith("released"));
}

void TestHttpServer::anAnswerThatNeverComes()
{
    Client client(m_port);
    client.send(get("/drop"));
    QTRY_COMPARE(client.status(), 500);
}

void TestHttpServer::cutsTheConnection()
{
    Client client(m_port);
    client.send(get("/cut"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.received(), QByteArray());
}

void TestHttpServer::firstAnswerCounts()
{
    Client client(m_port);
    client.send(get("/hold"));
    QTRY_COMPARE(m_handled.load(), 1);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([this] { release(); });
    for (std::thread &thread : threads)
        thread.join();
    QTRY_COMPARE(client.answers(), 1);
    client.send(get("/next"));
    QTRY_VERIFY(client.received().endsWith("GET /next "));
    QCOMPARE(client.answers(), 2);
}

void TestHttpServer::stopsWithRequestsInFlight()
{
    Client waiting(m_port);
    waiting.send(get("/hold"));
    Client halfway(m_port);
    halfway.send("POST / HTTP/1.1\r\nHost: localhost\r\n");
    Client idle(m_port);
    QTRY_COMPARE(m_handled.load(), 1);
    m_server->stop();
    QTRY_VERIFY(waiting.closed());
    QTRY_VERIFY(halfway.closed());
    QTRY_VERIFY(idle.closed());
    QVERIFY(waiting.received().isEmpty());
}

void TestHttpServer::answersAfterTheStopAreDropped()
{
    Client client(m_port);
    client.send(get("/hold"));
    QTRY_COMPARE(m_handled.load(), 1);
    std::thread late([this] { release(); });
    m_server.reset();
    late.join();
    release();
    QTRY_VERIFY(client.closed());
}

void TestHttpServer::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    HttpServer second([](const HttpRequest &, const Reply &) {});
    const auto refused = second.start(other.serverPort());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("AddressInUse"));
    QVERIFY(refused.error().message.contains(QString::number(other.serverPort())));
    QCOMPARE(second.port(), 0);
    const auto taken = second.start(m_port);
    QVERIFY(!taken);
}

void TestHttpServer::restarts()
{
    for (int i = 0; i < 3; ++i) {
        const auto again = m_server->start(m_port);
        QVERIFY(again);
        QCOMPARE(*again, m_port);
        Client client(m_port);
        client.send(get("/"));
        QTRY_COMPARE(client.status(), 200);
    }
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
