#include "sandbox/operations/operations.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"
#include "sandbox/operations/named.h"
#include "sandbox/rules/madeupuser.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

Outcome<UserRecord> confirm(const Call &call, const Named &found, const idp::ConfirmSignUpRequest &request)
{
    const PoolRecord &pool = *found.context.pool;
    UserRecord user = *found.user;
    if (user.status != status::Unconfirmed)
        return refuse(refusals::cannotConfirm, user.status);
    if (const auto fine = spendAttempt(call, pool, subjectOf(user), Attempt::ConfirmSignUp); !fine)
        return tl::unexpected(fine.error());
    const auto code = checkCode(call, user, purpose::SignUp, request.confirmationCode.value_or(QString()));
    if (!code)
        return tl::unexpected(code.error());
    // An administrator may have given the user another address since the code was sent.
    if (user.attribute(code->attribute) == code->destination)
        user.setAttribute(verifiedFlag(code->attribute), u"true"_s);
    Store::Unit unit(call->services.store);
    // The code stays good when the alias is taken, so that the call can be repeated with ForceAliasCreation.
    call->services.store.useCode(*code, call->services.clock.nowMs());
    const bool force = request.forceAliasCreation.value_or(false);
    if (const auto fine = changeStatus(call, pool, user, status::Confirmed, force); !fine)
        return tl::unexpected(fine.error());
    saveUser(call, pool, user);
    unit.commit();
    call->services.mailbox.announce();
    return user;
}

// What a disabled user hears of either operation where the app client does not hide who exists.
bool refusesDisabled(const Call &call, const UserRecord &user)
{
    return !user.enabled && call->services.choices.is(choice::DisabledConfirmation, "refuse"_L1);
}

// What nobody hears of ConfirmSignUp, and a disabled user, where the app client hides who exists.
ServiceError refuseHidden(const Call &call, const Named &found, const QString &name)
{
    const PoolRecord &pool = *found.context.pool;
    if (const auto fine = spendAttempt(call, pool, subjectOf(pool, name), Attempt::ConfirmSignUp); !fine)
        return fine.error();
    const bool mismatch = call->services.choices.is(choice::ConfirmHiddenUser, "mismatch"_L1);
    return refusal(mismatch ? refusals::codeMismatch : refusals::codeExpired);
}

void confirmSignUp(const Call &call, const idp::ConfirmSignUpRequest &request,
                   const ReplyTo<idp::ConfirmSignUpResponse> &reply)
{
    const auto found = named(call, request.clientId, request.username, request.secretHash);
    if (!found)
        return reply.fail(found.error());
    const bool disabled = found->user && refusesDisabled(call, *found->user);
    if (found->hidesUsers() && (!found->user || disabled))
        return reply.fail(refuseHidden(call, *found, request.username.value_or(QString())));
    if (!found->user || disabled)
        return reply.fail(refusal(disabled ? refusals::disabled : refusals::unknownForClient));
    const auto user = confirm(call, *found, request);
    if (!user)
        return reply.fail(user.error());
    TriggerCall from{.call = call, .pool = found->context.pool, .client = found->context.client, .user = *user};
    from.clientMetadata = request.clientMetadata;
    // A failing function returns its error; the user stays confirmed.
    fireTrigger(from, "PostConfirmation_ConfirmSignUp"_L1, {}, json::Value::object(),
                [reply](const Outcome<json::Value> &done) {
                    if (!done)
                        return reply.fail(done.error());
                    reply(idp::ConfirmSignUpResponse{});
                });
}

void pretendToSend(const Call &call, const Named &found, const QString &name,
                   const ReplyTo<idp::ResendConfirmationCodeResponse> &reply)
{
    const PoolRecord &pool = *found.context.pool;
    if (const auto fine = spendAttempt(call, pool, subjectOf(pool, name), Attempt::ResendCode); !fine)
        return reply.fail(fine.error());
    const Destination madeUp = madeUpDestination(pool, name, usualConfirmation(pool.settings));
    reply(idp::ResendConfirmationCodeResponse{.codeDeliveryDetails = madeUp.details()});
}

void resend(const Call &call, const idp::ResendConfirmationCodeRequest &request,
            const ReplyTo<idp::ResendConfirmationCodeResponse> &reply)
{
    const auto found = named(call, request.clientId, request.username, request.secretHash);
    if (!found)
        return reply.fail(found.error());
    if (!found->user && !found->hidesUsers())
        return reply.fail(refusal(refusals::unknownForClient));
    const PoolRecord &pool = *found->context.pool;
    if (!found->user || (found->hidesUsers() && !found->user->enabled)) // documented of both
        return pretendToSend(call, *found, request.username.value_or(QString()), reply);
    const UserRecord &user = *found->user;
    if (refusesDisabled(call, user))
        return reply.fail(refusal(refusals::disabled));
    if (user.status != status::Unconfirmed)
        return reply.fail(refusal(refusals::alreadyConfirmed));
    if (const auto fine = spendAttempt(call, pool, subjectOf(user), Attempt::ResendCode); !fine)
        return reply.fail(fine.error());
    const auto destination = confirmationDestination(pool.settings, user);
    if (!destination)
        return reply.fail(refusal(refusals::noAutoVerified));
    TriggerCall from{.call = call, .pool = found->context.pool, .client = found->context.client, .user = user};
    from.clientMetadata = request.clientMetadata;
    sendCode({from, *destination, purpose::SignUp, "ResendCode"_L1, confirmationCodeMs},
             [reply](const Outcome<idp::CodeDeliveryDetailsType> &sent) {
                 if (!sent)
                     return reply.fail(sent.error());
                 reply(idp::ResendConfirmationCodeResponse{.codeDeliveryDetails = *sent});
             });
}

} // namespace

void registerConfirmation(Registry &registry)
{
    registry.add<idp::ConfirmSignUpRequest>({.members = names({"ClientId", "SecretHash", "Username", "ConfirmationCode",
                                                               "ForceAliasCreation", "ClientMetadata"})},
                                            confirmSignUp);
    registry.add<idp::ResendConfirmationCodeRequest>(
        {.members = names({"ClientId", "SecretHash", "Username", "ClientMetadata"})}, resend);
}

} // namespace poolscope::sandbox
