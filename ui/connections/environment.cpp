#include "ui/connections/environment.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace poolscope::ui {

QString environmentName(profiles::Environment environment)
{
    switch (environment) {
    case profiles::Environment::Sandbox:
        return {};
    case profiles::Environment::Development:
        return QCoreApplication::translate("Environment", "DEVELOPMENT");
    case profiles::Environment::Staging:
        return QCoreApplication::translate("Environment", "STAGING");
    case profiles::Environment::Production:
        return QCoreApplication::translate("Environment", "PRODUCTION");
    }
    return {};
}

ColorRole environmentRole(profiles::Environment environment)
{
    switch (environment) {
    case profiles::Environment::Sandbox:
        return ColorRole::Accent;
    case profiles::Environment::Development:
        return ColorRole::Development;
    case profiles::Environment::Staging:
        return ColorRole::Caution;
    case profiles::Environment::Production:
        return ColorRole::Bad;
    }
    return ColorRole::Accent;
}

QIcon environmentIcon(profiles::Environment environment, const QWidget *widget)
{
    constexpr int side = 16;
    QPixmap pixmap(QSize(side, side) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(environmentRole(environment), widget));
    painter.drawRoundedRect(QRectF(6, 1, 4, side - 2), 2, 2);
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // the same colour, not the selection's
    return icon;
}

QString connectionKindText(const profiles::Connection &connection)
{
    switch (connection.kind) {
    case profiles::Connection::Kind::Sandbox:
        return QCoreApplication::translate("Environment", "in this program");
    case profiles::Connection::Kind::Aws:
        return connection.effectiveRegion();
    case profiles::Connection::Kind::Endpoint:
        return connection.endpoint.authority();
    }
    return {};
}

} // namespace poolscope::ui
