#pragma once

#include "sandbox/control/faults.h"

#include <QString>

namespace poolscope::ui {

// What testers turned, in words that go on in a sentence.

// "2 days ahead of real time", "1 hour, 20 minutes behind real time", "at real time"; to the second, two units at most.
QString clockOffsetText(qint64 offsetMs);

QString faultText(const sandbox::Fault &fault);       // "SignUp: late answer after 500 ms (2 more times)"
QString faultsText(const QList<sandbox::Fault> &all); // the first few, and how many more

} // namespace poolscope::ui
