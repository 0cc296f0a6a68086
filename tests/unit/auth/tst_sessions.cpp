#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "crypto/secrethash.h"
#include "sessionfakes.h"
#include "sessionsteps.h"
#include "transport/credentials.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

class SessionsTest : public QObject
{
    Q_OBJECT

private:
    // Whether the index names a session of that pool.
    static bool isInIndex(FlowBench &bench, const QByteArray &pool)
    {
        const auto found = std::make_shared<bool>(false);
        bench.store.read(QStringLiteral("connection/c1/sessions"), &bench.server,
                         [found, pool](const Result<std::optional<QByteArray>> &index) {
                             *found = index && *index && (*index)->contains(pool);
                         });
        QCoreApplication::processEvents();
        return *found;
    }

private slots:
    void survivesARestart()
    {
        FlowBench bench;
        const Tokens tokens = signIn(bench, mira)->tokens();
        signIn(bench, noah);
        bench.sessions->setCurrent(bench.sessions->sessions().first());
        QTRY_COMPARE(bench.store.keys().size(), 3);
        QCoreApplication::processEvents();
        bench.restart();
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        QVERIFY(!bench.sessions->current());
        bench.sessions->restore();
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(bench.sessions->sessions().size(), 2);
        QCOMPARE(bench.sessions->current()->username(), mira);
        QCOMPARE(bench.sessions->current()->tokens(), tokens);
        QCOMPARE(bench.sessions->current()->displayName(), QStringLiteral("mira@example.com"));
        QCOMPARE(bench.count(), 0);
        QVERIFY(bench.sessions->storageProblem().isEmpty());
    }

    void nothingToRestore()
    {
        FlowBench bench;
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        bench.sessions->restore();
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(!bench.sessions->current());
    }

    void sameUserIsNotDoubled()
    {
        FlowBench bench;
        Session *first = signIn(bench, mira);
        signIn(bench, noah);
        QCOMPARE(signIn(bench, mira), first);
        QCOMPARE(bench.sessions->sessions().size(), 2);
        QCOMPARE(bench.sessions->current(), first);
    }

    void keychainThatFails()
    {
        FlowBench bench;
        BrokenStore store;
        store.set(false);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        QSignalSpy told(&sessions, &SessionManager::storageProblemChanged);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        QCOMPARE(sessions.storageProblem(), BrokenStore::error().message);
        sessions.adopt(result(bench, mira), mira);
        QCOMPARE(sessions.current()->username(), mira);
        QTRY_VERIFY(store.inner.keys().isEmpty());

        // It wakes up: what lived in memory is stored, and the problem is over.
        QCoreApplication::processEvents();
        store.set(true);
        QTRY_COMPARE(store.inner.keys().size(), 2);
        QTRY_VERIFY(sessions.storageProblem().isEmpty());
    }

    void keychainThatWakesUpKeepsWhatItHad()
    {
        FlowBench bench;
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        BrokenStore store;
        for (const QString &key : bench.store.keys()) {
            bench.store.read(key, this, [&, key](const Result<std::optional<QByteArray>> &value) {
                store.inner.write(key, value->value(), this, [](const auto &) {});
            });
        }
        QTRY_COMPARE(store.inner.keys().size(), 2);
        store.set(false);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        sessions.adopt(result(bench, mira), mira);
        QCoreApplication::processEvents();
        store.set(true);
        QTRY_COMPARE(sessions.sessions().size(), 2);
        QTRY_COMPARE(store.inner.keys().size(), 3);
        QCOMPARE(sessions.current()->username(), mira);
    }

