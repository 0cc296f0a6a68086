#include "ui/common/navigationbutton.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QPainter>
#include <QStyle>

namespace poolscope::ui {

namespace {

constexpr int iconSide = 16;

} // namespace

NavigationButton::NavigationButton(const QString &iconName, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_iconName(iconName)
{
    setCheckable(true);
    setAutoDefault(false);
    setFlat(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setShortcutHint(const QString &text)
{
    m_hint = text;
    update();
}

void NavigationButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? tr("%n new", nullptr, count) : QString());
    update();
}

QSize NavigationButton::sizeHint() const
{
    const int words = QFontMetrics(boldFont(font())).horizontalAdvance(text());
    return {words + iconSide + 90, fontMetrics().height() + 13};
}

QSize NavigationButton::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked() && autoExclusive();
    const bool open = isChecked() && !autoExclusive(); // the switch of a panel that is shown
    if (on || open || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(on ? ColorRole::AccentGround : ColorRole::Line, this));
        painter.setOpacity(on ? 1 : 0.5);
        painter.drawRoundedRect(rect(), 6, 6);
        painter.setOpacity(1);
    }
    const QRect area = rect().adjusted(10, 0, -10, 0);
    ui::icon(m_iconName, on ? ColorRole::Accent : ColorRole::Text)
        .paint(&painter, QRect(area.left(), (height() - iconSide) / 2, iconSide, iconSide));
    const int right = paintRight(painter, area, on);
    const QFont words = on ? boldFont(font()) : font();
    painter.setFont(words);
    painter.setPen(color(on ? ColorRole::Accent : ColorRole::Text, this));
    const QRect line(area.left() + iconSide + 8, 0, right - area.left() - iconSide - 16, height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(words).elidedText(text(), Qt::ElideRight, line.width()));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(ColorRole::Accent, this), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

int NavigationButton::paintRight(QPainter &painter, const QRect &area, bool on) const
{
    const QFont small = smallFont(font());
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(color(on ? ColorRole::Accent : ColorRole::Muted, this));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, m_hint);
    const int right = area.right() - metrics.horizontalAdvance(m_hint);
    if (m_count == 0)
        return right;
    const QString words = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const int width = metrics.horizontalAdvance(words) + 14;
    const int height = metrics.height() + 2;
    const QRect badge(right - width - (m_hint.isEmpty() ? 0 : 8), (this->height() - height) / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::AccentGround, this));
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setFont(boldFont(small));
    painter.setPen(color(ColorRole::Accent, this));
    painter.drawText(badge, Qt::AlignCenter, words);
    return badge.left();
}

void NavigationButton::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void NavigationButton::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace poolscope::ui
