// Against a Secret Service that fails in the middle; CMakeLists.txt starts each slot on a session bus of its own, because
// QtKeychain's jobs wait for each other, and one without an answer holds up all later ones of its process.
#include "secrets/keychainstore.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace poolscope;
using namespace poolscope::secrets;

namespace {

constexpr std::chrono::milliseconds patience{500};

// The service as a process, so that it can go at any time.
class FakeService
{
public:
    explicit FakeService(const QString &fault)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        {QStringLiteral("-B"), QStringLiteral(POOLSCOPE_FAKE_SERVICE), fault});
    }

    ~FakeService() { kill(); }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000) && m_process.readLine() == "ready\n";
    }

    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }

    void kill()
    {
        m_process.kill();
        (void)QTest::qWaitFor([this] { return hasEnded(); }, 10'000);
    }

private:
    QProcess m_process;
};

} // namespace

class FakeSecretServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<KeychainStore> open()
    {
        auto store = std::make_unique<KeychainStore>(makeSystemKeychain(QStringLiteral("poolscope-test")), nullptr,
                                                     KeychainOptions{.watchdog = patience});
        store->open();
        return store;
    }

    // The error's code; "none" where it is said that there is nothing, which would sign everybody out.
    QString readError(KeychainStore &store)
    {
        std::optional<QString> answer;
        store.read(QStringLiteral("session/a"), this, [&](const Result<std::optional<QByteArray>> &result) {
            answer = result ? QStringLiteral("none") : result.error().code;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
        return answer.value_or(QStringLiteral("no answer"));
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariable("POOLSCOPE_TEST_KEYRING") != QLatin1StringView("1"))
            QSKIP("Not started on a bus of its own; the user's keyring is left alone.");
    }

    // The program goes on; the answer comes when nobody waits for it any more.
    void silent()
    {
        FakeService service(QStringLiteral("silent"));
        QVERIFY(service.isReady());
        auto store = open();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::NotAnswering, 20'000);
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(readError(*store), QString(codes::NotAnswering));
        QVERIFY(elapsed.elapsed() < patience.count());
        service.kill(); // an answer of a kind: the late one
        QTRY_VERIFY_WITH_TIMEOUT(store->availability() != Availability::NotAnswering, 20'000);
        QVERIFY(store->availability() != Availability::Available);
    }

    // The late answer finds the store gone.
    void silentToTheEnd()
    {
        FakeService service(QStringLiteral("silent"));
        QVERIFY(service.isReady());
        auto store = open();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::NotAnswering, 20'000);
        store.reset();
        service.kill();
        // The next job is done after the one that hung.
        store = open();
        QTRY_VERIFY_WITH_TIMEOUT(store->availability() != Availability::Unknown, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(store->availability() != Availability::NotAnswering, 20'000);
        QVERIFY(readError(*store) != QStringLiteral("none"));
    }

    void diesInTheMiddle()
    {
        FakeService service(QStringLiteral("dies"));
        QVERIFY(service.isReady());
        auto store = open();
        QTRY_VERIFY_WITH_TIMEOUT(store->availability() != Availability::Unknown, 20'000);
        QVERIFY(store->availability() != Availability::Available);
        QVERIFY(service.hasEnded());
        QVERIFY(readError(*store) != QStringLiteral("none"));
    }

    void promptIsIgnored()
    {
        FakeService service(QStringLiteral("ignored"));
        QVERIFY(service.isReady());
        auto store = open();
        QTRY_COMPARE_WITH_TIMEOUT(store->availability(), Availability::NotAnswering, 20'000);
        QCOMPARE(readError(*store), QString(codes::NotAnswering));
    }

    // libsecret 0.20 never answers then (a later one says that nothing was found): the watchdog does.
    void promptIsCancelled()
    {
        FakeService service(QStringLiteral("cancelled"));
        QVERIFY(service.isReady());
        auto store = open();
        QTRY_VERIFY_WITH_TIMEOUT(store->availability() == Availability::NotAnswering ||
                                     store->availability() == Availability::Locked,
                                 20'000);
        QVERIFY(readError(*store) != QStringLiteral("none"));
    }
};

QTEST_GUILESS_MAIN(FakeSecretServiceTest)
#include "tst_fakesecretservice.moc"
