#include "ui/common/elidedlabel.h"

#include "core/plaintooltip.h"

#include <QPainter>

namespace poolscope::ui {

ElidedLabel::ElidedLabel(const QString &text, Qt::TextElideMode mode, QWidget *parent)
    : QLabel(parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setColorRole(std::optional<ColorRole> role)
{
    m_role = role;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 6), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(m_role ? color(*m_role, this) : palette().color(group, foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    painter.drawText(rect(), int(alignment()), shown);
    const QString whole = shown == text() ? QString() : plainToolTip(text());
    if (toolTip() != whole)
        setToolTip(whole);
}

} // namespace poolscope::ui
