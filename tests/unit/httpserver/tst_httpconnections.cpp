#include "echoserver.h"
#include "support/openfiles.h"
#include "support/rawclient.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

#include <sys/socket.h>

using namespace std::chrono_literals;
using namespace poolscope;
using namespace poolscope::httpserver;

class TestHttpConnections final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server.start(); }
    void cleanup() { m_server.end(); }
    void halfARequestEndsAtTheDeadline_data();
    void halfARequestEndsAtTheDeadline();
    void aDrippingSenderEndsAtTheDeadline();
    void theDeadlineIsForEachRequest();
    void closesAnIdleConnection();
    void aClientThatReadsNothingIsClosed();
    void manyConnectionsAtOnce();
    void refusesTooManyConnections();
    void closesAtOnceFarBeyondTheLimit();
    void theLongestIdleGivesWay();
    void aResetRequestGivesWay_data();
    void aResetRequestGivesWay();
    void whoOnlyListensKeepsThePlace();
    void whoOnlyListensGivesWayLast();
    void thousandIdleConnections();
    void slowAnswersDoNotHoldOthers();
    void stopsWithRequestsInFlight();
    void answersAfterTheStopAreDropped();
    void portInUse();
    void restarts();

private:
    EchoServer m_server;
};

namespace {

// As a program that is killed with something unread, or wants it so.
void reset(Client &client)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    const int socket = int(client.socket().socketDescriptor());
    QCOMPARE(::setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce), 0);
    client.disconnect();
}

void sendNoMore(Client &client)
{
    QCOMPARE(::shutdown(int(client.socket().socketDescriptor()), SHUT_WR), 0);
}

} // namespace

void TestHttpConnections::halfARequestEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("half");
    QTest::newRow("half a request line") << QByteArray("POST");
    QTest::newRow("half a header") << QByteArray("POST / HTTP/1.1\r\nHost: localh");
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab");
    QTest::newRow("half a chunk") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
    QTest::newRow("a body that was asked for")
        << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QTest::newRow("half of a second request") << get("/first") + "POST / HTTP/1.1\r\nHost: loc";
}

