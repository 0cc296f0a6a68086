#include "keychainbench.h"
#include "secrets/keychainformat.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;
using namespace poolscope::tests;
using Fault = FakeKeychain::State::Fault;

// A keychain that fails while it is read is not an empty one: believed, that would sign everybody out. Nor is what it
// holds damaged.
class KeychainReadingTest : public QObject
{
    Q_OBJECT

    using Entries = QHash<QString, QByteArray>;

    // What stood aside before another value was damaged.
    enum class Older { None, Readable, Unreadable };

    // Damages a value, and gives what is there once it was set aside.
    static Entries damage(KeychainBench &bench, Older older, bool header)
    {
        if (older != Older::None) {
            (void)bench.write(bytes(5'000));
            if (older == Older::Readable)
                bench.state->entries.remove(chunkEntry(key, 1, 1));
            else
                bench.state->entries.insert(key, "garbage");
            (void)bench.read();
        }
        (void)bench.write(bytes(5'000, 'b'));
        const int generation = older == Older::Readable ? 2 : 1;
        if (header)
            bench.state->entries.insert(key, "more garbage");
        else
            bench.state->entries.remove(chunkEntry(key, generation, 1));
        Entries expected;
        expected.insert(asideEntry(key), bench.state->entries.value(key));
        for (int index = 0; index < 3; ++index) {
            const QString entry = chunkEntry(key, generation, index);
            if (bench.state->entries.contains(entry))
                expected.insert(entry, bench.state->entries.value(entry));
        }
        return expected;
    }

    static std::chrono::milliseconds watchdogFor(Fault fault)
    {
        return fault == Fault::Hang ? std::chrono::milliseconds(40) : std::chrono::seconds(5);
    }

    static void answerLate(KeychainBench &bench)
    {
        QCOMPARE(bench.state->hanging.size(), 1);
        bench.state->hanging.takeFirst()();
        bench.waitFor([&bench] { return bench.store->availability() == Availability::Available; });
    }

private slots:
    void readFailsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("code");
        for (int job = 0; job < 4; ++job) { // the header, and three chunks
            QTest::addRow("fails at job %d", job) << job << int(Fault::Fail) << QString(codes::Failed);
            QTest::addRow("is locked at job %d", job) << job << int(Fault::Lock) << QString(codes::Locked);
            QTest::addRow("goes at job %d", job) << job << int(Fault::Miss) << QString(codes::Missing);
        }
    }

    void readFailsAtAnyJob()
    {
        QFETCH(int, job);
        QFETCH(int, fault);
        QFETCH(QString, code);
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        const Entries before = bench.state->entries;
        QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault(fault));
        const auto result = bench.read();
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
        QVERIFY(bench.state->entries == before);

        bench.store->retry();
        bench.waitFor([&bench] { return bench.store->availability() == Availability::Available; });
        QCOMPARE(bench.value(), bytes(5'000));
        QVERIFY(damaged.isEmpty());
    }

    void readHangsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 4; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void readHangsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench(watchdogFor(Fault::Hang));
        QVERIFY(bench.write(bytes(5'000)));
        const Entries before = bench.state->entries;
        QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Hang);
        const auto result = bench.read();
        QVERIFY(!result);
        QCOMPARE(result.error().code, QString(codes::NotAnswering));
        QVERIFY(bench.state->entries == before);

        answerLate(bench);
        QCOMPARE(bench.value(), bytes(5'000));
        QVERIFY(bench.state->entries == before);
        QVERIFY(damaged.isEmpty());
    }

    void settingAsideFailsAtAnyJob_data()
    {
        QTest::addColumn<bool>("header"); // it is what is damaged
        QTest::addColumn<int>("older");
        QTest::addColumn<int>("fault");
        for (const Fault fault : {Fault::Fail, Fault::Hang}) {
            const char *happens = fault == Fault::Fail ? "fails" : "hangs";
            QTest::addRow("a chunk, %s", happens) << false << int(Older::None) << int(fault);
            QTest::addRow("a chunk over an older value, %s", happens) << false << int(Older::Readable) << int(fault);
            QTest::addRow("the header, %s", happens) << true << int(Older::None) << int(fault);
            QTest::addRow("the header over an older value, %s", happens) << true << int(Older::Readable) << int(fault);
        }
        // Looks through all generations: too many jobs to wait for the watchdog at each.
        QTest::newRow("a chunk over an unreadable value") << false << int(Older::Unreadable) << int(Fault::Fail);
        QTest::newRow("the header over an unreadable value") << true << int(Older::Unreadable) << int(Fault::Fail);
    }

    void settingAsideFailsAtAnyJob()
    {
        QFETCH(bool, header);
        QFETCH(int, older);
        QFETCH(int, fault);
        qsizetype jobs = 1; // known once it went well
        for (qsizetype job = -1; job < jobs; ++job) {
            KeychainBench bench(watchdogFor(Fault(fault)));
            const Entries expected = damage(bench, Older(older), header);
            const QByteArray raw = bench.state->entries.value(key);
            QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
            const qsizetype first = bench.state->jobs.size();
            if (job >= 0) {
                bench.state->faults.insert(first + job, Fault(fault));
                QVERIFY2(!bench.read(), qPrintable(QStringLiteral("job %1").arg(job)));
                QVERIFY(damaged.isEmpty());
                QCOMPARE(bench.state->entries.value(key), raw);
            }
            if (job >= 0 && Fault(fault) == Fault::Hang)
                answerLate(bench);

            // Tried again, it is whole: told once, with all that is left of it, and without what stood there before. The
            // last job, done late, leaves nothing to be told.
            QCOMPARE(bench.value(), QByteArray("<absent>"));
            QVERIFY2(bench.state->entries == expected, qPrintable(QStringLiteral("job %1").arg(job)));
            QCOMPARE(damaged.size(), Fault(fault) == Fault::Hang && job == jobs - 1 ? 0 : 1);
            if (job < 0)
                jobs = bench.state->jobs.size() - first;
        }
        QVERIFY(jobs >= 4);
    }
};

QTEST_GUILESS_MAIN(KeychainReadingTest)
#include "tst_keychainreading.moc"
