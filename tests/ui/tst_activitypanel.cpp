#include "transport/activitylog.h"
#include "ui/accessibility.h"
#include "ui/activity/activitydetails.h"
#include "ui/activity/activitypanel.h"
#include "ui/common/monotextview.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using transport::ActivityEntry;

namespace {

ActivityEntry entry(const QString &operation, const QString &requestId)
{
    ActivityEntry made;
    made.startedAt = QDateTime::currentDateTimeUtc();
    made.operation = operation;
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
    void clears();
    void longJsonIsCut();
    void longJsonIsCutAtTheSameLength_data();
    void longJsonIsCutAtTheSameLength();
    void noFaults_data();
    void noFaults();
    void holdsTwoThousand();

private:
    QString json() { return find<MonoTextView>(m_panel.get(), QStringLiteral("activityJson"))->text(); }
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
    QVERIFY(!find(m_panel.get(), QStringLiteral("activityClear"))->isVisible());
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
    QTest::keyClick(find(m_panel.get(), QStringLiteral("activityCopyId")), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a71e6c7e-0d"));
}

void TestActivityPanel::clears()
{
    m_log->add(entry(QStringLiteral("SignUp"), {}));
    QTRY_VERIFY(table()->isVisible());
    m_panel->setDetailsShown(true);
    QVERIFY(!json().isEmpty());
    QTest::keyClick(find(m_panel.get(), QStringLiteral("activityClear")), Qt::Key_Space);
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
