#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/why/troubles.h"
#include "ui/why/whybench.h"
#include "ui/why/whypage.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

class TestWhyKeyboard final : public WhyBench
{
    Q_OBJECT

private slots:
    void noFaults_data();
    void noFaults();
    void tabOrder();
    void theAnswerGetsTheFocus();
    void theFocusStaysWhereSomebodyTypes();
    void waitsForAName();
    void fitsBesideTheMailbox_data();
    void fitsBesideTheMailbox();
};

void TestWhyKeyboard::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestWhyKeyboard::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    search(QStringLiteral("suny@example.com"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nobody")});
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestWhyKeyboard::tabOrder()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("why.name"), QStringLiteral("why.search"),
                             QStringLiteral("calloutAction.resendCode"), QStringLiteral("calloutAction.confirmSignUp"),
                             QStringLiteral("why.askOne")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

void TestWhyKeyboard::theAnswerGetsTheFocus()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    find<QLineEdit>(m_page.get(), QStringLiteral("why.name"))->setText(sunny);
    auto *button = find<QPushButton>(m_page.get(), QStringLiteral("why.search"));
    button->setFocus();
    ui::press(Qt::Key_Return);
    QVERIFY(!button->isEnabled());
    QCOMPARE(QApplication::focusWidget(), find(m_page.get(), QStringLiteral("why.name")));
    const auto title = [](Callout *callout) {
        return callout ? callout->findChild<QWidget *>(QStringLiteral("calloutTitle")) : nullptr;
    };
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QTRY_COMPARE(QApplication::focusWidget(), title(finding(QStringLiteral("unconfirmed"))));
    m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.confirmSignUp"))->setFocus();
    ui::press(Qt::Key_Space);
    confirm();
    QApplication::setActiveWindow(m_page.get()); // as the window manager does
    QTRY_VERIFY(outcome()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), title(outcome()));
    QTRY_COMPARE(causes().value(0), QStringLiteral("nothing"));
    QCOMPARE(QApplication::focusWidget(), title(outcome()));
    // Judged anew, the same button is another widget.
    m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.temporaryPassword"))->setFocus();
    emit m_bench->access().settingsChanged();
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("calloutAction.temporaryPassword"));
    search(QStringLiteral("sunni@example.com"));
    QTRY_COMPARE(QApplication::focusWidget(), find(m_page.get(), QStringLiteral("why.people")));
}

void TestWhyKeyboard::theFocusStaysWhereSomebodyTypes()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    auto *field = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    field->setFocus();
    type(sunny);
    ui::press(Qt::Key_Return);
    type(QStringLiteral("x"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QCOMPARE(QApplication::focusWidget(), field);
}

void TestWhyKeyboard::waitsForAName()
{
    begin(ScreenBench::Service::Scripted);
    showPage(false);
    const auto *field = find(m_page.get(), QStringLiteral("why.name"));
    QCOMPARE(QApplication::focusWidget(), field);
    find(m_page.get(), QStringLiteral("why.search"))->setFocus();
    m_page->hide();
    showActive(m_page.get());
    QCOMPARE(QApplication::focusWidget(), field);
}

void TestWhyKeyboard::fitsBesideTheMailbox_data()
{
    noFaults_data();
}

void TestWhyKeyboard::fitsBesideTheMailbox()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    begin();
    addNamed(*m_bench, sunny, {{QStringLiteral("email"), sunny}}, {});
    m_bench->clock().setOffsetMs(8 * 86'400'000LL);
    showPage();
    constexpr int narrow = 431; // what is left of the smallest window
    m_page->resize(narrow, 520);
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-expired")});
    QCOMPARE(finding(causes().first())->content().actions.size(), 3);
    const auto *scroll = m_page->findChild<QScrollArea *>();
    const QWidget *content = scroll->widget();
    QTRY_VERIFY(content->height() >= content->heightForWidth(content->width())); // laid out for what was found
    const auto widest = [scroll] { // of what keeps the page from being narrower
        QString text;
        const auto parts = scroll->widget()->findChildren<QWidget *>();
        for (const QWidget *part : parts) {
            if (part->isVisible() && part->minimumSizeHint().width() > 330)
                text += QStringLiteral("%1 %2: %3\n")
                            .arg(QLatin1StringView(part->metaObject()->className()), part->objectName())
                            .arg(part->minimumSizeHint().width());
        }
        return text;
    };
    QTRY_VERIFY2(scroll->widget()->width() == scroll->viewport()->width(), qPrintable(widest())); // nothing is cut
    const auto buttons = m_page->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const bool whole =
            !button->isVisible() || button->objectName().isEmpty() ||
            (button->width() >= button->sizeHint().width() && button->height() >= button->sizeHint().height() &&
             button->mapTo(m_page.get(), button->rect().topRight()).x() < narrow);
        QVERIFY2(whole, qPrintable(QStringLiteral("%1 has %2 x %3 of %4 x %5")
                                       .arg(button->objectName())
                                       .arg(button->width())
                                       .arg(button->height())
                                       .arg(button->sizeHint().width())
                                       .arg(button->sizeHint().height())));
    }
}

QTEST_MAIN(TestWhyKeyboard)
#include "tst_whykeyboard.moc"
