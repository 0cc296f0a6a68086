#include "ui/common/readingorder.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace poolscope::ui;

namespace {

// As the main window does it.
class Window final : public QWidget
{
public:
    Window()
    {
        auto *column = new QVBoxLayout(this);
        for (QPushButton *button : {&first, &middle, &last})
            column->addWidget(button);
    }

    QPushButton first;
    QPushButton middle;
    QPushButton last;

protected:
    bool focusNextPrevChild(bool next) override { return focusInReadingOrder(this, next); }
};

} // namespace

class TestReadingOrder final : public QObject
{
    Q_OBJECT

private slots:
    void goesRound();
    void goesOnFromWhatIsDisabled();
    void hasNowhereToGo();

private:
    static void show(Window &window);
};

void TestReadingOrder::show(Window &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

void TestReadingOrder::goesRound()
{
    Window window;
    show(window);
    window.last.setFocus();
    QTest::keyClick(&window.last, Qt::Key_Tab);
    QVERIFY(window.first.hasFocus());
    QTest::keyClick(&window.first, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(window.last.hasFocus());
}

// A button that is disabled because it was pressed must not throw people back to the top.
void TestReadingOrder::goesOnFromWhatIsDisabled()
{
    Window window;
    show(window);
    window.middle.setFocus();
    window.middle.setEnabled(false);
    QVERIFY(window.last.hasFocus());
}

void TestReadingOrder::hasNowhereToGo()
{
    Window window;
    show(window);
    window.first.setEnabled(false);
    window.last.setEnabled(false);
    window.middle.setFocus();
    QVERIFY(!focusInReadingOrder(&window, true));
    QVERIFY(window.middle.hasFocus());
}

QTEST_MAIN(TestReadingOrder)
#include "tst_readingorder.moc"
