#pragma once

#include <QList>

class QWidget;

namespace poolscope::ui {

// All that Tab stops at inside `root`, as it is read: top to bottom, left to right, each part whole before the next. By
// where things stand, not by when they were made: forms grow fields and callouts while they are used.
QList<QWidget *> readingOrder(QWidget *root);

// For focusNextPrevChild() of a window. Goes on from what has the focus, also where that has just been disabled, which is
// when Qt asks for the next. False where there is nothing else.
bool focusInReadingOrder(QWidget *window, bool next);

} // namespace poolscope::ui
