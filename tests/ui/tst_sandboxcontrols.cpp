#include "ui/accessibility.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/controltexts.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/sandbox/spans.h"
#include "ui/screenbench.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using sandbox::Fault;

// The sandbox's clock and its faults, as testers turn them in the window.
class TestSandboxControls final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void writesOffsets_data();
    void writesOffsets();
    void writesFaults_data();
    void writesFaults();
    void movesTheClockByTheMenu();
    void menuStopsWhereTheClockEnds();
    void movesTheClockByAnAmount_data();
    void movesTheClockByAnAmount();
    void movesTheClockToAMoment();
    void refusesAnAmountOutOfRange();
    void showsAClockThatOthersMoved();
    void addsAFaultByKeyboard();
    void addsAFaultForSomeOperations();
    void keepsADelayThatWasTyped();
    void refusesAnUnfinishedFault();
    void refusesOneFaultTooMany();
    void showsFaultsThatOthersSet();
    void destroyedWithADialogOpen();
    void fitsBesideTheMailbox_data();
    void fitsBesideTheMailbox();
    void noFaults_data();
    void noFaults();

private:
    ScreenBench &bench();
    void showPage();
    QPushButton *button(const QString &name) { return find<QPushButton>(m_page.get(), name); }
    QAction *action(const QString &name) { return m_page->findChild<QAction *>(name); }
    QString label(const QString &name) { return find<QLabel>(m_page.get(), name)->text(); }
    bool isShown(const QString &name) { return find(m_page.get(), name)->isVisible(); }
    QWidget *openClockDialog();
    QWidget *openFaultDialog();
    void turnEverything();

    Translations m_translations;
    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SandboxPage> m_page;
};

void TestSandboxControls::init()
{
    m_translations.install(QStringLiteral("en")); // for the plural forms
}

void TestSandboxControls::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

// Only for those who need it: to start a sandbox takes a while.
ScreenBench &TestSandboxControls::bench()
{
    if (!m_bench)
        m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    return *m_bench;
}

void TestSandboxControls::showPage()
{
    m_page = std::make_unique<SandboxPage>(bench().workspace(), bench().sandbox());
    m_page->resize(900, 700);
    showActive(m_page.get());
    QTRY_VERIFY(find<QComboBox>(m_page.get(), QStringLiteral("sandbox.clients"))->count() > 0);
}

QWidget *TestSandboxControls::openClockDialog()
{
    action(QStringLiteral("sandbox.clock.other"))->trigger();
    QWidget *dialog = openDialog(QStringLiteral("clockDialog"));
    if (dialog)
        showActive(dialog);
    return dialog;
}

QWidget *TestSandboxControls::openFaultDialog()
{
    button(QStringLiteral("sandbox.addFault"))->click();
    QWidget *dialog = openDialog(QStringLiteral("faultDialog"));
    if (dialog)
        showActive(dialog);
    return dialog;
}

void TestSandboxControls::turnEverything()
{
    QVERIFY(bench().sandbox().setClockOffset(3 * dayMs + 4 * hourMs));
    for (int i = 0; i < 5; ++i)
        bench().sandbox().addFault({.kind = Fault::Kind::InternalError,
                                    .delayMs = 30'000,
                                    .operations = {QStringLiteral("AdminUpdateUserAttributes")},
                                    .times = 1000});
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.faultsOn")));
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.clockMoved")));
}

void TestSandboxControls::writesOffsets_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "at real time";
    QTest::newRow("a little") << qint64(400) << "at real time";
    QTest::newRow("seconds") << qint64(1'500) << "2 seconds ahead of real time";
    QTest::newRow("five minutes") << 5 * minuteMs << "5 minutes ahead of real time";
    QTest::newRow("one hour") << hourMs << "1 hour ahead of real time";
    QTest::newRow("behind") << -20 * minuteMs << "20 minutes behind real time";
    QTest::newRow("two units") << hourMs + 20 * minuteMs + 5'000 << "1 hour, 20 minutes ahead of real time";
    QTest::newRow("a gap between") << 2 * dayMs + 5'000 << "2 days ahead of real time";
    QTest::newRow("rounded") << dayMs - 100 << "1 day ahead of real time";
    QTest::newRow("years") << 4000 * dayMs << "4000 days ahead of real time";
}

void TestSandboxControls::writesOffsets()
{
    QFETCH(qint64, offset);
    QFETCH(QString, text);
    QCOMPARE(clockOffsetText(offset), text);
}

