#include "tokens/jwkscache.h"

#include "tokenmaker.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QtTest>

using namespace poolscope;
using namespace poolscope::tokens;
using namespace std::chrono_literals;

namespace {

// Answers every connection with the same bytes; closes afterwards unless told to wait.
class ScriptedServer final : public QObject
{
public:
    ScriptedServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                request += socket->readAll();
                if (!request.endsWith("\r\n\r\n"))
                    return;
                ++requests;
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/pool/.well-known/jwks.json").arg(m_server.serverPort()));
    }
    void answerWith(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headers = {})
    {
        answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
                 "Connection: close\r\n\r\n" + body;
    }

    QByteArray answer;
    QByteArray request;
    int requests = 0;
    bool closes = true;

private:
    QTcpServer m_server;
};

struct Answer
{
    int count = 0;
    Result<Jwks> result = failure({});
};

} // namespace

class TestJwksCache final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void fetchesOnceAndKeeps();
    void sharesARequest();
    void fetchesAgainForAnUnknownKid();
    void unknownKidsWaitForThePenalty();
    void clockSetBackEndsThePenalty();
    void failures_data();
    void failures();
    void neverAnswering();
    void refusedConnection();
    void redirectIsNotFollowed();
    void addresses_data();
    void addresses();
    void contextGone();
    void cacheGone();
    void clearCancels();
    void oldKeysSurviveAFailure();
    void sendsNoSecrets();

private:
    void ask(const QString &kid, Answer &answer) { ask(m_server->url(), kid, answer); }
    void ask(const QUrl &url, const QString &kid, Answer &answer)
    {
        m_cache->keys(url, kid, this, [&answer](const Result<Jwks> &result) {
            ++answer.count;
            answer.result = result;
        });
    }

    QByteArray m_key1;
    QByteArray m_bothKeys;
    ManualClock m_clock{1'000'000};
    QNetworkAccessManager m_manager;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<JwksCache> m_cache;
};

void TestJwksCache::initTestCase()
{
    const crypto::RsaKey key = crypto::RsaKey::generate().value();
    m_key1 = "{\"keys\":[" + testing::jwkText(key, "key1") + "]}";
    m_bothKeys = "{\"keys\":[" + testing::jwkText(key, "key1") + ',' + testing::jwkText(key, "key2") + "]}";
}

void TestJwksCache::init()
{
    m_clock.set(1'000'000);
    m_server = std::make_unique<ScriptedServer>();
    m_server->answerWith(m_key1);
    m_cache = std::make_unique<JwksCache>(&m_manager, m_clock, JwksCache::Limits{.deadline = 500ms});
}

void TestJwksCache::cleanup()
{
    m_cache.reset();
    m_server.reset();
}

void TestJwksCache::fetchesOnceAndKeeps()
{
    QVERIFY(!m_cache->cached(m_server->url()));
    Answer first;
    ask(QStringLiteral("key1"), first);
    QCOMPARE(first.count, 0); // never within the call
    QTRY_COMPARE(first.count, 1);
    QVERIFY2(first.result.has_value(), qPrintable(first.result ? QString() : first.result.error().message));
    QVERIFY(first.result->find(u"key1"));
    Answer second;
    ask(QStringLiteral("key1"), second);
    QCOMPARE(second.count, 0);
    QTRY_COMPARE(second.count, 1);
    QVERIFY(second.result->find(u"key1"));
    QCOMPARE(m_server->requests, 1);
    QVERIFY(m_cache->cached(m_server->url())->find(u"key1"));
}

void TestJwksCache::sharesARequest()
{
    std::array<Answer, 10> answers;
    for (Answer &answer : answers)
        ask(QStringLiteral("key1"), answer);
    for (Answer &answer : answers)
        QTRY_COMPARE(answer.count, 1);
    QCOMPARE(m_server->requests, 1);
}

