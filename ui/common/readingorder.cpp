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

// `kept` has its place among them even where it cannot be used any more.
void collect(QWidget *widget, const QWidget *kept, QList<QWidget *> &into)
{
    const auto leadsToKept = [kept](const QWidget *one) { return kept && (one == kept || one->isAncestorOf(kept)); };
    if (!widget->isEnabled() && !leadsToKept(widget))
        return;
    if (widget == kept || (widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy()))
        into += widget;
    QList<QWidget *> children = widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    children.removeIf([&leadsToKept](const QWidget *child) {
        return child->isWindow() || (!child->isVisible() && !leadsToKept(child));
    });
    const QList<QWidget *> sorted = sortedSiblings(children);
    for (QWidget *child : sorted)
        collect(child, kept, into);
}

} // namespace

QList<QWidget *> readingOrder(QWidget *root)
{
    QList<QWidget *> order;
    collect(root, nullptr, order);
    order.removeAll(root);
    return order;
}

bool focusInReadingOrder(QWidget *window, bool next)
{
    const QWidget *from = window->focusWidget();
    QList<QWidget *> order;
    collect(window, from, order);
    order.removeAll(window);
    if (order.isEmpty())
        return false;
    const qsizetype at = order.indexOf(from);
    const qsizetype count = order.size();
    const qsizetype to = at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    if (order.at(to) == from)
        return false;
    order.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace poolscope::ui
