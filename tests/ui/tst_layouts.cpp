#include "ui/common/flowlayout.h"
#include "ui/common/sharedcolumns.h"
#include "ui/keyboard.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <array>
#include <memory>

using namespace poolscope::ui;

// What gives way in a narrow window.
class TestLayouts final : public QObject
{
    Q_OBJECT

private slots:
    void flowsOnToTheNextLine();
    void flowLeavesHiddenOut();
    void flowFromTheRight();
    void columnsShareTheWidth();
    void columnsKeepTheirLeast();
    void aDraggedColumnStays();

private:
    std::unique_ptr<QTableView> makeTable(QStandardItemModel &model, int width);
};

namespace {

constexpr QSize itemSize(100, 20);

// Three boxes; the spacing is 10.
struct FlowBench
{
    FlowBench()
    {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(10);
        for (QWidget *&box : boxes) {
            box = new QWidget(&holder);
            box->setFixedSize(itemSize);
            layout->addWidget(box);
        }
    }
    void resize(int width)
    {
        holder.resize(width, layout->heightForWidth(width));
        layout->setGeometry(holder.rect());
    }

    QWidget holder;
    FlowLayout *layout = new FlowLayout(&holder);
    std::array<QWidget *, 3> boxes{};
};

} // namespace

void TestLayouts::flowsOnToTheNextLine()
{
    FlowBench flow;
    QCOMPARE(flow.layout->sizeHint(), QSize(320, 20));
    QCOMPARE(flow.layout->minimumSize(), itemSize);
    QCOMPARE(flow.layout->heightForWidth(320), 20);
    QCOMPARE(flow.layout->heightForWidth(319), 50);
    QCOMPARE(flow.layout->heightForWidth(100), 80);
    flow.resize(250);
    QCOMPARE(flow.boxes[0]->pos(), QPoint(0, 0));
    QCOMPARE(flow.boxes[1]->pos(), QPoint(110, 0));
    QCOMPARE(flow.boxes[2]->pos(), QPoint(0, 30));
}

void TestLayouts::flowLeavesHiddenOut()
{
    FlowBench flow;
    flow.boxes[0]->hide();
    QCOMPARE(flow.layout->sizeHint(), QSize(210, 20));
    flow.resize(250);
    QCOMPARE(flow.boxes[1]->pos(), QPoint(0, 0));
    QCOMPARE(flow.boxes[2]->pos(), QPoint(110, 0));
}

void TestLayouts::flowFromTheRight()
{
    FlowBench flow;
    flow.holder.setLayoutDirection(Qt::RightToLeft);
    flow.resize(400);
    QCOMPARE(flow.boxes[0]->pos(), QPoint(300, 0));
    QCOMPARE(flow.boxes[1]->pos(), QPoint(190, 0));
}

std::unique_ptr<QTableView> TestLayouts::makeTable(QStandardItemModel &model, int width)
{
    auto table = std::make_unique<QTableView>();
    table->setModel(&model);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    new SharedColumns(table.get(), {{50, 1}, {100, 2}, {60, 0}});
    table->resize(width, 200);
    showActive(table.get());
    return table;
}

void TestLayouts::columnsShareTheWidth()
{
    QStandardItemModel model(2, 3);
    const auto table = makeTable(model, 511); // 301 more than the least: 100 and 201
    QTRY_COMPARE(table->viewport()->width(), 511);
    QCOMPARE(table->columnWidth(0), 150);
    QCOMPARE(table->columnWidth(1), 301);
    QCOMPARE(table->columnWidth(2), 60);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
}

void TestLayouts::columnsKeepTheirLeast()
{
    QStandardItemModel model(2, 3);
    const auto table = makeTable(model, 400);
    table->resize(180, 200);
    QTRY_COMPARE(table->columnWidth(0), 50);
    QCOMPARE(table->columnWidth(1), 100);
    QCOMPARE(table->columnWidth(2), 60);
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 30);
}

void TestLayouts::aDraggedColumnStays()
{
    QStandardItemModel model(2, 3);
    const auto table = makeTable(model, 400);
    table->horizontalHeader()->resizeSection(0, 200);
    table->resize(600, 200);
    QTRY_COMPARE(table->viewport()->width(), 600);
    QCOMPARE(table->columnWidth(0), 200);
}

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
