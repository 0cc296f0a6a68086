#include "diagnosis/clientflows.h"

#include <algorithm>

namespace poolscope::diagnosis {

std::optional<ClientFlows> flowsOf(const auth::PoolSettings &settings)
{
    if (!settings.client)
        return {};
    ClientFlows flows;
    flows.names = settings.client->explicitAuthFlows.value_or(QStringList());
    if (flows.names.isEmpty()) {
        flows.srp = flows.custom = true;
        return flows;
    }
    const auto isNew = [](const QString &name) { return name.startsWith(QLatin1StringView("ALLOW_")); };
    const auto has = [&flows](QLatin1StringView name) { return flows.names.contains(name); };
    if (std::any_of(flows.names.cbegin(), flows.names.cend(), isNew)) {
        flows.srp = has(QLatin1StringView("ALLOW_USER_SRP_AUTH"));
        flows.password = has(QLatin1StringView("ALLOW_USER_PASSWORD_AUTH"));
        flows.adminPassword = has(QLatin1StringView("ALLOW_ADMIN_USER_PASSWORD_AUTH"));
        flows.custom = has(QLatin1StringView("ALLOW_CUSTOM_AUTH"));
        flows.choice = has(QLatin1StringView("ALLOW_USER_AUTH"));
        return flows;
    }
    flows.srp = !has(QLatin1StringView("CUSTOM_AUTH_FLOW_ONLY"));
    flows.password = has(QLatin1StringView("USER_PASSWORD_AUTH"));
    flows.adminPassword = has(QLatin1StringView("ADMIN_NO_SRP_AUTH"));
    flows.custom = true;
    return flows;
}

bool takesPasswords(const ClientFlows &flows)
{
    return flows.srp || flows.password || flows.choice;
}

} // namespace poolscope::diagnosis
