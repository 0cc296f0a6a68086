#include "sandbox/operations/operations.h"

#include "sandbox/operations/attributes.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

void adminUpdateAttributes(const Call &call, const idp::AdminUpdateUserAttributesRequest &request,
                           const ReplyTo<idp::AdminUpdateUserAttributesResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const auto change = withAttributes(found->pool->settings, found->user, fromAttributeTypes(request.userAttributes),
                                       writeRules(call, {}));
    if (!change)
        return reply.fail(change.error());
    TriggerCall from{.call = call, .pool = found->pool, .client = {}, .user = found->user};
    from.clientMetadata = request.clientMetadata;
    storeAttributes(from, *change, [reply](const Outcome<QList<idp::CodeDeliveryDetailsType>> &sent) {
        if (!sent)
            return reply.fail(sent.error());
        reply(idp::AdminUpdateUserAttributesResponse{});
    });
}

void adminDeleteAttributes(const Call &call, const idp::AdminDeleteUserAttributesRequest &request,
                           const ReplyTo<idp::AdminDeleteUserAttributesResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const auto change = withoutAttributes(found->pool->settings, found->user,
                                          request.userAttributeNames.value_or(QStringList{}), writeRules(call, {}));
    if (!change)
        return reply.fail(change.error());
    const TriggerCall from{.call = call, .pool = found->pool, .client = {}, .user = found->user};
    storeAttributes(from, *change, [reply](const Outcome<QList<idp::CodeDeliveryDetailsType>> &done) {
        if (!done)
            return reply.fail(done.error());
        reply(idp::AdminDeleteUserAttributesResponse{});
    });
}

} // namespace

void registerAdminAttributes(Registry &registry)
{
    registry.add<idp::AdminUpdateUserAttributesRequest>(
        {.members = names({"UserPoolId", "Username", "UserAttributes", "ClientMetadata"})}, adminUpdateAttributes);
    registry.add<idp::AdminDeleteUserAttributesRequest>(
        {.members = names({"UserPoolId", "Username", "UserAttributeNames"})}, adminDeleteAttributes);
}

} // namespace poolscope::sandbox
