#include "activity/activitylines.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace poolscope::activity;

namespace {

QList<ActivityLine> lines(const QList<int> &ids)
{
    QList<ActivityLine> made;
    for (const int id : ids)
        made.append({0, id});
    return made;
}

QList<ActivityLine> randomLines(QRandomGenerator &random)
{
    QList<ActivityLine> made;
    for (int group = 0; group < 6; ++group) {
        for (int entry = 0; entry < 6; ++entry) {
            if (random.bounded(2))
                made.append({group, entry});
        }
    }
    return made;
}

} // namespace

class TestActivityLines final : public QObject
{
    Q_OBJECT

private slots:
    void headingsStandFirst();
    void steps_data();
    void steps();
    void stepsLeadThere();
};

void TestActivityLines::headingsStandFirst()
{
    QList<ActivityLine> unordered{{7, 9}, {3, 8}, {7, 0}, {3, 0}, {3, 3}};
    std::sort(unordered.begin(), unordered.end());
    QCOMPARE(unordered, QList<ActivityLine>({{3, 0}, {3, 3}, {3, 8}, {7, 0}, {7, 9}}));
}

void TestActivityLines::steps_data()
{
    QTest::addColumn<QList<ActivityLine>>("before");
    QTest::addColumn<QList<ActivityLine>>("after");
    QTest::addColumn<QList<LineRange>>("insertions");
    QTest::addColumn<QList<LineRange>>("removals");
    using Ranges = QList<LineRange>;
    QTest::newRow("nothing") << lines({1, 2}) << lines({1, 2}) << Ranges{} << Ranges{};
    QTest::newRow("at the end") << lines({1}) << lines({1, 2, 3}) << Ranges{{1, 2}} << Ranges{};
    QTest::newRow("the oldest go") << lines({1, 2, 3}) << lines({3, 4}) << Ranges{{3, 1}} << Ranges{{0, 2}};
    QTest::newRow("in the middle") << lines({1, 5}) << lines({1, 3, 5}) << Ranges{{1, 1}} << Ranges{};
    QTest::newRow("here and there") << lines({1, 2, 3, 4}) << lines({2, 4}) << Ranges{} << Ranges{{2, 1}, {0, 1}};
    QTest::newRow("all of it") << lines({1, 2}) << lines({3}) << Ranges{{2, 1}} << Ranges{{0, 2}};
}

void TestActivityLines::steps()
{
    QFETCH(QList<ActivityLine>, before);
    QFETCH(QList<ActivityLine>, after);
    const LineSteps steps = stepsBetween(before, after);
    QTEST(steps.insertions, "insertions");
    QTEST(steps.removals, "removals");
}

void TestActivityLines::stepsLeadThere()
{
    QRandomGenerator random(20260112);
    for (int round = 0; round < 500; ++round) {
        const QList<ActivityLine> before = randomLines(random);
        const QList<ActivityLine> after = randomLines(random);
        QList<ActivityLine> both = before + after;
        std::sort(both.begin(), both.end());
        both.erase(std::unique(both.begin(), both.end()), both.end());
        const LineSteps steps = stepsBetween(before, after);
        QList<ActivityLine> moved = before;
        for (const LineRange &range : steps.insertions) {
            for (qsizetype i = range.first; i < range.first + range.count; ++i)
                moved.insert(i, both.at(i));
        }
        QCOMPARE(moved, both);
        for (const LineRange &range : steps.removals)
            moved.remove(range.first, range.count);
        QCOMPARE(moved, after);
    }
}

QTEST_GUILESS_MAIN(TestActivityLines)
#include "tst_activitylines.moc"
