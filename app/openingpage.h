#pragma once

#include <QString>

class QWidget;

namespace poolscope {

// What stands in a page's place while its connection is not open: that it is being opened, or why it is not.
QWidget *makeOpeningPage(const QString &title, const QString &failure, QWidget *parent);

} // namespace poolscope
