#include "sandbox/rules/clientsettings.h"

#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/clientrules.h"
#include "sandbox/rules/refusals.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

template<class Request>
void takeCommon(idp::UserPoolClientType &client, const Request &request)
{
    client.refreshTokenValidity = request.refreshTokenValidity;
    client.accessTokenValidity = request.accessTokenValidity;
    client.idTokenValidity = request.idTokenValidity;
    client.tokenValidityUnits = request.tokenValidityUnits;
    client.readAttributes = request.readAttributes;
    client.writeAttributes = request.writeAttributes;
    client.explicitAuthFlows = request.explicitAuthFlows;
    client.supportedIdentityProviders = request.supportedIdentityProviders;
    client.callbackURLs = request.callbackURLs;
    client.logoutURLs = request.logoutURLs;
    client.defaultRedirectURI = request.defaultRedirectURI;
    client.allowedOAuthFlows = request.allowedOAuthFlows;
    client.allowedOAuthScopes = request.allowedOAuthScopes;
    client.allowedOAuthFlowsUserPoolClient = request.allowedOAuthFlowsUserPoolClient.value_or(false);
    client.analyticsConfiguration = request.analyticsConfiguration;
    client.preventUserExistenceErrors = request.preventUserExistenceErrors;
    client.enableTokenRevocation = request.enableTokenRevocation.value_or(true);
    client.enablePropagateAdditionalUserContextData = request.enablePropagateAdditionalUserContextData.value_or(false);
    client.authSessionValidity = request.authSessionValidity.value_or(3);
    client.refreshTokenRotation = request.refreshTokenRotation;
    if (rotatesRefreshTokens(client) && !client.refreshTokenRotation->retryGracePeriodSeconds)
        client.refreshTokenRotation->retryGracePeriodSeconds = 0;
    const bool inDays =
        !client.tokenValidityUnits || client.tokenValidityUnits->refreshToken.value_or(u"days"_s) == u"days"_s;
    if (client.refreshTokenValidity.value_or(0) == 0 && inDays)
        client.refreshTokenValidity = 30;
}

Outcome<void> check(const idp::UserPoolType &pool, const idp::UserPoolClientType &client)
{
    for (const QString &provider : client.supportedIdentityProviders.value_or(QStringList{})) {
        if (provider != u"COGNITO"_s)
            return tl::unexpected(notSimulated(u"SupportedIdentityProviders %1"_s.arg(provider)));
    }
    if (const auto fine = checkFlowNames(client.explicitAuthFlows); !fine)
        return fine;
    const Schema schema = pool.schemaAttributes.value_or(Schema{});
    if (const auto fine = checkPermissionList(schema, client.readAttributes, u"read"); !fine)
        return fine;
    if (const auto fine = checkPermissionList(schema, client.writeAttributes, u"write"); !fine)
        return fine;
    return checkTokenLifetimes(client);
}

} // namespace

Outcome<idp::UserPoolClientType> newClientSettings(const idp::UserPoolType &pool,
                                                   const idp::CreateUserPoolClientRequest &request)
{
    idp::UserPoolClientType client;
    client.clientName = request.clientName;
    takeCommon(client, request);
    if (const auto fine = check(pool, client); !fine)
        return tl::unexpected(fine.error());
    return client;
}

Outcome<idp::UserPoolClientType> updatedClientSettings(const idp::UserPoolType &pool,
                                                       const idp::UserPoolClientType &before,
                                                       const idp::UpdateUserPoolClientRequest &request)
{
    idp::UserPoolClientType client;
    client.clientName = request.clientName ? request.clientName : before.clientName;
    takeCommon(client, request);
    if (const auto fine = check(pool, client); !fine)
        return tl::unexpected(fine.error());
    return client;
}

} // namespace poolscope::sandbox
