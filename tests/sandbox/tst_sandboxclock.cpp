#include "controlbench.h"

#include "json/writer.h"

#include <QDir>
#include <QLocale>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::test;

namespace {

QDateTime httpDate(const QByteArray &header)
{
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header).chopped(4), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    return QDateTime(date.date(), date.time(), Qt::UTC);
}

} // namespace

// The clock and single expiries over real HTTP, who may ask for them, and what the window hears.
class TestSandboxClock final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_bench.prepare()); }
    void cleanupTestCase() { m_bench.end(); }
    void movesTheClock();
    void theWindowHearsOfTheClock();
    void theWindowMovesTheClock();
    void codesLapseInTheMailbox();
    void startsAtRealTimeWithoutFaults();
    void signedRequestsMayKeepToEitherClock();
    void refusesPages_data();
    void refusesPages();
    void refusesWrongRequests_data();
    void refusesWrongRequests();
    void pagesOnLoopbackMayAsk();
    void expiresSingleThings();
    void failuresOfTheStoreAreAnswered();
    void refusesToExpire_data();
    void refusesToExpire();

private:
    ControlBench m_bench;
};

void TestSandboxClock::movesTheClock()
{
    const Answer before = m_bench.caller().get(clockPath);
    QCOMPARE(before.status, 200);
    QCOMPARE(before.json.value(u"isReal"), json::Value(true));
    const Answer moved = m_bench.caller().request("POST", clockPath, R"({"advance": 86400})");
    QVERIFY2(moved.status == 200, moved.body.constData());
    QCOMPARE(moved.json.value(u"offset").toDouble(), 86400.0);
    QCOMPARE(m_bench.sandbox().clock().offsetMs(), dayMs);
    QCOMPARE(m_bench.caller().request("POST", clockPath, R"({"advance": -3600})").json.value(u"offset").toDouble(),
             82800.0);
    const Answer get = m_bench.caller().get(clockPath);
    const qint64 ahead = QDateTime::currentDateTimeUtc().secsTo(httpDate(get.header("Date")));
    QVERIFY2(qAbs(ahead - 82800) < 60, qPrintable(QString::number(ahead)));
    // Operations are dated by it, too.
    const Answer operation = m_bench.signUp(m_bench.user());
    QCOMPARE(operation.status, 200);
    const qint64 dated = QDateTime::currentDateTimeUtc().secsTo(httpDate(operation.header("Date")));
    QVERIFY2(qAbs(dated - 82800) < 60, qPrintable(QString::number(dated)));
    QCOMPARE(m_bench.caller().request("POST", clockPath, R"({"reset": true})").json.value(u"isReal"),
             json::Value(true));
}

void TestSandboxClock::theWindowHearsOfTheClock()
{
    QSignalSpy moved(&m_bench.sandbox(), &Sandbox::clockMoved);
    QCOMPARE(m_bench.caller().request("POST", clockPath, R"({"to": "2030-01-01T00:00:00Z"})").status, 200);
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(m_bench.sandbox().clock().now().date().year(), 2030);
    QCOMPARE(m_bench.caller().request("POST", clockPath, R"({"offset": 1e9999})").status, 400);
    QCOMPARE(m_bench.sandbox().clock().now().date().year(), 2030);
}

void TestSandboxClock::theWindowMovesTheClock()
{
    QSignalSpy moved(&m_bench.sandbox(), &Sandbox::clockMoved);
    QVERIFY(m_bench.sandbox().setClockOffset(dayMs));
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(m_bench.offset(), 86400.0);
    const Result<void> refused = m_bench.sandbox().setClockOffset(dayMs * 366 * 200);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("ClockOutOfRange"));
    QCOMPARE(m_bench.offset(), 86400.0);
    m_bench.sandbox().backToRealTime();
    QCOMPARE(m_bench.offset(), 0.0);
    QTRY_COMPARE(moved.size(), 2);
}

