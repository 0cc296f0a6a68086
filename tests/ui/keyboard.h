#pragma once

#include <QString>
#include <QWidget>

namespace poolscope::ui {

// The widget of that object name inside `root`; fails the test with the name where there is none.
QWidget *find(QWidget *root, const QString &objectName);

template<class T>
T *find(QWidget *root, const QString &objectName)
{
    return qobject_cast<T *>(find(root, objectName));
}

// Types into whatever has the focus.
void type(const QString &text);
void press(int key, Qt::KeyboardModifiers modifiers = {});

// The topmost open dialog of that object name, waited for; null where none comes.
QWidget *openDialog(const QString &objectName);

// Shows it, active and with the size it asks for.
void showActive(QWidget *window);

} // namespace poolscope::ui
