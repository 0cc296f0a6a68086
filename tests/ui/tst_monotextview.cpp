#include "ui/common/monotextview.h"
#include "ui/keyboard.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

using namespace poolscope::ui;

class TestMonoTextView final : public QObject
{
    Q_OBJECT

private slots:
    void breaksLines();
    void wideCharactersFit();
    void megabyteIsQuick();
    void megabyteOfKoreanBreaksQuickly();
    void resizingKeepsThePlace();
    void tellsItsText();
    void copiesByKeyboard();
    void doesNotCopyWhatIsHidden();
    void scrollsByKeyboard();
    void colorsJson();
    void unfinishedJsonIsFine();
};

void TestMonoTextView::breaksLines()
{
    MonoTextView view;
    view.resize(400, 200);
    showActive(&view);
    view.setText(QStringLiteral("a\n\nb"));
    QCOMPARE(view.lineCount(), 3);
    view.setText(QString(2'000, u'x'));
    QVERIFY(view.lineCount() > 10);
    const int narrow = view.lineCount();
    view.resize(800, 200);
    QVERIFY(view.lineCount() < narrow);
}

void TestMonoTextView::wideCharactersFit()
{
    MonoTextView view;
    view.resize(300, 200);
    showActive(&view);
    view.setText(QString(100, u'한'));
    QVERIFY(view.lineCount() >= 100 * view.fontMetrics().horizontalAdvance(u'한') / 300);
    view.setText(QStringLiteral("😀").repeated(50)); // a pair of surrogates each: never cut apart
    view.grab();
}

void TestMonoTextView::megabyteIsQuick()
{
    MonoTextView view;
    view.resize(600, 400);
    showActive(&view);
    const QString text(1'000'000, u'e');
    QElapsedTimer timer;
    timer.start();
    view.setText(text);
    view.grab();
    QVERIFY2(timer.elapsed() < 250, qPrintable(QString::number(timer.elapsed())));
}

void TestMonoTextView::megabyteOfKoreanBreaksQuickly()
{
    MonoTextView view;
    view.resize(600, 400);
    showActive(&view);
    view.setText(QString(1'000'000 / 3, u'한')); // three bytes each in UTF-8
    view.grab();
    QElapsedTimer timer;
    timer.start();
    view.resize(500, 400);
    // A frame is 16 ms; unoptimised builds under a sanitiser take a little more.
    QVERIFY2(timer.elapsed() < 60, qPrintable(QString::number(timer.elapsed())));
}

void TestMonoTextView::resizingKeepsThePlace()
{
    MonoTextView view;
    view.resize(600, 200);
    showActive(&view);
    view.setText(QString(50'000, u'x'));
    view.scrollTo(25'000);
    QVERIFY(view.rectAt(25'000).top() < 40);
    view.resize(400, 200);
    QVERIFY(view.rectAt(25'000).top() >= 0);
    QVERIFY(view.rectAt(25'000).top() < 80);
}

void TestMonoTextView::tellsItsText()
{
    MonoTextView view;
    showActive(&view);
    view.setText(QStringLiteral("one\ntwo"));
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(told);
    QCOMPARE(told->role(), QAccessible::EditableText);
    QVERIFY(told->state().readOnly);
    QVERIFY(told->state().focusable);
    QAccessibleTextInterface *text = told->textInterface();
    QVERIFY(text);
    QCOMPARE(text->text(0, text->characterCount()), QStringLiteral("one\ntwo"));
    text->setSelection(0, 4, 7);
    QCOMPARE(view.selectedText(), QStringLiteral("two"));
    view.setText(QString(1'000'000, u'x'));
    QVERIFY(text->text(0, 1'000'000).size() <= 100'000);
}

void TestMonoTextView::copiesByKeyboard()
{
    MonoTextView view;
    showActive(&view);
    view.setFocus();
    view.setText(QStringLiteral("one\ntwo"));
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one\ntwo"));
}

void TestMonoTextView::doesNotCopyWhatIsHidden()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    MonoTextView view;
    showActive(&view);
    view.setCopyEnabled(false);
    view.setText(QStringLiteral("token"));
    view.selectAll();
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestMonoTextView::scrollsByKeyboard()
{
    MonoTextView view;
    view.resize(300, 100);
    showActive(&view);
    view.setFocus();
    view.setText(QStringLiteral("line\n").repeated(200));
    press(Qt::Key_End);
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    press(Qt::Key_Home);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    press(Qt::Key_PageDown);
    QVERIFY(view.verticalScrollBar()->value() > 0);
}

void TestMonoTextView::colorsJson()
{
    const QString json = QStringLiteral(R"({"a": "b:\"", "n": -1.5e3, "t": true})");
    QStringList parts;
    const auto spans = jsonSpans(json);
    for (const MonoTextView::Span &span : spans)
        parts += json.mid(span.begin, span.end - span.begin);
    QCOMPARE(parts, QStringList({QStringLiteral("\"a\""), QStringLiteral("\"b:\\\"\""), QStringLiteral("\"n\""),
                                 QStringLiteral("-1.5e3"), QStringLiteral("\"t\""), QStringLiteral("true")}));
    QCOMPARE(spans.at(0).role, ColorRole::Accent);
    QCOMPARE(spans.at(1).role, ColorRole::Good);
    QCOMPARE(spans.at(3).role, ColorRole::Caution);
}

void TestMonoTextView::unfinishedJsonIsFine()
{
    QCOMPARE(jsonSpans(QStringLiteral("{\"a\\")).size(), 1);
    QVERIFY(jsonSpans(QString()).isEmpty());
}

QTEST_MAIN(TestMonoTextView)
#include "tst_monotextview.moc"
