#include "ui/accessibility.h"
#include "ui/common/buttons.h"
#include "ui/common/codefield.h"
#include "ui/common/form.h"
#include "ui/common/passwordfield.h"
#include "ui/common/readingorder.h"
#include "ui/keyboard.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace poolscope::ui;

class TestForm final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void labelsLeadToTheirFields();
    void koreanMnemonicIsNotPartOfTheName();
    void labelStandsAtTheFirstLine();
    void errorStandsAtItsField();
    void firstErrorTakesTheFocus();
    void hiddenRowsStayHidden();
    void rowsCanGo();
    void deletedFieldsAreForgotten();
    void orderIsAsRead();
    void noFaults();

private:
    std::unique_ptr<Form> m_form;
    QLineEdit *m_user = nullptr;
    PasswordField *m_password = nullptr;
    CodeField *m_code = nullptr;
};

void TestForm::init()
{
    m_form = std::make_unique<Form>();
    m_user = new QLineEdit(m_form.get());
    m_user->setObjectName(QStringLiteral("user"));
    m_form->addRow(QStringLiteral("&User"), m_user);
    m_password = new PasswordField(m_form.get());
    m_password->setObjectName(QStringLiteral("password"));
    m_form->addRow(QStringLiteral("&Password"), m_password, QStringLiteral("at least 8 characters"));
    m_code = new CodeField(m_form.get());
    m_code->setObjectName(QStringLiteral("code"));
    m_form->addRow(QStringLiteral("&Code"), m_code);
    auto *go = new PrimaryButton(QStringLiteral("Go"), m_form.get());
    go->setObjectName(QStringLiteral("go"));
    m_form->addBelow(go);
    showActive(m_form.get());
}

void TestForm::labelsLeadToTheirFields()
{
    m_user->setFocus();
    QTest::keyClick(m_form.get(), Qt::Key_C, Qt::AltModifier);
    QVERIFY(m_code->hasFocus());
    QCOMPARE(m_code->accessibleName(), QStringLiteral("Code"));
}

void TestForm::koreanMnemonicIsNotPartOfTheName()
{
    auto *field = new QLineEdit(m_form.get());
    m_form->addRow(QStringLiteral("이름(&N)"), field);
    QCOMPARE(field->accessibleName(), QStringLiteral("이름"));
}

void TestForm::labelStandsAtTheFirstLine()
{
    auto *several = new QWidget(m_form.get());
    auto *column = new QVBoxLayout(several);
    column->setContentsMargins({});
    auto *first = new QLineEdit(several);
    column->addWidget(first);
    column->addWidget(new QLineEdit(several));
    QLabel *label = m_form->addRow(QStringLiteral("Pairs"), several);
    m_form->resize(m_form->sizeHint());
    QTRY_COMPARE(label->mapTo(m_form.get(), label->rect().center()).y(),
                 first->mapTo(m_form.get(), first->rect().center()).y());
}

void TestForm::errorStandsAtItsField()
{
    QSignalSpy triggered(m_form.get(), &Form::errorActionTriggered);
    m_form->setError(m_password, {.title = QStringLiteral("Too short."),
                                  .actions = {{QStringLiteral("generate"), QStringLiteral("Generate one")}}});
    QApplication::processEvents();
    const Callout *callout = m_form->callout(m_password);
    QVERIFY(callout->isVisible());
    QVERIFY(callout->geometry().top() >= m_password->geometry().bottom());
    QVERIFY(callout->geometry().bottom() <= m_code->geometry().top());
    QVERIFY(m_password->accessibleDescription().startsWith(QStringLiteral("Too short.")));
    QTest::keyClick(find(m_form.get(), QStringLiteral("calloutAction.generate")), Qt::Key_Space);
    QTRY_COMPARE(triggered.count(), 1);
    QCOMPARE(triggered.first().at(0).value<QWidget *>(), m_password);
    m_form->clearErrors();
    QVERIFY(!m_form->hasErrors());
    QVERIFY(!callout->isVisible());
    QVERIFY(m_password->accessibleDescription().isEmpty());
}

void TestForm::firstErrorTakesTheFocus()
{
    m_user->setFocus();
    m_form->setError(m_code, QStringLiteral("Wrong."));
    m_form->setError(m_password, QStringLiteral("Too short."));
    m_form->focusFirstError();
    QVERIFY(m_password->hasFocus());
}

void TestForm::hiddenRowsStayHidden()
{
    m_form->setRowVisible(m_password, false);
    QVERIFY(!m_password->isVisible());
    const QList<QLabel *> labels = m_form->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(!label->isVisible() || label->buddy() != m_password);
    m_form->setRowVisible(m_password, true);
    QVERIFY(m_password->isVisible());
}

void TestForm::rowsCanGo()
{
    m_form->setError(m_password, QStringLiteral("Too short."));
    const QPointer<QWidget> gone = m_password;
    m_form->removeRow(m_password);
    QVERIFY(!gone);
    QVERIFY(!m_form->hasErrors());
}

void TestForm::deletedFieldsAreForgotten()
{
    delete m_code;
    m_form->clearErrors();
    m_form->focusFirstError();
    QVERIFY(!m_form->hasErrors());
}

void TestForm::orderIsAsRead()
{
    m_form->setError(m_user, {.title = QStringLiteral("Unknown."),
                              .actions = {{QStringLiteral("signup"), QStringLiteral("Sign up")}}});
    QApplication::processEvents();
    QStringList names;
    const QList<QWidget *> order = readingOrder(m_form.get());
    for (const QWidget *widget : order)
        names += widget->objectName();
    QCOMPARE(names,
             QStringList({QStringLiteral("user"), QStringLiteral("calloutAction.signup"), QStringLiteral("password"),
                          QStringLiteral("passwordReveal"), QStringLiteral("code"), QStringLiteral("go")}));
}

void TestForm::noFaults()
{
    QCOMPARE(accessibilityFaults(m_form.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestForm)
#include "tst_form.moc"
