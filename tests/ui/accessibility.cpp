#include "ui/accessibility.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QKeySequence>
#include <QLabel>
#include <QTest>

namespace poolscope::ui {

namespace {

QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 \"%2\"").arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
}

QString accessibleName(QWidget *widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool isOperable(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
}

void checkMnemonics(QWidget *root, QStringList &faults)
{
    QHash<QString, QString> taken;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        QString text;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            text = button->text();
        else if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            text = label->text();
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        // Keyboards of other scripts type it only through an input method, which takes the Alt key for itself.
        if (key.back().unicode() > 0x7f)
            faults += QStringLiteral("%1 of %2 is no key of every keyboard").arg(key, describe(widget));
        if (taken.contains(key))
            faults += QStringLiteral("%1 of %2 is taken by %3").arg(key, describe(widget), taken.value(key));
        taken.insert(key, describe(widget));
    }
}

} // namespace

QStringList accessibilityFaults(QWidget *root)
{
    QStringList faults;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!isOperable(widget) || widget->objectName().startsWith(u"qt_"))
            continue;
        if (accessibleName(widget).trimmed().isEmpty())
            faults += QStringLiteral("no accessible name: ") + describe(widget);
        if (widget->objectName().isEmpty() && widget->focusPolicy() & Qt::TabFocus)
            faults += QStringLiteral("no object name: %1 \"%2\"").arg(describe(widget), accessibleName(widget));
    }
    checkMnemonics(root, faults);
    return faults;
}

QStringList tabStops(QWidget *window)
{
    QStringList stops;
    const QWidget *first = nullptr;
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(window, Qt::Key_Tab);
        const QWidget *focused = QApplication::focusWidget();
        if (!focused || focused == first)
            break;
        if (!first)
            first = focused;
        stops += focused->objectName();
    }
    return stops;
}

} // namespace poolscope::ui
