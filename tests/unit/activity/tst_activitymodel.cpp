#include "activity/activitymodel.h"
#include "entries.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::activity;
using transport::ActivityEntry;
using transport::ActivityLog;
using transport::UserAction;

namespace {

QStringList row(const ActivityModel &model, int row)
{
    QStringList cells;
    for (int column = 1; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

// The operations in the table's order; headings in brackets.
QStringList shown(const ActivityModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, ActivityModel::OperationColumn);
        const QString text = index.data().toString();
        rows += index.data(ActivityModel::HeadingRole).toBool() ? QStringLiteral("[%1]").arg(text) : text;
    }
    return rows;
}

QStringList list(const QString &words)
{
    return words.split(u' ');
}

} // namespace

class TestActivityModel : public QObject
{
    Q_OBJECT

private slots:
    void showsStates();
    void followsTheLog();
    void aTurnIsOneChangeOfTheModel();
    void clearedAndFilledInOneTurn();
    void groupsByAction();
    void headingsSumUp();
    void groupsFollowTheLog();
    void anActionKeepsItsPlace();
    void filters();
    void filtersWhatComesLater();
    void theLastFilterHolds();
    void filtersGroups();
    void manyChangesAreAReset();
    void manyGroups();
};

void TestActivityModel::showsStates()
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

void TestActivityModel::followsTheLog()
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

void TestActivityModel::aTurnIsOneChangeOfTheModel()
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

void TestActivityModel::clearedAndFilledInOneTurn()
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

void TestActivityModel::groupsByAction()
{
    ActivityLog log;
    const UserAction signIn(QStringLiteral("Enter"));
    log.add(entryOf(QStringLiteral("InitiateAuth"), signIn));
    log.add(entryOf(QStringLiteral("ListUsers"), UserAction(QStringLiteral("Look"))));
    log.add(entryOf(QStringLiteral("ListUsers"), UserAction(QStringLiteral("Look"))));
    log.add(entryOf(QStringLiteral("RespondToAuthChallenge"), signIn));
    log.add(entryOf(QStringLiteral("GetUser")));
    ActivityModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 5);
    model.setGrouped(true);
    QCOMPARE(shown(model), list(QStringLiteral("[Enter] InitiateAuth RespondToAuthChallenge [Look] ListUsers [Look] "
                                               "ListUsers [GetUser] GetUser")));
    QCOMPARE(model.entry(model.index(0, 0)), nullptr);
    QCOMPARE(model.indexOf(4).row(), 2);
    QVERIFY(model.index(1, 0).data(ActivityModel::GroupedRole).toBool());
    model.setGrouped(false);
    QCOMPARE(shown(model), list(QStringLiteral("InitiateAuth ListUsers ListUsers RespondToAuthChallenge GetUser")));
    QCOMPARE(model.indexOf(4).row(), 3);
}

