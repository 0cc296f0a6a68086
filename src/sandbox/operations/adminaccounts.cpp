#include "sandbox/operations/operations.h"

#include "sandbox/operations/accesstoken.h"
#include "sandbox/operations/aliases.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

Outcome<Destination> resetDestination(const Call &call, const PoolUser &found)
{
    const UserRecord &user = found.user;
    if (!user.enabled)
        return refuse(refusals::disabled);
    const bool takesUnconfirmed = call->services.choices.is(choice::ResetUnconfirmed, "reset"_L1);
    const bool resettable = user.status == status::Confirmed || user.status == status::ResetRequired ||
                            (user.status == status::Unconfirmed && takesUnconfirmed);
    if (!resettable)
        return refuse(refusals::cannotReset);
    return recoveryDestination(found.pool->settings, user);
}

// The password stays as it is, but nobody gets in with it any more.
Outcome<void> requireReset(const Call &call, PoolUser &found)
{
    if (found.user.status == status::ResetRequired)
        return {};
    Store::Unit unit(call->services.store);
    if (const auto fine = changeStatus(call, *found.pool, found.user, status::ResetRequired); !fine)
        return fine;
    saveUser(call, *found.pool, found.user);
    unit.commit();
    return {};
}

void adminResetPassword(const Call &call, const idp::AdminResetUserPasswordRequest &request,
                        const ReplyTo<idp::AdminResetUserPasswordResponse> &reply)
{
    auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const auto destination = resetDestination(call, *found);
    if (!destination)
        return reply.fail(destination.error());
    if (const auto fine = requireReset(call, *found); !fine)
        return reply.fail(fine.error());
    TriggerCall from{.call = call, .pool = found->pool, .client = {}, .user = found->user};
    from.clientMetadata = request.clientMetadata;
    sendCode({from, *destination, purpose::Forgot, "ForgotPassword"_L1, passwordResetCodeMs},
             [reply](const Outcome<idp::CodeDeliveryDetailsType> &sent) {
                 if (!sent)
                     return reply.fail(sent.error());
                 reply(idp::AdminResetUserPasswordResponse{});
             });
}

void adminSignOut(const Call &call, const idp::AdminUserGlobalSignOutRequest &request,
                  const ReplyTo<idp::AdminUserGlobalSignOutResponse> &reply)
{
    auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    Store::Unit unit(call->services.store);
    endSignIns(call, found->user);
    call->services.store.saveUser(found->user);
    unit.commit();
    reply(idp::AdminUserGlobalSignOutResponse{});
}

// Disabling also ends all sign-ins, which stay ended when the user is enabled again.
template<class Request, bool enabled>
void setEnabled(const Call &call, const Request &request, const ReplyTo<typename Request::Response> &reply)
{
    auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    Store::Unit unit(call->services.store);
    found->user.enabled = enabled;
    if (!enabled)
        endSignIns(call, found->user);
    saveUser(call, *found->pool, found->user);
    unit.commit();
    reply(typename Request::Response{});
}

} // namespace

void registerAdminAccounts(Registry &registry)
{
    const QStringList user = names({"UserPoolId", "Username"});
    registry.add<idp::AdminResetUserPasswordRequest>({.members = user + names({"ClientMetadata"})}, adminResetPassword);
    registry.add<idp::AdminUserGlobalSignOutRequest>({.members = user}, adminSignOut);
    registry.add<idp::AdminEnableUserRequest>({.members = user}, setEnabled<idp::AdminEnableUserRequest, true>);
    registry.add<idp::AdminDisableUserRequest>({.members = user}, setEnabled<idp::AdminDisableUserRequest, false>);
}

} // namespace poolscope::sandbox
