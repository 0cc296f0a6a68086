// Runs against the session bus it finds: CMakeLists.txt starts it under dbus-run-session with an unlocked gnome-keyring.
#include "secrets/keychainstore.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace poolscope;
using namespace poolscope::secrets;

class SystemKeychainTest : public QObject
{
    Q_OBJECT

    QString m_service = QStringLiteral("poolscope-test-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString m_key = QStringLiteral("session/a");

    std::unique_ptr<KeychainStore> open()
    {
        auto store = std::make_unique<KeychainStore>(makeSystemKeychain(m_service));
        store->open();
        return store;
    }

    QByteArray value(KeychainStore &store)
    {
        std::optional<QByteArray> answer;
        store.read(m_key, this, [&](const auto &result) {
            answer = result ? result->value_or("<absent>") : "<error " + result.error().code.toUtf8() + '>';
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000); }();
        return answer.value_or("<no answer>");
    }

    bool write(KeychainStore &store, const QByteArray &value)
    {
        std::optional<bool> answer;
        store.write(m_key, value, this, [&](const auto &result) { answer = result.has_value(); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000); }();
        return answer.value_or(false);
    }

    // "lock" or "unlock": the collection, by its own service and without a prompt.
    static bool keyring(const QString &what)
    {
        QProcess script;
        script.setProcessChannelMode(QProcess::ForwardedChannels);
        script.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-B"), QStringLiteral(POOLSCOPE_KEYRING_SCRIPT), what});
        QSignalSpy finished(&script, &QProcess::finished);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000); }();
        return script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0;
    }

private slots:
    void cleanup()
    {
        if (qEnvironmentVariable("POOLSCOPE_TEST_KEYRING") == QLatin1StringView("1"))
            QVERIFY(keyring(QStringLiteral("unlock")));
    }

    void initTestCase()
    {
        if (qEnvironmentVariable("POOLSCOPE_TEST_KEYRING") != QLatin1StringView("1"))
            QSKIP("Not started under a keyring of its own; the user's is left alone.");
    }

    void survivesARestart()
    {
        QByteArray large;
        for (int i = 0; i < 20'000; ++i)
            large.append(char(i * 31 % 256));
        auto store = open();
        QTRY_COMPARE(store->availability(), Availability::Available);
        QCOMPARE(value(*store), QByteArray("<absent>"));
        QVERIFY(write(*store, large));
        store = open();
        QCOMPARE(value(*store), large);
        QVERIFY(write(*store, "short"));
        store = open();
        QCOMPARE(value(*store), QByteArray("short"));
    }

    void lockedFromTheStart_data()
    {
        QTest::addColumn<bool>("used"); // by an earlier run of the program
        QTest::newRow("never used") << false;
        QTest::newRow("used") << true;
    }

    // It says of every entry that it is not there. Believed, that would sign everybody out.
    void lockedFromTheStart()
    {
        QFETCH(bool, used);
        m_service += QStringLiteral("-locked");
        if (used)
            QVERIFY(write(*open(), "kept"));
        QVERIFY(keyring(QStringLiteral("lock")));
        auto store = open();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::Locked, 10'000);
        QCOMPARE(value(*store), QByteArray("<error KeychainLocked>"));
        QVERIFY(!write(*store, "new"));

        QVERIFY(keyring(QStringLiteral("unlock")));
        store->retry();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::Available, 10'000);
        QCOMPARE(value(*store), used ? QByteArray("kept") : QByteArray("<absent>"));
        QVERIFY(write(*store, "new"));
        QCOMPARE(value(*store), QByteArray("new"));
    }

    void lockedWhileItIsUsed()
    {
        auto store = open();
        QVERIFY(write(*store, "kept"));
        QVERIFY(keyring(QStringLiteral("lock")));
        std::optional<bool> removed;
        store->remove(m_key, this, [&](const auto &result) { removed = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(removed.has_value(), 10'000);
        QVERIFY(!*removed);
        QCOMPARE(store->availability(), Availability::Locked);
        QCOMPARE(value(*store), QByteArray("<error KeychainLocked>"));
        QVERIFY(keyring(QStringLiteral("unlock")));
        store->retry();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::Available, 10'000);
        QCOMPARE(value(*store), QByteArray("kept"));
    }

    void removesEveryChunk()
    {
        auto store = open();
        QVERIFY(write(*store, QByteArray(9'000, 'x')));
        std::optional<bool> removed;
        store->remove(m_key, this, [&](const auto &result) { removed = result.has_value(); });
        QTRY_VERIFY(removed.has_value());
        QVERIFY(*removed);
        QCOMPARE(value(*store), QByteArray("<absent>"));

        auto backend = makeSystemKeychain(m_service);
        for (int generation = 1; generation < 5; ++generation) {
            for (int index = 0; index < 10; ++index) {
                std::optional<KeychainFailure::Kind> kind;
                const QString entry = QStringLiteral("%1#%2.%3").arg(m_key).arg(generation).arg(index);
                backend->read(entry, [&](const auto &bytes) {
                    kind = bytes ? KeychainFailure::Kind::Other : bytes.error().kind;
                });
                QTRY_VERIFY(kind.has_value());
                QCOMPARE(*kind, KeychainFailure::Kind::NotFound);
            }
        }
    }
};

QTEST_GUILESS_MAIN(SystemKeychainTest)
#include "tst_systemkeychain.moc"