void TestActivityModel::headingsSumUp()
{
    ActivityLog log;
    const UserAction action(QStringLiteral("Enter"), QDateTime::fromSecsSinceEpoch(1'700'000'060, Qt::UTC));
    log.add(failed(entryOf(QStringLiteral("InitiateAuth"), action), QStringLiteral("TooManyRequestsException")));
    log.add(succeeded(entryOf(QStringLiteral("InitiateAuth"), action)));
    ActivityModel model(log);
    model.setGrouped(true);
    const auto heading = [&model](int column, int role = Qt::DisplayRole) { return model.index(0, column).data(role); };
    QCOMPARE(heading(ActivityModel::DurationColumn).toString(), QStringLiteral("84"));
    QVERIFY(heading(ActivityModel::ResultColumn).toString().startsWith(u'2'));
    QCOMPARE(heading(ActivityModel::TimeColumn).toString(),
             action.startedAt().toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz")));
    QCOMPARE(heading(0, ActivityModel::StateRole).toInt(), int(ActivityEntry::State::Succeeded));
    log.add(entryOf(QStringLiteral("RespondToAuthChallenge"), action));
    QTRY_COMPARE(heading(0, ActivityModel::StateRole).toInt(), int(ActivityEntry::State::Pending));
}

void TestActivityModel::groupsFollowTheLog()
{
    ActivityLog log;
    ActivityModel model(log);
    model.setGrouped(true);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const UserAction first(QStringLiteral("One"));
    log.add(entryOf(QStringLiteral("A"), first));
    log.add(entryOf(QStringLiteral("B"), UserAction(QStringLiteral("Two"))));
    QTRY_COMPARE(shown(model), list(QStringLiteral("[One] A [Two] B")));

    QSignalSpy inserted(&model, &ActivityModel::rowsInserted);
    ActivityEntry later = entryOf(QStringLiteral("C"), first);
    later.id = log.add(later);
    QTRY_COMPARE(shown(model), list(QStringLiteral("[One] A C [Two] B")));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);

    QSignalSpy changed(&model, &ActivityModel::dataChanged);
    log.update(succeeded(later));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0); // the heading changes with it
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);

    log.clear();
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestActivityModel::anActionKeepsItsPlace()
{
    ActivityLog log;
    ActivityModel model(log);
    model.setGrouped(true);
    const UserAction long_(QStringLiteral("Long"));
    log.add(entryOf(QStringLiteral("A"), long_));
    log.add(entryOf(QStringLiteral("B"), UserAction(QStringLiteral("Other"))));
    log.add(entryOf(QStringLiteral("C"), long_));
    QTRY_COMPARE(model.rowCount(), 5);
    while (log.find(1)) // until the first one is let go
        log.add(entryOf(QStringLiteral("D"), long_));
    QTRY_VERIFY(!model.indexOf(1).isValid());
    QCOMPARE(shown(model).mid(0, 2), list(QStringLiteral("[Long] C")));
    QCOMPARE(shown(model).last(), QStringLiteral("B"));
}

void TestActivityModel::filters()
{
    ActivityLog log;
    log.add(succeeded(entryOf(QStringLiteral("SignUp"))));
    log.add(failed(entryOf(QStringLiteral("ConfirmSignUp")), QStringLiteral("CodeMismatchException")));
    log.add(succeeded(entryOf(QStringLiteral("GetUser"))));
    ActivityModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy counts(&model, &ActivityModel::countsChanged);
    model.setFilter({.text = QStringLiteral("signup")});
    QVERIFY(model.isFiltering());
    QTRY_COMPARE(shown(model), list(QStringLiteral("SignUp ConfirmSignUp")));
    QCOMPARE(counts.count(), 1);
    QCOMPARE(model.shownCount(), 2);
    QCOMPARE(model.entryCount(), 3);
    QCOMPARE(model.shownEntries().size(), 2);
    QCOMPARE(model.indexOf(3), QModelIndex());
    model.setFilter({.outcome = ActivityFilter::Outcome::Failed});
    QTRY_COMPARE(shown(model), list(QStringLiteral("ConfirmSignUp")));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestActivityModel::filtersWhatComesLater()
{
    ActivityLog log;
    ActivityModel model(log);
    model.setFilter({.outcome = ActivityFilter::Outcome::Failed});
    ActivityEntry entry = entryOf(QStringLiteral("SignUp"));
    entry.id = log.add(entry);
    QTRY_COMPARE(model.entryCount(), 1);
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 0);
    log.update(failed(entry, QStringLiteral("UsernameExistsException")));
    QTRY_COMPARE(model.rowCount(), 1);
    log.update(succeeded(entry));
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestActivityModel::theLastFilterHolds()
{
    ActivityLog log;
    for (int i = 0; i < 10; ++i)
        log.add(entryOf(QStringLiteral("Operation%1").arg(i)));
    ActivityModel model(log);
    for (const char *text : {"Operation", "Operation1", "nothing", "Operation2"})
        model.setFilter({.text = QString::fromLatin1(text)});
    QTRY_VERIFY(!model.isFiltering());
    QTRY_COMPARE(shown(model), list(QStringLiteral("Operation2")));
    model.setFilter({.text = QStringLiteral("Operation1")});
    model.setFilter({}); // before the other has an answer
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 10);
}

void TestActivityModel::filtersGroups()
{
    ActivityLog log;
    const UserAction action(QStringLiteral("Enter"));
    log.add(entryOf(QStringLiteral("InitiateAuth"), action));
    log.add(entryOf(QStringLiteral("ListUsers"), UserAction(QStringLiteral("Look"))));
    log.add(entryOf(QStringLiteral("RespondToAuthChallenge"), action));
    ActivityModel model(log);
    model.setGrouped(true);
    model.setFilter({.action = action});
    QTRY_COMPARE(shown(model), list(QStringLiteral("[Enter] InitiateAuth RespondToAuthChallenge")));
    model.setFilter({.text = QStringLiteral("listusers")});
    QTRY_COMPARE(shown(model), list(QStringLiteral("[Look] ListUsers")));
}

void TestActivityModel::manyChangesAreAReset()
{
    ActivityLog log;
    for (int i = 0; i < 200; ++i)
        log.add(entryOf(i % 2 ? QStringLiteral("Odd") : QStringLiteral("Even")));
    ActivityModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &ActivityModel::modelReset);
    QSignalSpy removed(&model, &ActivityModel::rowsRemoved);
    model.setFilter({.operation = QStringLiteral("Odd")});
    QTRY_COMPARE(model.rowCount(), 100);
    QCOMPARE(resets.count(), 1);
    QCOMPARE(removed.count(), 0);
}

void TestActivityModel::manyGroups()
{
    ActivityLog log;
    ActivityModel model(log);
    model.setGrouped(true);
    for (int i = 0; i < ActivityLog::capacity + 100; ++i)
        log.add(entryOf(QString::number(i), UserAction(QStringLiteral("Action"))));
    QTRY_COMPARE(model.rowCount(), int(ActivityLog::capacity) * 2);
    QCOMPARE(model.shownCount(), ActivityLog::capacity);
    QCOMPARE(model.index(1, ActivityModel::OperationColumn).data().toString(), QStringLiteral("100"));
}

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
