#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace poolscope::ui {

// Labels of plain text: what a service or a user wrote is never taken for markup.
QLabel *textLabel(const QString &text, QWidget *parent = nullptr);    // wraps; selectable by mouse
QLabel *mutedLabel(const QString &text, QWidget *parent = nullptr);   // wraps; muted
QLabel *hintLabel(const QString &text, QWidget *parent = nullptr);    // wraps; muted and small
QLabel *headingLabel(const QString &text, QWidget *parent = nullptr); // one line, bold
QLabel *monoLabel(const QString &text, QWidget *parent = nullptr);    // monospaced, selectable by mouse

// For text that stands nowhere else: Tab stops at it, and it can be selected and copied there.
void setReadableByKeyboard(QLabel *label);

// A line between parts, vertical or horizontal.
QWidget *lineWidget(bool vertical = false, QWidget *parent = nullptr);

} // namespace poolscope::ui
