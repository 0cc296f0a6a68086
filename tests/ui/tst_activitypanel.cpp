#include "core/redaction.h"
#include "transport/activitylog.h"
#include "ui/accessibility.h"
#include "ui/activity/activitydetails.h"
#include "ui/activity/activitypanel.h"
#include "ui/common/monotextview.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using transport::ActivityEntry;

namespace {

ActivityEntry entry(const QString &operation, const QString &requestId, const transport::UserAction &action = {})
{
    ActivityEntry made;
    made.startedAt = QDateTime::currentDateTimeUtc();
    made.action = action;
    made.service = QStringLiteral("cognito-idp");
    made.operation = operation;
    made.url = QUrl(QStringLiteral("http://127.0.0.1:9229/"));
    made.region = QStringLiteral("us-east-1");
    made.requestId = requestId;
    made.request.set(QStringLiteral("Username"), QStringLiteral("sunny"));
    return made;
}

} // namespace

class TestActivityPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatWouldBeHere();
    void followsTheNewest();
    void staysAtAChosenRow();
    void showsRequestAndResponse();
    void answerArrivesLater();
    void otherAnswersLeaveTheDetailsAlone();
    void copiesTheRequestId();
    void knowsWhatWasThereBefore();
    void copiesByKeyboard();
    void copiesCommands();
    void whatItSaidEnds_data();
    void whatItSaidEnds();
    void noCommandForWhatIsNoOperation();
    void commandForWhoseKeysTheyAre();
    void theMenuKeepsItsRequest();
    void searches();
    void searchesByKeyboard();
    void showsFailedOnly();
    void showsOnlyWhatIsLike();
    void groups();
    void keepsTheChosenRowWhileRowsGo();
    void exports();
    void saysWhyNothingWasExported();
    void clears();
    void longJsonIsCut();
    void longJsonIsCutAtTheSameLength_data();
    void longJsonIsCutAtTheSameLength();
    void noFaults_data();
    void noFaults();
    void holdsTwoThousand();

private:
    QString json() { return find<MonoTextView>(m_panel.get(), QStringLiteral("activityJson"))->text(); }
    QAction *command(const char *name) { return m_panel->findChild<QAction *>(QString::fromLatin1(name)); }
    QLineEdit *search() { return find<QLineEdit>(m_panel.get(), QStringLiteral("activitySearch")); }
    QString said() { return find<QLabel>(m_panel.get(), QStringLiteral("activitySaid"))->text(); }
    QTableView *table() { return find<QTableView>(m_panel.get(), QStringLiteral("activityTable")); }

    std::unique_ptr<transport::ActivityLog> m_log;
    std::unique_ptr<ActivityPanel> m_panel;
};

void TestActivityPanel::init()
{
    m_panel.reset();
    m_log = std::make_unique<transport::ActivityLog>();
    m_panel = std::make_unique<ActivityPanel>(m_log.get());
    m_panel->resize(900, 300);
    showActive(m_panel.get());
}

void TestActivityPanel::saysWhatWouldBeHere()
{
    QVERIFY(!table()->isVisible());
    QVERIFY(!find(m_panel.get(), QStringLiteral("activityMore"))->isVisible());
    QVERIFY(!find(m_panel.get(), QStringLiteral("activitySearch"))->isVisible());
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    QTRY_VERIFY(table()->isVisible());
}

void TestActivityPanel::followsTheNewest()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    m_log->add(entry(QStringLiteral("ConfirmSignUp"), {}));
    QTRY_COMPARE(table()->currentIndex().row(), 1);
    for (int i = 0; i < 2'100; ++i) // all rows go at once
        m_log->add(entry(QStringLiteral("ListUsers"), {}));
    QTRY_COMPARE(table()->currentIndex().row(), 1'999);
}

void TestActivityPanel::staysAtAChosenRow()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    m_log->add(entry(QStringLiteral("ConfirmSignUp"), {}));
    QTRY_COMPARE(table()->currentIndex().row(), 1);
    table()->setFocus();
    press(Qt::Key_Up);
    m_log->add(entry(QStringLiteral("InitiateAuth"), {}));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(table()->currentIndex().row(), 0);
}

