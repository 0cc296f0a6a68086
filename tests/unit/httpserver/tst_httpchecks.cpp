#include "httpserver/httpchecks.h"
#include "httpserver/httpserver.h"

#include <QTest>

using namespace poolscope::httpserver;

class TestHttpChecks final : public QObject
{
    Q_OBJECT

private slots:
    void host_data();
    void host();
    void origin_data();
    void origin();
    void listedNames_data();
    void listedNames();
    void target();
    void dates_data();
    void dates();
};

void TestHttpChecks::host_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("address and port") << QByteArray("127.0.0.1:9229") << true;
    QTest::newRow("address") << QByteArray("127.0.0.1") << true;
    QTest::newRow("localhost") << QByteArray("localhost:9229") << true;
    QTest::newRow("capitals") << QByteArray("LocalHost") << true;
    QTest::newRow("IPv6") << QByteArray("[::1]:9229") << true;
    QTest::newRow("IPv6 without port") << QByteArray("[::1]") << true;
    QTest::newRow("another port") << QByteArray("127.0.0.1:80") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("empty port") << QByteArray("localhost:") << false;
    QTest::newRow("a number that wraps") << QByteArray("localhost:74765") << false;
    QTest::newRow("port with sign") << QByteArray("localhost:+9229") << false;
    QTest::newRow("a rebound name") << QByteArray("evil.example:9229") << false;
    QTest::newRow("ours in front") << QByteArray("localhost.evil.example") << false;
    QTest::newRow("ours behind") << QByteArray("evil.localhost") << false;
    QTest::newRow("user part") << QByteArray("localhost@evil.example") << false;
    QTest::newRow("blank") << QByteArray("localhost ") << false;
    QTest::newRow("bare IPv6") << QByteArray("::1") << false;
}

void TestHttpChecks::host()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, accepted);
    QCOMPARE(isLoopbackHost(host, 9229), accepted);
}

void TestHttpChecks::origin_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("development server") << QByteArray("http://localhost:5173") << true;
    QTest::newRow("https") << QByteArray("https://127.0.0.1") << true;
    QTest::newRow("IPv6") << QByteArray("http://[::1]:3000") << true;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("elsewhere") << QByteArray("https://evil.example") << false;
    QTest::newRow("ours in front") << QByteArray("http://localhost.evil.example") << false;
    QTest::newRow("with a path") << QByteArray("http://localhost/x") << false;
    QTest::newRow("another scheme") << QByteArray("ftp://localhost") << false;
    QTest::newRow("file") << QByteArray("file://") << false;
    QTest::newRow("no scheme") << QByteArray("localhost") << false;
}

void TestHttpChecks::origin()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, accepted);
    QCOMPARE(isLoopbackOrigin(origin), accepted);
}

void TestHttpChecks::listedNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("host");
    QTest::addColumn<bool>("origin");
    const auto row = [](const QByteArray &text, bool host, bool origin) {
        QTest::newRow(text.isEmpty() ? "nothing" : text.constData()) << text << host << origin;
    };
    row("pool", true, false);
    row("host.docker.internal", true, false);
    row("my_service", true, false);
    row("192.168.0.7", true, false);
    row("", false, false);
    row("*", false, false);
    row("pool:9229", false, false);
    row("Pool", false, false);
    row(".internal", false, false);
    row("https://app.example.com", false, true);
    row("https://app.example.com:8443", false, true);
    row("http://[::1]:3000", false, true);
    row("https://app.example.com/", false, false);
    row("https://app.example.com:", false, false);
    row("https://user@app.example.com", false, false);
    row("https://*.example.com", false, false);
    row("https://", false, false);
    row("file://", false, false);
    row("null", true, false);
}

void TestHttpChecks::listedNames()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, host);
    QFETCH(bool, origin);
    QCOMPARE(isHostName(text), host);
    QCOMPARE(isOrigin(text), origin);
}

void TestHttpChecks::target()
{
    HttpRequest request;
    request.target = "/a%20b/c?to=x%40y+z&n=%2B";
    splitTarget(request);
    QCOMPARE(request.path, QStringLiteral("/a b/c"));
    QCOMPARE(request.queryValue(u"to"), QStringLiteral("x@y z"));
    QCOMPARE(request.queryValue(u"n"), QStringLiteral("+"));
    QCOMPARE(request.queryValue(u"none"), QString());
    request.target = "/plain";
    splitTarget(request);
    QCOMPARE(request.path, QStringLiteral("/plain"));
    QVERIFY(request.query.isEmpty());
}

void TestHttpChecks::dates_data()
{
    QTest::addColumn<QDateTime>("when");
    QTest::addColumn<QByteArray>("date");
    const auto utc = [](const char *iso) { return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate); };
    QTest::newRow("of RFC 9110") << utc("1994-11-06T08:49:37Z") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("leap day") << utc("2028-02-29T23:59:59Z") << QByteArray("Tue, 29 Feb 2028 23:59:59 GMT");
    QTest::newRow("another day in UTC") << utc("2026-12-31T20:00:00-05:00")
                                        << QByteArray("Fri, 01 Jan 2027 01:00:00 GMT");
    QTest::newRow("no time") << QDateTime() << QByteArray();
}

void TestHttpChecks::dates()
{
    QFETCH(QDateTime, when);
    QFETCH(QByteArray, date);
    QCOMPARE(httpDate(when), date);
}

QTEST_GUILESS_MAIN(TestHttpChecks)
#include "tst_httpchecks.moc"
