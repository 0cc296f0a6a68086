#include "sandbox/operations/clientsecrets.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/operations.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumSecrets = 2; // documented

void saveSecrets(const Call &call, const ClientRecord &client)
{
    Store::Unit unit(call->services.store);
    call->services.store.saveClient(client);
    unit.commit();
}

// Of a further secret the value is given out only here (recalled); the one made with the client stands in its description.
void addSecret(const Call &call, const idp::AddUserPoolClientSecretRequest &request,
               const ReplyTo<idp::AddUserPoolClientSecretResponse> &reply)
{
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    ClientRecord client = *context->client;
    if (client.secrets.isEmpty() && call->services.choices.is(choice::SecretForPublic, "refuse"_L1))
        return reply.fail(refusal(refusals::publicClient, client.id));
    if (client.secrets.size() >= maximumSecrets)
        return reply.fail(refusal(refusals::tooManySecrets, client.id));
    const ClientSecret secret = newClientSecret(call, request.clientSecret);
    client.secrets << secret;
    client.modifiedMs = secret.createdMs;
    saveSecrets(call, client);
    reply(idp::AddUserPoolClientSecretResponse{.clientSecretDescriptor = idp::ClientSecretDescriptorType{
                                                   .clientSecretId = secret.id,
                                                   .clientSecretValue = secret.value,
                                                   .clientSecretCreateDate = double(secret.createdMs) / 1000}});
}

void listSecrets(const Call &call, const idp::ListUserPoolClientSecretsRequest &request,
                 const ReplyTo<idp::ListUserPoolClientSecretsResponse> &reply)
{
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    if (request.nextToken) // two fit on every page: there is no second one
        return reply.fail(refusal(refusals::badPaginationToken));
    idp::ListUserPoolClientSecretsResponse response;
    response.clientSecrets.emplace();
    for (const ClientSecret &secret : context->client->secrets)
        response.clientSecrets->append(
            {.clientSecretId = secret.id, .clientSecretCreateDate = double(secret.createdMs) / 1000});
    reply(response);
}

void deleteSecret(const Call &call, const idp::DeleteUserPoolClientSecretRequest &request,
                  const ReplyTo<idp::DeleteUserPoolClientSecretResponse> &reply)
{
    const auto context = clientInPool(call, request.userPoolId, request.clientId);
    if (!context)
        return reply.fail(context.error());
    ClientRecord client = *context->client;
    const QString id = request.clientSecretId.value_or(QString());
    const bool last = client.secrets.size() == 1;
    if (client.secrets.removeIf([&](const ClientSecret &secret) { return secret.id == id; }) == 0)
        return reply.fail(refusal(refusals::unknownSecret, id));
    if (last && call->services.choices.is(choice::LastSecret, "refuse"_L1))
        return reply.fail(refusal(refusals::lastSecret, client.id));
    client.modifiedMs = call->services.clock.nowMs();
    saveSecrets(call, client);
    reply(idp::DeleteUserPoolClientSecretResponse{});
}

} // namespace

ClientSecret newClientSecret(const Call &call, const std::optional<QString> &wanted)
{
    const Services &services = call->services;
    return {.id = crypto::uuid(services.random),
            .value = wanted.value_or(crypto::lettersAndDigits(services.random, 52)),
            .createdMs = services.clock.nowMs()};
}

void registerClientSecrets(Registry &registry)
{
    const QStringList client = names({"UserPoolId", "ClientId"});
    registry.add<idp::AddUserPoolClientSecretRequest>({.members = client + names({"ClientSecret"})}, addSecret);
    registry.add<idp::ListUserPoolClientSecretsRequest>({.members = client + names({"NextToken"})}, listSecrets);
    registry.add<idp::DeleteUserPoolClientSecretRequest>({.members = client + names({"ClientSecretId"})}, deleteSecret);
}

} // namespace poolscope::sandbox
