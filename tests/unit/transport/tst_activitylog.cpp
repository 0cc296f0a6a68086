#include "transport/activitylog.h"
#include "transport/activitymodel.h"

#include <QAbstractItemModelTester>
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

QStringList row(const ActivityModel &model, int row)
{
    QStringList cells;
    for (int column = 1; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
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
    void modelShowsStates();
    void modelFollowsTheLog();
    void aTurnIsOneChangeOfTheModel();
    void clearedAndFilledInOneTurn();
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

void TestActivityLog::modelShowsStates()
{
    ActivityLog log;
    const ActivityModel model(log);
    log.add(entryOf(QStringLiteral("SignUp")));

    ActivityEntry done = entryOf(QStringLiteral("GetUser"));
    done.state = ActivityEntry::State::Succeeded;
    done.httpStatus = 200;
    done.durationMs = 42;
    done.requestId = QStringLiteral("id-1");
    log.add(done);

    ActivityEntry failed = done;
    failed.state = ActivityEntry::State::Failed;
    failed.attempt = 2;
    failed.httpStatus = 400;
    failed.errorCode = QStringLiteral("NotAuthorizedException");
    log.add(failed);
    failed.attempt = 1;
    failed.httpStatus = 0;
    failed.errorCode = QStringLiteral("ConnectionRefused");
    failed.requestId.clear();
    log.add(failed);
    QTRY_COMPARE(model.rowCount(), 4);

    QCOMPARE(row(model, 0), QStringList({QStringLiteral("SignUp"), QStringLiteral("Waiting"), {}, {}}));
    QCOMPARE(row(model, 1), QStringList({QStringLiteral("GetUser"), QStringLiteral("200"), QStringLiteral("42"),
                                         QStringLiteral("id-1")}));
    QCOMPARE(row(model, 2),
             QStringList({QStringLiteral("GetUser (attempt 2)"), QStringLiteral("400 NotAuthorizedException"),
                          QStringLiteral("42"), QStringLiteral("id-1")}));
    QCOMPARE(row(model, 3),
             QStringList({QStringLiteral("GetUser"), QStringLiteral("ConnectionRefused"), QStringLiteral("42"), {}}));
    QCOMPARE(model.index(0, ActivityModel::TimeColumn).data(Qt::ToolTipRole).toString(),
             QStringLiteral("2023-11-14 22:13:20.000 UTC"));
}

void TestActivityLog::modelFollowsTheLog()
{
    ActivityLog log;
    ActivityModel model(log);
    // The tester looks at every row each time: it comes when most of them are there.
    for (int i = 0; i < ActivityLog::capacity - 2; ++i)
        log.add(entryOf(QString::number(i)));
    QTRY_COMPARE(model.rowCount(), int(ActivityLog::capacity) - 2);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = -2; i < 2; ++i)
        log.add(entryOf(QString::number(ActivityLog::capacity + i)));
    QTRY_COMPARE(model.entry(model.index(0, 0))->operation, QStringLiteral("2"));
    QCOMPARE(model.rowCount(), int(ActivityLog::capacity));

    QSignalSpy changed(&model, &ActivityModel::dataChanged);
    ActivityEntry entry = log.entries().at(5);
    entry.state = ActivityEntry::State::Cancelled;
    log.update(entry);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 5);
    QCOMPARE(model.index(5, ActivityModel::ResultColumn).data().toString(), QStringLiteral("Cancelled"));

    log.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    QCOMPARE(model.entry({}), nullptr);
}

void TestActivityLog::aTurnIsOneChangeOfTheModel()
{
    ActivityLog log;
    for (int i = 0; i < 10; ++i)
        log.add(entryOf(QStringLiteral("before")));
    ActivityModel model(log);
    QCOMPARE(model.rowCount(), 10);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &ActivityModel::rowsInserted);
    QSignalSpy removed(&model, &ActivityModel::rowsRemoved);
    QSignalSpy changed(&model, &ActivityModel::dataChanged);

    for (const int row : {8, 3, 6}) {
        ActivityEntry entry = log.entries().at(row);
        entry.state = ActivityEntry::State::Succeeded;
        log.update(entry);
    }
    for (int i = 0; i < ActivityLog::capacity - 2; ++i)
        log.add(entryOf(QString::number(i)));
    QCOMPARE(model.rowCount(), 10); // the turn is not over
    QTRY_COMPARE(model.rowCount(), int(ActivityLog::capacity));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 0);
    QCOMPARE(removed.first().at(2).toInt(), 7);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.entry(model.index(0, 0))->state, ActivityEntry::State::Succeeded);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.entry(model.index(row, 0))->id, log.entries().at(row).id);
}

void TestActivityLog::clearedAndFilledInOneTurn()
{
    ActivityLog log;
    ActivityModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.add(entryOf(QStringLiteral("SignUp")));
    ActivityEntry entry = log.entries().first();
    log.clear();
    entry.state = ActivityEntry::State::Succeeded;
    log.update(entry);
    log.add(entryOf(QStringLiteral("GetUser")));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.entry(model.index(0, 0))->operation, QStringLiteral("GetUser"));
    log.clear();
    log.add(entryOf(QStringLiteral("ListUsers")));
    QTRY_COMPARE(model.entry(model.index(0, 0))->operation, QStringLiteral("ListUsers"));
    QCOMPARE(model.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
