#include "auth/connectiontest.h"
#include "flowbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;
using Outcome = ConnectionTestResult::Outcome;
using Kind = Error::Kind;

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
        QTest::newRow("flow off") << service("InvalidParameterException") << false << Outcome::Ok;
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

    void asksOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("simulated user") << quoted("{'ChallengeName':'PASSWORD_VERIFIER'}") << Outcome::Ok;
        QTest::newRow("a web page") << QByteArray("<html>") << Outcome::NotCognito;
    }

    void asksOnce()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Outcome, outcome);
        FlowBench bench;
        bench.answer(answer);
        ConnectionTest test(&bench.channel, &bench.random);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start(bench.connection, QStringLiteral("a secret"));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ConnectionTestResult>().outcome, outcome);
        QCOMPARE(bench.count(), 1);
        QVERIFY(!bench.parameter(0, u"SECRET_HASH").isEmpty());
    }

    void nobodyThere()
    {
        FlowBench bench;
        bench.server.stop();
        ConnectionTest test(&bench.channel, &bench.random);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start(bench.connection, {});
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
        ConnectionTest test(&bench.channel, &bench.random);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start(connection, {});
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ConnectionTestResult>().outcome, Outcome::WrongRegion);
        QCOMPARE(bench.count(), 0);
    }

    void cancelled()
    {
        FlowBench bench;
        bench.server.addSilence();
        ConnectionTest test(&bench.channel, &bench.random);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start(bench.connection, {});
        QTRY_COMPARE(bench.count(), 1);
        test.cancel();
        QTRY_COMPARE(bench.server.openConnections(), 0);
        QVERIFY(finished.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "tst_connectiontest.moc"
