#include "ui/common/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <limits>

namespace poolscope::ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *item = at->release();
    m_items.erase(at);
    return item;
}

std::vector<FlowLayout::Place> FlowLayout::places(int width) const
{
    std::vector<Place> all;
    std::size_t lineBegin = 0;
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    const auto endLine = [&] {
        for (; lineBegin < all.size(); ++lineBegin) {
            QRect &area = all[lineBegin].area;
            area.moveTop(y + (lineHeight - area.height()) / 2);
        }
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            endLine();
            x = 0;
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        all.push_back({item.get(), QRect(QPoint(x, y), QSize(qMin(size.width(), width), size.height()))});
        x += size.width() + spacing();
        lineHeight = qMax(lineHeight, size.height());
    }
    endLine();
    return all;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int bottom = 0;
    for (const Place &place : places(width - margins.left() - margins.right()))
        bottom = qMax(bottom, place.area.bottom() + 1);
    return bottom + margins.top() + margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->sizeHint());
    }
    return least.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    QRect whole;
    for (const Place &place : places(std::numeric_limits<int>::max()))
        whole |= place.area;
    return whole.size().grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    const QRect inner = area.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (const Place &place : places(inner.width()))
        place.item->setGeometry(QStyle::visualRect(direction, inner, place.area.translated(inner.topLeft())));
}

} // namespace poolscope::ui