void TestSandboxClock::codesLapseInTheMailbox()
{
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
    const auto state = [this] {
        return m_bench.caller()
            .get(QStringLiteral("/_poolscope/messages"))
            .json.elements()
            .constFirst()
            .value(u"state")
            .toString();
    };
    QCOMPARE(state(), QStringLiteral("current"));
    QSignalSpy changed(&m_bench.sandbox(), &Sandbox::messagesChanged);
    QVERIFY(m_bench.sandbox().setClockOffset(dayMs));
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(state(), QStringLiteral("expired"));
    m_bench.sandbox().backToRealTime();
    QCOMPARE(state(), QStringLiteral("current"));
}

void TestSandboxClock::startsAtRealTimeWithoutFaults()
{
    QVERIFY(m_bench.sandbox().setClockOffset(dayMs));
    QVERIFY(m_bench.sandbox().addFault({.kind = Fault::Kind::Cut}));
    QSignalSpy stopped(&m_bench.sandbox(), &Sandbox::stopped);
    QSignalSpy started(&m_bench.sandbox(), &Sandbox::started);
    m_bench.sandbox().stop();
    QVERIFY(stopped.wait(30'000));
    QVERIFY(m_bench.sandbox().setClockOffset(dayMs)); // as what comes over HTTP while it ends
    QVERIFY(m_bench.sandbox().addFault({.kind = Fault::Kind::Cut}));
    m_bench.sandbox().start();
    QVERIFY(started.wait(60'000));
    QCOMPARE(m_bench.sandbox().clock().offsetMs(), 0);
    QVERIFY(m_bench.sandbox().faults().isEmpty());
    m_bench.end();
}

void TestSandboxClock::signedRequestsMayKeepToEitherClock()
{
    QVERIFY(m_bench.sandbox().setClockOffset(2 * dayMs));
    const QByteArray body = json::write(object({{QStringLiteral("UserPoolId"), m_bench.pool().userPoolId}}));
    const auto signedAt = [&](qint64 aheadMs) {
        const QByteArray date = QDateTime::currentDateTimeUtc()
                                    .addMSecs(aheadMs)
                                    .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
                                    .toLatin1();
        return m_bench.caller().post("AWSCognitoIdentityProviderService.DescribeUserPool", body,
                                     {{"Authorization", HttpCaller::signature()}, {"X-Amz-Date", date}});
    };
    QCOMPARE(signedAt(0).status, 200);
    QCOMPARE(signedAt(2 * dayMs).status, 200);
    const Answer between = signedAt(dayMs);
    QCOMPARE(between.status, 400);
    QCOMPARE(between.errorCode(), QStringLiteral("InvalidSignatureException"));
    QVERIFY2(between.errorMessage().startsWith(u"Signature expired: "), qPrintable(between.errorMessage()));
}

void TestSandboxClock::refusesPages_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    const QList<std::pair<QByteArray, QString>> requests{
        {"GET", clockPath},   {"POST", clockPath},    {"GET", faultsPath}, {"PUT", faultsPath},
        {"POST", faultsPath}, {"DELETE", faultsPath}, {"POST", expirePath}};
    for (const auto &[method, path] : requests) {
        const auto row = [&, method = method, path = path](const char *name, const char *header, const char *value,
                                                           int status) {
            QTest::addRow("%s %s, %s", method.constData(), qPrintable(path), name)
                << method << path << QByteArray(header) << QByteArray(value) << status;
        };
        row("page elsewhere", "Origin", "https://evil.example", 403);
        row("page without origin", "Origin", "null", 403);
        row("rebound name", "Host", "evil.example", 403);
        if (method == "GET" || method == "DELETE")
            continue;
        // What a form or a script can send anywhere without asking first.
        row("as text", "Content-Type", "text/plain", 415);
        row("as a form", "Content-Type", "application/x-www-form-urlencoded", 415);
        row("as an upload", "Content-Type", "multipart/form-data; boundary=x", 415);
        row("as nearly JSON", "Content-Type", "text/plain; application/json", 415);
    }
}

void TestSandboxClock::refusesPages()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    QVERIFY(m_bench.sandbox().addFault({.kind = Fault::Kind::Cut, .operations = {QStringLiteral("GetUser")}}));
    const QByteArray body = path == clockPath ? R"({"advance": 60})" : R"({"fault": "cut"})";
    QCOMPARE(m_bench.caller().request(method, path, body, {{header, value}}).status, status);
    QCOMPARE(m_bench.sandbox().clock().offsetMs(), 0);
    QCOMPARE(m_bench.sandbox().faults().size(), 1);
}

void TestSandboxClock::refusesWrongRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("clock by PUT") << QByteArray("PUT") << clockPath << QByteArray(R"({"advance": 1})") << 405;
    QTest::newRow("clock by DELETE") << QByteArray("DELETE") << clockPath << QByteArray() << 405;
    QTest::newRow("clock by PATCH") << QByteArray("PATCH") << clockPath << QByteArray() << 405;
    QTest::newRow("expire by GET") << QByteArray("GET") << expirePath << QByteArray() << 405;
    QTest::newRow("faults by PATCH") << QByteArray("PATCH") << faultsPath << QByteArray() << 405;
    QTest::newRow("clock without a body") << QByteArray("POST") << clockPath << QByteArray() << 400;
    QTest::newRow("clock without JSON") << QByteArray("POST") << clockPath << QByteArray("advance=1") << 400;
    QTest::newRow("clock twice") << QByteArray("POST") << clockPath << QByteArray(R"({"advance":1,"advance":2})")
                                 << 400;
    QTest::newRow("clock with bad UTF-8") << QByteArray("POST") << clockPath << QByteArray("{\"to\":\"\xff\"}") << 400;
    QTest::newRow("clock out of range") << QByteArray("POST") << clockPath << QByteArray(R"({"advance":1e10})") << 400;
    QTest::newRow("faults as one") << QByteArray("PUT") << faultsPath << QByteArray(R"({"fault":"cut"})") << 400;
    QTest::newRow("one fault as a list") << QByteArray("POST") << faultsPath << QByteArray(R"({"faults":[]})") << 400;
    QTest::newRow("unknown operation") << QByteArray("POST") << faultsPath
                                       << QByteArray(R"({"fault":"cut","operations":["signup"]})") << 400;
}

void TestSandboxClock::refusesWrongRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Answer answer = m_bench.caller().request(method, path, body);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.errorMessage().endsWith(u'.'), answer.body.constData());
    QCOMPARE(!answer.header("Allow").isEmpty(), status == 405);
    QCOMPARE(m_bench.sandbox().clock().offsetMs(), 0);
    QVERIFY(m_bench.sandbox().faults().isEmpty());
}

