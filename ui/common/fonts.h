#pragma once

#include <QFont>

namespace poolscope::ui {

// All relative to the system's font, never absolute.
QFont monospaceFont(const QFont &base);
QFont boldFont(const QFont &base);
QFont smallFont(const QFont &base); // labels of sections, hints: about 85 %
QFont titleFont(const QFont &base); // the name of a page: about 140 %, bold

} // namespace poolscope::ui
