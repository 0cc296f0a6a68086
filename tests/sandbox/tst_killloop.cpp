#include "hostprocess.h"
#include "httpcaller.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope::test;
using poolscope::json::Value;

// What was answered 200 survives kill -9, at whatever moment it comes. POOLSCOPE_KILL_ROUNDS sets the rounds.
class TestKillLoop final : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost();

private:
    void signUpUntilKilled(HostProcess &host);
    void checkFrom(qsizetype first, HttpCaller &caller);

    QString m_poolId;
    QString m_clientId;
    QStringList m_acknowledged;
    int m_next = 0;
};

void TestKillLoop::signUpUntilKilled(HostProcess &host)
{
    HttpCaller caller(host.endpoint());
    QHash<QNetworkReply *, QString> inFlight;
    const int killAfterMs = QRandomGenerator::global()->bounded(50, 600);
    QElapsedTimer elapsed;
    elapsed.start();
    bool killed = false;
    while (!killed || !inFlight.isEmpty()) {
        while (!killed && inFlight.size() < 4) {
            const QString name = QStringLiteral("user%1@example.com").arg(m_next++);
            inFlight.insert(caller.send("SignUp", object({{QStringLiteral("ClientId"), m_clientId},
                                                          {QStringLiteral("Username"), name},
                                                          {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}})),
                            name);
        }
        (void)QTest::qWaitFor(
            [&] {
                return std::any_of(inFlight.keyBegin(), inFlight.keyEnd(),
                                   [](QNetworkReply *reply) { return reply->isFinished(); }) ||
                       (!killed && elapsed.hasExpired(killAfterMs));
            },
            30'000);
        if (!killed && elapsed.hasExpired(killAfterMs)) {
            host.kill();
            killed = true;
        }
        for (QNetworkReply *reply : inFlight.keys()) {
            if (!reply->isFinished())
                continue;
            if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
                m_acknowledged << inFlight.value(reply);
            inFlight.remove(reply);
            delete reply;
        }
    }
}

void TestKillLoop::checkFrom(qsizetype first, HttpCaller &caller)
{
    const QStringList names = m_acknowledged.sliced(first);
    for (const QString &name : names) {
        const Answer user =
            caller.call("AdminGetUser",
                        object({{QStringLiteral("UserPoolId"), m_poolId}, {QStringLiteral("Username"), name}}), true);
        QVERIFY2(user.status == 200, qPrintable(name + u' ' + QString::fromUtf8(user.body)));
        QCOMPARE(user.json.value(u"UserStatus").toString(), QStringLiteral("UNCONFIRMED"));
        const Answer mail = caller.get(QStringLiteral("/_poolscope/messages?to=") + name);
        QCOMPARE(mail.json.size(), 1); // and the code that belongs to it
    }
}

void TestKillLoop::nothingAcknowledgedIsLost()
{
    const int rounds =
        qEnvironmentVariableIsSet("POOLSCOPE_KILL_ROUNDS") ? qEnvironmentVariableIntValue("POOLSCOPE_KILL_ROUNDS") : 10;
    QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--data"),
                                folder.filePath(QStringLiteral("data"))};
    qsizetype checked = 0;
    for (int round = 0; round <= rounds; ++round) {
        HostProcess host;
        QVERIFY2(host.start(arguments), host.errors().constData());
        QVERIFY2(host.errors().isEmpty(), host.errors().constData()); // nothing was found damaged
        HttpCaller caller(host.endpoint());
        if (round == 0) {
            const Answer pools =
                caller.call("ListUserPools", object({{QStringLiteral("MaxResults"), Value(10)}}), true);
            m_poolId = pools.json.value(u"UserPools").elements().first().value(u"Id").toString();
            const Answer clients =
                caller.call("ListUserPoolClients", object({{QStringLiteral("UserPoolId"), m_poolId}}), true);
            m_clientId = clients.json.value(u"UserPoolClients").elements().first().value(u"ClientId").toString();
            QVERIFY(!m_clientId.isEmpty());
        }
        checkFrom(round == rounds ? 0 : checked, caller); // the last time all of them
        checked = m_acknowledged.size();
        if (QTest::currentTestFailed())
            return;
        if (round < rounds)
            signUpUntilKilled(host);
    }
    QVERIFY2(m_acknowledged.size() >= rounds, "Hardly anybody signed up, so that nothing was tried.");
}

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_killloop.moc"