void TestSandboxClock::pagesOnLoopbackMayAsk()
{
    const QByteArray page = "http://localhost:5173";
    const Answer preflight = m_bench.caller().request("OPTIONS", faultsPath, {},
                                                      {{"Origin", page},
                                                       {"Access-Control-Request-Method", "PUT"},
                                                       {"Access-Control-Request-Headers", "content-type"}});
    QCOMPARE(preflight.status, 204);
    QVERIFY(preflight.header("Access-Control-Allow-Methods").contains("PUT"));
    const Answer moved =
        m_bench.caller().request("POST", clockPath, R"({"advance": 60})",
                                 {{"Origin", page}, {"Content-Type", "application/json; charset=utf-8"}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.header("Access-Control-Allow-Origin"), page);
}

void TestSandboxClock::expiresSingleThings()
{
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
    const json::Value message =
        m_bench.caller().get(QStringLiteral("/_poolscope/messages")).json.elements().constFirst();
    const auto confirm = [&] {
        return m_bench.caller()
            .call("ConfirmSignUp", object({{QStringLiteral("ClientId"), m_bench.pool().clientId},
                                           {QStringLiteral("Username"), m_bench.user()},
                                           {QStringLiteral("ConfirmationCode"), message.value(u"code")}}))
            .errorCode();
    };
    const QByteArray ofUser = json::write(object({{QStringLiteral("userPoolId"), m_bench.pool().userPoolId},
                                                  {QStringLiteral("username"), m_bench.user()},
                                                  {QStringLiteral("what"), QStringLiteral("codes")}}));
    const Answer expired = m_bench.caller().request("POST", expirePath, ofUser);
    QVERIFY2(expired.status == 200, expired.body.constData());
    QCOMPARE(expired.json.value(u"expired"), json::Value(1));
    QCOMPARE(confirm(), QStringLiteral("ExpiredCodeException"));
    QCOMPARE(m_bench.caller().request("POST", expirePath, ofUser).json.value(u"expired"), json::Value(0));

    QCOMPARE(m_bench.signUp(m_bench.other()).status, 200);
    const json::Value newest =
        m_bench.caller().get(QStringLiteral("/_poolscope/messages")).json.elements().constFirst();
    const QByteArray ofMessage = "{\"message\":" + newest.value(u"id").numberText() + '}';
    QCOMPARE(m_bench.caller().request("POST", expirePath, ofMessage).json.value(u"expired"), json::Value(1));
    QCOMPARE(m_bench.caller().request("POST", expirePath, ofMessage).json.value(u"expired"), json::Value(0));
    const json::Value after = m_bench.caller().get(QStringLiteral("/_poolscope/messages")).json.elements().constFirst();
    QCOMPARE(after.value(u"state").toString(), QStringLiteral("expired"));
}

void TestSandboxClock::failuresOfTheStoreAreAnswered()
{
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
    const json::Value message =
        m_bench.caller().get(QStringLiteral("/_poolscope/messages")).json.elements().constFirst();
    const auto change = [this](const QString &statement) {
        const QDir folder(m_bench.sandbox().dataDir());
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(folder.filePath(folder.entryList({QStringLiteral("*.db")}, QDir::Files).value(0)));
        if (!database.open() || !QSqlQuery(database).exec(statement))
            qFatal("The sandbox's data could not be changed.");
    };
    change(
        QStringLiteral("CREATE TRIGGER broken BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END"));
    const Answer answer =
        m_bench.caller().request("POST", expirePath, "{\"message\":" + message.value(u"id").numberText() + '}');
    change(QStringLiteral("DROP TRIGGER broken"));
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QVERIFY2(answer.errorMessage().contains(u"disk full"), answer.body.constData());
}

void TestSandboxClock::refusesToExpire_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray user = R"("userPoolId":"POOL","username":"nobody@example.com")";
    QTest::newRow("nothing") << QByteArray("{}") << 400;
    QTest::newRow("a list") << QByteArray("[]") << 400;
    QTest::newRow("message as text") << QByteArray(R"({"message":"1"})") << 400;
    QTest::newRow("message and more") << QByteArray(R"({"message":1,"what":"codes"})") << 400;
    QTest::newRow("no such message") << QByteArray(R"({"message":123456})") << 404;
    QTest::newRow("what is missing") << '{' + user + '}' << 400;
    QTest::newRow("what is unknown") << '{' + user + R"(,"what":"accessTokens"})" << 400;
    QTest::newRow("one too many") << '{' + user + R"(,"what":"codes","force":true})" << 400;
    QTest::newRow("no such user") << '{' + user + R"(,"what":"codes"})" << 404;
    QTest::newRow("no such pool") << QByteArray(R"({"userPoolId":"us-east-1_none","username":"a","what":"codes"})")
                                  << 404;
}

void TestSandboxClock::refusesToExpire()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Answer answer =
        m_bench.caller().request("POST", expirePath, body.replace("POOL", m_bench.pool().userPoolId.toLatin1()));
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.errorMessage().isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxClock)
#include "tst_sandboxclock.moc"
