#include "sandbox/operations/operations.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/clientsecrets.h"
#include "sandbox/operations/listing.h"
#include "sandbox/rules/clientsettings.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumClients = 1'000; // documented

idp::UserPoolClientType described(const ClientRecord &client)
{
    idp::UserPoolClientType description = client.settings;
    description.userPoolId = client.poolId;
    description.clientId = client.id;
    for (const ClientSecret &secret : client.secrets) {
        if (secret.withClient)
            description.clientSecret = secret.value;
    }
    description.creationDate = double(client.createdMs) / 1000;
    description.lastModifiedDate = double(client.modifiedMs) / 1000;
    return description;
}

Outcome<void> checkRotation(const Call &call, const idp::UserPoolClientType &client)
{
    const bool refuses = call->services.choices.is(choice::RotationWithFlow, "refuse"_L1);
    if (refuses && rotatesRefreshTokens(client) && isListed(client.explicitAuthFlows, u"ALLOW_REFRESH_TOKEN_AUTH"))
        return refuse(refusals::rotationWithFlow);
    return {};
}

void createClient(const Call &call, const idp::CreateUserPoolClientRequest &request,
                  const ReplyTo<idp::CreateUserPoolClientResponse> &reply)
{
    const Services &services = call->services;
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    if (services.store.clientCount((*pool)->rowId) >= maximumClients)
        return reply.fail(refusal(refusals::tooManyClients));
    const auto settings = newClientSettings((*pool)->settings, request);
    if (!settings)
        return reply.fail(settings.error());
    if (const auto fine = checkRotation(call, *settings); !fine)
        return reply.fail(fine.error());
    const qint64 nowMs = services.clock.nowMs();
    ClientRecord client{.poolRowId = (*pool)->rowId,
                        .poolId = (*pool)->id,
                        .id = crypto::lettersAndDigits(services.random, 26),
                        .settings = *settings,
                        .createdMs = nowMs,
                        .modifiedMs = nowMs};
    if (request.clientSecret || request.generateSecret.value_or(false)) {
        client.secrets << newClientSecret(call, request.clientSecret);
        client.secrets.last().withClient = true;
    }
    Store::Unit unit(services.store);
    services.store.addClient(client);
    unit.commit();
    reply(idp::CreateUserPoolClientResponse{.userPoolClient = described(client)});
}

void updateClient(const Call &call, const idp::UpdateUserPoolClientRequest &request,
                  const ReplyTo<idp::UpdateUserPoolClientResponse> &reply)
{
    const Services &services = call->services;
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    const auto settings = updatedClientSettings(context->pool->settings, context->client->settings, request);
    if (!settings)
        return reply.fail(settings.error());
    if (const auto fine = checkRotation(call, *settings); !fine)
        return reply.fail(fine.error());
    ClientRecord changed = *context->client;
    changed.settings = *settings;
    changed.modifiedMs = services.clock.nowMs();
    Store::Unit unit(services.store);
    services.store.saveClient(changed);
    unit.commit();
    reply(idp::UpdateUserPoolClientResponse{.userPoolClient = described(changed)});
}

void describeClient(const Call &call, const idp::DescribeUserPoolClientRequest &request,
                    const ReplyTo<idp::DescribeUserPoolClientResponse> &reply)
{
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    reply(idp::DescribeUserPoolClientResponse{.userPoolClient = described(*context->client)});
}

void listClients(const Call &call, const idp::ListUserPoolClientsRequest &request,
                 const ReplyTo<idp::ListUserPoolClientsResponse> &reply)
{
    const Services &services = call->services;
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const Listing listing{call, (*pool)->secret, u"ListUserPoolClients "_s + (*pool)->id};
    const auto after = listing.position(request.nextToken);
    if (!after)
        return reply.fail(after.error());
    idp::ListUserPoolClientsResponse response;
    response.userPoolClients.emplace();
    for (const ClientPtr &client : services.store.clients((*pool)->rowId)) {
        if (client->id <= *after)
            continue;
        if (response.userPoolClients->size() == request.maxResults.value_or(largestPage)) {
            response.nextToken = listing.token(*response.userPoolClients->last().clientId);
            break;
        }
        response.userPoolClients->append(
            {.clientId = client->id, .userPoolId = client->poolId, .clientName = client->settings.clientName});
    }
    reply(response);
}

void deleteClient(const Call &call, const idp::DeleteUserPoolClientRequest &request,
                  const ReplyTo<idp::DeleteUserPoolClientResponse> &reply)
{
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    Store::Unit unit(call->services.store);
    call->services.store.deleteClient(context->client->rowId);
    unit.commit();
    reply(idp::DeleteUserPoolClientResponse{});
}

// Members that change what the client does, or are refused by name where their value asks for more than that.
QStringList obeyedOfClient()
{
    return names({"UserPoolId", "ClientName", "RefreshTokenValidity", "AccessTokenValidity", "IdTokenValidity",
                  "TokenValidityUnits", "ReadAttributes", "WriteAttributes", "ExplicitAuthFlows",
                  "SupportedIdentityProviders", "PreventUserExistenceErrors", "EnableTokenRevocation",
                  "AuthSessionValidity", "RefreshTokenRotation"});
}

// Members that are stored and given back, without effect: there is no managed login and no analytics here.
QStringList withoutEffectOnClient()
{
    return names({"CallbackURLs", "LogoutURLs", "DefaultRedirectURI", "AllowedOAuthFlows", "AllowedOAuthScopes",
                  "AllowedOAuthFlowsUserPoolClient", "AnalyticsConfiguration",
                  "EnablePropagateAdditionalUserContextData"});
}

} // namespace

void registerUserPoolClients(Registry &registry)
{
    registry.add<idp::CreateUserPoolClientRequest>(
        {.members = obeyedOfClient() + names({"GenerateSecret", "ClientSecret"}),
         .withoutEffect = withoutEffectOnClient()},
        createClient);
    registry.add<idp::UpdateUserPoolClientRequest>(
        {.members = obeyedOfClient() + names({"ClientId"}), .withoutEffect = withoutEffectOnClient()}, updateClient);
    registry.add<idp::DescribeUserPoolClientRequest>({.members = names({"UserPoolId", "ClientId"})}, describeClient);
    registry.add<idp::ListUserPoolClientsRequest>({.members = names({"UserPoolId", "MaxResults", "NextToken"})},
                                                  listClients);
    registry.add<idp::DeleteUserPoolClientRequest>({.members = names({"UserPoolId", "ClientId"})}, deleteClient);
}

} // namespace poolscope::sandbox
