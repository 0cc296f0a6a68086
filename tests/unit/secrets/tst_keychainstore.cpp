#include "keychainbench.h"
#include "secrets/keychainformat.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;
using namespace poolscope::tests;
using Fault = FakeKeychain::State::Fault;

class KeychainStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void roundTrips_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 2047, 2048, 2049, 4096, 20'000})
            QTest::addRow("%lld bytes", qlonglong(size)) << size;
    }

    void roundTrips()
    {
        QFETCH(qsizetype, size);
        KeychainBench bench;
        QVERIFY(bench.write(bytes(size)));
        QCOMPARE(bench.value(), bytes(size));
        bench.reopen();
        QCOMPARE(bench.value(), bytes(size));
        QVERIFY(bench.state->largest <= 2048);
    }

    void absentIsNoError()
    {
        KeychainBench bench;
        const auto result = bench.read();
        QVERIFY(result);
        QVERIFY(!result->has_value());
        QVERIFY(bench.remove());
    }

    void shorterRewriteLeavesNothingBehind()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(20'000)));
        QVERIFY(bench.write(bytes(10)));
        QCOMPARE(bench.state->entries.size(), 2);
        QCOMPARE(bench.value(), bytes(10));
    }

    void nothingIsAskedBeforeOpen()
    {
        auto state = std::make_shared<FakeKeychain::State>();
        KeychainStore store(std::make_unique<FakeKeychain>(state));
        bool answered = false;
        store.read(key, this, [&](const auto &) { answered = true; });
        QCoreApplication::processEvents();
        QVERIFY(state->jobs.isEmpty());
        QCOMPARE(store.availability(), Availability::Unknown);
        store.open();
        QTRY_VERIFY(answered);
        QCOMPARE(store.availability(), Availability::Available);
    }

    void waitsThreeSeconds() { QCOMPARE(KeychainOptions().watchdog, std::chrono::milliseconds(3'000)); }

    // Whichever job of a rewrite fails: the old value stays whole until the header is switched, the new one after.
    void writeFailsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 12; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void writeFailsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench;
        const QByteArray before = bytes(5'000, 'b');
        const QByteArray after = bytes(5'000, 'c');
        QVERIFY(bench.write(before));
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Fail);
        const bool written = bench.write(after).has_value();
        bench.state->faults.clear();
        QCOMPARE(bench.value(), written ? after : before);

        // And what was left over goes with the next writes and with removing.
        QVERIFY(bench.write(bytes(100)));
        QCOMPARE(bench.value(), bytes(100));
        QVERIFY(bench.write(bytes(50)));
        QVERIFY2(bench.state->entries.size() <= 3, qPrintable(bench.state->entries.keys().join(u' ')));
        QVERIFY(bench.remove());
        QVERIFY2(bench.state->entries.isEmpty(), qPrintable(bench.state->entries.keys().join(u' ')));
    }

    void firstWriteFailsHalfWay()
    {
        KeychainBench bench;
        bench.state->faults.insert(bench.state->jobs.size() + 3, Fault::Fail); // header, aside, chunk 0, chunk 1
        QVERIFY(!bench.write(bytes(9'000)));
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QVERIFY(bench.remove());
        QVERIFY(bench.state->entries.isEmpty());
    }

    void deletingFailsForAWhile()
    {
        KeychainBench bench;
        QVERIFY(bench.write(bytes(9'000)));
        bench.state->failing = [](const QString &job) { return job.startsWith(u"remove"); };
        QVERIFY(bench.write(bytes(9'000, 'x')));
        QVERIFY(bench.write(bytes(9'000, 'y')));
        QCOMPARE(bench.value(), bytes(9'000, 'y'));
        QVERIFY(bench.state->entries.size() > 6);
        bench.state->failing = {};
        QVERIFY(bench.write(bytes(10)));
        QCOMPARE(bench.state->entries.size(), 2);
    }

    void deletingFailsForLong()
    {
        KeychainBench bench;
        bench.state->failing = [](const QString &job) { return job.startsWith(u"remove"); };
        for (int time = 0; time < 25; ++time)
            QVERIFY(bench.write(bytes(3'000, char('a' + time))));
        QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
        QCOMPARE(bench.value(), bytes(3'000, char('a' + 24)));
        QVERIFY(damaged.isEmpty());
    }

    void damageCountsAsAbsent_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QByteArray>("replacement"); // null: removed
        QTest::newRow("header is garbage") << key << QByteArray("\xff\xfe garbage");
        QTest::newRow("header is empty") << key << QByteArray("");
        QTest::newRow("header is a JSON array") << key << QByteArray("[]");
        QTest::newRow("header lacks the hash") << key << QByteArray(R"({"format":1,"generation":1,"count":1})");
        QTest::newRow("count is negative")
            << key << QByteArray(R"({"format":1,"generation":1,"count":-1,"sha256":"00","leftovers":[]})");
        QTest::newRow("a chunk is missing") << key + QLatin1StringView("#1.1") << QByteArray();
        QTest::newRow("a chunk is cut short") << key + QLatin1StringView("#1.1") << QByteArray("short");
        QTest::newRow("chunks are those of another value") << key + QLatin1StringView("#1.0") << bytes(2048, 'z');
    }

    void damageCountsAsAbsent()
    {
        QFETCH(QString, entry);
        QFETCH(QByteArray, replacement);
        KeychainBench bench;
        QVERIFY(bench.write(bytes(5'000)));
        if (replacement.isNull())
            bench.state->entries.remove(entry);
        else
            bench.state->entries.insert(entry, replacement);
        const QByteArray header = bench.state->entries.value(key);

        QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QCOMPARE(damaged.size(), 1);
        QCOMPARE(damaged.first().first().toString(), key);
        QVERIFY(!damaged.first().last().toString().isEmpty());
        QCOMPARE(bench.state->entries.value(asideEntry(key)), header);

        // Told once; and it can be written again.
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QCOMPARE(damaged.size(), 1);
        QVERIFY(bench.write(bytes(3'000, 'n')));
        QCOMPARE(bench.value(), bytes(3'000, 'n'));
        QVERIFY(bench.state->entries.contains(asideEntry(key)));
    }

    void laterFormatIsLeftAlone()
    {
        KeychainBench bench;
        const QByteArray header(R"({"format":2,"shards":["a"]})");
        bench.state->entries.insert(key, header);
        QSignalSpy damaged(bench.store.get(), &SecretStore::damaged);
        QCOMPARE(bench.value(), QByteArray("<absent>"));
        QCOMPARE(damaged.size(), 1);
        QCOMPARE(bench.state->entries.value(key), header);
        QVERIFY(bench.write(bytes(10)));
        QCOMPARE(bench.value(), bytes(10));
        QCOMPARE(bench.state->entries.value(asideEntry(key)), header);
        QVERIFY(bench.remove());
        QVERIFY(bench.state->entries.isEmpty());
    }

    void tellsWhyItCannot_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<Availability>("availability");
        QTest::addColumn<QString>("code");
        QTest::newRow("locked") << int(Fault::Lock) << Availability::Locked << QString(codes::Locked);
        QTest::newRow("missing") << int(Fault::Miss) << Availability::Missing << QString(codes::Missing);
        QTest::newRow("fails without a reason") << int(Fault::Fail) << Availability::Locked << QString(codes::Locked);
    }

    void tellsWhyItCannot()
    {
        QFETCH(int, fault);
        QFETCH(Availability, availability);
        QFETCH(QString, code);
        auto state = std::make_shared<FakeKeychain::State>();
        state->faults.insert(0, Fault(fault));
        KeychainStore store(std::make_unique<FakeKeychain>(state));
        store.open();
        QTRY_COMPARE(store.availability(), availability);
        QVERIFY(!store.availabilityText().isEmpty());

        QString seen;
        store.write(key, "x", this, [&](const Result<void> &result) { seen = result.error().code; });
        QTRY_COMPARE(seen, code);
        QCOMPARE(state->jobs.size(), 1);

        store.retry();
        QTRY_COMPARE(store.availability(), Availability::Available);
        bool written = false;
        store.write(key, "x", this, [&](const Result<void> &result) { written = result.has_value(); });
        QTRY_VERIFY(written);
    }

    void hangsAtAnyJob_data()
    {
        QTest::addColumn<int>("job");
        for (int job = 0; job < 9; ++job)
            QTest::addRow("job %d", job) << job;
    }

    void hangsAtAnyJob()
    {
        QFETCH(int, job);
        KeychainBench bench(std::chrono::milliseconds(40));
        const QByteArray before = bytes(5'000, 'b');
        const QByteArray after = bytes(5'000, 'c');
        QVERIFY(bench.write(before));
        bench.state->faults.insert(bench.state->jobs.size() + job, Fault::Hang);
        const auto result = bench.write(after);
        QCOMPARE(bench.store->availability(), Availability::NotAnswering);
        if (!result)
            QCOMPARE(result.error().code, QString(codes::NotAnswering));

        // Everything after fails at once, without another job.
        const qsizetype jobs = bench.state->jobs.size();
        QCOMPARE(bench.read().error().code, QString(codes::NotAnswering));
        QCOMPARE(bench.state->jobs.size(), jobs);

        // The answer comes after all: the store works again.
        QCOMPARE(bench.state->hanging.size(), 1);
        bench.state->hanging.takeFirst()();
        QTRY_COMPARE(bench.store->availability(), Availability::Available);
        const QByteArray now = bench.value();
        QVERIFY(now == before || now == after);
        QVERIFY(!result || now == after);
        QVERIFY(bench.write(bytes(7)));
        QCOMPARE(bench.value(), bytes(7));
    }

    void lateAnswerFindsTheStoreGone()
    {
        KeychainBench bench(std::chrono::milliseconds(40));
        bench.state->faults.insert(bench.state->jobs.size(), Fault::Hang);
        QVERIFY(!bench.write(bytes(5'000)));
        bench.store.reset();
        QVERIFY(!bench.state->alive);
        const auto jobs = bench.state->jobs.size();
        bench.state->hanging.takeFirst()();
        QCoreApplication::processEvents();
        QCOMPARE(bench.state->jobs.size(), jobs);
    }

    void storeGoesInTheMiddle()
    {
        KeychainBench bench;
        bool answered = false;
        bench.state->faults.insert(bench.state->jobs.size() + 3, Fault::Hang);
        bench.store->write(key, bytes(9'000), &bench.context, [&](const auto &) { answered = true; });
        QTRY_COMPARE(bench.state->hanging.size(), 1);
        bench.store.reset();
        const auto jobs = bench.state->jobs.size();
        bench.state->hanging.takeFirst()();
        QCoreApplication::processEvents();
        QCOMPARE(bench.state->jobs.size(), jobs);
        QVERIFY(!answered);
        bench.reopen();
        QCOMPARE(bench.value(), QByteArray("<absent>"));
    }

    void storeGoesInsideAnAnswer()
    {
        KeychainBench bench;
        bool answered = false;
        bench.store->write(key, bytes(10), &bench.context, [&](const auto &) {
            bench.store.reset();
            answered = true;
        });
        QTRY_VERIFY(answered);
        QVERIFY(!bench.state->alive);
    }

    void contextGone()
    {
        KeychainBench bench;
        bool answered = false;
        {
            QObject context;
            bench.store->write(key, bytes(10), &context, [&](const auto &) { answered = true; });
        }
        QCOMPARE(bench.value(), bytes(10));
        QVERIFY(!answered);
    }

    void keepsTheOrder()
    {
        KeychainBench bench;
        QStringList order;
        bench.store->write(key, "1", this, [&](const auto &) { order.append(QStringLiteral("write 1")); });
        bench.store->read(key, this, [&](const auto &value) {
            order.append(QStringLiteral("read ") + QString::fromUtf8(value->value()));
        });
        bench.store->write(key, "2", this, [&](const auto &) { order.append(QStringLiteral("write 2")); });
        bench.store->read(key, this, [&](const auto &value) {
            order.append(QStringLiteral("read ") + QString::fromUtf8(value->value()));
        });
        QTRY_COMPARE(order.size(), 4);
        QCOMPARE(order.join(u", "), QStringLiteral("write 1, read 1, write 2, read 2"));
    }

    void tooLargeIsRefused()
    {
        KeychainBench bench;
        const auto result = bench.write(QByteArray(2048 * 512 + 1, 'x'));
        QVERIFY(!result);
        QCOMPARE(result.error().code, QString(codes::TooLarge));
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"
