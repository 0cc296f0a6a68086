#include "diagnosis/facts.h"

#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "profiles/connection.h"
#include "transport/endpoints.h"

namespace poolscope::diagnosis {

namespace {

void put(Facts &facts, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        facts.insert(QString(name), value);
}

void putSettings(Facts &facts, const auth::PoolSettings &settings)
{
    if (settings.pool)
        put(facts, QLatin1StringView("pool.minimumLength"),
            QString::number(auth::passwordPolicy(settings).minimumLength));
    const auth::UserNameKind names = auth::userNameKind(settings);
    if (names == auth::UserNameKind::Email)
        put(facts, QLatin1StringView("pool.names"), QStringLiteral("email"));
    else if (names == auth::UserNameKind::Phone)
        put(facts, QLatin1StringView("pool.names"), QStringLiteral("phone"));
    if (const std::optional<bool> hides = auth::clientHidesUsers(settings))
        put(facts, QLatin1StringView("client.hidesUsers"), *hides ? QStringLiteral("yes") : QStringLiteral("no"));
}

} // namespace

Facts factsOf(const auth::UserPoolAccess &access)
{
    const profiles::Connection &connection = access.connection();
    const QString poolRegion = transport::regionOfPoolId(connection.userPoolId);
    Facts facts;
    put(facts, QLatin1StringView("pool.id"), connection.userPoolId);
    put(facts, QLatin1StringView("pool.region"), poolRegion);
    put(facts, QLatin1StringView("client.id"), connection.clientId);
    put(facts, QLatin1StringView("endpoint.host"), access.endpoint().host());
    if (connection.kind == profiles::Connection::Kind::Aws && !poolRegion.isEmpty() && !connection.region.isEmpty() &&
        connection.region != poolRegion)
        put(facts, QLatin1StringView("region.mismatch"), QStringLiteral("yes"));
    if (connection.kind == profiles::Connection::Kind::Sandbox)
        put(facts, QLatin1StringView("connection.sandbox"), QStringLiteral("yes"));
    putSettings(facts, access.settings());
    return facts;
}

} // namespace poolscope::diagnosis
