#pragma once

#include "transport/activitylog.h"

namespace poolscope::activity {

// The requests as an HTTP Archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec/): UTF-8 JSON, a page for
// each action of the user. Nothing secret is in it: bodies are as the log holds them, redacted; of headers, those that the
// service looks at, and no signature. What was not recorded (sizes on the wire, phases of the time) is given as unknown;
// requests that still wait are left out. Takes as long as the bodies are large; reentrant.
QByteArray harOf(const QList<transport::ActivityEntry> &entries);

} // namespace poolscope::activity