void TestSandboxControls::writesFaults_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("text");
    const QString signUp = QStringLiteral("SignUp");
    QTest::newRow("cut") << Fault{.kind = Fault::Kind::Cut} << "every operation: connection cut, nothing done";
    QTest::newRow("late") << Fault{.kind = Fault::Kind::Delay, .delayMs = 2'000, .operations = {signUp}}
                          << "SignUp: late answer after 2,000 ms";
    QTest::newRow("once more") << Fault{.kind = Fault::Kind::TooManyRequests, .operations = {signUp}, .times = 1}
                               << "SignUp: TooManyRequestsException (1 more time)";
    QTest::newRow("many operations") << Fault{.kind = Fault::Kind::InternalError,
                                              .operations = {signUp, QStringLiteral("GetUser"),
                                                             QStringLiteral("InitiateAuth"),
                                                             QStringLiteral("RevokeToken"),
                                                             QStringLiteral("DeleteUser")}}
                                     << "SignUp, GetUser, InitiateAuth and 2 more: InternalErrorException";
}

void TestSandboxControls::writesFaults()
{
    QFETCH(Fault, fault);
    QFETCH(QString, text);
    QCOMPARE(faultText(fault), text);
    QCOMPARE(faultsText({fault}), text);
    QVERIFY(faultsText({fault, fault, fault, fault, fault}).endsWith(QStringLiteral("; 2 more")));
}

void TestSandboxControls::movesTheClockByTheMenu()
{
    showPage();
    QVERIFY(!isShown(QStringLiteral("sandbox.clockMoved")));
    QVERIFY(!isShown(QStringLiteral("sandbox.realTime")));
    QVERIFY(label(QStringLiteral("sandbox.time")).endsWith(QStringLiteral("at real time")));
    action(QStringLiteral("sandbox.clock.day"))->trigger();
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.clockMoved")));
    QCOMPARE(label(QStringLiteral("sandbox.clockMoved")), QStringLiteral("1 day ahead of real time"));
    action(QStringLiteral("sandbox.clock.hour"))->trigger();
    QTRY_COMPARE(label(QStringLiteral("sandbox.clockMoved")), QStringLiteral("1 day, 1 hour ahead of real time"));
    button(QStringLiteral("sandbox.realTime"))->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(!isShown(QStringLiteral("sandbox.clockMoved")));
    QCOMPARE(bench().sandbox().clock().offsetMs(), 0);
    QVERIFY(button(QStringLiteral("sandbox.moveClock"))->hasFocus()); // the keyboard does not lose its place
}

void TestSandboxControls::menuStopsWhereTheClockEnds()
{
    showPage();
    const qint64 farthest = QDateTime::currentDateTimeUtc().msecsTo(QDateTime(QDate(2199, 12, 31), {}, Qt::UTC));
    QVERIFY(bench().sandbox().setClockOffset(farthest));
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.clockMoved")));
    action(QStringLiteral("sandbox.clock.month"))->trigger();
    QVERIFY(shownCallout(m_page.get())); // said, and nothing moved
    QCOMPARE(bench().sandbox().clock().offsetMs(), farthest);
    button(QStringLiteral("sandbox.realTime"))->click();
    QTRY_VERIFY(!shownCallout(m_page.get()));
}

void TestSandboxControls::movesTheClockByAnAmount_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("forward") << 0 << hourMs + 20 * minuteMs
                             << "Then the clock stands 1 hour, 20 minutes ahead of real time.";
    QTest::newRow("back") << 1 << hourMs - 20 * minuteMs << "Then the clock stands 40 minutes ahead of real time.";
}

void TestSandboxControls::movesTheClockByAnAmount()
{
    QFETCH(int, way);
    QFETCH(qint64, offset);
    QFETCH(QString, outcome);
    showPage();
    QVERIFY(bench().sandbox().setClockOffset(hourMs)); // it is moved from where it stands
    const QPointer<QWidget> dialog = openClockDialog();
    QVERIFY(dialog);
    QVERIFY(find(dialog, QStringLiteral("clock.amount"))->hasFocus());
    QVERIFY(!find(dialog, QStringLiteral("clock.moment"))->isVisible());
    type(QStringLiteral("20"));
    find<QComboBox>(dialog, QStringLiteral("clock.unit"))->setCurrentIndex(0);
    find<QComboBox>(dialog, QStringLiteral("clock.way"))->setCurrentIndex(way);
    QCOMPARE(find<QLabel>(dialog, QStringLiteral("clock.outcome"))->text(), outcome);
    press(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench().sandbox().clock().offsetMs(), offset);
}

