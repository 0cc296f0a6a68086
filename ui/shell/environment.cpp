#include "ui/shell/environment.h"

#include <QCoreApplication>

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
