#include "ui/common/chip.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QPainter>

namespace poolscope::ui {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 12;

QFont chipFont(const QFont &base)
{
    return boldFont(smallFont(base));
}

QColor ground(Tone tone, const QPalette &palette)
{
    return color(tone == Tone::Neutral ? ColorRole::Line : groundRole(tone), palette);
}

QColor ink(Tone tone, const QPalette &palette)
{
    return color(tone == Tone::Neutral ? ColorRole::Text : textRole(tone), palette);
}

} // namespace

Chip::Chip(const QString &text, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(chipFont(font()));
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setIconName(const QString &breezeName)
{
    m_iconName = breezeName;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int icon = m_iconName.isEmpty() ? 0 : iconSize + 4;
    return {metrics.horizontalAdvance(text()) + 2 * padding + icon, metrics.height() + 4};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground(m_tone, palette()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    QRect area = rect().adjusted(padding, 0, -padding, 0);
    if (!m_iconName.isEmpty()) {
        const QRect place(area.left(), (height() - iconSize) / 2, iconSize, iconSize);
        icon(m_iconName, m_tone == Tone::Neutral ? ColorRole::Text : textRole(m_tone)).paint(&painter, place);
        area.setLeft(area.left() + iconSize + 4);
    }
    painter.setPen(ink(m_tone, palette()));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, text());
}

void paintChip(QPainter *painter, const QRect &area, const QString &text, Tone tone, const QFont &font,
               const QPalette &palette)
{
    if (text.isEmpty())
        return;
    const QFont small = chipFont(font);
    const QFontMetrics metrics(small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width() - 2 * padding);
    const int height = metrics.height() + 2;
    const QRect place(area.left(), area.top() + (area.height() - height) / 2,
                      metrics.horizontalAdvance(shown) + 2 * padding, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground(tone, palette));
    painter->drawRoundedRect(place, height / 2.0, height / 2.0);
    painter->setPen(ink(tone, palette));
    painter->setFont(small);
    painter->drawText(place, Qt::AlignCenter, shown);
    painter->restore();
}

ChipDelegate::ChipDelegate(int toneRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_toneRole(toneRole)
{
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintChipCell(painter, option, index, static_cast<Tone>(index.data(m_toneRole).toInt()));
}

void paintChipCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Tone tone)
{
    QStyleOptionViewItem empty = option;
    empty.index = index;
    empty.text.clear();
    if (const QWidget *widget = option.widget)
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, widget);
    paintChip(painter, option.rect.adjusted(8, 0, -4, 0), index.data(Qt::DisplayRole).toString(), tone, option.font,
              option.palette);
}

} // namespace poolscope::ui