void TestJwksCache::fetchesAgainForAnUnknownKid()
{
    Answer first;
    ask(QStringLiteral("key1"), first);
    QTRY_COMPARE(first.count, 1);
    m_server->answerWith(m_bothKeys); // the pool rotated
    m_clock.advanceMs(10'000);
    Answer second;
    ask(QStringLiteral("key2"), second);
    QTRY_COMPARE(second.count, 1);
    QVERIFY(second.result->find(u"key2"));
    QCOMPARE(m_server->requests, 2);
}

void TestJwksCache::unknownKidsWaitForThePenalty()
{
    Answer answer;
    for (int i = 0; i < 1000; ++i) {
        ask(QStringLiteral("no such key %1").arg(i), answer);
        QTRY_COMPARE(answer.count, i + 1);
        QVERIFY(answer.result.has_value());
        QVERIFY(!answer.result->find(u"no such key"));
    }
    QCOMPARE(m_server->requests, 1);
    m_clock.advanceMs(9'999);
    ask(QStringLiteral("no such key"), answer);
    QTRY_COMPARE(answer.count, 1001);
    QCOMPARE(m_server->requests, 1);
    m_clock.advanceMs(1);
    ask(QStringLiteral("no such key"), answer);
    QTRY_COMPARE(answer.count, 1002);
    QCOMPARE(m_server->requests, 2);
}

void TestJwksCache::clockSetBackEndsThePenalty()
{
    Answer answer;
    ask(QStringLiteral("x"), answer);
    QTRY_COMPARE(answer.count, 1);
    m_clock.advanceMs(-500'000);
    ask(QStringLiteral("x"), answer);
    QTRY_COMPARE(answer.count, 2);
    QCOMPARE(m_server->requests, 2);
}

void TestJwksCache::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &answer, const char *code) {
        QTest::newRow(name) << answer << QString::fromLatin1(code);
    };
    row("404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "JwksStatus");
    row("500", "HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n{}", "JwksStatus");
    row("HTML", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", "JwksInvalid");
    row("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "JwksInvalid");
    row("no keys", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "JwksInvalid");
    row("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"keys\":[]}", "JwksTransport");
    row("no HTTP", "hello\r\n\r\n", "JwksTransport");
    row("over 1 MB", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3'000'000, 'x'), "JwksTooLarge");
    row("over 1 MB, announced", "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x'),
        "JwksTooLarge");
}

void TestJwksCache::failures()
{
    QFETCH(QByteArray, answer);
    m_server->answer = answer;
    Answer received;
    ask(QStringLiteral("key1"), received);
    QTRY_COMPARE(received.count, 1);
    QVERIFY(!received.result.has_value());
    QTEST(received.result.error().code, "code");
    QVERIFY(!received.result.error().message.isEmpty());
    const int requests = m_server->requests; // Qt itself repeats some
    ask(QStringLiteral("key1"), received);   // the penalty holds for failures too
    QTRY_COMPARE(received.count, 2);
    QVERIFY(!received.result.has_value());
    QCOMPARE(m_server->requests, requests);
}

void TestJwksCache::neverAnswering()
{
    m_server->closes = false;
    m_server->answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 1);
    QVERIFY(answer.result.error().kind == Error::Kind::Timeout);
}

void TestJwksCache::refusedConnection()
{
    const QUrl url = m_server->url();
    m_server = std::make_unique<ScriptedServer>();
    Answer answer;
    ask(url, QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 1);
    QVERIFY(answer.result.error().kind == Error::Kind::Transport);
}

void TestJwksCache::redirectIsNotFollowed()
{
    ScriptedServer other;
    other.answerWith(m_key1);
    m_server->answerWith({}, "302 Found", "Location: " + other.url().toEncoded() + "\r\n");
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 1);
    QCOMPARE(answer.result.error().code, QStringLiteral("JwksRedirect"));
    QCOMPARE(answer.result.error().httpStatus, 302);
    QCOMPARE(other.requests, 0);
}

void TestJwksCache::addresses_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("http elsewhere") << QUrl(QStringLiteral("http://example.com/jwks.json"));
    QTest::newRow("loopback as a prefix") << QUrl(QStringLiteral("http://127.0.0.1.example.com/jwks.json"));
    QTest::newRow("localhost as a prefix") << QUrl(QStringLiteral("http://localhost.example.com/jwks.json"));
    QTest::newRow("loopback as user") << QUrl(QStringLiteral("http://127.0.0.1@example.com/jwks.json"));
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd"));
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/x"));
    QTest::newRow("empty") << QUrl();
}

void TestJwksCache::addresses()
{
    QFETCH(QUrl, url);
    Answer answer;
    ask(url, QStringLiteral("key1"), answer);
    QCOMPARE(answer.count, 0);
    QTRY_COMPARE(answer.count, 1);
    QVERIFY(answer.result.error().kind == Error::Kind::Validation);
}

void TestJwksCache::contextGone()
{
    Answer answer;
    auto context = std::make_unique<QObject>();
    bool called = false;
    m_cache->keys(m_server->url(), QStringLiteral("key1"), context.get(), [&called](const auto &) { called = true; });
    ask(QStringLiteral("key1"), answer);
    context.reset();
    QTRY_COMPARE(answer.count, 1);
    QVERIFY(!called);
}

void TestJwksCache::cacheGone()
{
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    m_cache.reset();
    QTimer later;
    QSignalSpy waited(&later, &QTimer::timeout);
    later.start(50);
    QTRY_VERIFY(!waited.isEmpty());
    QCOMPARE(answer.count, 0);
}

void TestJwksCache::clearCancels()
{
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    m_cache->clear();
    QCOMPARE(answer.count, 1);
    QVERIFY(answer.result.error().kind == Error::Kind::Cancelled);
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 2);
    QVERIFY(answer.result.has_value());
}

void TestJwksCache::oldKeysSurviveAFailure()
{
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 1);
    m_server->answerWith({}, "500 Oops");
    m_clock.advanceMs(10'000);
    ask(QStringLiteral("key2"), answer);
    QTRY_COMPARE(answer.count, 2);
    QVERIFY(!answer.result.has_value());
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 3);
    QVERIFY(answer.result.has_value());
}

void TestJwksCache::sendsNoSecrets()
{
    Answer answer;
    ask(QStringLiteral("key1"), answer);
    QTRY_COMPARE(answer.count, 1);
    QVERIFY(m_server->request.startsWith("GET /pool/.well-known/jwks.json HTTP/1.1\r\n"));
    QVERIFY(!m_server->request.contains("Authorization"));
    QVERIFY(!m_server->request.contains("Cookie"));
}

QTEST_GUILESS_MAIN(TestJwksCache)
#include "tst_jwkscache.moc"
