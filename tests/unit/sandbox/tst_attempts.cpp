#include "sandbox/rules/attempts.h"

#include <QTest>

using namespace poolscope::sandbox;

class TestAttempts final : public QObject
{
    Q_OBJECT

private slots:
    void perHour();
    void lockLengths_data();
    void lockLengths();
    void lockOut();
    void quietTimeResets();
    void attemptsWhileLockedDoNotCount();
    void clockMovedBack_data();
    void clockMovedBack();
};

namespace {

constexpr qint64 start = 1'767'225'600'000;
constexpr qint64 minute = 60'000;

} // namespace

void TestAttempts::perHour()
{
    AttemptRecord record;
    for (int i = 0; i < 5; ++i)
        QVERIFY(countAttempt(record, 5, start + i * minute));
    QVERIFY(!countAttempt(record, 5, start + 59 * minute));
    QVERIFY(countAttempt(record, 5, start + 60 * minute));
    QCOMPARE(record.count, 1);
    QCOMPARE(attemptsPerHour(Attempt::ConfirmSignUp), 15);
    QCOMPARE(attemptsPerHour(Attempt::ResendCode), 5);
}

void TestAttempts::lockLengths_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<qint64>("seconds");
    for (const auto &[failures, seconds] :
         {std::pair{1, 0}, {4, 0}, {5, 1}, {6, 2}, {7, 4}, {10, 32}, {14, 512}, {15, 900}, {60, 900}})
        QTest::addRow("%d failures", failures) << failures << qint64(seconds);
}

void TestAttempts::lockLengths()
{
    QFETCH(const int, failures);
    QFETCH(const qint64, seconds);
    QCOMPARE(lockOutMs(failures), seconds * 1000);
}

void TestAttempts::lockOut()
{
    AttemptRecord record;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!isLockedOut(record, start));
        countWrongPassword(record, start);
    }
    QVERIFY(isLockedOut(record, start + 999));
    QVERIFY(!isLockedOut(record, start + 1000));
    countWrongPassword(record, start + 1000);
    QVERIFY(isLockedOut(record, start + 2999));
    QVERIFY(!isLockedOut(record, start + 3000));
}

void TestAttempts::quietTimeResets()
{
    AttemptRecord record;
    for (int i = 0; i < 6; ++i)
        countWrongPassword(record, start);
    QVERIFY(!isLockedOut(record, start + 14 * minute));
    QCOMPARE(record.count, 6); // the attempt at 14 minutes broke the quiet time
    QVERIFY(!isLockedOut(record, start + 20 * minute));
    QCOMPARE(record.count, 6);
    QVERIFY(!isLockedOut(record, start + 35 * minute));
    QCOMPARE(record.count, 0);
}

void TestAttempts::attemptsWhileLockedDoNotCount()
{
    AttemptRecord record;
    for (int i = 0; i < 7; ++i)
        countWrongPassword(record, start);
    const auto until = record.lockedUntilMs;
    for (int i = 0; i < 20; ++i)
        QVERIFY(isLockedOut(record, start + 100 * i));
    QCOMPARE(record.count, 7);
    QCOMPARE(record.lockedUntilMs, until);
}

void TestAttempts::clockMovedBack_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("ten minutes") << 10; // less than the longest lock
    QTest::newRow("a day") << 24 * 60;
}

void TestAttempts::clockMovedBack()
{
    QFETCH(const int, minutes);
    AttemptRecord record;
    for (int i = 0; i < 6; ++i)
        countWrongPassword(record, start);
    QVERIFY(!isLockedOut(record, start - minutes * minute)); // a lock of two seconds does not become one of minutes
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
