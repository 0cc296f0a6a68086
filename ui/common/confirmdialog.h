#pragma once

#include <QDialog>

#include <functional>

namespace poolscope::ui {

struct Confirmation
{
    QString title;     // "Delete the user sunny@example.com?"
    QString text;      // what it will do, and that it cannot be undone
    QString verb;      // the button: "Delete user"
    QString typedName; // where not empty it must be typed first: destruction on a production profile
    bool destructive = true;
};

// Asks before what cannot be undone. Opened, never exec'd; the safe button has the focus; deletes itself.
// `confirmed` runs once, only if `parent` still lives.
QDialog *askToConfirm(QWidget *parent, const Confirmation &confirmation, std::function<void()> confirmed);

} // namespace poolscope::ui
