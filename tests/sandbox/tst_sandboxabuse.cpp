#include "httpcaller.h"
#include "sandbox/sandbox.h"

#include "support/openfiles.h"
#include "support/rawclient.h"
#include "support/signingkeys.h"
#include "json/writer.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace poolscope;
using namespace poolscope::sandbox;
using poolscope::test::Answer;
using poolscope::test::HttpCaller;
using poolscope::test::object;
using namespace Qt::StringLiterals;

// What evil pages, broken programs and the curious send to a running sandbox: each is refused by its status, has no
// effect, and the next request is answered as ever.
class TestSandboxAbuse final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void refuses_data();
    void refuses();
    void lengthThatIsTooShort();
    void lengthThatIsTooLong();
    void pipelinedCallsAreAnsweredInOrder();
    void thousandIdleConnections();
    void onlyOnLoopback();

private:
    QByteArray bodyFor(const QString &name) const;
    QByteArray callFor(const QString &name, const QByteArray &headers = {}) const; // without Host and length
    bool exists(const QString &name);
    void worksAsEver();

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpCaller> m_caller;
    DemoPool m_demo;
    int m_names = 0;
};

namespace {

const QByteArray ours = "Host: localhost\r\n";

QByteArray lengthOf(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
}

} // namespace

void TestSandboxAbuse::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_caller = std::make_unique<HttpCaller>(m_sandbox->endpoint());
    m_sandbox->demoPool(this, [this](const Result<DemoPool> &demo) {
        QVERIFY(demo);
        m_demo = *demo;
    });
    QTRY_VERIFY(!m_demo.clientId.isEmpty());
}

void TestSandboxAbuse::cleanupTestCase()
{
    m_caller.reset();
    m_sandbox.reset();
}

QByteArray TestSandboxAbuse::bodyFor(const QString &name) const
{
    return json::write(
        object({{u"ClientId"_s, m_demo.clientId}, {u"Username"_s, name}, {u"Password"_s, u"Passw0rd!"_s}}));
}

QByteArray TestSandboxAbuse::callFor(const QString &name, const QByteArray &headers) const
{
    return "POST / HTTP/1.1\r\nX-Amz-Target: AWSCognitoIdentityProviderService.SignUp\r\n"
           "Content-Type: application/x-amz-json-1.1\r\n" +
           headers + "\r\n" + bodyFor(name);
}

bool TestSandboxAbuse::exists(const QString &name)
{
    const Answer answer =
        m_caller->call("AdminGetUser", object({{u"UserPoolId"_s, m_demo.userPoolId}, {u"Username"_s, name}}), true);
    return answer.status == 200;
}

void TestSandboxAbuse::worksAsEver()
{
    const QString name = u"ever%1@example.com"_s.arg(++m_names);
    Client client(m_sandbox->endpoint().port());
    client.send(callFor(name, ours + lengthOf(bodyFor(name))));
    QTRY_COMPARE(client.status(), 200);
    QVERIFY(exists(name));
}

void TestSandboxAbuse::refuses_data()
{
    QTest::addColumn<QByteArray>("headers"); // of a SignUp, L standing for its length
    QTest::addColumn<int>("status");
    const QByteArray length = "Content-Length: L\r\n";
    QTest::newRow("no Host") << length << 400;
    QTest::newRow("two Hosts") << ours + ours + length << 400;
    for (const char *host : {"evil.example", "0.0.0.0", "0.0.0.0:P", "127.0.0.1:1", "127.0.0.1.evil.example", "127.1",
                             "2130706433", "[::]", "localhost.", "localhost:P@evil.example", "evil.example:P", ""})
        QTest::addRow("Host %s", host) << "Host: " + QByteArray(host) + "\r\n" + length << 403;
    for (const char *origin : {"https://evil.example", "null", "http://localhost.evil.example",
                               "http://127.0.0.1@evil.example", "file://", "http://0.0.0.0", "localhost", ""})
        QTest::addRow("Origin %s", origin) << ours + "Origin: " + origin + "\r\n" + length << 403;
    QTest::newRow("two Origins") << ours + "Origin: http://localhost\r\nOrigin: http://localhost\r\n" + length << 403;
    QTest::newRow("a form of another page")
        << ours + "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n" + length << 403;
    QTest::newRow("header of 1 MB") << ours + length + "X-Filler: " + QByteArray(1'000'000, 'x') + "\r\n" << 431;
    QTest::newRow("10,000 headers") << ours + length + QByteArray("X-Filler: x\r\n").repeated(10'000) << 431;
    QTest::newRow("NUL in a header") << ours + length + QByteArray("X-Filler: a\0b\r\n", 15) << 400;
    QTest::newRow("two lengths") << ours + length + "Content-Length: 5\r\n" << 400;
    QTest::newRow("two lengths in one header") << ours + "Content-Length: L, 5\r\n" << 400;
    QTest::newRow("length with a sign") << ours + "Content-Length: +L\r\n" << 400;
    QTest::newRow("negative length") << ours + "Content-Length: -L\r\n" << 400;
    QTest::newRow("length in hexadecimal") << ours + "Content-Length: 0xL\r\n" << 400;
    QTest::newRow("length beyond 64 bits") << ours + "Content-Length: 18446744073709551617\r\n" << 400;
    QTest::newRow("length over the limit") << ours + "Content-Length: 1048577\r\n" << 413;
    QTest::newRow("length and chunks") << ours + length + "Transfer-Encoding: chunked\r\n" << 400;
    QTest::newRow("another encoding") << ours + length + "Transfer-Encoding: gzip\r\n" << 400;
    QTest::newRow("another encoding alone") << ours + "Transfer-Encoding: gzip\r\n" << 400;
    QTest::newRow("encoding that looks like chunks") << ours + length + "Transfer-Encoding: xchunked\r\n" << 400;
    QTest::newRow("blank before a colon") << ours + "Content-Length : L\r\n" << 400;
}

void TestSandboxAbuse::refuses()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    const QString name = u"refused%1@example.com"_s.arg(++m_names);
    headers.replace(":P", ':' + QByteArray::number(m_sandbox->endpoint().port()));
    headers.replace("L\r\n", QByteArray::number(bodyFor(name).size()) + "\r\n");
    headers.replace(" L,", ' ' + QByteArray::number(bodyFor(name).size()) + ',');
    Client client(m_sandbox->endpoint().port());
    client.send(callFor(name, headers));
    QTRY_VERIFY(client.received().contains("\r\n\r\n"));
    QCOMPARE(client.status(), status);
    QVERIFY(client.received().contains("\r\nConnection: close\r\n"));
    QVERIFY(!client.received().contains("Access-Control-Allow-Origin"));
    client.socket().disconnectFromHost();
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answers(), 1);
    QVERIFY(!exists(name));
    worksAsEver();
}

