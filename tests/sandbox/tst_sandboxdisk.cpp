#include "httpcaller.h"
#include "sandbox/service.h"
#include "support/signingkeys.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace poolscope;
using namespace poolscope::sandbox;
using poolscope::test::HttpCaller;
using poolscope::test::object;
using namespace Qt::StringLiterals;

namespace {

// Brings nothing anywhere; waits and fails as it is told.
class SlowDisk final
{
public:
    enum class Mode { Works, Waits, Fails };

    void set(Mode mode)
    {
        const std::lock_guard lock(m_mutex);
        m_mode = mode;
        m_changed.notify_all();
    }
    int waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }
    Result<void> sync() // on the thread of CommitSync
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.wait(lock, [this] { return m_mode != Mode::Waits; });
        --m_waiting;
        if (m_mode == Mode::Fails)
            return failure(Error::storage(u"NotOnDisk"_s, u"The disk is full."_s));
        return {};
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Mode m_mode = Mode::Works;
    int m_waiting = 0;
};

} // namespace

// Nobody hears of a change before it is on the disk, neither who made it nor who asks for it: over HTTP.
class TestSandboxDisk final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersWaitForTheDisk_data();
    void answersWaitForTheDisk();
    void whatTheDiskLosesIsNotAnswered();

private:
    QNetworkReply *signUp(const QString &name)
    {
        return m_caller->send(
            "SignUp",
            object({{u"ClientId"_s, m_demo.clientId}, {u"Username"_s, name}, {u"Password"_s, u"Passw0rd!"_s}}));
    }

    SlowDisk m_disk;
    std::atomic_int m_failures = 0;
    Controls m_controls{[] {}, [] {}};
    std::unique_ptr<Service> m_service;
    std::unique_ptr<HttpCaller> m_caller;
    QUrl m_endpoint;
    DemoPool m_demo;
};

void TestSandboxDisk::init()
{
    m_failures = 0;
    m_service = std::make_unique<Service>(
        Options{.makeKey = poolscope::tests::sharedSigningKey,
                .syncOf = [this](const QString &) -> CommitSync::Sync { return [this] { return m_disk.sync(); }; }},
        m_controls, Service::Notices{.messagesChanged = [] {}, .failed = [this](const Error &) { ++m_failures; }});
    std::promise<Result<Service::Started>> started;
    m_service->start([&](const Result<Service::Started> &result) { started.set_value(result); });
    const auto result = started.get_future().get();
    QVERIFY(result);
    m_endpoint = result->endpoint;
    std::promise<Result<DemoPool>> made;
    m_service->demoPool([&](const Result<DemoPool> &pool) { made.set_value(pool); });
    const auto demo = made.get_future().get();
    QVERIFY(demo);
    m_demo = *demo;
    m_caller = std::make_unique<HttpCaller>(m_endpoint);
}

void TestSandboxDisk::cleanup()
{
    m_disk.set(SlowDisk::Mode::Works);
    m_caller.reset();
    m_service.reset();
}

void TestSandboxDisk::answersWaitForTheDisk_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path"); // %1: the pool
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("messages") << QByteArray("GET") << u"/_poolscope/messages"_s << QByteArray() << 200;
    QTest::newRow("mails of SES") << QByteArray("GET") << u"/_aws/ses"_s << QByteArray() << 200;
    QTest::newRow("mails of SES deleted") << QByteArray("DELETE") << u"/_aws/ses"_s << QByteArray() << 204;
    QTest::newRow("key set") << QByteArray("GET") << u"/%1/.well-known/jwks.json"_s << QByteArray() << 200;
    QTest::newRow("codes expired") << QByteArray("POST") << u"/_poolscope/expire"_s
                                   << QByteArray(R"({"userPoolId":"%1","username":"mira@example.com","what":"codes"})")
                                   << 200;
}

void TestSandboxDisk::answersWaitForTheDisk()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(QByteArray, body);
    QFETCH(const int, status);
    const QString where = path.contains(u"%1"_s) ? path.arg(m_demo.userPoolId) : path;
    QCOMPARE(m_caller->get(u"/%1/.well-known/jwks.json"_s.arg(m_demo.userPoolId)).status,
             200); // making keys takes long
    m_disk.set(SlowDisk::Mode::Waits);
    QNetworkReply *const change = signUp(u"mira@example.com"_s);
    QTRY_COMPARE(m_disk.waiting(), 1);

    QNetworkAccessManager network;
    QNetworkRequest request(m_endpoint.resolved(QUrl(where)));
    request.setRawHeader("Content-Type", "application/json");
    body.replace("%1", m_demo.userPoolId.toUtf8());
    QNetworkReply *const asked = network.sendCustomRequest(request, method, body);
    const bool told = QTest::qWaitFor([&] { return change->isFinished() || asked->isFinished(); }, 300);
    QVERIFY(!told);

    m_disk.set(SlowDisk::Mode::Works);
    QCOMPARE(m_caller->finish(change).status, 200);
    QCOMPARE(m_caller->finish(asked).status, status);
}

void TestSandboxDisk::whatTheDiskLosesIsNotAnswered()
{
    m_disk.set(SlowDisk::Mode::Fails);
    QCOMPARE(m_caller->finish(signUp(u"mira@example.com"_s)).status, 0);
    m_disk.set(SlowDisk::Mode::Works); // too late: what was lost is not written by it
    QCOMPARE(m_caller->finish(signUp(u"nora@example.com"_s)).status, 0);
    QCOMPARE(m_caller->get(u"/_poolscope/messages"_s).status, 0);
    QCOMPARE(m_failures, 1);
}

QTEST_GUILESS_MAIN(TestSandboxDisk)
#include "tst_sandboxdisk.moc"
