#include "sandbox/sandbox.h"
#include "sandbox/signatures.h"
#include "sandbox/unverifiedtexts.h"
#include "ui/accessibility.h"
#include "ui/common/monotextview.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/choicesdialog.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

namespace {

using Column = sandbox::ChoicesModel::Column;

const QString checkSignatures = u"check-signatures"_s;

} // namespace

// The sandbox's named choices: seen, changed, and obeyed from the next request on.
class TestChoicesDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyChoiceIsListed();
    void tellsWhatTheChosenOneMeans();
    void changeCountsFromTheNextRequest();
    void canBeVerified();
    void goesBackToTheDefault();
    void goesBackToAllDefaults();
    void changeElsewhereIsShown();
    void unknownOnesAreRefused();
    void outlivesARestartOfTheSandbox();
    void whatIsAcceptedWithoutEffect();
    void textsThatAreNotVerified();
    void opensFromThePage();
    void noFaults_data();
    void noFaults();

private:
    void show();
    void choose(const QString &name, const QString &value);
    QTableView *table() { return find<QTableView>(m_dialog.get(), u"choices.table"_s); }
    QComboBox *values() { return find<QComboBox>(m_dialog.get(), u"choices.value"_s); }
    int rowOf(const QString &name);
    QString inForce(const QString &name);
    QString refusal();

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<ChoicesDialog> m_dialog;
};

void TestChoicesDialog::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    show();
}

void TestChoicesDialog::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void TestChoicesDialog::show()
{
    m_dialog = std::make_unique<ChoicesDialog>(m_bench->sandbox());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    showActive(m_dialog.get());
}

int TestChoicesDialog::rowOf(const QString &name)
{
    const QModelIndexList found = table()->model()->match(table()->model()->index(0, Column::NameColumn),
                                                          Qt::DisplayRole, name, 1, Qt::MatchExactly);
    return found.isEmpty() ? -1 : found.first().row();
}

// By keyboard.
void TestChoicesDialog::choose(const QString &name, const QString &value)
{
    const int row = rowOf(name);
    QVERIFY(row >= 0);
    table()->setFocus();
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < row; ++i)
        press(Qt::Key_Down);
    QCOMPARE(table()->currentIndex().row(), row);
    values()->setFocus();
    const int wanted = values()->findText(value);
    QVERIFY(wanted >= 0);
    while (values()->currentIndex() != wanted) {
        const int before = values()->currentIndex();
        press(before < wanted ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(values()->currentIndex() != before);
    }
}

QString TestChoicesDialog::inForce(const QString &name)
{
    return table()->model()->index(rowOf(name), Column::ValueColumn).data().toString();
}

// What a call with some key that nobody knows is answered; empty where it is served.
QString TestChoicesDialog::refusal()
{
    const auto pools = m_bench->call(idp::ListUserPoolsRequest{.maxResults = 1});
    return pools ? QString() : pools.error().code;
}

void TestChoicesDialog::everyChoiceIsListed()
{
    QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<sandbox::Choice> all = sandbox::allChoices();
    QCOMPARE(table()->model()->rowCount(), int(all.size()));
    for (int row = 0; row < int(all.size()); ++row) {
        const auto cell = [&](int column) { return table()->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(Column::NameColumn), QString(all[row].name));
        QCOMPARE(cell(Column::ValueColumn), all[row].values.first());
        QCOMPARE(cell(Column::DefaultColumn), all[row].values.first());
        QCOMPARE(cell(Column::MarkColumn), sandbox::markText(all[row].mark));
        QVERIFY2(cell(Column::MarkColumn) != all[row].mark, qPrintable(all[row].name)); // said in words
    }
}

void TestChoicesDialog::tellsWhatTheChosenOneMeans()
{
    auto *meaning = find<QLabel>(m_dialog.get(), u"choices.meaning"_s);
    const QList<sandbox::Choice> all = sandbox::allChoices();
    for (int row = 0; row < int(all.size()); ++row) {
        table()->selectRow(row);
        QCOMPARE(meaning->text(), all[row].description);
        QCOMPARE(values()->count(), int(all[row].values.size()));
        QCOMPARE(values()->currentText(), all[row].values.first());
        QVERIFY(values()->accessibleName().contains(all[row].name));
        QCOMPARE(values()->accessibleDescription(), all[row].description);
    }
}

void TestChoicesDialog::changeCountsFromTheNextRequest()
{
    QCOMPARE(refusal(), QString());
    choose(checkSignatures, u"verified"_s);
    QCOMPARE(inForce(checkSignatures), u"verified"_s);
    QCOMPARE(refusal(), u"UnrecognizedClientException"_s);
    choose(checkSignatures, u"none"_s);
    QCOMPARE(refusal(), QString());
}

void TestChoicesDialog::canBeVerified()
{
    choose(checkSignatures, u"verified"_s);
    m_bench->useKeys(sandbox::sandboxKeys());
    QCOMPARE(refusal(), QString());
    m_bench->useKeys({.accessKeyId = u"sandbox"_s, .secretAccessKey = u"another"_s, .sessionToken = {}});
    QCOMPARE(refusal(), u"InvalidSignatureException"_s);
}

void TestChoicesDialog::goesBackToTheDefault()
{
    auto *button = find<QPushButton>(m_dialog.get(), u"choices.default"_s);
    QVERIFY(!button->isEnabled());
    choose(checkSignatures, u"none"_s);
    QVERIFY(button->isEnabled());
    button->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(inForce(checkSignatures), u"well-formed"_s);
    QCOMPARE(values()->currentText(), u"well-formed"_s);
    QVERIFY(!button->isEnabled());
}

