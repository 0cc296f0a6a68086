#include "ui/shell/connectioncard.h"

#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/connections/environment.h"

#include <QPainter>

namespace poolscope::ui {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ConnectionCard::ConnectionCard(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("connectionCard"));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setConnection({});
}

void ConnectionCard::setConnection(const profiles::Connection &connection)
{
    m_connection = connection;
    m_poolName.clear();
    describe();
}

void ConnectionCard::setPoolName(const QString &name)
{
    m_poolName = name;
    describe();
}

void ConnectionCard::describe()
{
    const QString details = joined({environmentName(m_connection.environment), secondLine()});
    setAccessibleName(tr("Connection: %1").arg(m_connection.name));
    setAccessibleDescription(details);
    setToolTip(
        QStringList{m_connection.name, details, joined({m_poolName, m_connection.userPoolId})}.join(u'\n').trimmed());
    update();
}

// The sandbox has many pools, so which one it is comes first.
QString ConnectionCard::secondLine() const
{
    QStringList parts;
    if (m_connection.readOnly)
        parts += tr("read-only");
    if (m_connection.kind == profiles::Connection::Kind::Sandbox)
        parts += m_poolName.isEmpty() ? m_connection.userPoolId : m_poolName;
    parts += connectionKindText(m_connection);
    return joined(parts);
}

QSize ConnectionCard::sizeHint() const
{
    return {190, QFontMetrics(boldFont(font())).height() + QFontMetrics(smallFont(font())).height() + 21};
}

QSize ConnectionCard::minimumSizeHint() const
{
    return {140, sizeHint().height()};
}

void ConnectionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ColorRole edge = environmentRole(m_connection.environment);
    const bool active = underMouse() || isDown();
    paintPanel(painter, rect(), color(active ? ColorRole::Alternate : ColorRole::Base, this),
               color(hasFocus() ? ColorRole::Accent : ColorRole::Line, this), color(edge, this), 6);
    const QRect area = rect().adjusted(14, 8, -10, -8);
    const QFont name = boldFont(font());
    const int first = QFontMetrics(name).height();
    int right = area.right();
    const auto paintIcon = [&](const QString &name) {
        ui::icon(name, ColorRole::Muted).paint(&painter, QRect(right - 15, area.top() + (first - 16) / 2, 16, 16));
        right -= 20;
    };
    paintIcon(QStringLiteral("arrow-down")); // a click opens a menu
    if (m_connection.readOnly)
        paintIcon(QStringLiteral("object-locked"));
    painter.setFont(name);
    painter.setPen(color(ColorRole::Text, this));
    painter.drawText(QRect(area.left(), area.top(), right - area.left(), first), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(name).elidedText(m_connection.name, Qt::ElideRight, right - area.left()));
    paintSecondLine(painter, QRect(area.left(), area.top() + first + 4, area.width(), area.height() - first - 4));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(ColorRole::Accent, this), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void ConnectionCard::paintSecondLine(QPainter &painter, QRect area) const
{
    const QFont small = smallFont(font());
    const QString environment = environmentName(m_connection.environment);
    if (!environment.isEmpty()) {
        painter.setFont(boldFont(small));
        painter.setPen(color(environmentRole(m_connection.environment), this));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, environment);
        area.setLeft(area.left() + QFontMetrics(boldFont(small)).horizontalAdvance(environment));
    }
    const QString rest = (environment.isEmpty() ? QString() : QStringLiteral(" · ")) + secondLine();
    painter.setFont(small);
    painter.setPen(color(ColorRole::Muted, this));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(rest, Qt::ElideRight, area.width()));
}

void ConnectionCard::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void ConnectionCard::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace poolscope::ui
