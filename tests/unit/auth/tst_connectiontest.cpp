#include "auth/connectiontest.h"
#include "flowbench.h"
#include "tokens/jwkscache.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;
using Outcome = ConnectionTestResult::Outcome;
using Kind = Error::Kind;

namespace {

struct TestUnderWay
{
    explicit TestUnderWay(FlowBench &bench)
        : keySets(&network, bench.clock)
        , test(&bench.channel, &keySets, &bench.random)
    {
    }

    QNetworkAccessManager network;
    tokens::JwksCache keySets;
    ConnectionTest test;
};

} // namespace

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("secret");
        QTest::addColumn<Outcome>("outcome");
        const auto service = [](const char *code) {
            return Error{.kind = Kind::Service, .code = QString::fromLatin1(code)};
        };
        QTest::newRow("unknown user") << service("UserNotFoundException") << false << Outcome::Ok;
        const auto parameter = [](const char *text) {
            return Error{.kind = Kind::Service,
                         .code = QStringLiteral("InvalidParameterException"),
                         .message = QString::fromLatin1(text)};
        };
        QTest::newRow("flow off") << parameter("USER_SRP_AUTH is not enabled for the client.") << false << Outcome::Ok;
        QTest::newRow("flow off, emulator")
            << parameter("Auth flow not enabled for this client") << true << Outcome::Ok;
        QTest::newRow("no secret, one given")
            << parameter("App client abc is not configured for secret but secret hash was received") << true
            << Outcome::SecretWrong;
        QTest::newRow("another parameter") << parameter("1 validation error detected") << false << Outcome::Refused;
        QTest::newRow("unknown client") << service("ResourceNotFoundException") << false << Outcome::UnknownClient;
        QTest::newRow("secret missing") << service("NotAuthorizedException") << false << Outcome::SecretMissing;
        QTest::newRow("secret wrong") << service("NotAuthorizedException") << true << Outcome::SecretWrong;
        QTest::newRow("throttled") << service("TooManyRequestsException") << false << Outcome::Refused;
        QTest::newRow("no host") << Error{.kind = Kind::Transport, .code = QStringLiteral("HostNotFound")} << false
                                 << Outcome::Unreachable;
        QTest::newRow("no certificate") << Error{.kind = Kind::Transport, .code = QStringLiteral("TlsFailed")} << false
                                        << Outcome::TlsFailed;
        QTest::newRow("silence") << Error{.kind = Kind::Timeout} << false << Outcome::Unreachable;
        QTest::newRow("a web page") << Error{.kind = Kind::Protocol} << false << Outcome::NotCognito;
    }

    void judges()
    {
        QFETCH(Error, error);
        QFETCH(bool, secret);
        QFETCH(Outcome, outcome);
        profiles::Connection connection{.kind = profiles::Connection::Kind::Aws,
                                        .userPoolId = QStringLiteral("us-east-1_Test12345")};
        const auto result = judgeConnection(connection, secret, error);
        QCOMPARE(result.outcome, outcome);
        QCOMPARE(result.isOk(), outcome == Outcome::Ok);
    }

    void judgesPools_data()
    {
        using ConnectionKind = profiles::Connection::Kind;
        QTest::addColumn<ConnectionKind>("kind");
        QTest::addColumn<std::optional<Error>>("error");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("fine");
        const auto status = [](int http) {
            return std::optional(Error{.kind = Kind::Protocol, .message = QStringLiteral("No."), .httpStatus = http});
        };
        const std::optional<Error> none;
        QTest::newRow("keys") << ConnectionKind::Aws << none << Outcome::Ok << true;
        QTest::newRow("AWS has none") << ConnectionKind::Aws << status(404) << Outcome::UnknownPool << false;
        QTest::newRow("a proxy refuses") << ConnectionKind::Aws << status(403) << Outcome::PoolUnseen << true;
        QTest::newRow("AWS stumbles") << ConnectionKind::Aws << status(503) << Outcome::PoolUnseen << true;
        QTest::newRow("AWS is silent") << ConnectionKind::Aws << std::optional(Error{.kind = Kind::Timeout})
                                       << Outcome::PoolUnseen << true;
        QTest::newRow("an emulator has none") << ConnectionKind::Endpoint << status(404) << Outcome::PoolUnseen << true;
    }

    void judgesPools()
    {
        QFETCH(profiles::Connection::Kind, kind);
        QFETCH(std::optional<Error>, error);
        QFETCH(Outcome, outcome);
        QFETCH(bool, fine);
        const profiles::Connection connection{.kind = kind, .userPoolId = QStringLiteral("us-east-1_Test12345")};
        const ConnectionTestResult client{.outcome = Outcome::Ok, .what = QStringLiteral("The app client answers.")};
        const auto result = judgePool(connection, client, error);
        QCOMPARE(result.outcome, outcome);
        QCOMPARE(result.isOk(), fine);
        QCOMPARE(result.whatToDo.isEmpty(), outcome == Outcome::Ok);
        QCOMPARE(result.field.has_value(), outcome != Outcome::Ok);
    }

    void asksOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("requests"); // the second one is for the pool's keys
        QTest::newRow("simulated user") << quoted("{'ChallengeName':'PASSWORD_VERIFIER'}") << Outcome::Ok << 2;
        QTest::newRow("a web page") << QByteArray("<html>") << Outcome::NotCognito << 1;
    }

    void asksOnce()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Outcome, outcome);
        QFETCH(int, requests);
        FlowBench bench;
        bench.answer(answer);
        bench.answer(quoted("{'keys':[]}"));
        TestUnderWay test(bench);
        QSignalSpy finished(&test.test, &ConnectionTest::finished);
        test.test.start(bench.connection, QStringLiteral("a secret"));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ConnectionTestResult>().outcome, outcome);
        QCOMPARE(bench.count(), requests);
        QVERIFY(!bench.parameter(0, u"SECRET_HASH").isEmpty());
    }

    void nobodyThere()
    {
        FlowBench bench;
        bench.server.stop();
        TestUnderWay test(bench);
        QSignalSpy finished(&test.test, &ConnectionTest::finished);
        test.test.start(bench.connection, {});
        QTRY_COMPARE(finished.size(), 1);
        const auto result = finished.first().first().value<ConnectionTestResult>();
        QCOMPARE(result.outcome, Outcome::Unreachable);
        QVERIFY(!result.what.isEmpty());
        QVERIFY(!result.whatToDo.isEmpty());
    }

    void wrongRegionIsSaidWithoutAsking()
    {
        FlowBench bench;
        profiles::Connection connection = bench.connection;
        connection.kind = profiles::Connection::Kind::Aws;
        connection.region = QStringLiteral("eu-west-1");
        TestUnderWay test(bench);
        QSignalSpy finished(&test.test, &ConnectionTest::finished);
        test.test.start(connection, {});
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ConnectionTestResult>().outcome, Outcome::WrongRegion);
        QCOMPARE(bench.count(), 0);
    }

    void cancelled()
    {
        FlowBench bench;
        bench.server.addSilence();
        TestUnderWay test(bench);
        QSignalSpy finished(&test.test, &ConnectionTest::finished);
        test.test.start(bench.connection, {});
        QTRY_COMPARE(bench.count(), 1);
        test.test.cancel();
        QTRY_COMPARE(bench.server.openConnections(), 0);
        QVERIFY(finished.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "tst_connectiontest.moc"
