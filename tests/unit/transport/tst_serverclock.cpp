#include "transport/serverclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::transport;

namespace {

// 2023-11-14 22:13:20 UTC
constexpr qint64 start = 1'700'000'000'000;
const QByteArray startDate = QByteArrayLiteral("Tue, 14 Nov 2023 22:13:20 GMT");

} // namespace

class TestServerClock : public QObject
{
    Q_OBJECT

private slots:
    void learnsTheSkew_data();
    void learnsTheSkew();
    void followsTheSystem();
    void keepsAnOffsetThatFits();
    void correctsAndComesBack();
};

void TestServerClock::learnsTheSkew_data()
{
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("age");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<int>("jumps");

    const QByteArray none;
    const QByteArray later = QByteArrayLiteral("Wed, 15 Nov 2023 01:13:20 GMT");
    const qint64 minutes15 = 15 * 60 * 1000;
    QTest::newRow("in step") << start << start + 100 << startDate << none << qint64(0) << 0;
    QTest::newRow("three hours behind") << start << start + 200 << later << none << qint64(3 * 3'600'000 - 100) << 1;
    QTest::newRow("20 minutes ahead") << start + 1'200'000 << start + 1'200'000 << startDate << none
                                      << qint64(-1'200'000) << 1;
    QTest::newRow("4 s behind: learnt silently")
        << start - 4'000 << start - 4'000 << startDate << none << qint64(4'000) << 0;
    QTest::newRow("under a second is the header's precision")
        << start + 900 << start + 950 << startDate << none << qint64(0) << 0;
    QTest::newRow("from a cache") << start << start + 200 << later << QByteArrayLiteral("0") << qint64(0) << 0;
    QTest::newRow("took 15 minutes") << start << start + minutes15 << later << none << qint64(0) << 0;
    QTest::newRow("took almost 15 minutes")
        << start << start + minutes15 - 2 << later << none << qint64(3 * 3'600'000 - minutes15 / 2 + 1) << 1;
    QTest::newRow("system clock set back meanwhile") << start << start - 1 << later << none << qint64(0) << 0;
    QTest::newRow("no date") << start << start + 200 << none << none << qint64(0) << 0;
    QTest::newRow("no real date") << start << start + 200 << QByteArrayLiteral("Wed, 35 Nov 2023 01:13:20 GMT") << none
                                  << qint64(0) << 0;
    QTest::newRow("another form") << start << start + 200 << QByteArrayLiteral("2023-11-15T01:13:20Z") << none
                                  << qint64(0) << 0;
}

void TestServerClock::learnsTheSkew()
{
    QFETCH(qint64, sent);
    QFETCH(qint64, received);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, age);
    QFETCH(qint64, offset);
    QFETCH(int, jumps);

    const ManualClock system(received);
    ServerClock clock(system);
    QSignalSpy jumped(&clock, &ServerClock::jumped);
    clock.observe(sent, received, date, age);
    QCOMPARE(clock.offsetMs(), offset);
    QCOMPARE(clock.nowMs(), received + offset);
    QCOMPARE(jumped.count(), jumps);
    if (jumps > 0)
        QCOMPARE(jumped.first().first().toLongLong(), offset);
}

void TestServerClock::followsTheSystem()
{
    ManualClock system(start);
    ServerClock clock(system);
    clock.observe(start, start, QByteArrayLiteral("Tue, 14 Nov 2023 22:14:20 GMT"), {});
    system.advanceMs(5'000);
    QCOMPARE(clock.nowMs(), start + 65'000);
}

void TestServerClock::keepsAnOffsetThatFits()
{
    const ManualClock system(start);
    ServerClock clock(system);
    clock.observe(start, start, QByteArrayLiteral("Tue, 14 Nov 2023 22:14:20 GMT"), {});
    const qint64 learnt = clock.offsetMs();
    // 0.7 s later the header shows the same second.
    clock.observe(start + 700, start + 720, QByteArrayLiteral("Tue, 14 Nov 2023 22:14:20 GMT"), {});
    QCOMPARE(clock.offsetMs(), learnt);
}

void TestServerClock::correctsAndComesBack()
{
    const ManualClock system(start);
    ServerClock clock(system);
    QSignalSpy jumped(&clock, &ServerClock::jumped);
    clock.observe(start, start, QByteArrayLiteral("Tue, 14 Nov 2023 23:13:20 GMT"), {});
    clock.observe(start, start, startDate, {});
    QCOMPARE(clock.offsetMs(), 0);
    QCOMPARE(jumped.count(), 2);
    QCOMPARE(jumped.last().first().toLongLong(), -3'600'000);
}

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_serverclock.moc"
