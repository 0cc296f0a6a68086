#include "ui/common/stylepainting.h"

#include "ui/common/buttons.h"
#include "ui/common/colors.h"
#include "ui/common/style.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace poolscope::ui {

namespace {

constexpr qreal radius = 6;

QRectF inner(const QRect &rect, qreal pen)
{
    return QRectF(rect).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
}

void paintBox(QPainter *painter, const QRect &rect, const QBrush &fill, const QColor &border, qreal width = 1,
              qreal corner = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(width > 0 ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(inner(rect, width), corner, corner);
    painter->restore();
}

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

QColor hovered(const QStyleOption &option, const QColor &fill)
{
    const QColor text = color(ColorRole::Text, option.palette);
    if (has(option, QStyle::State_Sunken))
        return mixed(fill, text, 0.16);
    return has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled) ? mixed(fill, text, 0.07) : fill;
}

void paintPrimary(const QStyleOption &option, QPainter *painter, bool destructive)
{
    QColor fill = color(destructive ? ColorRole::Bad : ColorRole::Accent, option.palette);
    if (!has(option, QStyle::State_Enabled))
        fill = color(ColorRole::Line, option.palette);
    paintBox(painter, option.rect, hovered(option, fill), {}, 0);
    if (has(option, QStyle::State_HasFocus)) // a gap and a ring, so that it is seen on the fill
        paintBox(painter, option.rect.adjusted(2, 2, -2, -2), Qt::NoBrush, color(ColorRole::OnAccent, option.palette),
                 1.5, radius - 2);
}

} // namespace

void paintButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    if (const auto *primary = qobject_cast<const PrimaryButton *>(widget)) {
        paintPrimary(option, painter, primary->isDestructive());
        return;
    }
    const bool on = has(option, QStyle::State_On);
    const bool focus = has(option, QStyle::State_HasFocus);
    if (option.features.testFlag(QStyleOptionButton::Flat) && !on && !focus && !has(option, QStyle::State_MouseOver))
        return;
    const QColor fill = hovered(option, color(on ? ColorRole::AccentGround : ColorRole::Base, option.palette));
    const ColorRole border = focus || on ? ColorRole::Accent : ColorRole::Line;
    paintBox(painter, option.rect, fill, color(border, option.palette), focus ? 2 : 1);
}

void paintToolButton(const QStyleOption &option, QPainter *painter, const QWidget *)
{
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    if (active && has(option, QStyle::State_Enabled))
        paintBox(painter, option.rect, hovered(option, color(ColorRole::AccentGround, option.palette)), {}, 0, 4);
    if (has(option, QStyle::State_HasFocus))
        paintBox(painter, option.rect, Qt::NoBrush, color(ColorRole::Accent, option.palette), 2, 4);
}

void paintField(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const ColorRole border = invalid   ? ColorRole::Bad
                             : focus   ? ColorRole::Accent
                             : enabled ? ColorRole::FieldBorder
                                       : ColorRole::Line;
    const QColor fill = color(enabled ? ColorRole::Base : ColorRole::Window, option.palette);
    paintBox(painter, option.rect, fill, color(border, option.palette), focus ? 2 : 1);
}

void paintFocusRing(const QStyleOption &option, QPainter *painter)
{
    paintBox(painter, option.rect, Qt::NoBrush, color(ColorRole::Accent, option.palette), 2, 4);
}

void paintCheckBox(const QStyleOption &option, QPainter *painter)
{
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const ColorRole fill = !on ? ColorRole::Base : enabled ? ColorRole::Accent : ColorRole::Muted;
    const ColorRole border = on                                    ? fill
                             : has(option, QStyle::State_HasFocus) ? ColorRole::Accent
                                                                   : ColorRole::FieldBorder;
    paintBox(painter, option.rect, color(fill, option.palette), color(border, option.palette), 1, 3);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(ColorRole::OnAccent, option.palette), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF area = QRectF(option.rect);
    const auto at = [&](qreal x, qreal y) { return area.topLeft() + QPointF(area.width() * x, area.height() * y); };
    if (has(option, QStyle::State_NoChange))
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else
        painter->drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.30)});
    painter->restore();
}

void paintRadioButton(const QStyleOption &option, QPainter *painter)
{
    const bool on = has(option, QStyle::State_On);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ColorRole border = on || has(option, QStyle::State_HasFocus) ? ColorRole::Accent : ColorRole::FieldBorder;
    painter->setPen(QPen(color(border, option.palette), 1));
    painter->setBrush(color(ColorRole::Base, option.palette));
    painter->drawEllipse(inner(option.rect, 1));
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(ColorRole::Accent, option.palette));
        const qreal gap = option.rect.width() * 0.28;
        painter->drawEllipse(QRectF(option.rect).adjusted(gap, gap, -gap, -gap));
    }
    painter->restore();
}

void paintHeaderSection(const QStyleOptionHeader &option, QPainter *painter)
{
    painter->fillRect(option.rect, color(ColorRole::Base, option.palette));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      color(ColorRole::Line, option.palette));
}

void paintFrame(const QStyleOption &option, QPainter *painter)
{
    paintBox(painter, option.rect, Qt::NoBrush, color(ColorRole::Line, option.palette), 1, 4);
}

void paintArrow(const QRect &area, QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const QPointF centre = QRectF(area).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(enabled ? ColorRole::Text : ColorRole::Muted, option.palette), 1.4, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF{centre + QPointF(-3.5, -1.75), centre + QPointF(0, 1.75), centre + QPointF(3.5, -1.75)});
    painter->restore();
}

// A scroll bar stands on the ground of what it scrolls.
static QPalette::ColorRole groundOf(const QWidget *bar)
{
    for (const QWidget *at = bar; at; at = at->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(at))
            return area->viewport()->backgroundRole();
    }
    return QPalette::Base;
}

void paintScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QRect &slider, const QWidget *widget)
{
    painter->fillRect(option.rect, option.palette.brush(groundOf(widget)));
    if (option.maximum <= option.minimum)
        return;
    const bool across = option.orientation == Qt::Horizontal;
    const QRect handle = across ? slider.adjusted(1, 3, -1, -3) : slider.adjusted(3, 1, -3, -1);
    const QColor fill = color(ColorRole::FieldBorder, option.palette);
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    paintBox(painter, handle, active ? fill : mixed(fill, color(ColorRole::Base, option.palette), 0.35), {}, 0, 3);
}

} // namespace poolscope::ui
