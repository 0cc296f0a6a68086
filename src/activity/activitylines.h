#pragma once

#include <QList>

#include <compare>

// The order of the table's rows, apart from what they show. All functions are pure.
namespace poolscope::activity {

// A row: an entry of the log, or the heading above those of one action. Their order is the table's, so that no row ever moves.
struct ActivityLine
{
    qint64 group = 0; // of an action: the id of the first entry that was seen of it; 0 where nothing is grouped
    qint64 entry = 0; // 0: the heading

    bool isHeading() const { return entry == 0; }
    auto operator<=>(const ActivityLine &) const = default;
};

// Rows one after the other, as the positions that they have when the steps before were taken.
struct LineRange
{
    qsizetype first = 0;
    qsizetype count = 0;

    bool operator==(const LineRange &) const = default;
};

// From one list of lines to another, both in order: what comes, then what goes.
struct LineSteps
{
    QList<LineRange> insertions; // into `before`
    QList<LineRange> removals;   // from `before` with all insertions; from the last to the first

    qsizetype size() const { return insertions.size() + removals.size(); }
};

LineSteps stepsBetween(const QList<ActivityLine> &before, const QList<ActivityLine> &after);

} // namespace poolscope::activity
