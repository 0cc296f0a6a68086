#pragma once

#include <QString>

namespace poolscope {

// The text for showing in one line: control, invisible and direction-changing characters stand as \u202e and the like, so
// that what a service or a token says cannot look like what it is not.
QString visibleText(QStringView text);

} // namespace poolscope