void TestHttpConnections::halfARequestEndsAtTheDeadline()
{
    QFETCH(QByteArray, half);
    Client client(m_server.port());
    client.send(half);
    QTRY_VERIFY_WITH_TIMEOUT(client.closed(), 1'500); // well before the idle deadline
    const qsizetype last = client.received().lastIndexOf("HTTP/1.1 ");
    QCOMPARE(client.received().mid(last, 12), QByteArray("HTTP/1.1 408"));
    QVERIFY(client.received().contains("\r\nConnection: close\r\n"));
    QCOMPARE(m_server.handled(), half.contains("/first") ? 1 : 0);
}

void TestHttpConnections::aDrippingSenderEndsAtTheDeadline()
{
    Client client(m_server.port());
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
    QElapsedTimer elapsed;
    elapsed.start();
    while (!client.closed() && elapsed.elapsed() < 1'500) {
        client.send("X: y\r\n"); // never silent, never done
        QTest::qWait(20);
    }
    QVERIFY(client.closed());
    QCOMPARE(client.status(), 408);
    QCOMPARE(m_server.handled(), 0);
}

void TestHttpConnections::theDeadlineIsForEachRequest()
{
    Client client(m_server.port());
    const QByteArray request = post("abcde");
    for (int i = 1; i <= 4; ++i) { // together longer than the deadline of 300 ms
        client.send(request.chopped(8));
        for (const char byte : request.last(8)) {
            QTest::qWait(20);
            client.send(QByteArray(1, byte));
        }
        QTRY_COMPARE(client.answers(), i);
    }
    QCOMPARE(m_server.handled(), 4);
    QVERIFY(!client.received().contains(" 408 "));
}

void TestHttpConnections::closesAnIdleConnection()
{
    Limits limits = EchoServer::shortLimits;
    limits.idleDeadline = 200ms;
    m_server.start(limits);
    Client fresh(m_server.port());
    Client used(m_server.port());
    used.send(get("/"));
    QTRY_VERIFY(used.received().endsWith("GET / "));
    QTRY_VERIFY(fresh.closed());
    QTRY_VERIFY(used.closed());
}

// Long answers, one request after the other in one piece: at some point nothing more fits between the two.
void TestHttpConnections::aClientThatReadsNothingIsClosed()
{
    Limits limits = EchoServer::shortLimits;
    limits.readDeadline = 20s;
    limits.writeDeadline = 300ms;
    m_server.start(limits);
    Client client(m_server.port());
    client.stopReading();
    constexpr int requests = 40;
    const QByteArray request = post(QByteArray(1'000'000, 'x'));
    for (int i = 0; i < requests; ++i)
        client.send(request);
    QTRY_VERIFY(m_server.handled() > 1);
    // What it sends meets a closed connection then; it reads nothing, so that is how it learns of it.
    QTRY_VERIFY_WITH_TIMEOUT(client.closed(), 10'000);
    QVERIFY(m_server.handled() < requests);
}

void TestHttpConnections::manyConnectionsAtOnce()
{
    std::vector<std::unique_ptr<Client>> clients(100);
    for (size_t i = 0; i < clients.size(); ++i) {
        clients[i] = std::make_unique<Client>(m_server.port());
        clients[i]->send(post(QByteArray::number(i)));
    }
    for (size_t i = 0; i < clients.size(); ++i)
        QTRY_VERIFY(clients[i]->received().endsWith("POST / " + QByteArray::number(i)));
    QCOMPARE(m_server.handled(), 100);
}

void TestHttpConnections::refusesTooManyConnections()
{
    Limits limits = EchoServer::shortLimits;
    limits.connections = 2;
    m_server.start(limits);
    Client first(m_server.port());
    Client second(m_server.port());
    first.send(get("/hold"));
    second.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 2);
    Client third(m_server.port());
    QTRY_COMPARE(third.status(), 503);
    first.disconnect();
    m_server.release();
    // The place becomes free once the server has seen the end.
    QTRY_VERIFY([this] {
        Client fourth(m_server.port());
        fourth.send(get("/4"));
        return QTest::qWaitFor([&] { return fourth.status() != 0; }, 1'000) && fourth.status() == 200;
    }());
}

void TestHttpConnections::closesAtOnceFarBeyondTheLimit()
{
    m_server.start({.connections = 1, .drainDeadline = 60s}); // those who were told stay longer than this test
    std::vector<std::unique_ptr<Client>> clients(60);
    clients.front() = std::make_unique<Client>(m_server.port());
    clients.front()->send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    for (auto &client : clients) {
        if (client)
            continue;
        client = std::make_unique<Client>(m_server.port());
        client->stopReading();
    }
    QTRY_VERIFY(clients.back()->closed());
    QCOMPARE(clients.back()->received(), QByteArray());
    QTRY_COMPARE(clients[1]->socket().bytesAvailable(), 1); // told
    QVERIFY(!clients[1]->closed());
    QVERIFY(!clients.front()->closed());
    m_server.release();
    QTRY_COMPARE(clients.front()->status(), 200);
}

void TestHttpConnections::theLongestIdleGivesWay()
{
    Limits limits = EchoServer::shortLimits;
    limits.connections = 3;
    limits.idleDeadline = 60s;
    m_server.start(limits);
    Client busy(m_server.port());
    busy.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    Client used(m_server.port());
    used.send(get("/1"));
    QTRY_COMPARE(used.answers(), 1);
    Client fresh(m_server.port());
    fresh.send(get("/1"));
    QTRY_COMPARE(fresh.answers(), 1);
    Client another(m_server.port());
    another.send(get("/2"));
    QTRY_COMPARE(another.status(), 200);
    QTRY_VERIFY(used.closed());
    QVERIFY(!busy.closed());
    fresh.send(get("/3"));
    QTRY_COMPARE(fresh.answers(), 2);
    m_server.release();
    QTRY_COMPARE(busy.status(), 200);
}

void TestHttpConnections::aResetRequestGivesWay_data()
{
    QTest::addColumn<QByteArray>("after"); // what came after the request, and was not read yet
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a further request") << get("/further");
}

void TestHttpConnections::aResetRequestGivesWay()
{
    QFETCH(const QByteArray, after);
    Limits limits = EchoServer::shortLimits;
    limits.connections = 2;
    m_server.start(limits);
    Client gone(m_server.port());
    Client waiting(m_server.port());
    gone.send(get("/hold") + after);
    waiting.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 2);
    reset(gone);
    for (int i = 0; i < 2; ++i) {
        Client next(m_server.port());
        next.send(get("/next"));
        QTRY_COMPARE(next.status(), 200);
    }
    QVERIFY(!waiting.closed());
    m_server.release();
    QTRY_COMPARE(waiting.status(), 200);
}

void TestHttpConnections::whoOnlyListensKeepsThePlace()
{
    Limits limits = EchoServer::shortLimits;
    limits.connections = 2;
    m_server.start(limits);
    Client listening(m_server.port());
    listening.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    sendNoMore(listening);
    Client idle(m_server.port());
    idle.send(get("/1"));
    QTRY_COMPARE(idle.status(), 200);
    Client next(m_server.port()); // takes the idle one's place
    next.send(get("/2"));
    QTRY_COMPARE(next.status(), 200);
    m_server.release();
    QTRY_COMPARE(listening.status(), 200);
    QVERIFY(listening.received().endsWith("released"));
}

void TestHttpConnections::whoOnlyListensGivesWayLast()
{
    Limits limits = EchoServer::shortLimits;
    limits.connections = 2;
    m_server.start(limits);
    Client listening(m_server.port());
    Client waiting(m_server.port());
    listening.send(get("/hold"));
    waiting.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 2);
    sendNoMore(listening);
    Client next(m_server.port());
    next.send(get("/next"));
    QTRY_COMPARE(next.status(), 200);
    QTRY_VERIFY(listening.closed());
    QVERIFY(!waiting.closed());
    m_server.release();
    QTRY_COMPARE(waiting.status(), 200);
}