void TestSandboxControls::movesTheClockToAMoment()
{
    showPage();
    const QPointer<QWidget> dialog = openClockDialog();
    QVERIFY(dialog);
    find<QComboBox>(dialog, QStringLiteral("clock.way"))->setCurrentIndex(2);
    QVERIFY(!find(dialog, QStringLiteral("clock.amount"))->isVisible());
    auto *edit = find<QDateTimeEdit>(dialog, QStringLiteral("clock.moment"));
    QVERIFY(edit->isVisible());
    const QDateTime moment(QDate(2031, 5, 1), QTime(9, 30));
    edit->setDateTime(moment);
    find<QPushButton>(dialog, QStringLiteral("clock.move"))->click();
    QTRY_VERIFY(!dialog);
    QVERIFY(qAbs(bench().sandbox().clock().now().secsTo(moment)) < 60);
}

void TestSandboxControls::refusesAnAmountOutOfRange()
{
    showPage();
    const QPointer<QWidget> dialog = openClockDialog();
    QVERIFY(dialog);
    find<QComboBox>(dialog, QStringLiteral("clock.unit"))->setCurrentIndex(2);
    auto *amount = find<QSpinBox>(dialog, QStringLiteral("clock.amount"));
    amount->setValue(1'000'000);
    find<QPushButton>(dialog, QStringLiteral("clock.move"))->click();
    QTRY_VERIFY(shownCallout(dialog));
    QCOMPARE(bench().sandbox().clock().offsetMs(), 0);
    amount->setValue(1);
    QTRY_VERIFY(!shownCallout(dialog));
    find<QPushButton>(dialog, QStringLiteral("clock.cancel"))->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench().sandbox().clock().offsetMs(), 0);
}

void TestSandboxControls::showsAClockThatOthersMoved()
{
    showPage();
    QVERIFY(bench().sandbox().setClockOffset(3 * dayMs)); // as by HTTP
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.clockMoved")));
    const QString day = QDateTime::currentDateTimeUtc().addDays(3).toString(QStringLiteral("yyyy-MM-dd"));
    QVERIFY(find(m_page.get(), QStringLiteral("sandbox.time"))->toolTip().contains(day));
}

void TestSandboxControls::addsAFaultByKeyboard()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    QVERIFY(find(dialog, QStringLiteral("fault.kind"))->hasFocus());
    press(Qt::Key_Down); // TooManyRequestsException
    auto *times = find<QSpinBox>(dialog, QStringLiteral("fault.times"));
    times->setFocus();
    times->selectAll();
    type(QStringLiteral("3"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench().sandbox().faults(), (QList<Fault>{{.kind = Fault::Kind::TooManyRequests, .times = 3}}));
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.faultsOff")));
    QVERIFY(isShown(QStringLiteral("sandbox.faultsOn")));
    button(QStringLiteral("sandbox.faultsOff"))->setFocus();
    QTest::keyClick(button(QStringLiteral("sandbox.faultsOff")), Qt::Key_Space);
    QTRY_VERIFY(!isShown(QStringLiteral("sandbox.faultsOff")));
    QVERIFY(bench().sandbox().faults().isEmpty());
    QCOMPARE(m_page->focusWidget(), button(QStringLiteral("sandbox.addFault")));
}

void TestSandboxControls::addsAFaultForSomeOperations()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    auto *operations = find<QListWidget>(dialog, QStringLiteral("fault.operations"));
    QVERIFY(!operations->isVisible());
    find<QComboBox>(dialog, QStringLiteral("fault.scope"))->setCurrentIndex(1);
    QVERIFY(operations->isVisible());
    const QWidget *below = find(dialog, QStringLiteral("fault.times"));
    QTRY_VERIFY(operations->geometry().bottom() < below->geometry().top()); // the dialog grew for it
    const auto found = operations->findItems(QStringLiteral("ListUsers"), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    operations->setCurrentItem(found.first());
    operations->setFocus();
    press(Qt::Key_Space);
    find<QPushButton>(dialog, QStringLiteral("fault.add"))->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(
        bench().sandbox().faults(),
        (QList<Fault>{{.kind = Fault::Kind::Delay, .delayMs = 2'000, .operations = {QStringLiteral("ListUsers")}}}));
}

void TestSandboxControls::keepsADelayThatWasTyped()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    auto *kind = find<QComboBox>(dialog, QStringLiteral("fault.kind"));
    auto *delay = find<QSpinBox>(dialog, QStringLiteral("fault.delay"));
    kind->setCurrentIndex(1);
    QCOMPARE(delay->value(), 0); // what was suggested goes
    delay->setFocus();
    delay->selectAll();
    type(QStringLiteral("5000"));
    QCOMPARE(delay->value(), 5000);
    kind->setCurrentIndex(2);
    QCOMPARE(delay->value(), 5000);
    find<QPushButton>(dialog, QStringLiteral("fault.add"))->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench().sandbox().faults(), (QList<Fault>{{.kind = Fault::Kind::InternalError, .delayMs = 5000}}));
}

void TestSandboxControls::refusesAnUnfinishedFault()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    auto *delay = find<QSpinBox>(dialog, QStringLiteral("fault.delay"));
    delay->setValue(0);
    auto *add = find<QPushButton>(dialog, QStringLiteral("fault.add"));
    add->click();
    QVERIFY(shownCallout(dialog));
    QVERIFY(delay->hasFocus());
    delay->setValue(10);
    find<QComboBox>(dialog, QStringLiteral("fault.scope"))->setCurrentIndex(1);
    add->click(); // no operation yet
    QVERIFY(shownCallout(dialog));
    QVERIFY(find(dialog, QStringLiteral("fault.scope"))->hasFocus());
    QVERIFY(bench().sandbox().faults().isEmpty());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(bench().sandbox().faults().isEmpty());
}

void TestSandboxControls::refusesOneFaultTooMany()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    while (bench().sandbox().addFault({.kind = Fault::Kind::Cut})) // over HTTP, meanwhile
        ;
    find<QPushButton>(dialog, QStringLiteral("fault.add"))->click();
    QVERIFY(shownCallout(dialog));
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(!button(QStringLiteral("sandbox.addFault"))->isEnabled());
    bench().sandbox().clearFaults();
    QTRY_VERIFY(button(QStringLiteral("sandbox.addFault"))->isEnabled());
}

