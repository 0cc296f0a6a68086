#include "ui/activity/activitydelegates.h"

#include "activity/activitymodel.h"
#include "ui/common/chip.h"
#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace poolscope::ui {

namespace {

Tone toneOf(transport::ActivityEntry::State state)
{
    switch (state) {
    case transport::ActivityEntry::State::Succeeded:
        return Tone::Good;
    case transport::ActivityEntry::State::Failed:
        return Tone::Bad;
    case transport::ActivityEntry::State::Cancelled:
        return Tone::Neutral;
    case transport::ActivityEntry::State::Pending:
        return Tone::Accent;
    }
    return Tone::Neutral;
}

} // namespace

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state =
        static_cast<transport::ActivityEntry::State>(index.data(activity::ActivityModel::StateRole).toInt());
    paintChipCell(painter, option, index, toneOf(state));
}

void OperationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    if (index.data(activity::ActivityModel::HeadingRole).toBool())
        shown.font = boldFont(option.font);
    if (!index.data(activity::ActivityModel::GroupedRole).toBool())
        return QStyledItemDelegate::paint(painter, shown, index);
    initStyleOption(&shown, index);
    const QString text = std::exchange(shown.text, {});
    QStyle *style = shown.widget ? shown.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget); // the ground, over the whole cell
    shown.text = text;
    shown.backgroundBrush = {};
    shown.state &= ~QStyle::State_HasFocus;
    const int indent = shown.fontMetrics.averageCharWidth() * 2;
    shown.rect.adjust(shown.direction == Qt::LeftToRight ? indent : 0, 0,
                      shown.direction == Qt::LeftToRight ? 0 : -indent, 0);
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);
}

void IdDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = shortId(option->text);
    option->font = monospaceFont(option->font);
}

} // namespace poolscope::ui
