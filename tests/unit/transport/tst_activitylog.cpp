#include "transport/activitylog.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::transport;

namespace {

ActivityEntry entryOf(const QString &operation, qsizetype bodyBytes = 0)
{
    ActivityEntry entry;
    entry.startedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    entry.operation = operation;
    entry.endpointHost = QStringLiteral("127.0.0.1:9229");
    entry.request = json::Value::object();
    entry.bodyBytes = bodyBytes;
    return entry;
}

} // namespace

class TestActivityLog : public QObject
{
    Q_OBJECT

private slots:
    void addsAndChanges();
    void keepsTheLatest();
    void letsGoOfOldBodies();
    void clears();
    void changeOfWhatIsGone();
};

void TestActivityLog::addsAndChanges()
{
    ActivityLog log;
    QSignalSpy added(&log, &ActivityLog::entryAdded);
    QSignalSpy changed(&log, &ActivityLog::entryChanged);
    const qint64 first = log.add(entryOf(QStringLiteral("SignUp")));
    const qint64 second = log.add(entryOf(QStringLiteral("GetUser")));
    QVERIFY(second > first);
    QCOMPARE(added.count(), 2);
    QCOMPARE(log.indexOf(second), 1);

    ActivityEntry entry = *log.find(first);
    QVERIFY(entry.pending());
    entry.state = ActivityEntry::State::Succeeded;
    entry.httpStatus = 200;
    log.update(entry);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toLongLong(), first);
    QCOMPARE(log.find(first)->httpStatus, 200);
}

void TestActivityLog::keepsTheLatest()
{
    ActivityLog log;
    for (int i = 0; i < ActivityLog::capacity + 3; ++i)
        log.add(entryOf(QString::number(i)));
    QCOMPARE(log.entries().size(), ActivityLog::capacity);
    QCOMPARE(log.entries().first().operation, QStringLiteral("3"));
    QCOMPARE(log.find(1), nullptr);
    QCOMPARE(log.indexOf(log.entries().last().id), ActivityLog::capacity - 1);
}

void TestActivityLog::letsGoOfOldBodies()
{
    ActivityLog log;
    ActivityEntry entry = entryOf(QStringLiteral("ListUsers"), ActivityLog::bodyCapacity / 2);
    entry.state = ActivityEntry::State::Succeeded;
    const qint64 first = log.add(entry);
    const qint64 second = log.add(entry);
    QVERIFY(!log.find(first)->bodiesDropped);
    const qint64 third = log.add(entry);
    QVERIFY(log.find(first)->bodiesDropped);
    QVERIFY(log.find(first)->request.isNull());
    QVERIFY(!log.find(second)->bodiesDropped);
    QVERIFY(!log.find(third)->bodiesDropped);
}

void TestActivityLog::clears()
{
    ActivityLog log;
    log.add(entryOf(QStringLiteral("SignUp")));
    QSignalSpy cleared(&log, &ActivityLog::cleared);
    log.clear();
    QCOMPARE(cleared.count(), 1);
    QVERIFY(log.entries().isEmpty());
    QCOMPARE(log.add(entryOf(QStringLiteral("GetUser"))), 2);
}

void TestActivityLog::changeOfWhatIsGone()
{
    ActivityLog log;
    log.add(entryOf(QStringLiteral("SignUp")));
    const ActivityEntry entry = log.entries().first();
    log.clear();
    QSignalSpy changed(&log, &ActivityLog::entryChanged);
    log.update(entry);
    QCOMPARE(changed.count(), 0);
    QVERIFY(log.entries().isEmpty());
}

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
