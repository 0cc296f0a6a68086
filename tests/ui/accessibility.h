#pragma once

#include <QStringList>

class QWidget;

namespace poolscope::ui {

// What stands against the rules in a window that is shown: focusable widgets without an accessible name or an object
// name, two mnemonics on one key, a mnemonic that is no key of a Latin keyboard. Empty when all is well.
QStringList accessibilityFaults(QWidget *root);

// The names of what Tab stops at, beginning at the first, going round once.
QStringList tabStops(QWidget *window);

} // namespace poolscope::ui