void TestHttpConnections::thousandIdleConnections()
{
    if (!mayOpenFiles(2'000))
        QSKIP("This process may not open so many connections.");
    m_server.start(Limits{});
    std::vector<std::unique_ptr<Client>> idle(1'000);
    for (auto &client : idle)
        client = std::make_unique<Client>(m_server.port());
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(idle.begin(), idle.end(),
                                         [](const auto &client) {
                                             return client->closed() ||
                                                    client->socket().state() == QAbstractSocket::ConnectedState;
                                         }),
                             30'000);
    Client client(m_server.port());
    client.send(get("/"));
    QTRY_COMPARE(client.status(), 200);
    const auto isOpen = [](const auto &one) { return !one->closed(); };
    QTRY_COMPARE(std::count_if(idle.begin(), idle.end(), isOpen), 63); // 64 with the one that was served
}

void TestHttpConnections::slowAnswersDoNotHoldOthers()
{
    Client slow(m_server.port());
    slow.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    Client quick(m_server.port());
    quick.send(get("/quick"));
    QTRY_COMPARE(quick.status(), 200);
    // Waiting for the handler is no read and no idling: no deadline runs.
    QTest::qWait(400);
    QVERIFY(slow.received().isEmpty());
    QVERIFY(!slow.closed());
    m_server.release();
    QTRY_VERIFY(slow.received().endsWith("released"));
}

void TestHttpConnections::stopsWithRequestsInFlight()
{
    Client waiting(m_server.port());
    waiting.send(get("/hold"));
    Client halfway(m_server.port());
    halfway.send("POST / HTTP/1.1\r\nHost: localhost\r\n");
    Client idle(m_server.port());
    QTRY_COMPARE(m_server.handled(), 1);
    m_server.server().stop();
    QTRY_VERIFY(waiting.closed());
    QTRY_VERIFY(halfway.closed());
    QTRY_VERIFY(idle.closed());
    QVERIFY(waiting.received().isEmpty());
}

void TestHttpConnections::answersAfterTheStopAreDropped()
{
    Client client(m_server.port());
    client.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    std::thread late([this] { m_server.release(); });
    m_server.end();
    late.join();
    m_server.release();
    QTRY_VERIFY(client.closed());
}

void TestHttpConnections::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    HttpServer second([](const HttpRequest &, const Reply &) {});
    const auto refused = second.start(other.serverPort());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("AddressInUse"));
    QVERIFY(refused.error().message.contains(QString::number(other.serverPort())));
    QCOMPARE(second.port(), 0);
    const auto taken = second.start(m_server.port());
    QVERIFY(!taken);
}

void TestHttpConnections::restarts()
{
    const quint16 port = m_server.port();
    for (int i = 0; i < 3; ++i) {
        const auto again = m_server.server().start(port);
        QVERIFY(again);
        QCOMPARE(*again, port);
        Client client(port);
        client.send(get("/"));
        QTRY_COMPARE(client.status(), 200);
    }
}

QTEST_GUILESS_MAIN(TestHttpConnections)
#include "tst_httpconnections.moc"
