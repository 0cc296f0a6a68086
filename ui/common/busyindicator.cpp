#include "ui/common/busyindicator.h"

#include "ui/common/colors.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace poolscope::ui {

namespace {

constexpr int delayMs = 300;
constexpr int stepMs = 60;
constexpr int side = 14;

} // namespace

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BusyIndicator::start(const QString &text)
{
    m_text = text;
    setAccessibleName(text.isEmpty() ? tr("Working") : text);
    updateGeometry();
    if (!m_busy) {
        m_busy = true;
        m_visible = false;
        m_timer.start(delayMs, this);
    }
    update();
}

void BusyIndicator::stop()
{
    m_busy = false;
    m_visible = false;
    m_timer.stop();
    setAccessibleName({});
    update();
}

QSize BusyIndicator::sizeHint() const
{
    const int words = m_text.isEmpty() ? 0 : 8 + fontMetrics().horizontalAdvance(m_text);
    return {side + words, qMax(side, fontMetrics().height())};
}

void BusyIndicator::paintEvent(QPaintEvent *)
{
    if (!m_visible)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ColorRole::Accent, this), 2, Qt::SolidLine, Qt::RoundCap));
    const QRectF area(1, (height() - side) / 2.0 + 1, side - 2, side - 2);
    painter.drawArc(area, -m_angle * 16, 270 * 16);
    if (m_text.isEmpty())
        return;
    painter.setPen(color(ColorRole::Muted, this));
    painter.drawText(rect().adjusted(side + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

void BusyIndicator::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    if (!m_visible) {
        m_visible = true;
        if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
            m_timer.start(stepMs, this);
        else
            m_timer.stop();
    }
    m_angle = (m_angle + 24) % 360;
    update();
}

void BusyIndicator::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void BusyIndicator::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_busy && !m_timer.isActive())
        m_timer.start(m_visible ? stepMs : delayMs, this);
}

} // namespace poolscope::ui
