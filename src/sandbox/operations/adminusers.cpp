#include "sandbox/operations/operations.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/passwords.h"
#include "sandbox/operations/triggers.h"
#include "sandbox/rules/passwordpolicy.h"
#include "sandbox/rules/poolsettings.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

void adminGetUser(const Call &call, const idp::AdminGetUserRequest &request,
                  const ReplyTo<idp::AdminGetUserResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const UserRecord &user = found->user;
    reply(idp::AdminGetUserResponse{.username = user.username,
                                    .userAttributes = toAttributeTypes(user),
                                    .userCreateDate = double(user.createdMs) / 1000,
                                    .userLastModifiedDate = double(user.modifiedMs) / 1000,
                                    .enabled = user.enabled,
                                    .userStatus = user.status});
}

// No address is verified by this.
Outcome<void> confirmByAdmin(const Call &call, PoolUser &found)
{
    if (found.user.status != status::Unconfirmed)
        return refuse(refusals::cannotConfirm, found.user.status);
    Store::Unit unit(call->services.store);
    if (const auto fine = changeStatus(call, *found.pool, found.user, status::Confirmed); !fine)
        return fine;
    saveUser(call, *found.pool, found.user);
    unit.commit();
    return {};
}

void adminConfirmSignUp(const Call &call, const idp::AdminConfirmSignUpRequest &request,
                        const ReplyTo<idp::AdminConfirmSignUpResponse> &reply)
{
    auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    if (const auto fine = confirmByAdmin(call, *found); !fine)
        return reply.fail(fine.error());
    call->services.mailbox.announce();
    TriggerCall from{.call = call, .pool = found->pool, .client = {}, .user = found->user};
    from.clientMetadata = request.clientMetadata;
    fireTrigger(from, "PostConfirmation_ConfirmSignUp"_L1, {}, json::Value::object(),
                [reply](const Outcome<json::Value> &done) {
                    if (!done)
                        return reply.fail(done.error());
                    reply(idp::AdminConfirmSignUpResponse{});
                });
}

Outcome<void> storePassword(const Call &call, const PoolUser &before, const crypto::SrpVerifier &verifier,
                            bool permanent)
{
    auto now = again(call, before);
    if (!now)
        return tl::unexpected(now.error());
    std::optional<qint64> temporaryFor;
    if (!permanent)
        temporaryFor = temporaryPasswordMs(now->pool->settings);
    Store::Unit unit(call->services.store);
    const QLatin1StringView next = permanent ? status::Confirmed : status::ForceChangePassword;
    if (const auto fine = changeStatus(call, *now->pool, now->user, next); !fine)
        return fine;
    replacePassword(call, *now->pool, now->user, verifier, temporaryFor);
    saveUser(call, *now->pool, now->user);
    unit.commit();
    return {};
}

void adminSetUserPassword(const Call &call, const idp::AdminSetUserPasswordRequest &request,
                          const ReplyTo<idp::AdminSetUserPasswordResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    const QString password = request.password.value_or(QString());
    const bool permanent = request.permanent.value_or(false);
    if (const auto fine = checkPasswordPolicy(effectivePolicy(found->pool->settings.policies), password); !fine)
        return reply.fail(fine.error());
    withUnusedPassword(call, *found->pool, found->user, password,
                       [call, before = *found, permanent, reply](const Outcome<crypto::SrpVerifier> &verifier) {
                           if (!verifier)
                               return reply.fail(verifier.error());
                           if (const auto fine = storePassword(call, before, *verifier, permanent); !fine)
                               return reply.fail(fine.error());
                           call->services.mailbox.announce();
                           reply(idp::AdminSetUserPasswordResponse{});
                       });
}

void adminDeleteUser(const Call &call, const idp::AdminDeleteUserRequest &request,
                     const ReplyTo<idp::AdminDeleteUserResponse> &reply)
{
    const auto found = userInPool(call, request.userPoolId, request.username);
    if (!found)
        return reply.fail(found.error());
    {
        Store::Unit unit(call->services.store);
        call->services.store.deleteUser(found->user);
        unit.commit();
    }
    call->services.mailbox.announce();
    reply(idp::AdminDeleteUserResponse{});
}

} // namespace

void registerAdminUsers(Registry &registry)
{
    registry.add<idp::AdminGetUserRequest>({.members = names({"UserPoolId", "Username"})}, adminGetUser);
    registry.add<idp::AdminConfirmSignUpRequest>({.members = names({"UserPoolId", "Username", "ClientMetadata"})},
                                                 adminConfirmSignUp);
    registry.add<idp::AdminSetUserPasswordRequest>(
        {.members = names({"UserPoolId", "Username", "Password", "Permanent"})}, adminSetUserPassword);
    registry.add<idp::AdminDeleteUserRequest>({.members = names({"UserPoolId", "Username"})}, adminDeleteUser);
}

} // namespace poolscope::sandbox
