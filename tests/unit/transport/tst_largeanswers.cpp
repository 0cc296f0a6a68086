#include "channelfixture.h"
#include "json/reader.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>

using namespace poolscope;
using namespace poolscope::tests;

namespace {

// A page of users of about so many bytes.
QByteArray usersPage(qsizetype bytes)
{
    QByteArray body = "{\"Users\":[";
    for (int i = 0; body.size() < bytes; ++i) {
        const QByteArray number = QByteArray::number(i);
        body += (i == 0 ? "{\"Username\":\"user" : ",{\"Username\":\"user") + number +
                "\",\"Attributes\":[{\"Name\":\"email\",\"Value\":\"user" + number +
                "@example.com\"}],\"UserStatus\":\"CONFIRMED\",\"Enabled\":true}";
    }
    return body + "]}";
}

// The longest that the event loop was away while a condition was waited for, in ms.
qint64 longestStall(const std::function<bool()> &condition)
{
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &ticks, [&] { longest = std::max(longest, since.restart()); });
    since.start();
    ticks.start(0);
    [[maybe_unused]] const bool came = QTest::qWaitFor(condition, 60'000);
    return longest;
}

} // namespace

// Answers that take long to read.
class TestLargeAnswers final : public QObject
{
    Q_OBJECT

private slots:
    void doNotStopTheThread()
    {
        const QByteArray body = usersPage(6'000'000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(json::read(body));
        const qint64 reading = timer.elapsed();
        qint64 stall = reading;
        for (int attempt = 0; attempt < 3; ++attempt) { // other programs may hold the computer up
            ChannelFixture fixture;
            fixture.server.addOk(body);
            fixture.send(u"ListUsers");
            stall = std::min(stall, longestStall([&] { return fixture.outcome.has_value(); }));
            QVERIFY(fixture.outcome && *fixture.outcome);
            QVERIFY(fixture.log.entries().constFirst().response.contains(u"Users"));
        }
        QVERIFY2(stall < reading / 2, qPrintable(QStringLiteral("%1 ms of %2 ms").arg(stall).arg(reading)));
    }

    void areRedactedAndComplete()
    {
        ChannelFixture fixture;
        fixture.server.addOk(usersPage(200'000));
        fixture.send(u"ListUsers");
        QTRY_VERIFY(fixture.outcome);
        const json::Value users = fixture.outcome->value().value(u"Users");
        QVERIFY(users.size() > 1'000);
        const transport::ActivityEntry &entry = fixture.log.entries().constFirst();
        QCOMPARE(entry.state, transport::ActivityEntry::State::Succeeded);
        QCOMPARE(entry.response.value(u"Users").size(), users.size());
        QVERIFY(entry.response != fixture.outcome->value()); // the addresses are not shown
    }

    void errorsToo()
    {
        ChannelFixture fixture;
        fixture.server.addAnswer(200, usersPage(200'000).chopped(1));
        fixture.send(u"ListUsers");
        QTRY_VERIFY(fixture.outcome);
        compareError(fixture, Error::Kind::Protocol, QStringLiteral("InvalidJson"), fixture.error().outcomeUnknown);
    }

    void areDigestedWhereTheyAreRead_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("here");
        QTest::newRow("a small one") << 1'000 << true;
        QTest::newRow("a large one") << 200'000 << false;
    }

    void areDigestedWhereTheyAreRead()
    {
        QFETCH(int, bytes);
        QFETCH(bool, here);
        ChannelFixture fixture;
        fixture.server.addAnswer(200, usersPage(bytes), {"x-amzn-RequestId: id-1"});
        std::atomic<QThread *> where = nullptr;
        QString requestId;
        fixture.channel->send(
            ChannelFixture::operation(u"ListUsers"), json::Value::object(), &fixture.context,
            [&](Result<json::Value> result) {
                QVERIFY(where.load()); // it came before
                fixture.outcome = std::move(result);
            },
            {},
            [&](const json::Value &answer, const QString &id) {
                requestId = answer.value(u"Users").size() > 0 ? id : QString();
                where = QThread::currentThread();
            });
        QTRY_VERIFY(fixture.outcome);
        QCOMPARE(where.load() == QThread::currentThread(), here);
        QCOMPARE(requestId, QStringLiteral("id-1"));
    }

    void givenUpWhileRead_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("cancelled") << 0;
        QTest::newRow("context gone") << 1;
        QTest::newRow("channel gone") << 2;
    }

    void givenUpWhileRead()
    {
        QFETCH(int, how);
        ChannelFixture fixture;
        const QByteArray body = usersPage(2'000'000);
        fixture.server.addOk(body);
        auto context = std::make_unique<QObject>();
        bool answered = false;
        transport::CallHandle call =
            fixture.channel->send(ChannelFixture::operation(u"ListUsers"), json::Value::object(), context.get(),
                                  [&](const Result<json::Value> &) { answered = true; });
        // It is on its way, or being read.
        QTRY_VERIFY(fixture.server.bytesSent() >= body.size());
        if (how == 0)
            call.cancel();
        else if (how == 1)
            context.reset();
        else
            fixture.channel.reset();
        QVERIFY(QTest::qWaitFor([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }, 30'000));
        QCoreApplication::processEvents();
        QVERIFY(!answered);
        QCOMPARE(fixture.log.entries().constFirst().state, transport::ActivityEntry::State::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLargeAnswers)
#include "tst_largeanswers.moc"
