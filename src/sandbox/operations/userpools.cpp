#include "sandbox/operations/operations.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/listing.h"
#include "sandbox/rules/poolsettings.h"
#include "transport/endpoints.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString arnOf(const Services &services, const QString &poolId)
{
    // The pool's own region: the same data may be served for another one today.
    return u"arn:aws:cognito-idp:%1:%2:userpool/%3"_s.arg(transport::regionOfPoolId(poolId), services.accountId,
                                                          poolId);
}

QString newPoolId(const Services &services)
{
    constexpr auto letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"_L1;
    return services.region + u'_' + crypto::pick(services.random, letters, 9);
}

idp::UserPoolType described(const Services &services, const PoolRecord &pool)
{
    idp::UserPoolType description = pool.settings;
    description.id = pool.id;
    description.arn = arnOf(services, pool.id);
    description.creationDate = double(pool.createdMs) / 1000;
    description.lastModifiedDate = double(pool.modifiedMs) / 1000;
    description.estimatedNumberOfUsers = services.store.userCount(pool.rowId);
    return description;
}

SettingsReading readingOf(const Choices &choices)
{
    return {.missing = choices.is(choice::UpdateMissing, "keep"_L1) ? MissingMember::Stays : MissingMember::Resets,
            .partialPolicy =
                choices.is(choice::PartialPolicy, "others-on"_L1) ? PartialPolicy::OthersOn : PartialPolicy::OthersOff,
            .developerNames =
                choices.is(choice::DeveloperNames, "custom"_L1) ? DeveloperNames::Custom : DeveloperNames::DevCustom};
}

void createUserPool(const Call &call, const idp::CreateUserPoolRequest &request,
                    const ReplyTo<idp::CreateUserPoolResponse> &reply)
{
    const Services &services = call->services;
    const auto settings = newPoolSettings(request, readingOf(services.choices));
    if (!settings)
        return reply.fail(settings.error());
    const qint64 nowMs = services.clock.nowMs();
    PoolRecord pool{.id = newPoolId(services),
                    .settings = *settings,
                    .secret = services.random.bytes(32),
                    .createdMs = nowMs,
                    .modifiedMs = nowMs};
    {
        Store::Unit unit(services.store);
        services.store.addPool(pool);
        unit.commit();
    }
    services.keys.prepare(pool.rowId);
    reply(idp::CreateUserPoolResponse{.userPool = described(services, pool)});
}

void updateUserPool(const Call &call, const idp::UpdateUserPoolRequest &request,
                    const ReplyTo<idp::UpdateUserPoolResponse> &reply)
{
    const Services &services = call->services;
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const auto settings = updatedPoolSettings((*pool)->settings, request, readingOf(services.choices));
    if (!settings)
        return reply.fail(settings.error());
    PoolRecord changed = **pool;
    changed.settings = *settings;
    changed.modifiedMs = services.clock.nowMs();
    Store::Unit unit(services.store);
    services.store.savePool(changed);
    unit.commit();
    reply(idp::UpdateUserPoolResponse{});
}

void describeUserPool(const Call &call, const idp::DescribeUserPoolRequest &request,
                      const ReplyTo<idp::DescribeUserPoolResponse> &reply)
{
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    reply(idp::DescribeUserPoolResponse{.userPool = described(call->services, **pool)});
}

void listUserPools(const Call &call, const idp::ListUserPoolsRequest &request,
                   const ReplyTo<idp::ListUserPoolsResponse> &reply)
{
    const Services &services = call->services;
    const Listing listing{call, services.accountId.toUtf8(), u"ListUserPools"_s};
    const auto after = listing.position(request.nextToken);
    if (!after)
        return reply.fail(after.error());
    idp::ListUserPoolsResponse response;
    response.userPools.emplace();
    for (const PoolPtr &pool : services.store.pools()) {
        if (pool->id <= *after)
            continue;
        if (response.userPools->size() == request.maxResults.value_or(largestPage)) {
            response.nextToken = listing.token(*response.userPools->last().id);
            break;
        }
        response.userPools->append({.id = pool->id,
                                    .name = pool->settings.name,
                                    .lambdaConfig = pool->settings.lambdaConfig,
                                    .lastModifiedDate = double(pool->modifiedMs) / 1000,
                                    .creationDate = double(pool->createdMs) / 1000});
    }
    reply(response);
}