void TestChoicesDialog::goesBackToAllDefaults()
{
    auto *button = find<QPushButton>(m_dialog.get(), u"choices.allDefaults"_s);
    QVERIFY(!button->isEnabled());
    choose(checkSignatures, u"none"_s);
    choose(u"unknown-member"_s, u"ignore"_s);
    choose(u"sign-up-check-order"_s, u"name-first"_s);
    QVERIFY(button->isEnabled());
    button->setFocus();
    press(Qt::Key_Space);
    for (const sandbox::Choice &choice : sandbox::allChoices())
        QCOMPARE(inForce(choice.name), choice.values.first());
    QVERIFY(!button->isEnabled());
}

void TestChoicesDialog::changeElsewhereIsShown()
{
    table()->selectRow(rowOf(checkSignatures));
    QVERIFY(m_bench->sandbox().choose(checkSignatures, u"none"_s));
    QCOMPARE(values()->currentText(), u"none"_s);
    QCOMPARE(inForce(checkSignatures), u"none"_s);
}

void TestChoicesDialog::unknownOnesAreRefused()
{
    QSignalSpy changed(&m_bench->sandbox(), &sandbox::Sandbox::choicesChanged);
    QCOMPARE(m_bench->sandbox().choose(u"colour"_s, u"blue"_s).error().code, u"UnknownChoice"_s);
    QCOMPARE(m_bench->sandbox().choose(checkSignatures, u"blue"_s).error().code, u"UnknownChoiceValue"_s);
    QVERIFY(m_bench->sandbox().choose(checkSignatures, u"well-formed"_s)); // as it is already
    QCOMPARE(changed.size(), 0);
    QCOMPARE(inForce(checkSignatures), u"well-formed"_s);
}

void TestChoicesDialog::outlivesARestartOfTheSandbox()
{
    choose(checkSignatures, u"verified"_s);
    QSignalSpy stopped(&m_bench->sandbox(), &sandbox::Sandbox::stopped);
    QSignalSpy started(&m_bench->sandbox(), &sandbox::Sandbox::started);
    m_bench->sandbox().stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 30'000);
    QVERIFY(m_bench->sandbox().choose(u"unknown-member"_s, u"ignore"_s)); // while it stands still
    m_bench->sandbox().start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    m_bench->open(m_bench->pool().userPoolId, m_bench->pool().clientId); // at its new address
    QCOMPARE(refusal(), u"UnrecognizedClientException"_s);
    QCOMPARE(inForce(u"unknown-member"_s), u"ignore"_s);
}

void TestChoicesDialog::whatIsAcceptedWithoutEffect()
{
    auto *list = find<MonoTextView>(m_dialog.get(), u"choices.withoutEffectList"_s);
    QVERIFY(!list->isVisible());
    find(m_dialog.get(), u"choices.withoutEffect"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(list->isVisible());
    const QStringList lines = sandbox::acceptedWithoutEffect();
    QVERIFY(!lines.isEmpty());
    QCOMPARE(list->text(), lines.join(u'\n'));
}

void TestChoicesDialog::textsThatAreNotVerified()
{
    auto *list = find<MonoTextView>(m_dialog.get(), u"choices.unverifiedList"_s);
    QVERIFY(!list->isVisible());
    find<QAbstractButton>(m_dialog.get(), u"choices.withoutEffect"_s)->setChecked(true);
    find(m_dialog.get(), u"choices.unverified"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!find(m_dialog.get(), u"choices.withoutEffectList"_s)->isVisible()); // no room for both
    QVERIFY(!find<QAbstractButton>(m_dialog.get(), u"choices.withoutEffect"_s)->isChecked());
    QStringList lines;
    const QList<sandbox::UnverifiedText> all = sandbox::unverifiedTexts();
    for (const sandbox::UnverifiedText &one : all) {
        QVERIFY2(sandbox::markText(one.mark) != one.mark, qPrintable(one.text)); // said in words
        lines += u"%1 (%2)"_s.arg(one.text, sandbox::markText(one.mark));
    }
    QVERIFY(lines.contains(u"NotAuthorizedException: Auto verification not turned on. (unverified: recalled)"_s));
    QCOMPARE(list->text(), lines.join(u'\n'));
    press(Qt::Key_Space);
    QVERIFY(!list->isVisible());
}

void TestChoicesDialog::opensFromThePage()
{
    SandboxPage page(m_bench->workspace(), m_bench->sandbox());
    page.resize(900, 700);
    showActive(&page);
    find<QPushButton>(&page, u"sandbox.choices"_s)->click();
    const QPointer<ChoicesDialog> dialog = page.findChild<ChoicesDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(dialog->isModal());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestChoicesDialog::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Korean") << u"ko"_s;
}

void TestChoicesDialog::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    show();
    QCOMPARE(accessibilityFaults(m_dialog.get()), QStringList());
    find<QAbstractButton>(m_dialog.get(), u"choices.withoutEffect"_s)->setChecked(true);
    choose(checkSignatures, u"none"_s);
    QCOMPARE(accessibilityFaults(m_dialog.get()), QStringList());
    table()->setFocus();
    QStringList stops = tabStops(m_dialog.get());
    stops.removeIf([](const QString &name) { return !name.startsWith(u"choices."); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), u"choices.table"_s), stops.end());
    QCOMPARE(stops, QStringList({u"choices.table"_s, u"choices.value"_s, u"choices.default"_s,
                                 u"choices.withoutEffect"_s, u"choices.unverified"_s, u"choices.withoutEffectList"_s,
                                 u"choices.allDefaults"_s, u"choices.close"_s}));
}

QTEST_MAIN(TestChoicesDialog)
#include "tst_choicesdialog.moc"
