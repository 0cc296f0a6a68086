#include "hostprocess.h"
#include "httpcaller.h"
#include "killlives.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope::test;
using poolscope::json::Value;

// What was answered 200 survives kill -9, at whatever moment it comes. POOLSCOPE_KILL_ROUNDS sets the rounds; there are
// more where an operation was never answered before the end.
class TestKillLoop final : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost();

private:
    using InFlight = QHash<QNetworkReply *, KillLife>;

    void liveUntilKilled(HostProcess &host);
    int takeAnswers(InFlight &inFlight, bool goOn, HttpCaller &caller); // how many have come
    void findPool(HttpCaller &caller);
    void checkFrom(qsizetype first, HttpCaller &caller);
    void count(const KillLife &life);
    QStringList neverAnswered() const;

    KillPool m_pool;
    QList<KillLife> m_lives; // ended, of those that were answered at least once
    QMap<QByteArray, int> m_answered;
    int m_next = 0;
};

void TestKillLoop::liveUntilKilled(HostProcess &host)
{
    HttpCaller caller(host.endpoint());
    InFlight inFlight;
    // By what was answered: on a slow machine too, lives come to their end in between. The pause lets it hit more than what
    // follows an answer.
    int answersToCome = QRandomGenerator::global()->bounded(5, 50);
    const int pauseMs = QRandomGenerator::global()->bounded(0, 30);
    QElapsedTimer pause;
    const QDeadlineTimer latest(10'000);
    const auto isTime = [&] { return latest.hasExpired() || (pause.isValid() && pause.hasExpired(pauseMs)); };
    bool killed = false;
    while (!killed || !inFlight.isEmpty()) {
        while (!killed && inFlight.size() < 6) {
            const int number = m_next++;
            const KillLife life{.kind = KillLife::Kind(number % KillLife::kinds),
                                .name = QStringLiteral("user%1@example.com").arg(number)};
            inFlight.insert(sendNext(life, m_pool, caller), life);
        }
        (void)QTest::qWaitFor(
            [&] {
                return std::any_of(inFlight.keyBegin(), inFlight.keyEnd(),
                                   [](QNetworkReply *reply) { return reply->isFinished(); }) ||
                       (!killed && isTime());
            },
            30'000);
        if (!killed && isTime()) {
            host.kill();
            killed = true;
        }
        answersToCome -= takeAnswers(inFlight, !killed, caller);
        if (answersToCome <= 0 && !pause.isValid())
            pause.start();
    }
}

int TestKillLoop::takeAnswers(InFlight &inFlight, bool goOn, HttpCaller &caller)
{
    int answers = 0;
    for (QNetworkReply *reply : inFlight.keys()) {
        if (!reply->isFinished())
            continue;
        ++answers;
        KillLife life = inFlight.take(reply);
        const bool goesOn = takeAnswer(life, caller.finish(reply)) && goOn;
        QNetworkReply *next = goesOn ? sendNext(life, m_pool, caller) : nullptr;
        if (next)
            inFlight.insert(next, life);
        else
            count(life);
    }
    return answers;
}

void TestKillLoop::count(const KillLife &life)
{
    const QList<QByteArray> done = stepsOf(life.kind).first(life.done);
    for (const QByteArray &operation : done)
        ++m_answered[operation];
    if (life.done > 0)
        m_lives += life;
}

QStringList TestKillLoop::neverAnswered() const
{
    QStringList missing;
    for (int kind = 0; kind < KillLife::kinds; ++kind) {
        const QList<QByteArray> steps = stepsOf(KillLife::Kind(kind));
        for (const QByteArray &operation : steps) {
            if (m_answered.value(operation) == 0)
                missing += QString::fromLatin1(operation);
        }
    }
    return missing;
}

void TestKillLoop::findPool(HttpCaller &caller)
{
    const Answer pools = caller.call("ListUserPools", object({{QStringLiteral("MaxResults"), Value(10)}}), true);
    m_pool.poolId = pools.json.value(u"UserPools").elements().first().value(u"Id").toString();
    const Answer clients =
        caller.call("ListUserPoolClients", object({{QStringLiteral("UserPoolId"), m_pool.poolId}}), true);
    m_pool.clientId = clients.json.value(u"UserPoolClients").elements().first().value(u"ClientId").toString();
    QVERIFY(!m_pool.clientId.isEmpty());
}

void TestKillLoop::checkFrom(qsizetype first, HttpCaller &caller)
{
    const QList<KillLife> lives = m_lives.sliced(first);
    for (const KillLife &life : lives) {
        const QString loss = lossOf(life, m_pool, caller);
        QVERIFY2(loss.isEmpty(),
                 qPrintable(QStringLiteral("%1 after %2 steps: %3").arg(life.name).arg(life.done).arg(loss)));
    }
}

void TestKillLoop::nothingAcknowledgedIsLost()
{
    const int rounds =
        qEnvironmentVariableIsSet("POOLSCOPE_KILL_ROUNDS") ? qEnvironmentVariableIntValue("POOLSCOPE_KILL_ROUNDS") : 8;
    QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--data"),
                                folder.filePath(QStringLiteral("data"))};
    qsizetype checked = 0;
    for (int round = 0;; ++round) {
        const bool last = round >= 3 * rounds || (round >= rounds && neverAnswered().isEmpty());
        HostProcess host;
        QVERIFY2(host.start(arguments), host.errors().constData());
        QVERIFY2(host.errors().isEmpty(), host.errors().constData()); // nothing was found damaged
        HttpCaller caller(host.endpoint());
        if (round == 0)
            findPool(caller);
        checkFrom(last ? 0 : checked, caller); // the last time all of them
        checked = m_lives.size();
        if (QTest::currentTestFailed() || last)
            break;
        liveUntilKilled(host);
    }
    QCOMPARE(neverAnswered().join(u", "), QString());
}

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_killloop.moc"