void addCustomAttributes(const Call &call, const idp::AddCustomAttributesRequest &request,
                         const ReplyTo<idp::AddCustomAttributesResponse> &reply)
{
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const auto schema =
        extendedSchema((*pool)->settings.schemaAttributes.value_or(Schema{}),
                       request.customAttributes.value_or(Schema{}), readingOf(call->services.choices).developerNames);
    if (!schema)
        return reply.fail(schema.error());
    PoolRecord changed = **pool;
    changed.settings.schemaAttributes = *schema;
    changed.modifiedMs = call->services.clock.nowMs();
    Store::Unit unit(call->services.store);
    call->services.store.savePool(changed);
    unit.commit();
    reply(idp::AddCustomAttributesResponse{});
}

void deleteUserPool(const Call &call, const idp::DeleteUserPoolRequest &request,
                    const ReplyTo<idp::DeleteUserPoolResponse> &reply)
{
    const Services &services = call->services;
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    if ((*pool)->settings.deletionProtection == u"ACTIVE"_s)
        return reply.fail(refusal(refusals::deletionProtected));
    {
        Store::Unit unit(services.store);
        services.store.deletePool((*pool)->rowId);
        unit.commit();
    }
    services.keys.forget((*pool)->rowId);
    services.mailbox.announce();
    reply(idp::DeleteUserPoolResponse{});
}

// Members that change what the pool does, or are refused by name where their value asks for more than that.
QStringList obeyedOfPool()
{
    return names({"PoolName",
                  "Policies",
                  "DeletionProtection",
                  "LambdaConfig",
                  "AutoVerifiedAttributes",
                  "SmsVerificationMessage",
                  "EmailVerificationMessage",
                  "EmailVerificationSubject",
                  "VerificationMessageTemplate",
                  "EmailConfiguration",
                  "MfaConfiguration",
                  "DeviceConfiguration",
                  "AdminCreateUserConfig",
                  "UserPoolAddOns",
                  "DcrConfiguration",
                  "AccountRecoverySetting",
                  "KeyConfiguration",
                  "IssuerConfiguration",
                  "AcrConfiguration",
                  "UserAttributeUpdateSettings",
                  "UserPoolTags"});
}

// Members that are without effect: nothing leaves the sandbox, nothing is billed, no mail has a link. Most are stored and
// given back. Those inside of structures stand here for the list alone; what asks for their effect is refused by name.
QStringList withoutEffectOnPool()
{
    return names({"SmsAuthenticationMessage", "SmsConfiguration", "UserPoolTier",
                  "EmailConfiguration.ReplyToEmailAddress", "EmailConfiguration.EmailSendingAccount",
                  "EmailConfiguration.ConfigurationSet", "VerificationMessageTemplate.EmailMessageByLink",
                  "VerificationMessageTemplate.EmailSubjectByLink", "UserPoolAddOns.AdvancedSecurityAdditionalFlows",
                  "KeyConfiguration.KmsKeyArn"});
}

} // namespace

void registerUserPools(Registry &registry)
{
    registry.add<idp::CreateUserPoolRequest>(
        {.members =
             obeyedOfPool() + names({"AliasAttributes", "UsernameAttributes", "Schema", "UsernameConfiguration"}),
         .withoutEffect = withoutEffectOnPool()},
        createUserPool);
    registry.add<idp::UpdateUserPoolRequest>(
        {.members = obeyedOfPool() + names({"UserPoolId"}), .withoutEffect = withoutEffectOnPool()}, updateUserPool);
    registry.add<idp::DescribeUserPoolRequest>({.members = names({"UserPoolId"})}, describeUserPool);
    registry.add<idp::ListUserPoolsRequest>({.members = names({"NextToken", "MaxResults"})}, listUserPools);
    registry.add<idp::AddCustomAttributesRequest>({.members = names({"UserPoolId", "CustomAttributes"})},
                                                  addCustomAttributes);
    registry.add<idp::DeleteUserPoolRequest>({.members = names({"UserPoolId"})}, deleteUserPool);
}

} // namespace poolscope::sandbox
