#include "keychainbench.h"
#include "secrets/keychainformat.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;
using namespace poolscope::tests;
using Fault = FakeKeychain::State::Fault;

class KeychainRemovalTest : public QObject
{
    Q_OBJECT

private slots:
    void removeLeavesNothingBehind()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(20'000)));
        QVERIFY(bench.write(bytes(9'000)));
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void removeFailsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 12; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void removeFailsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Fail);
        const auto first = bench.remove();
        bench.state->faults.clear();
        if (!first)
            QCOMPARE(first.error().code, QString(codes::Failed));
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void removesWhatWasKeptAside()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        bench.state->entries.remove(key + QLatin1StringView("#1.1"));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void removingWhatWasKeptAsideFailsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 9; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void removingWhatWasKeptAsideFailsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        bench.state->entries.remove(key + QLatin1StringView("#1.1"));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Fail);
        QVERIFY(!bench.remove());
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void removesWhatAWriteLeftBesideIt()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        QVERIFY(bench.write(bytes(5'000, 'b')));
        bench.state->entries.remove(key + QLatin1StringView("#2.1"));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        bench.state->faults.insert(bench.state->jobs.size() + 3, Fault::Fail); // header, aside, chunk 0, chunk 1
        QVERIFY(!bench.write(bytes(5'000, 'c')));
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    // No header tells which chunks there are: they are looked for.
    void removesChunksOfAnUnreadableHeader_data()
    {
        QTest::addColumn<int>("writes");
        QTest::addColumn<bool>("readFirst"); // which puts the header aside
        QTest::addColumn<bool>("writtenAnew");
        for (const int writes : {1, 3, 70}) {
            QTest::addRow("%d writes", writes) << writes << false << false;
            QTest::addRow("%d writes, read", writes) << writes << true << false;
            QTest::addRow("%d writes, written anew", writes) << writes << false << true;
        }
    }

    void removesChunksOfAnUnreadableHeader()
    {
        QFETCH(int, writes);
        QFETCH(bool, readFirst);
        QFETCH(bool, writtenAnew);
        KeychainBench bench;
        for (int time = 0; time < writes; ++time)
            QVERIFY(bench.write(bytes(5'000)));
        bench.state->entries.insert(key, "garbage");
        if (readFirst)
            QCOMPARE(bench.value(), QByteArray("<absent>"));
        if (writtenAnew) {
            QVERIFY(bench.write(bytes(100)));
            QCOMPARE(bench.value(), bytes(100));
        }
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void removingUnderAnUnreadableHeaderFailsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 77; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void removingUnderAnUnreadableHeaderFailsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench;
        for (int time = 0; time < 3; ++time)
            QVERIFY(bench.write(bytes(9'000)));
        bench.state->entries.insert(key, "garbage");
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Fail);
        QVERIFY(!bench.remove());
        bench.state->faults.clear();
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    // A damaged value, then an unreadable header in its place: neither's chunks outlive the removal.
    void unreadableThenDamaged()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(9'000)));
        QVERIFY(bench.write(bytes(9'000)));
        bench.state->entries.insert(key, "garbage"); // generation 2
        QVERIFY(bench.write(bytes(5'000)));
        bench.state->entries.remove(key + QLatin1StringView("#1.1"));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QVERIFY(!bench.state->entries.contains(key + QLatin1StringView("#2.0")));
        QVERIFY(bench.state->entries.contains(key + QLatin1StringView("#1.0"))); // kept aside
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void generationsGoRoundWithoutTouchingWhatIsKeptAside()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        QVERIFY(bench.write(bytes(5'000, 'b')));
        bench.state->entries.remove(key + QLatin1StringView("#2.1"));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        const QHash<QString, QByteArray> aside = bench.state->entries;
        QCOMPARE(aside.size(), 3);
        for (int time = 0; time < 2 * generationCount; ++time)
            QVERIFY(bench.write(bytes(5'000, char('c' + time))));
        QCOMPARE(bench.value(), bytes(5'000, char('c' + 2 * generationCount - 1)));
        for (auto entry = aside.cbegin(); entry != aside.cend(); ++entry)
            QCOMPARE(bench.state->entries.value(entry.key()), entry.value());
        QCOMPARE(bench.state->entries.size(), aside.size() + 4);
    }
};

QTEST_GUILESS_MAIN(KeychainRemovalTest)
#include "tst_keychainremoval.moc"