void TestActivityPanel::showsRequestAndResponse()
{
    ActivityEntry one = entry(QStringLiteral("SignUp"), QStringLiteral("id-1"));
    one.state = ActivityEntry::State::Succeeded;
    one.response.set(QStringLiteral("UserConfirmed"), false);
    m_log->add(one);
    QTRY_VERIFY(table()->isVisible());
    table()->setFocus();
    press(Qt::Key_Return);
    QVERIFY(json().contains(QStringLiteral("\"Username\": \"sunny\"")));
    QTest::keyClick(find(m_panel.get(), QStringLiteral("activityResponse")), Qt::Key_Space);
    QVERIFY(json().contains(QStringLiteral("\"UserConfirmed\": false")));
}

void TestActivityPanel::answerArrivesLater()
{
    ActivityEntry one = entry(QStringLiteral("SignUp"), {});
    one.id = m_log->add(one);
    m_panel->setDetailsShown(true);
    QTest::keyClick(find(m_panel.get(), QStringLiteral("activityResponse")), Qt::Key_Space);
    QTRY_COMPARE(json(), QStringLiteral("No answer yet."));
    one.state = ActivityEntry::State::Succeeded;
    one.response.set(QStringLiteral("UserSub"), QStringLiteral("7d8e"));
    m_log->update(one);
    QTRY_VERIFY(json().contains(QStringLiteral("7d8e")));
}

void TestActivityPanel::otherAnswersLeaveTheDetailsAlone()
{
    ActivityEntry other = entry(QStringLiteral("SignUp"), {});
    other.id = m_log->add(other);
    m_log->add(entry(QStringLiteral("ConfirmSignUp"), {}));
    m_panel->setDetailsShown(true);
    auto *text = find<MonoTextView>(m_panel.get(), QStringLiteral("activityJson"));
    QTRY_VERIFY(!text->text().isEmpty());
    text->selectAll();
    QSignalSpy changed(table()->model(), &QAbstractItemModel::dataChanged);
    other.state = ActivityEntry::State::Succeeded;
    m_log->update(other);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!text->text().isEmpty());
    QCOMPARE(text->selectedText(), text->text());
}

void TestActivityPanel::copiesTheRequestId()
{
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("a71e6c7e-0d")));
    QTRY_VERIFY(table()->isVisible());
    command("activityCopyId")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a71e6c7e-0d"));
}

void TestActivityPanel::knowsWhatWasThereBefore()
{
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("id-1")));
    m_panel = std::make_unique<ActivityPanel>(m_log.get());
    showActive(m_panel.get());
    QVERIFY(table()->currentIndex().isValid());
    QVERIFY(command("activityCopyId")->isEnabled());
}

void TestActivityPanel::copiesByKeyboard()
{
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("a71e6c7e-0d")));
    QTRY_VERIFY(table()->isVisible());
    table()->setFocus();
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a71e6c7e-0d"));
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("aws cognito-idp sign-up")));
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
}

void TestActivityPanel::copiesCommands()
{
    ActivityEntry one = entry(QStringLiteral("SignUp"), {});
    one.request.set(QStringLiteral("Password"), redactedMark());
    m_log->add(one);
    QTRY_VERIFY(table()->isVisible());
    command("activityCopyCli")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("--password=\"${COGNITO_PASSWORD:?}\"")));
    QVERIFY2(said().contains(QStringLiteral("as they are: COGNITO_PASSWORD")), qPrintable(said()));
    command("activityCopyCurl")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("${COGNITO_PASSWORD:?}")));
    QVERIFY2(said().contains(QStringLiteral("escaped as in JSON: COGNITO_PASSWORD")), qPrintable(said()));
}

void TestActivityPanel::whatItSaidEnds_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"another request", "an empty list", "time"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestActivityPanel::whatItSaidEnds()
{
    QFETCH(QString, by);
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("id-1")));
    ActivityEntry second = entry(QStringLiteral("GetUser"), QStringLiteral("id-2"));
    second.id = m_log->add(second);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    const auto *label = find(m_panel.get(), QStringLiteral("activitySaid"));
    if (by == u"time")
        m_panel->setSaidFor(std::chrono::milliseconds(1));
    command("activityCopyId")->trigger();
    QVERIFY(label->isVisible());
    if (by == u"another request") {
        QSignalSpy changed(table()->model(), &QAbstractItemModel::dataChanged);
        second.durationMs = 7;
        m_log->update(second); // the same one
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(label->isVisible());
        table()->setCurrentIndex(table()->model()->index(0, 0));
    } else if (by == u"an empty list") {
        command("activityClear")->trigger();
    }
    QTRY_VERIFY(!label->isVisible());
}

