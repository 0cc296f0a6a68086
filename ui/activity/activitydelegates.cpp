#include "ui/activity/activitydelegates.h"

#include "activity/activitymodel.h"
#include "ui/common/chip.h"
#include "ui/common/copyableid.h"
#include "ui/common/fonts.h"

#include <QPainter>

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

void IdDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = shortId(option->text);
    option->font = monospaceFont(option->font);
}

} // namespace poolscope::ui
