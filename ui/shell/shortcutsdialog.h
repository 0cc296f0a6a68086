#pragma once

#include <QDialog>

class QAction;

namespace poolscope::ui {

// F1: every action that has a shortcut, in a table.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace poolscope::ui
