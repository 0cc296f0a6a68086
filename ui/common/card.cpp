#include "ui/common/card.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace poolscope::ui {

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

QVBoxLayout *Card::contentLayout()
{
    if (auto *existing = qobject_cast<QVBoxLayout *>(layout()))
        return existing;
    auto *made = new QVBoxLayout(this);
    made->setSpacing(8);
    const int margin = m_dense ? 12 : 24;
    made->setContentsMargins(margin, m_dense ? 12 : 20, margin, m_dense ? 12 : 20);
    return made;
}

void Card::setDense(bool dense)
{
    m_dense = dense;
    if (layout()) {
        const int margin = m_dense ? 12 : 24;
        layout()->setContentsMargins(margin, m_dense ? 12 : 20, margin, m_dense ? 12 : 20);
    }
}

void Card::setEdge(std::optional<ColorRole> role)
{
    m_edge = role;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(painter, rect(), color(ColorRole::Base, this), color(ColorRole::Line, this),
               m_edge ? color(*m_edge, this) : QColor(), 8);
}

void paintPanel(QPainter &painter, const QRect &area, const QColor &ground, const QColor &border, const QColor &edge,
                qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(shape, ground);
    painter.setPen(QPen(border, 1));
    painter.drawPath(shape);
    if (edge.isValid()) {
        QPainterPath outer;
        outer.addRoundedRect(QRectF(area), radius, radius);
        painter.setClipPath(outer);
        painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), edge);
    }
    painter.restore();
}

} // namespace poolscope::ui
