#include "keychainbench.h"
#include "secrets/fallbackstore.h"

#include <QSignalSpy>

using namespace poolscope;
using namespace poolscope::secrets;
using namespace poolscope::tests;

namespace {

// The fallback over a keychain that does what the test says.
struct FallbackBench
{
    using Fault = FakeKeychain::State::Fault;

    std::shared_ptr<FakeKeychain::State> state = std::make_shared<FakeKeychain::State>();
    FallbackStore store{std::make_unique<KeychainStore>(std::make_unique<FakeKeychain>(state), nullptr,
                                                        KeychainOptions{.watchdog = std::chrono::milliseconds(40)})};
    QObject context;
    QStringList answers; // in their order

    void open()
    {
        store.open();
        KeychainBench::waitFor([this] { return store.availability() != Availability::Unknown; });
    }

    void write(const QString &name, const QByteArray &value)
    {
        store.write(name, value, &context, [this, name](const Result<void> &result) {
            answers.append((result ? QStringLiteral("wrote ") : QStringLiteral("did not write ")) + name);
        });
    }

    void remove(const QString &name)
    {
        store.remove(name, &context, [this, name](const Result<void> &result) {
            answers.append((result ? QStringLiteral("removed ") : QStringLiteral("did not remove ")) + name);
        });
    }

    QByteArray value(const QString &name)
    {
        std::optional<QByteArray> answer;
        store.read(name, &context, [&](const Result<std::optional<QByteArray>> &result) {
            answer = result ? result->value_or("<absent>") : '<' + result.error().code.toUtf8() + '>';
        });
        KeychainBench::waitFor([&] { return answer.has_value(); });
        return answer.value_or(QByteArray());
    }

    bool isKept(const QString &name) const { return state->entries.contains(name); }
};

const QString secret = QStringLiteral("connection/c1/client-secret");
const QString other = QStringLiteral("connection/c2/client-secret");

} // namespace

class FallbackStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void passesOnWhatWorks()
    {
        FallbackBench bench;
        bench.open();
        bench.write(secret, "s");
        QCOMPARE(bench.value(secret), QByteArray("s"));
        QVERIFY(bench.isKept(secret));
        bench.remove(secret);
        QCOMPARE(bench.value(secret), QByteArray("<absent>"));
        QVERIFY(!bench.isKept(secret));
        QCOMPARE(bench.answers, (QStringList{QStringLiteral("wrote ") + secret, QStringLiteral("removed ") + secret}));
    }

    void saysWhereThingsAreKept_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("name");
        using Fault = FakeKeychain::State::Fault;
        QTest::newRow("it answers") << -1 << QStringLiteral("System keychain");
        QTest::newRow("locked") << int(Fault::Lock) << QStringLiteral("memory only, the keychain is locked");
        QTest::newRow("missing") << int(Fault::Miss) << QStringLiteral("memory only, there is no keychain");
        QTest::newRow("silent") << int(Fault::Hang) << QStringLiteral("memory only, the keychain does not answer");
    }

    void saysWhereThingsAreKept()
    {
        QFETCH(int, fault);
        QFETCH(QString, name);
        FallbackBench bench;
        QSignalSpy changed(&bench.store, &SecretStore::availabilityChanged);
        if (fault >= 0)
            bench.state->faults.insert(0, static_cast<FakeKeychain::State::Fault>(fault));
        QCOMPARE(bench.store.backendName(), QStringLiteral("System keychain"));
        bench.open();
        QCOMPARE(bench.store.backendName(), name);
        QCOMPARE(changed.size(), 1);
        bench.store.retry();
        QTRY_COMPARE(bench.store.availability(), Availability::Available);
        QCOMPARE(bench.store.backendName(), QStringLiteral("System keychain"));
    }

    void keepsInMemoryWhatIsNotTaken()
    {
        FallbackBench bench;
        bench.state->faults.insert(0, FallbackBench::Fault::Lock);
        bench.open();
        QCOMPARE(bench.value(secret), QByteArray("<KeychainLocked>"));
        bench.write(secret, "old");
        bench.write(secret, "new");
        QCOMPARE(bench.value(secret), QByteArray("new"));
        QCOMPARE(bench.answers, QStringList(2, QStringLiteral("did not write ") + secret));
        QVERIFY(bench.state->entries.isEmpty());

        // It is unlocked: what lived in memory only is stored, once, and the newest of it.
        bench.store.retry();
        QTRY_VERIFY(bench.isKept(secret));
        QCOMPARE(bench.value(secret), QByteArray("new"));
        KeychainStore later(std::make_unique<FakeKeychain>(bench.state));
        later.open();
        QByteArray found;
        later.read(secret, this, [&](const auto &result) { found = result->value_or(QByteArray()); });
        QTRY_COMPARE(found, QByteArray("new"));
        QCOMPARE(bench.state->jobs.count(QStringLiteral("write ") + secret), 1);
    }

    void whatIsRemovedStaysAbsent()
    {
        FallbackBench bench;
        bench.open();
        bench.write(secret, "s");
        QTRY_COMPARE(bench.answers.size(), 1);
        bench.state->failing = [](const QString &job) { return job.startsWith(u"remove"); };
        bench.remove(secret);
        QCOMPARE(bench.value(secret), QByteArray("<absent>"));
        QCOMPARE(bench.answers.last(), QStringLiteral("did not remove ") + secret);
        QVERIFY(bench.isKept(secret));

        // One success is a reason to try again.
        bench.state->failing = {};
        bench.write(other, "t");
        QTRY_VERIFY(!bench.isKept(secret));
        QCOMPARE(bench.value(other), QByteArray("t"));
    }

    void whatAlwaysFailsRests()
    {
        FallbackBench bench;
        bench.open();
        bench.state->failing = [](const QString &job) { return job.startsWith(QStringLiteral("write ") + secret); };
        bench.write(secret, "s");
        bench.write(other, "t");
        QTRY_COMPARE(bench.answers.size(), 2);
        QCOMPARE(bench.value(other), QByteArray("t"));
        const qsizetype jobs = bench.state->jobs.size();
        QCOMPARE(bench.value(other), QByteArray("t"));
        QVERIFY(bench.state->jobs.size() - jobs <= 3);
        QCOMPARE(bench.value(secret), QByteArray("s"));
    }

    void tellsWhatItMadeUpFor()
    {
        FallbackBench bench;
        bench.open();
        QSignalSpy madeUp(&bench.store, &SecretStore::madeUpFor);
        bench.state->failing = [](const QString &job) { return job.startsWith(QStringLiteral("write ") + secret); };
        bench.write(secret, "old");
        bench.write(other, "t");
        QTRY_COMPARE(bench.answers.size(), 2);
        bench.store.retry(); // in vain
        QCOMPARE(bench.value(secret), QByteArray("old"));
        QVERIFY(madeUp.isEmpty());

        // The keychain has answered all the time: only what it did not take is tried again.
        bench.state->failing = {};
        bench.store.retry();
        QTRY_COMPARE(madeUp.size(), 1);
        QCOMPARE(madeUp.first().first().toString(), secret);
        QVERIFY(bench.isKept(secret));
    }

    void listenersThatWentAreNotCalled()
    {
        FallbackBench bench;
        bench.open();
        int calls = 0;
        auto page = std::make_unique<QObject>();
        bench.store.write(secret, "s", page.get(), [&](const auto &) { ++calls; });
        bench.store.read(secret, page.get(), [&](const auto &) { ++calls; });
        bench.store.remove(other, page.get(), [&](const auto &) { ++calls; });
        page.reset();
        QCOMPARE(bench.value(secret), QByteArray("s"));
        QCOMPARE(calls, 0);
    }

    void tellsOfDamage()
    {
        FallbackBench bench;
        bench.state->entries.insert(secret, "garbage");
        bench.open();
        QSignalSpy damaged(&bench.store, &SecretStore::damaged);
        QCOMPARE(bench.value(secret), QByteArray("<absent>"));
        QCOMPARE(damaged.size(), 1);
        QCOMPARE(damaged.first().first().toString(), secret);
    }
};

QTEST_GUILESS_MAIN(FallbackStoreTest)
#include "tst_fallbackstore.moc"
