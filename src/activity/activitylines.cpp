#include "activity/activitylines.h"

#include <algorithm>

namespace poolscope::activity {

namespace {

void extend(QList<LineRange> &ranges, qsizetype position)
{
    if (!ranges.isEmpty() && ranges.constLast().first + ranges.constLast().count == position)
        ++ranges.last().count;
    else
        ranges.append({position, 1});
}

} // namespace

LineSteps stepsBetween(const QList<ActivityLine> &before, const QList<ActivityLine> &after)
{
    LineSteps steps;
    qsizetype position = 0; // in both together, where lines of both stand once
    qsizetype old = 0;
    qsizetype now = 0;
    while (old < before.size() || now < after.size()) {
        const bool comes = old == before.size() || (now < after.size() && after.at(now) < before.at(old));
        const bool goes = !comes && (now == after.size() || before.at(old) < after.at(now));
        if (comes)
            extend(steps.insertions, position);
        if (goes)
            extend(steps.removals, position);
        old += comes ? 0 : 1;
        now += goes ? 0 : 1;
        ++position;
    }
    std::reverse(steps.removals.begin(), steps.removals.end());
    return steps;
}

} // namespace poolscope::activity