// The body ends too early, so it is no JSON; what is left over is no request.
void TestSandboxAbuse::lengthThatIsTooShort()
{
    const QString name = u"short@example.com"_s;
    Client client(m_sandbox->endpoint().port());
    client.send(callFor(name, ours + "Content-Length: 10\r\n") + "\r\n\r\n");
    QTRY_COMPARE(client.answers(), 2);
    QCOMPARE(client.status(), 400);
    QVERIFY(client.received().contains("SerializationException"));
    QVERIFY(client.received().endsWith("This is not a valid HTTP request.\n"));
    QVERIFY(!exists(name));
    worksAsEver();
}

void TestSandboxAbuse::lengthThatIsTooLong()
{
    const QString name = u"long@example.com"_s;
    {
        Client client(m_sandbox->endpoint().port());
        client.send(callFor(name, ours + "Content-Length: 500\r\n"));
        QTRY_COMPARE(client.socket().bytesToWrite(), 0);
        client.socket().disconnectFromHost();
        QTRY_VERIFY(client.closed());
        QCOMPARE(client.received(), QByteArray());
    }
    QVERIFY(!exists(name));
    worksAsEver();
}

void TestSandboxAbuse::pipelinedCallsAreAnsweredInOrder()
{
    QByteArray calls;
    for (int i = 0; i < 10; ++i) {
        const QString name = u"pipelined%1@example.com"_s.arg(i / 2); // each twice
        calls += callFor(name, ours + lengthOf(bodyFor(name)));
    }
    Client client(m_sandbox->endpoint().port());
    client.send(calls);
    QTRY_COMPARE(client.answers(), 10);
    const QList<QByteArray> parts = QByteArray(client.received()).replace("HTTP/1.1 ", "\1").split('\1').mid(1);
    for (int i = 0; i < 10; ++i) {
        const bool isSecond = i % 2 == 1;
        QVERIFY2(parts.at(i).startsWith(isSecond ? "400" : "200"), parts.at(i).constData());
        QVERIFY2(parts.at(i).contains("UsernameExistsException") == isSecond, parts.at(i).constData());
    }
}

void TestSandboxAbuse::thousandIdleConnections()
{
    if (!mayOpenFiles(2'000))
        QSKIP("This process may not open so many connections.");
    std::vector<std::unique_ptr<Client>> idle(1'000);
    for (auto &client : idle)
        client = std::make_unique<Client>(m_sandbox->endpoint().port());
    const auto isSettled = [](const auto &client) {
        return client->closed() || client->socket().state() == QAbstractSocket::ConnectedState;
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(idle.begin(), idle.end(), isSettled), 30'000);
    worksAsEver();
    QTRY_VERIFY(std::count_if(idle.begin(), idle.end(), [](const auto &client) { return !client->closed(); }) <= 64);
    QVERIFY(std::all_of(idle.begin(), idle.end(), [](const auto &client) { return client->received().isEmpty(); }));
    worksAsEver();
}

void TestSandboxAbuse::onlyOnLoopback()
{
    QList<QHostAddress> others = QNetworkInterface::allAddresses();
    others.removeIf([](const QHostAddress &address) { return address == QHostAddress(u"127.0.0.1"_s); });
    others << QHostAddress(u"127.0.0.2"_s) << QHostAddress(QHostAddress::LocalHostIPv6);
    for (const QHostAddress &address : others) {
        QTcpSocket socket;
        socket.connectToHost(address, quint16(m_sandbox->endpoint().port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
}

QTEST_GUILESS_MAIN(TestSandboxAbuse)
#include "tst_sandboxabuse.moc"
