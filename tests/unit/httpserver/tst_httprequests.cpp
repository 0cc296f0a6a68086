#include "echoserver.h"
#include "support/rawclient.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace poolscope;

class TestHttpRequests final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server.start(); }
    void cleanup() { m_server.end(); }
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
    void pipelined();
    void anAnswerThatNeverComes();
    void cutsTheConnection();
    void firstAnswerCounts();

private:
    EchoServer m_server;
};

void TestHttpRequests::answers()
{
    Client client(m_server.port());
    client.send(post("{}", "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
    QVERIFY(client.received().endsWith("\r\n\r\nPOST / {}"));
    QVERIFY(client.received().contains("\r\nContent-Length: 9\r\n"));
    QVERIFY(client.received().contains("\r\nDate: "));
    QVERIFY(!client.received().contains("Access-Control"));
}

void TestHttpRequests::keepsTheConnection()
{
    Client client(m_server.port());
    for (int i = 1; i <= 3; ++i) {
        client.send(post(QByteArray::number(i)));
        QTRY_VERIFY(client.received().endsWith("POST / " + QByteArray::number(i)));
        QCOMPARE(client.answers(), i);
    }
    QVERIFY(!client.closed());
}

void TestHttpRequests::closesWhenAsked()
{
    Client client(m_server.port());
    client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
}

void TestHttpRequests::answersHeadWithoutBody()
{
    Client client(m_server.port());
    client.send("HEAD /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.closed());
    QVERIFY(client.received().contains("Content-Length: 8\r\n"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
}

void TestHttpRequests::saysContinue()
{
    Client client(m_server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_VERIFY(client.received().endsWith("POST / ok"));
}

void TestHttpRequests::refuses_data()
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
    QTest::newRow("what stands before a chunk does not end")
        << QByteArray("POST / HTTP/1.1\r\n" + ours + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(300'000, 'x'))
        << 431;
    QTest::newRow("no request line") << QByteArray("\r\n\r\n") << 400;
    QTest::newRow("chunks too large") << QByteArray("POST / HTTP/1.1\r\n" + ours +
                                                    "Transfer-Encoding: chunked\r\n\r\n100001\r\n" +
                                                    QByteArray(0x100001, 'x'))
                                      << 413;
}

void TestHttpRequests::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Client client(m_server.port());
    client.send(request);
    QTRY_VERIFY(client.received().contains("\r\n\r\n"));
    QCOMPARE(client.status(), status);
    client.socket().disconnectFromHost();
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answers(), 1);
    QCOMPARE(m_server.handled(), 0);
}

void TestHttpRequests::refusalKeepsTheHandlerOut()
{
    Client client(m_server.port());
    client.send("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}" + post("{}"));
    QTRY_COMPARE(client.status(), 403);
    QVERIFY(!client.received().contains("Access-Control-Allow-Origin"));
    client.socket().disconnectFromHost();
    QTRY_VERIFY(client.closed());
    QCOMPARE(m_server.handled(), 0); // what follows a refused request is not looked at
}

void TestHttpRequests::preflight()
{
    Client client(m_server.port());
    client.send("OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:5173\r\n"
                "Access-Control-Request-Method: POST\r\n"
                "Access-Control-Request-Headers: content-type,x-amz-target\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(client.closed());
    const QByteArray answer = client.received();
    QCOMPARE(client.status(), 204);
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: http://localhost:5173\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Headers: content-type,x-amz-target\r\n"));
    QVERIFY(answer.contains("\r\nVary: Origin\r\n"));
    QVERIFY(!answer.contains("Content-Length"));
    QCOMPARE(m_server.handled(), 0);
}

void TestHttpRequests::corsHeadersForLoopbackPages()
{
    Client client(m_server.port());
    client.send(post("{}", "Origin: http://127.0.0.1:3000\r\nConnection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QVERIFY(client.received().contains("\r\nAccess-Control-Allow-Origin: http://127.0.0.1:3000\r\n"));
    QVERIFY(client.received().contains("\r\nAccess-Control-Expose-Headers: x-amzn-RequestId, x-amzn-ErrorType, "));
    QVERIFY(client.received().endsWith("POST / {}"));
}

void TestHttpRequests::bodyAtTheLimit()
{
    Client client(m_server.port());
    client.send(post(QByteArray(1024 * 1024, 'x'), "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.status(), 200);
    QVERIFY(client.received().endsWith("POST / " + QByteArray(1024 * 1024, 'x')));
}

void TestHttpRequests::pipelined()
{
    Client client(m_server.port());
    QByteArray requests;
    for (int i = 0; i < 50; ++i)
        requests += i % 2 ? get("/" + QByteArray::number(i)) : post(QByteArray::number(i));
    client.send(requests + get("/last", "Connection: close\r\n"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answers(), 51);
    QCOMPARE(m_server.handled(), 51);
    QVERIFY(client.received().indexOf("POST / 10") < client.received().indexOf("GET /11 ")); // in their order
}

void TestHttpRequests::anAnswerThatNeverComes()
{
    Client client(m_server.port());
    client.send(get("/drop"));
    QTRY_COMPARE(client.status(), 500);
}

void TestHttpRequests::cutsTheConnection()
{
    Client client(m_server.port());
    client.send(get("/cut"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.received(), QByteArray());
}

void TestHttpRequests::firstAnswerCounts()
{
    Client client(m_server.port());
    client.send(get("/hold"));
    QTRY_COMPARE(m_server.handled(), 1);
    std::vector<std::thread> threads(4);
    for (std::thread &thread : threads)
        thread = std::thread([this] { m_server.release(); });
    for (std::thread &thread : threads)
        thread.join();
    QTRY_COMPARE(client.answers(), 1);
    client.send(get("/next"));
    QTRY_VERIFY(client.received().endsWith("GET /next "));
    QCOMPARE(client.answers(), 2);
}

QTEST_GUILESS_MAIN(TestHttpRequests)
#include "tst_httprequests.moc"
