#include "ui/keyboard.h"

#include <QApplication>
#include <QTest>

namespace poolscope::ui {

QWidget *find(QWidget *root, const QString &objectName)
{
    auto *found = root->findChild<QWidget *>(objectName);
    if (!found)
        qWarning("There is no widget \"%s\"", qPrintable(objectName));
    return found;
}

void type(const QString &text)
{
    if (QWidget *focused = QApplication::focusWidget())
        QTest::keyClicks(focused, text);
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : QApplication::activeWindow(), Qt::Key(key), modifiers);
}

QWidget *openDialog(const QString &objectName)
{
    QWidget *found = nullptr;
    const bool came = QTest::qWaitFor([&] {
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (window->objectName() == objectName && window->isVisible())
                found = window;
        }
        return found != nullptr;
    });
    return came ? found : nullptr;
}

void showActive(QWidget *window)
{
    window->show();
    QApplication::setActiveWindow(window);
    if (!QTest::qWaitForWindowActive(window))
        qWarning("The window did not become active");
}

} // namespace poolscope::ui
