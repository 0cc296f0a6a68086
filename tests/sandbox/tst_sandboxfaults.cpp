#include "controlbench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::test;

// Faults on demand over real HTTP, and what the window hears of them.
class TestSandboxFaults final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_bench.prepare()); }
    void cleanupTestCase() { m_bench.end(); }
    void failsOnDemand_data();
    void failsOnDemand();
    void onlyTheChosenOperations();
    void onlySoManyTimes();
    void cutsTheConnection();
    void losesTheAnswer();
    void delaysWithoutHoldingOthers();
    void manyDelaysAtOnce();
    void endsWhileRequestsAreDelayed();
    void putReplacesAndDeleteEnds();
    void theWindowHearsOfFaults();

private:
    ControlBench m_bench;
};

void TestSandboxFaults::failsOnDemand_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("throttled") << QByteArray(R"([{"fault":"TooManyRequestsException"}])") << 400
                               << QStringLiteral("TooManyRequestsException") << QByteArray("TooManyRequestsException");
    QTest::newRow("internal error") << QByteArray(R"([{"fault":"InternalErrorException"}])") << 500
                                    << QStringLiteral("InternalErrorException") << QByteArray("InternalErrorException");
    QTest::newRow("internal error, late")
        << QByteArray(R"([{"fault":"InternalErrorException","delayMs":50}])") << 500
        << QStringLiteral("InternalErrorException") << QByteArray("InternalErrorException, delay 50 ms");
    QTest::newRow("delay") << QByteArray(R"([{"fault":"delay","delayMs":50}])") << 200 << QString()
                           << QByteArray("delay 50 ms");
}

void TestSandboxFaults::failsOnDemand()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QByteArray, label);
    QVERIFY(m_bench.setFaults(fault));
    QElapsedTimer timer;
    timer.start();
    const Answer answer = m_bench.signUp(m_bench.user());
    QVERIFY(!label.contains("delay") || timer.elapsed() >= 50);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(answer.header("x-poolscope-fault"), label);
    if (!code.isEmpty()) {
        QCOMPARE(answer.header("x-amzn-ErrorType"), code.toLatin1() + ':');
        QVERIFY(!answer.header("x-amzn-RequestId").isEmpty());
    }
    // Only what was not refused was carried out; a second sign-up of the same name tells.
    QCOMPARE(m_bench.caller().request("DELETE", faultsPath).status, 200);
    const Answer again = m_bench.signUp(m_bench.user());
    QCOMPARE(again.errorCode(), status == 200 ? QStringLiteral("UsernameExistsException") : QString());
    QVERIFY(again.header("x-poolscope-fault").isNull());
}

void TestSandboxFaults::onlyTheChosenOperations()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"InternalErrorException","operations":["GetUser","ForgotPassword"]}])"));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
    QCOMPARE(m_bench.caller().call("GetUser", object({{QStringLiteral("AccessToken"), QStringLiteral("x")}})).status,
             500);
    // Neither other paths nor what is no operation are touched.
    QVERIFY(m_bench.setFaults(R"([{"fault":"cut"}])"));
    QCOMPARE(m_bench.caller().get(QStringLiteral("/_poolscope/health")).status, 200);
    QCOMPARE(m_bench.caller().post("AWSCognitoIdentityProviderService.MakeCoffee", "{}").errorCode(),
             QStringLiteral("UnknownOperationException"));
}

void TestSandboxFaults::onlySoManyTimes()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"TooManyRequestsException","times":2}])"));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 400);
    const json::Value state = m_bench.caller().get(faultsPath).json.value(u"faults").elements().constFirst();
    QCOMPARE(state.value(u"times"), json::Value(1));
    QCOMPARE(state.value(u"taken"), json::Value(1));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 400);
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
    QCOMPARE(m_bench.caller().get(faultsPath).json.value(u"faults").size(), 0);
}

void TestSandboxFaults::cutsTheConnection()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"cut"}])"));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 0);
    QVERIFY(m_bench.setFaults("[]"));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 200);
}

void TestSandboxFaults::losesTheAnswer()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"lost-answer"}])"));
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 0);
    QVERIFY(m_bench.setFaults("[]"));
    QCOMPARE(m_bench.signUp(m_bench.user()).errorCode(), QStringLiteral("UsernameExistsException"));
}

