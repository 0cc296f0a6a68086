#include "ui/common/elidedlabel.h"

#include "core/plaintooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

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
    return QSize(fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height()).grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 6), sizeHint().height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

QString ElidedLabel::shownToolTip() const
{
    const bool isCut = shownText() != text();
    if (!isCut || toolTip().isEmpty())
        return isCut ? plainToolTip(text()) : toolTip();
    if (!Qt::mightBeRichText(toolTip()))
        return plainToolTip(text() + u'\n' + toolTip());
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>%2").arg(text().toHtmlEscaped(), toolTip());
}

bool ElidedLabel::event(QEvent *event)
{
    const QString words = event->type() == QEvent::ToolTip ? shownToolTip() : QString();
    if (words.isEmpty())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), words, this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(m_role ? color(*m_role, this) : palette().color(group, foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()), shownText());
}

} // namespace poolscope::ui
