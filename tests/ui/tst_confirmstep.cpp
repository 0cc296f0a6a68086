#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/codefield.h"
#include "ui/common/elidedlabel.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signup/confirmstep.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString other = QStringLiteral("rainy@example.com");

} // namespace

// Whose code it is: a user who was just signed up stands as text, and can be changed.
class TestConfirmStep final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aUserWhoSignedUpIsNoField();
    void anotherUserCanBeTyped();
    void anExistingUserIsTyped();
    void nobodyIsTypedToo();
    void anErrorAboutTheTextIsSaid();
    void aNewNameIsTold();
    void noChangeWhileBusy();
    void noFaults_data();
    void noFaults();

private:
    QLineEdit *field() { return find<QLineEdit>(m_step.get(), QStringLiteral("confirm.username")); }
    QLineEdit *code() { return find<QLineEdit>(m_step.get(), QStringLiteral("confirm.code")); }
    QPushButton *change() { return find<QPushButton>(m_step.get(), QStringLiteral("confirm.changeUser")); }
    QString shownText();

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<ConfirmStep> m_step;
};

void TestConfirmStep::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    m_step = std::make_unique<ConfirmStep>(m_bench->workspace());
    m_step->resize(600, 400);
    showActive(m_step.get());
}

void TestConfirmStep::cleanup()
{
    m_step.reset();
    m_bench.reset();
}

QString TestConfirmStep::shownText()
{
    const auto *label = find<ElidedLabel>(m_step.get(), QStringLiteral("confirm.fixedUser"));
    return label && label->isVisible() ? label->text() : QString();
}

void TestConfirmStep::aUserWhoSignedUpIsNoField()
{
    m_step->begin(user, true);
    QVERIFY(!field()->isVisible());
    QCOMPARE(shownText(), user);
    QCOMPARE(m_step->username(), user);
    QVERIFY(code()->hasFocus());
}

void TestConfirmStep::anotherUserCanBeTyped()
{
    m_step->begin(user, true);
    code()->setText(QStringLiteral("123456"));
    change()->setFocus();
    press(Qt::Key_Space);
    QVERIFY(field()->isVisible());
    QVERIFY(field()->hasFocus());
    QCOMPARE(field()->selectedText(), user);
    QCOMPARE(code()->text(), QString()); // it was the other's
    QCOMPARE(shownText(), QString());
    QSignalSpy submitted(m_step.get(), &ConfirmStep::submitted);
    QTest::keyClicks(field(), other);
    code()->setFocus();
    QTest::keyClicks(code(), QStringLiteral("654321"));
    press(Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().value(0).toString(), other);
    m_step->begin(user, true); // the next one
    QVERIFY(!field()->isVisible());
    QCOMPARE(shownText(), user);
}

void TestConfirmStep::anExistingUserIsTyped()
{
    m_step->begin(user, true);
    m_step->begin(other, false);
    QVERIFY(field()->isVisible());
    QVERIFY(!field()->isReadOnly());
    QCOMPARE(shownText(), QString());
    QVERIFY(code()->hasFocus());
}

void TestConfirmStep::nobodyIsTypedToo()
{
    m_step->begin({}, true);
    QVERIFY(field()->isVisible());
    QVERIFY(field()->hasFocus());
}

void TestConfirmStep::anErrorAboutTheTextIsSaid()
{
    const Error missing = Error::validation(QStringLiteral("UsernameMissing"), QStringLiteral("Nobody is named."));
    m_step->begin(user, true);
    m_step->showError(missing);
    QVERIFY(shownCallout(m_step.get()));
    change()->click();
    QVERIFY(!shownCallout(m_step.get()));
    m_step->showError(missing);
    QVERIFY(shownCallout(m_step.get()));
    QVERIFY(field()->hasFocus());
}

void TestConfirmStep::aNewNameIsTold()
{
    m_step->begin(user, true);
    QSignalSpy changed(m_step.get(), &ConfirmStep::usernameChanged);
    change()->click();
    QTest::keyClicks(field(), QStringLiteral("r "));
    QCOMPARE(changed.last().value(0).toString(), QStringLiteral("r"));
    field()->clear();
    m_step->takeCode(other, QStringLiteral("123456")); // a message tells whose it is
    QCOMPARE(changed.last().value(0).toString(), other);
}

void TestConfirmStep::noChangeWhileBusy()
{
    m_step->begin(user, true);
    m_step->setBusy(true);
    QVERIFY(!change()->isEnabled());
    m_step->setBusy(false);
    QVERIFY(change()->isEnabled());
}

void TestConfirmStep::noFaults_data()
{
    QTest::addColumn<bool>("fixed");
    QTest::newRow("as text") << true;
    QTest::newRow("as field") << false;
}

void TestConfirmStep::noFaults()
{
    QFETCH(bool, fixed);
    m_step->begin(user, fixed);
    QCOMPARE(accessibilityFaults(m_step.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestConfirmStep)
#include "tst_confirmstep.moc"
