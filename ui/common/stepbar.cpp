#include "ui/common/stepbar.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"

#include <QPainter>

namespace poolscope::ui {

namespace {

QString separator()
{
    return QStringLiteral("  ›  ");
}

QString stepText(int index, const QString &name)
{
    return QStringLiteral("%1 %2").arg(index + 1).arg(name);
}

} // namespace

StepBar::StepBar(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSteps(steps);
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    announce();
}

void StepBar::setSteps(const QStringList &steps)
{
    m_steps = steps;
    announce();
}

void StepBar::announce()
{
    if (m_current >= 0 && m_current < m_steps.size())
        setAccessibleName(tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.at(m_current)));
    updateGeometry();
    update();
}

QSize StepBar::sizeHint() const
{
    const QFontMetrics plain(font());
    const QFontMetrics bold(boldFont(font()));
    int width = 0;
    for (int i = 0; i < int(m_steps.size()); ++i) {
        const QString text = stepText(i, m_steps.at(i));
        width += qMax(plain.horizontalAdvance(text), bold.horizontalAdvance(text));
        if (i > 0)
            width += plain.horizontalAdvance(separator());
    }
    return {width, plain.height()};
}

QSize StepBar::minimumSizeHint() const
{
    return sizeHint();
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int left = 0;
    const auto draw = [&](const QString &text, const QFont &with, ColorRole role) {
        painter.setFont(with);
        painter.setPen(color(role, this));
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        left += QFontMetrics(with).horizontalAdvance(text);
    };
    for (int i = 0; i < int(m_steps.size()); ++i) {
        if (i > 0)
            draw(separator(), font(), ColorRole::Muted);
        const bool here = i == m_current;
        draw(stepText(i, m_steps.at(i)), here ? boldFont(font()) : font(), here ? ColorRole::Accent : ColorRole::Muted);
    }
}

} // namespace poolscope::ui
