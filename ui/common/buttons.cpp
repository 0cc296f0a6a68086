#include "ui/common/buttons.h"

#include "ui/common/colors.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace poolscope::ui {

namespace {

// In a window, unlike a dialog, Qt lets only the space bar press a button.
bool pressedByEnter(QPushButton *button, QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    if (button->menu())
        button->showMenu();
    else
        button->click();
    return true;
}

} // namespace

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
}

void PrimaryButton::setDestructive(bool destructive)
{
    m_destructive = destructive;
    update();
}

void PrimaryButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByEnter(this, event))
        QPushButton::keyPressEvent(event);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkButton::setQuiet(bool quiet)
{
    m_padding = quiet ? 3 : 12;
    updateGeometry();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int icon = this->icon().isNull() ? 0 : 20;
    const int width = metrics.size(Qt::TextShowMnemonic, text()).width() + icon + 2 * m_padding;
    return {width, metrics.height() + (m_padding > 4 ? 13 : 2)};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool enabled = isEnabled();
    QRect area = rect().adjusted(m_padding, 0, -m_padding, 0);
    if (!icon().isNull()) {
        const QRect place(area.left(), (height() - 16) / 2, 16, 16);
        icon().paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        area.setLeft(place.right() + 5);
    }
    QFont shown = font();
    shown.setUnderline(underMouse() && enabled);
    painter.setFont(shown);
    painter.setPen(color(enabled ? ColorRole::Accent : ColorRole::Muted, this));
    const int mnemonic =
        style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | mnemonic, text());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(ColorRole::Accent, this), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByEnter(this, event))
        QPushButton::keyPressEvent(event);
}

} // namespace poolscope::ui
