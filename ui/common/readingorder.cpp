#include "ui/common/readingorder.h"

#include <QWidget>

#include <algorithm>

namespace poolscope::ui {

namespace {

// Siblings row by row: what begins above the middle of a row's first widget belongs to that row.
QList<QWidget *> sortedSiblings(QList<QWidget *> widgets)
{
    std::stable_sort(widgets.begin(), widgets.end(),
                     [](const QWidget *a, const QWidget *b) { return a->geometry().top() < b->geometry().top(); });
    for (qsizetype begin = 0; begin < widgets.size();) {
        const QRect first = widgets.at(begin)->geometry();
        qsizetype end = begin + 1;
        while (end < widgets.size() && widgets.at(end)->geometry().top() < first.center().y())
            ++end;
        std::stable_sort(widgets.begin() + begin, widgets.begin() + end, [](const QWidget *a, const QWidget *b) {
            return a->geometry().left() < b->geometry().left();
        });
        begin = end;
    }
    return widgets;
}

void collect(QWidget *widget, QList<QWidget *> &into)
{
    if (!widget->isEnabled())
        return;
    if (widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy())
        into += widget;
    QList<QWidget *> children = widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    children.removeIf([](const QWidget *child) { return child->isWindow() || !child->isVisible(); });
    const QList<QWidget *> sorted = sortedSiblings(children);
    for (QWidget *child : sorted)
        collect(child, into);
}

} // namespace

QList<QWidget *> readingOrder(QWidget *root)
{
    QList<QWidget *> order;
    collect(root, order);
    order.removeAll(root);
    return order;
}

bool focusInReadingOrder(QWidget *window, bool next)
{
    const QList<QWidget *> order = readingOrder(window);
    if (order.isEmpty())
        return false;
    const qsizetype at = order.indexOf(window->focusWidget());
    const qsizetype count = order.size();
    const qsizetype to = at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    order.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace poolscope::ui