void TestSandboxControls::showsFaultsThatOthersSet()
{
    showPage();
    const QString none = label(QStringLiteral("sandbox.faults"));
    bench().sandbox().addFault({.kind = Fault::Kind::InternalError, .operations = {QStringLiteral("SignUp")}});
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.faultsOn")));
    QVERIFY(label(QStringLiteral("sandbox.faults")).contains(QStringLiteral("SignUp: InternalErrorException")));
    bench().sandbox().clearFaults();
    QTRY_COMPARE(label(QStringLiteral("sandbox.faults")), none);
}

void TestSandboxControls::destroyedWithADialogOpen()
{
    showPage();
    const QPointer<QWidget> dialog = openFaultDialog();
    QVERIFY(dialog);
    m_page.reset();
    QVERIFY(!dialog);
    bench().sandbox().addFault({.kind = Fault::Kind::TooManyRequests});
    QVERIFY(bench().sandbox().setClockOffset(dayMs));
    QVERIFY(!bench().call(idp::ListUsersRequest{.userPoolId = bench().pool().userPoolId}));
}

void TestSandboxControls::fitsBesideTheMailbox_data()
{
    noFaults_data();
}

void TestSandboxControls::fitsBesideTheMailbox()
{
    QFETCH(QString, language);
    m_translations.install(language);
    QVERIFY(bench().addUser(QStringLiteral("sunny@example.com"), QStringLiteral("Correct-horse-7")));
    showPage();
    auto *table = find<QTableView>(m_page.get(), QStringLiteral("users.table"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    turnEverything();
    m_page->resize(495, 480); // what is left of 1024 pixels beside the mailbox, below a notice
    const auto *scroll = m_page->findChild<QScrollArea *>();
    QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width()); // nothing is cut at the right
    for (const char *name : {"sandbox.realTime", "sandbox.moveClock", "sandbox.faultsOff", "sandbox.addFault"}) {
        const QPushButton *part = button(QLatin1StringView(name));
        QVERIFY2(part->width() >= part->sizeHint().width(), name);
        QVERIFY2(part->mapTo(m_page.get(), part->rect().topRight()).x() < 495, name);
    }
    QVERIFY(table->height() >= 100); // the page scrolls, the list is not crushed
}

void TestSandboxControls::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestSandboxControls::noFaults()
{
    QFETCH(QString, language);
    m_translations.install(language);
    showPage();
    turnEverything();
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    const QPointer<QWidget> clock = openClockDialog();
    QVERIFY(clock);
    for (int way = 0; way < 3; ++way) {
        find<QComboBox>(clock, QStringLiteral("clock.way"))->setCurrentIndex(way);
        QCOMPARE(accessibilityFaults(clock), QStringList());
    }
    clock->close();
    QTRY_VERIFY(!clock);
    const QPointer<QWidget> fault = openFaultDialog();
    QVERIFY(fault);
    find<QComboBox>(fault, QStringLiteral("fault.scope"))->setCurrentIndex(1);
    QCOMPARE(accessibilityFaults(fault), QStringList());
}

QTEST_MAIN(TestSandboxControls)
#include "tst_sandboxcontrols.moc"
