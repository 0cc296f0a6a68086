#pragma once

#include "transport/activitylog.h"

// What stands in the table's cells. Texts of the program's language; internal to the model.
namespace poolscope::activity {

QString cellText(const transport::ActivityEntry &entry, int column); // an ActivityModel::Column
QString cellToolTip(const transport::ActivityEntry &entry, int column);

// Of the heading above those requests, of which there is one at least.
QString headingText(const QList<const transport::ActivityEntry *> &entries, int column);
transport::ActivityEntry::State headingState(const QList<const transport::ActivityEntry *> &entries);

QString columnTitle(int column);

} // namespace poolscope::activity
