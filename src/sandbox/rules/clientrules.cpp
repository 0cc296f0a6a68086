#include "sandbox/rules/clientrules.h"

#include "crypto/hash.h"
#include "crypto/secrethash.h"
#include "sandbox/rules/refusals.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

qint64 unitSeconds(const std::optional<QString> &unit, qint64 fallback)
{
    if (!unit)
        return fallback;
    if (*unit == u"seconds"_s)
        return 1;
    if (*unit == u"minutes"_s)
        return minute;
    return *unit == u"hours"_s ? hour : day;
}

QList<ClientSecret> secretsThatCount(const ClientRecord &client, GoodSecrets good)
{
    return good == GoodSecrets::Newest ? client.secrets.last(1) : client.secrets;
}

} // namespace

Outcome<void> checkSecretHash(const ClientRecord &client, const QString &username, const std::optional<QString> &given,
                              GoodSecrets good)
{
    if (client.secrets.isEmpty())
        return given ? Outcome<void>(refuse(refusals::secretUnexpected, client.id)) : Outcome<void>();
    if (!given)
        return refuse(refusals::secretMissing, client.id);
    const QList<ClientSecret> secrets = secretsThatCount(client, good);
    const bool fits = std::any_of(secrets.begin(), secrets.end(), [&](const ClientSecret &secret) {
        const QString hash = crypto::secretHash(username, client.id, secret.value);
        return crypto::constantTimeEquals(hash.toUtf8(), given->toUtf8());
    });
    if (!fits)
        return refuse(refusals::secretWrong, client.id);
    return {};
}

bool holdsSecret(const ClientRecord &client, const std::optional<QString> &given, GoodSecrets good)
{
    if (client.secrets.isEmpty())
        return !given;
    const QList<ClientSecret> secrets = secretsThatCount(client, good);
    return given && std::any_of(secrets.begin(), secrets.end(), [&](const ClientSecret &secret) {
               return crypto::constantTimeEquals(secret.value.toUtf8(), given->toUtf8());
           });
}

EnabledFlows enabledFlows(const idp::UserPoolClientType &client)
{
    if (!client.explicitAuthFlows || client.explicitAuthFlows->isEmpty())
        return {.srp = true, .custom = true, .refresh = true};
    const QStringList &flows = *client.explicitAuthFlows;
    const bool modern =
        std::all_of(flows.begin(), flows.end(), [](const QString &flow) { return flow.startsWith(u"ALLOW_"_s); });
    if (modern)
        return {.srp = flows.contains(u"ALLOW_USER_SRP_AUTH"_s),
                .password = flows.contains(u"ALLOW_USER_PASSWORD_AUTH"_s),
                .adminPassword = flows.contains(u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s),
                .custom = flows.contains(u"ALLOW_CUSTOM_AUTH"_s),
                .refresh = flows.contains(u"ALLOW_REFRESH_TOKEN_AUTH"_s),
                .choice = flows.contains(u"ALLOW_USER_AUTH"_s)};
    return {.srp = !flows.contains(u"CUSTOM_AUTH_FLOW_ONLY"_s),
            .password = flows.contains(u"USER_PASSWORD_AUTH"_s),
            .adminPassword = flows.contains(u"ADMIN_NO_SRP_AUTH"_s),
            .custom = true,
            .refresh = true};
}

Outcome<void> checkFlowNames(const std::optional<QStringList> &flows)
{
    if (!flows || flows->isEmpty())
        return {};
    const auto modern =
        std::count_if(flows->begin(), flows->end(), [](const QString &flow) { return flow.startsWith(u"ALLOW_"_s); });
    if (modern != 0 && modern != flows->size())
        return refuse(refusals::mixedFlowNames);
    return {};
}

bool hidesUserExistence(const idp::UserPoolClientType &client)
{
    return client.preventUserExistenceErrors == u"ENABLED"_s;
}

bool revokesTokens(const idp::UserPoolClientType &client)
{
    return client.enableTokenRevocation.value_or(true);
}

bool rotatesRefreshTokens(const idp::UserPoolClientType &client)
{
    return client.refreshTokenRotation && client.refreshTokenRotation->feature == u"ENABLED"_s;
}

qint64 refreshGraceMs(const idp::UserPoolClientType &client)
{
    return rotatesRefreshTokens(client) ? client.refreshTokenRotation->retryGracePeriodSeconds.value_or(0) * 1000 : 0;
}

qint64 sessionLifetimeMs(const idp::UserPoolClientType &client)
{
    return client.authSessionValidity.value_or(3) * 60'000;
}

TokenLifetimes tokenLifetimes(const idp::UserPoolClientType &client)
{
    const auto units = client.tokenValidityUnits.value_or(idp::TokenValidityUnitsType{});
    TokenLifetimes lifetimes;
    if (client.accessTokenValidity)
        lifetimes.accessSeconds = *client.accessTokenValidity * unitSeconds(units.accessToken, hour);
    if (client.idTokenValidity)
        lifetimes.idSeconds = *client.idTokenValidity * unitSeconds(units.idToken, hour);
    if (client.refreshTokenValidity.value_or(0) != 0)
        lifetimes.refreshSeconds = *client.refreshTokenValidity * unitSeconds(units.refreshToken, day);
    return lifetimes;
}

Outcome<void> checkTokenLifetimes(const idp::UserPoolClientType &client)
{
    const TokenLifetimes lifetimes = tokenLifetimes(client);
    const auto within = [](qint64 value, qint64 least, qint64 most) { return value >= least && value <= most; };
    if (!within(lifetimes.accessSeconds, 5 * minute, day) || !within(lifetimes.idSeconds, 5 * minute, day) ||
        !within(lifetimes.refreshSeconds, hour, 3650 * day))
        return refuse(refusals::tokenLifetime);
    return {};
}

} // namespace poolscope::sandbox