void TestSandboxFaults::delaysWithoutHoldingOthers()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"delay","delayMs":120000,"operations":["SignUp"]}])"));
    QList<QNetworkReply *> waiting;
    for (int i = 0; i < 4; ++i)
        waiting << m_bench.caller().send("SignUp", m_bench.signUpOf(QString::number(i) + m_bench.user()));
    QTRY_COMPARE(m_bench.sandbox().faults().constFirst().taken, 4);
    // Reading, writing and long arithmetic all go on.
    QCOMPARE(m_bench.caller().get(QStringLiteral("/_poolscope/health")).status, 200);
    HttpCaller other(m_bench.sandbox().endpoint());
    const Answer created = other.call("AdminCreateUser",
                                      object({{QStringLiteral("UserPoolId"), m_bench.pool().userPoolId},
                                              {QStringLiteral("Username"), m_bench.other()}}),
                                      true);
    QVERIFY2(created.status == 200, created.body.constData());
    for (QNetworkReply *reply : waiting) {
        QVERIFY(!reply->isFinished());
        delete reply;
    }
}

void TestSandboxFaults::manyDelaysAtOnce()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"delay","delayMs":400}])"));
    std::vector<std::unique_ptr<HttpCaller>> callers;
    QList<QNetworkReply *> replies;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        callers.push_back(std::make_unique<HttpCaller>(m_bench.sandbox().endpoint()));
        replies << callers.back()->send("GetUser", object({{QStringLiteral("AccessToken"), QStringLiteral("x")}}));
    }
    for (QNetworkReply *reply : replies)
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 7'000); // one after the other would take 8 s
    QVERIFY(timer.elapsed() >= 400);
    qDeleteAll(replies);
}

void TestSandboxFaults::endsWhileRequestsAreDelayed()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"delay","delayMs":120000},{"fault":"lost-answer","delayMs":120000}])"));
    QNetworkReply *reply = m_bench.caller().send("SignUp", m_bench.signUpOf(m_bench.user()));
    QTRY_COMPARE(m_bench.sandbox().faults().constFirst().taken, 1);
    QSignalSpy stopped(&m_bench.sandbox(), &Sandbox::stopped);
    m_bench.sandbox().stop();
    QVERIFY(stopped.wait(20'000));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->error() != QNetworkReply::NoError);
    delete reply;
    // And when the program goes at once.
    QSignalSpy started(&m_bench.sandbox(), &Sandbox::started);
    m_bench.sandbox().start();
    QVERIFY(started.wait(60'000));
    HttpCaller caller(m_bench.sandbox().endpoint());
    QVERIFY(m_bench.sandbox().addFault({.kind = Fault::Kind::Delay, .delayMs = 120'000}));
    std::unique_ptr<QNetworkReply> second(caller.send("GetUser", object({})));
    QTRY_COMPARE(m_bench.sandbox().faults().constFirst().taken, 1);
    QElapsedTimer timer;
    timer.start();
    m_bench.end();
    QVERIFY(timer.elapsed() < 20'000);
}

void TestSandboxFaults::putReplacesAndDeleteEnds()
{
    QVERIFY(m_bench.setFaults(R"([{"fault":"cut"},{"fault":"delay","delayMs":5}])"));
    QCOMPARE(m_bench.sandbox().faults().size(), 2);
    const Answer added = m_bench.caller().request("POST", faultsPath, R"({"fault":"lost-answer"})");
    QCOMPARE(added.json.value(u"faults").size(), 3);
    QVERIFY(m_bench.setFaults(R"([{"fault":"cut","operations":["SignUp"]}])"));
    QCOMPARE(m_bench.sandbox().faults().size(), 1);
    const Answer none = m_bench.caller().request("DELETE", faultsPath);
    QCOMPARE(none.status, 200);
    QCOMPARE(none.json.value(u"faults").size(), 0);
    QVERIFY(m_bench.sandbox().faults().isEmpty());
}

void TestSandboxFaults::theWindowHearsOfFaults()
{
    QSignalSpy changed(&m_bench.sandbox(), &Sandbox::faultsChanged);
    QVERIFY(m_bench.setFaults(R"([{"fault":"TooManyRequestsException","times":1}])"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_bench.signUp(m_bench.user()).status, 400);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(m_bench.sandbox().faults().isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