void TestActivityPanel::noCommandForWhatIsNoOperation()
{
    m_log->add(entry(QStringLiteral("GET jwks.json"), {}));
    QTRY_VERIFY(command("activityCopyCurl")->isEnabled());
    QVERIFY(!command("activityCopyCli")->isEnabled());
    QVERIFY(!command("activityCopyId")->isEnabled());
    ActivityEntry dropped = entry(QStringLiteral("SignUp"), {});
    dropped.bodiesDropped = true;
    m_log->add(dropped);
    QTRY_VERIFY(!command("activityCopyCurl")->isEnabled());
}

void TestActivityPanel::commandForWhoseKeysTheyAre()
{
    ActivityEntry one = entry(QStringLiteral("GetCallerIdentity"), {});
    one.service = QStringLiteral("sts");
    m_log->add(one);
    QTRY_VERIFY(command("activityCopyCli")->isEnabled());
    command("activityCopyCli")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("aws sts get-caller-identity")));
    one.operation = QStringLiteral("AssumeRole");
    m_log->add(one);
    QTRY_VERIFY(!command("activityCopyCli")->isEnabled());
    QVERIFY(!command("activityCopyCurl")->isEnabled());
}

// The table follows the newest request also while the menu of another one is open.
void TestActivityPanel::theMenuKeepsItsRequest()
{
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("id-1")));
    QTRY_VERIFY(table()->isVisible());
    auto *menu = qobject_cast<QMenu *>(command("activityCopyId")->parent());
    QVERIFY(menu);
    menu->popup(m_panel->mapToGlobal(QPoint(20, 20)));
    QTRY_VERIFY(menu->isVisible());
    m_log->add(entry(QStringLiteral("GET jwks.json"), QStringLiteral("id-2")));
    QTRY_COMPARE(table()->currentIndex().row(), 1);
    QVERIFY(command("activityCopyCli")->isEnabled());
    menu->setActiveAction(command("activityCopyId"));
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("id-1"));
    // And once it is closed, it goes by the table again.
    QTRY_VERIFY(!command("activityCopyCli")->isEnabled());
    command("activityCopyId")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("id-2"));
}

void TestActivityPanel::searches()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    m_log->add(entry(QStringLiteral("GetUser"), {}));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    search()->setText(QStringLiteral("getuser"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(!find(m_panel.get(), QStringLiteral("activityClearFilter"))->isVisible());
    search()->setText(QStringLiteral("nowhere"));
    QTRY_VERIFY(!table()->isVisible());
    QVERIFY(search()->isVisible());
    QTest::keyClick(find(m_panel.get(), QStringLiteral("emptyAction.clear")), Qt::Key_Space);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 2);
    QVERIFY(search()->text().isEmpty());
}

void TestActivityPanel::searchesByKeyboard()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    QTRY_VERIFY(table()->isVisible());
    table()->setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search()->hasFocus());
    type(QStringLiteral("x"));
    QTRY_VERIFY(!table()->isVisible());
    press(Qt::Key_Escape);
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(search()->text().isEmpty());
}

void TestActivityPanel::showsFailedOnly()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    ActivityEntry refused = entry(QStringLiteral("GetUser"), {});
    refused.state = ActivityEntry::State::Failed;
    m_log->add(refused);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    auto *outcome = find<QComboBox>(m_panel.get(), QStringLiteral("activityOutcome"));
    outcome->setCurrentIndex(2);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    outcome->setCurrentIndex(0);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TestActivityPanel::showsOnlyWhatIsLike()
{
    const transport::UserAction action(QStringLiteral("Enter"));
    m_log->add(entry(QStringLiteral("SignUp"), {}, action));
    m_log->add(entry(QStringLiteral("GetUser"), {}, action));
    m_log->add(entry(QStringLiteral("GetUser"), {}));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QVERIFY(!command("activityOnlyAction")->isEnabled());
    command("activityOnlyOperation")->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    auto *clear = find<QAbstractButton>(m_panel.get(), QStringLiteral("activityClearFilter"));
    QVERIFY2(clear->text().contains(QStringLiteral("GetUser")), qPrintable(clear->text()));
    QVERIFY2(clear->accessibleName().contains(QStringLiteral("GetUser")), qPrintable(clear->accessibleName()));
    QTest::keyClick(clear, Qt::Key_Space);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    command("activityOnlyAction")->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY2(clear->text().contains(QStringLiteral("Enter")), qPrintable(clear->text()));
}

