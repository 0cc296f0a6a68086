#include "sandbox/commitsync.h"

#include "database/connection.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <semaphore>
#include <thread>

using namespace poolscope;
using sandbox::CommitSync;

class TestCommitSync final : public QObject
{
    Q_OBJECT

private slots:
    void nothingToSyncIsAnsweredAtOnce();
    void oneSyncIsSharedByAllThatWait();
    void aFailedSyncIsTold();
    void afterAFailedSyncNothingCounts();
    void whoWaitsAtTheEndIsTold();
    void theLogOfADatabaseIsSynced();
};

namespace {

Error lost()
{
    return Error::storage(QStringLiteral("NotOnDisk"), QStringLiteral("The disk is full."));
}

} // namespace

void TestCommitSync::nothingToSyncIsAnsweredAtOnce()
{
    std::atomic_int syncs = 0;
    CommitSync commits([&] {
        ++syncs;
        return Result<void>();
    });
    std::thread::id answeredOn;
    commits.whenSynced(0, [&](bool) { answeredOn = std::this_thread::get_id(); });
    QCOMPARE(answeredOn, std::this_thread::get_id());
    QCOMPARE(syncs, 0);

    std::binary_semaphore answered{0};
    commits.whenSynced(3, [&](bool) { answered.release(); });
    answered.acquire();
    QCOMPARE(syncs, 1);
    for (const qint64 writes : {2, 3}) { // what is synced stays so
        answeredOn = {};
        commits.whenSynced(writes, [&](bool) { answeredOn = std::this_thread::get_id(); });
        QCOMPARE(answeredOn, std::this_thread::get_id());
    }
    QCOMPARE(syncs, 1);
}

void TestCommitSync::oneSyncIsSharedByAllThatWait()
{
    std::atomic_int syncs = 0;
    std::counting_semaphore<> mayGoOn{0};
    std::counting_semaphore<> answered{0};
    CommitSync commits([&] {
        ++syncs;
        mayGoOn.acquire();
        return Result<void>();
    });
    const auto count = [&](bool) { answered.release(); };
    commits.whenSynced(1, count);
    QTRY_COMPARE(syncs, 1); // it runs: what comes now was perhaps not there when it began
    for (qint64 writes = 2; writes <= 8; ++writes)
        commits.whenSynced(writes, count);
    mayGoOn.release();
    answered.acquire();
    QTRY_COMPARE(syncs, 2);
    QVERIFY(!answered.try_acquire());
    mayGoOn.release();
    for (int i = 0; i < 7; ++i)
        answered.acquire();
    QCOMPARE(syncs, 2);
}

void TestCommitSync::aFailedSyncIsTold()
{
    CommitSync commits([]() -> Result<void> { return failure(lost()); });
    for (int i = 0; i < 2; ++i) { // the second time, too: nothing was synced
        std::binary_semaphore answered{0};
        std::atomic_bool synced = true;
        commits.whenSynced(1, [&](bool result) {
            synced = result;
            answered.release();
        });
        answered.acquire();
        QVERIFY(!synced);
    }
}

// The system forgets what it could not write: the next sync succeeds without it.
void TestCommitSync::afterAFailedSyncNothingCounts()
{
    std::atomic_int syncs = 0;
    CommitSync commits([&]() -> Result<void> {
        if (++syncs == 2)
            return failure(lost());
        return {};
    });
    const auto isSynced = [&commits](qint64 writes) {
        std::binary_semaphore answered{0};
        std::atomic_bool synced = false;
        commits.whenSynced(writes, [&](bool result) {
            synced = result;
            answered.release();
        });
        answered.acquire();
        return synced.load();
    };
    QVERIFY(isSynced(1));
    QVERIFY(!isSynced(2));
    QVERIFY(!isSynced(3));
    QVERIFY(!isSynced(1));
    QCOMPARE(syncs, 2);
}

void TestCommitSync::whoWaitsAtTheEndIsTold()
{
    std::atomic_int answered = 0;
    {
        CommitSync commits([] { return Result<void>(); });
        for (qint64 writes = 1; writes <= 100; ++writes)
            commits.whenSynced(writes, [&](bool) { ++answered; });
    }
    QCOMPARE(answered, 100);
}

void TestCommitSync::theLogOfADatabaseIsSynced()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("some.db"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(
                                           "could not be brought to the disk: No such file or directory")));
    const Result<void> missing = CommitSync::syncOfLog(path)();
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, QStringLiteral("NotOnDisk"));
    const auto connection = database::Connection::open({.path = path, .synchronous = database::Synchronous::Normal});
    QVERIFY(connection.has_value());
    QVERIFY((*connection)->execute(QStringLiteral("CREATE TABLE t (x)")).has_value());
    const CommitSync::Sync sync = CommitSync::syncOfLog(path);
    QVERIFY(sync().has_value());
    QVERIFY((*connection)->execute(QStringLiteral("INSERT INTO t VALUES (1)")).has_value());
    QVERIFY(sync().has_value());
}

QTEST_GUILESS_MAIN(TestCommitSync)
#include "tst_commitsync.moc"