    void damagedEntryIsDropped()
    {
        FlowBench bench;
        const QString id = signIn(bench, mira)->id();
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 3);
        QCoreApplication::processEvents();
        const QString key = bench.store.keys().filter(id).value(0);
        QVERIFY(!key.isEmpty());
        bench.store.write(key, "not json", this, [](const auto &) {});
        bench.restart();
        bench.sessions->restore();
        QTRY_VERIFY(bench.sessions->isRestored());
        QCOMPARE(bench.sessions->sessions().size(), 1);
        QCOMPARE(bench.sessions->current()->username(), noah);
        QVERIFY(!bench.sessions->storageProblem().isEmpty());
    }

    void forgetsEverything()
    {
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 4);
        bench.sessions->forgetEverything();
        QTRY_VERIFY(bench.store.keys().isEmpty());
    }

    void forgetsEverythingBeforeItIsRestored_data()
    {
        QTest::addColumn<bool>("reading");
        QTest::newRow("not read") << false;
        QTest::newRow("being read") << true;
    }

    void forgetsEverythingBeforeItIsRestored()
    {
        QFETCH(bool, reading);
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        QTRY_COMPARE(bench.store.keys().size(), 4);
        QCoreApplication::processEvents();
        bench.restart();
        QSignalSpy restored(bench.sessions.get(), &SessionManager::restored);
        if (reading)
            bench.sessions->restore();
        bench.sessions->forgetEverything();
        QTRY_VERIFY(bench.store.keys().isEmpty());
        QVERIFY(bench.sessions->sessions().isEmpty());
        QCOMPARE(restored.size(), 1);
    }

    void forgetsADeletedConnection()
    {
        FlowBench bench(true);
        signIn(bench, mira);
        signIn(bench, noah);
        const QString stays = QStringLiteral("connection/c2/client-secret");
        bench.store.write(stays, "s", this, [](const auto &) {});
        QTRY_COMPARE(bench.store.keys().size(), 5);
        QCoreApplication::processEvents();
        bench.sessions.reset();
        SessionManager::forgetStored(bench.store, bench.connection.id, this);
        QTRY_COMPARE(bench.store.keys(), QStringList{stays});
    }

    void keysBelongToPoolAndClient_data()
    {
        QTest::addColumn<QString>("pool");
        QTest::addColumn<QString>("client");
        QTest::newRow("another pool") << QStringLiteral("us-east-1_Another12") << QStringLiteral("testclient");
        QTest::newRow("another client") << QStringLiteral("us-east-1_Test12345") << QStringLiteral("anotherclient");
    }

    void keysBelongToPoolAndClient()
    {
        QFETCH(QString, pool);
        QFETCH(QString, client);
        FlowBench bench;
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        QCoreApplication::processEvents();
        bench.connection.userPoolId = pool;
        bench.connection.clientId = client;
        bench.restart();
        bench.sessions->restore();
        QTRY_VERIFY(bench.sessions->isRestored());
        QVERIFY(bench.sessions->sessions().isEmpty());
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 3); // the index is the connection's
        QCoreApplication::processEvents();
        bench.connection.userPoolId = QStringLiteral("us-east-1_Test12345");
        bench.connection.clientId = QStringLiteral("testclient");
        bench.restart();
        bench.sessions->restore();
        QTRY_VERIFY(bench.sessions->current());
        QCOMPARE(bench.sessions->sessions().size(), 1);
    }

    void forgetsTheOtherPoolsToo_data()
    {
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("restored");
        QTest::newRow("open") << true << true;
        QTest::newRow("open, not restored") << true << false;
        QTest::newRow("not open") << false << false;
    }

    // A sandbox that was reset has lost all its pools, and sessions of each may be stored.
    void forgetsTheOtherPoolsToo()
    {
        QFETCH(bool, open);
        QFETCH(bool, restored);
        FlowBench bench;
        for (const char *pool : {"us-east-1_AAAAAAAAA", "us-east-1_BBBBBBBBB", "us-east-1_CCCCCCCCC"}) {
            bench.connection.userPoolId = QString::fromLatin1(pool);
            bench.restart();
            signIn(bench, mira);
            QTRY_VERIFY(isInIndex(bench, pool));
        }
        bench.restart();
        if (restored) {
            bench.sessions->restore();
            QTRY_VERIFY(bench.sessions->isRestored());
        }
        if (open) {
            bench.sessions->forgetEverything();
        } else {
            bench.sessions.reset();
            SessionManager::forgetStored(bench.store, bench.connection.id, this);
        }
        QTRY_VERIFY2(bench.store.keys().isEmpty(), qPrintable(bench.store.keys().join(u' ')));
    }

    void oneFailureIsMadeUpFor()
    {
        FlowBench bench;
        signIn(bench, mira);
        QTRY_COMPARE(bench.store.keys().size(), 2);
        const QString key = bench.store.keys().filter(QStringLiteral("/session/")).value(0);
        BrokenStore store;
        store.set(true);
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        sessions.restore();
        QTRY_VERIFY(sessions.isRestored());
        store.refused = key;
        sessions.adopt(result(bench, mira), mira);
        QTRY_COMPARE(sessions.storageProblem(), BrokenStore::error().message);
        QVERIFY(!store.inner.keys().contains(key));

        store.refused.clear();
        sessions.adopt(result(bench, noah), noah);
        QTRY_VERIFY(store.inner.keys().contains(key));
        QTRY_VERIFY(sessions.storageProblem().isEmpty());
    }

    void keychainThatIsUnlockedLater()
    {
        FlowBench bench;
        BrokenStore store;
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        SessionManager sessions(&access);
        sessions.restore();
        QTRY_COMPARE(sessions.storageProblem(), BrokenStore::error().message);
        store.set(true); // nobody has signed in: there is nothing to write
        QTRY_VERIFY(sessions.storageProblem().isEmpty());
        QVERIFY(store.inner.keys().isEmpty());
    }

    void listenerEndsTheSessionAtOnce()
    {
        FlowBench bench;
        connect(bench.sessions.get(), &SessionManager::sessionsChanged, this, [&] { bench.sessions.reset(); });
        QVERIFY(!signIn(bench, mira));
        QVERIFY(!bench.sessions);
    }

    void secretThatCannotBeRead()
    {
        FlowBench bench(true);
        BrokenStore store; // fails once, though nothing is known to be wrong with it
        UserPoolAccess access(
            bench.connection, bench.server.url(),
            {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random});
        QString message;
        access.whenReady(this, [&](const Result<void> &r) { message = r.error().message; });
        QTRY_VERIFY2(message.endsWith(BrokenStore::error().message), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "tst_sessions.moc"