void TestActivityPanel::groups()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}, QStringLiteral("Enter")));
    QTRY_VERIFY(table()->isVisible());
    m_panel->setDetailsShown(true);
    QTest::keyClick(find(m_panel.get(), QStringLiteral("activityGroup")), Qt::Key_Space);
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(table()->currentIndex().row(), 1); // what was chosen before
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(json().isEmpty());
    QVERIFY(!command("activityCopyCli")->isEnabled());
}

void TestActivityPanel::keepsTheChosenRowWhileRowsGo()
{
    for (int i = 0; i < 100; ++i)
        m_log->add(entry(i % 2 ? QStringLiteral("Odd") : QStringLiteral("Even"), QString::number(i)));
    QTRY_COMPARE(table()->model()->rowCount(), 100);
    table()->setCurrentIndex(table()->model()->index(51, 0));
    search()->setText(QStringLiteral("Odd"));
    QTRY_COMPARE(table()->model()->rowCount(), 50);
    QCOMPARE(table()->currentIndex().row(), 25);
}

void TestActivityPanel::exports()
{
    const QTemporaryDir folder;
    m_log->add(entry(QStringLiteral("GetUser"), {}));
    ActivityEntry done = entry(QStringLiteral("SignUp"), {});
    done.state = ActivityEntry::State::Succeeded;
    m_log->add(done);
    QTRY_VERIFY(table()->isVisible());
    QFile file(folder.filePath(QStringLiteral("a.har")));
    m_panel->exportTo(file.fileName());
    QTRY_VERIFY(said().contains(file.fileName()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray har = file.readAll();
    QVERIFY(har.contains("SignUp"));
    QVERIFY(!har.contains("GetUser")); // it still waits
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestActivityPanel::saysWhyNothingWasExported()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("missing/a.har"));
    m_panel->exportTo(file);
    QTRY_VERIFY(said().contains(QStringLiteral("was not written")));
    QVERIFY(said().contains(file));
    command("activityExport")->trigger();
    QWidget *dialog = openDialog(QStringLiteral("activityExportFile"));
    QVERIFY(dialog);
    dialog->close();
}

void TestActivityPanel::clears()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    QTRY_VERIFY(table()->isVisible());
    m_panel->setDetailsShown(true);
    QVERIFY(!json().isEmpty());
    command("activityClear")->trigger();
    QVERIFY(m_log->entries().isEmpty());
    QTRY_VERIFY(!table()->isVisible());
    QVERIFY(json().isEmpty());
}

void TestActivityPanel::longJsonIsCut()
{
    json::Value value;
    value.set(QStringLiteral("a"), QString(1'000, u'x'));
    const QString shown = shownJson(value, 100);
    QVERIFY(shown.size() < 160);
    QVERIFY(shown.endsWith(QStringLiteral("not shown.")));
}

void TestActivityPanel::longJsonIsCutAtTheSameLength_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("one byte") << "x";
    QTest::newRow("three bytes") << "한";
    QTest::newRow("four bytes") << "😀";
}

void TestActivityPanel::longJsonIsCutAtTheSameLength()
{
    QFETCH(QString, character);
    json::Value value;
    value.set(QStringLiteral("a"), character.repeated(100));
    const QString whole = shownJson(value, 1'000);
    QVERIFY(whole.contains(character.repeated(100)));
    QVERIFY(whole.endsWith(u'}'));
    QCOMPARE(shownJson(value, whole.size()), whole);
    for (const qsizetype limit : {whole.size() - 1, qsizetype(51)}) {
        const QString cut = shownJson(value, limit);
        QCOMPARE(cut.left(limit), whole.left(limit));
        QVERIFY(cut.endsWith(QStringLiteral("not shown.")));
    }
}

void TestActivityPanel::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestActivityPanel::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init(); // anew, in that language
    m_log->add(entry(QStringLiteral("SignUp"), QStringLiteral("id-1")));
    QTRY_VERIFY(table()->isVisible());
    m_panel->setDetailsShown(true);
    QCOMPARE(accessibilityFaults(m_panel.get()).join(u'\n'), QString());
}

void TestActivityPanel::holdsTwoThousand()
{
    for (int i = 0; i < 2'100; ++i)
        m_log->add(entry(QStringLiteral("ListUsers"), QString::number(i)));
    QTRY_COMPARE(table()->model()->rowCount(), 2'000);
}

QTEST_MAIN(TestActivityPanel)
#include "tst_activitypanel.moc"
