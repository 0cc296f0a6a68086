#include "sandbox/operations/operations.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"
#include "sandbox/operations/named.h"
#include "sandbox/operations/passwords.h"
#include "sandbox/rules/madeupuser.h"
#include "sandbox/rules/passwordpolicy.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Where a made-up user "was sent" a code, so that a wrong one and none can be told apart as with real users.
const QString askedForCode = u"asked-for-code"_s;

using ForgotReply = ReplyTo<idp::ForgotPasswordResponse>;
using ConfirmReply = ReplyTo<idp::ConfirmForgotPasswordResponse>;

// Forgetting and confirming count together.
Outcome<void> spendForgotAttempt(const Call &call, const PoolRecord &pool, const QString &subject)
{
    const int perHour = call->services.choices.value(choice::ForgotAttempts).toInt();
    return spendAttempt(call, pool, subject, Attempt::ForgotPassword, perHour);
}

void pretendToSend(const Call &call, const PoolRecord &pool, const QString &name, const ForgotReply &reply)
{
    const QString subject = subjectOf(pool, name);
    if (const auto fine = spendForgotAttempt(call, pool, subject); !fine)
        return reply.fail(fine.error());
    const qint64 nowMs = call->services.clock.nowMs();
    Store::Unit unit(call->services.store);
    call->services.store.putAttempts(pool.rowId, subject, askedForCode,
                                     {.count = 1, .firstMs = nowMs, .lastMs = nowMs});
    unit.commit();
    const Destination madeUp = madeUpDestination(pool, name, usualRecovery(pool.settings));
    reply(idp::ForgotPasswordResponse{.codeDeliveryDetails = madeUp.details()});
}

bool isOutsideReset(const UserRecord &user)
{
    return user.status == status::ForceChangePassword || user.status == status::ExternalProvider;
}

Outcome<Destination> resetDestination(const Named &found)
{
    const UserRecord &user = *found.user;
    if (!user.enabled)
        return refuse(refusals::disabled);
    if (isOutsideReset(user))
        return refuse(refusals::cannotReset);
    return recoveryDestination(found.context.pool->settings, user);
}

// Whether ForgotPassword keeps from whoever asks why no code can be sent. Documented of users who are disabled or have no
// verified address, where the app client hides who exists.
bool keepsToItself(const Call &call, const Named &found, const ServiceError &refused)
{
    const UserRecord &user = *found.user;
    const bool noAddress = refused.message == refusals::noVerifiedAddress.message;
    if (found.hidesUsers() && (!user.enabled || noAddress))
        return true;
    return user.status == status::Unconfirmed && call->services.choices.is(choice::ForgotUnconfirmed, "pretend"_L1);
}

void sendResetCode(const Call &call, const Named &found, const idp::ForgotPasswordRequest &request,
                   const ForgotReply &reply)
{
    const PoolRecord &pool = *found.context.pool;
    const UserRecord &user = *found.user;
    const auto destination = resetDestination(found);
    if (!destination && keepsToItself(call, found, destination.error()))
        return pretendToSend(call, pool, request.username.value_or(QString()), reply);
    if (!destination)
        return reply.fail(destination.error());
    if (const auto fine = spendForgotAttempt(call, pool, subjectOf(user)); !fine)
        return reply.fail(fine.error());
    // From now on it is no pretence any more.
    call->services.store.clearAttempts(pool.rowId, subjectOf(pool, request.username.value_or(QString())), askedForCode);
    TriggerCall from{.call = call, .pool = found.context.pool, .client = found.context.client, .user = user};
    from.clientMetadata = request.clientMetadata;
    sendCode({from, *destination, purpose::Forgot, "ForgotPassword"_L1, passwordResetCodeMs},
             [reply](const Outcome<idp::CodeDeliveryDetailsType> &sent) {
                 if (!sent)
                     return reply.fail(sent.error());
                 reply(idp::ForgotPasswordResponse{.codeDeliveryDetails = *sent});
             });
}

// A handler may bring the user over from another directory.
void migrate(const Call &call, const Named &found, const idp::ForgotPasswordRequest &request, const ForgotReply &reply)
{
    TriggerCall from{.call = call, .pool = found.context.pool, .client = found.context.client};
    from.typedName = request.username.value_or(QString());
    from.clientMetadata = request.clientMetadata;
    json::Value response = json::Value::object();
    for (const QString &member : {u"userAttributes"_s, u"finalUserStatus"_s, u"messageAction"_s,
                                  u"desiredDeliveryMediums"_s, u"forceAliasCreation"_s, u"enableSMSMFA"_s})
        response.set(member, json::Value());
    fireTrigger(from, "UserMigration_ForgotPassword"_L1, {}, response,
                [call, found, name = from.typedName, reply](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return reply.fail(answered.error());
                    if (answered->value(u"userAttributes").isObject())
                        return reply.fail(notSimulated(u"the answer of a UserMigration trigger"_s));
                    if (!found.hidesUsers())
                        return reply.fail(refusal(refusals::unknownForClient));
                    pretendToSend(call, *found.context.pool, name, reply);
                });
}

void forgotPassword(const Call &call, const idp::ForgotPasswordRequest &request, const ForgotReply &reply)
{
    const auto found = named(call, request.clientId, request.username, request.secretHash);
    if (!found)
        return reply.fail(found.error());
    if (!found->user)
        return migrate(call, *found, request, reply);
    sendResetCode(call, *found, request, reply);
}

bool wasToldOfCode(const Call &call, const PoolRecord &pool, const QString &subject)
{
    const AttemptRecord asked = call->services.store.attempts(pool.rowId, subject, askedForCode);
    return asked.count > 0 && call->services.clock.nowMs() - asked.lastMs < passwordResetCodeMs;
}

// Whether the user has no code because ForgotPassword only says that it sent one, or only said so.
bool isPretended(const Call &call, const Named &found, const QString &name)
{
    const UserRecord &user = *found.user;
    if (!user.enabled)
        return found.hidesUsers();
    const auto code = call->services.store.code(user.rowId, purpose::Forgot);
    if (code && code->expiresMs > call->services.clock.nowMs())
        return false;
    const auto destination = resetDestination(found);
    if (!destination && keepsToItself(call, found, destination.error()))
        return true;
    const PoolRecord &pool = *found.context.pool;
    return wasToldOfCode(call, pool, subjectOf(pool, name));
}

// What those hear who were only said to have been sent a code, or would be. All of it is counted by the name, so that
// nobody can tell from the limit whether a user stands behind it.
ServiceError refusePretended(const Call &call, const Named &found, const QString &name)
{
    const PoolRecord &pool = *found.context.pool;
    const QString subject = subjectOf(pool, name);
    if (const auto fine = spendForgotAttempt(call, pool, subject); !fine)
        return fine.error();
    return refusal(wasToldOfCode(call, pool, subject) ? refusals::codeMismatch : refusals::codeExpired);
}

// What must hold before and after the arithmetic. A password that an administrator gave the user after the code was sent
// is not replaced by means of it; only who has the code hears that.
Outcome<CodeRecord> checkReset(const Call &call, const UserRecord &user, const QString &code)
{
    if (!user.enabled)
        return refuse(refusals::disabled);
    auto sent = checkCode(call, user, purpose::Forgot, code);
    if (sent && isOutsideReset(user))
        return refuse(refusals::cannotReset);
    return sent;
}

Outcome<UserRecord> storeReset(const Call &call, const PoolUser &before, const QString &given,
                               const crypto::SrpVerifier &verifier)
{
    auto now = again(call, before);
    if (!now)
        return refuse(refusals::unknownForClient);
    const auto code = checkReset(call, now->user, given);
    if (!code)
        return tl::unexpected(code.error());
    UserRecord &user = now->user;
    const bool confirms = call->services.choices.is(choice::ResetConfirms, "yes"_L1);
    Store::Unit unit(call->services.store);
    if (user.status == status::ResetRequired || (user.status == status::Unconfirmed && confirms)) {
        if (const auto fine = changeStatus(call, *now->pool, user, status::Confirmed); !fine)
            return tl::unexpected(fine.error());
    }
    replacePassword(call, *now->pool, user, verifier, {});
    call->services.store.useCode(*code, call->services.clock.nowMs());
    call->services.store.clearAttempts(now->pool->rowId, subjectOf(user), passwordAttempts);
    saveUser(call, *now->pool, user);
    unit.commit();
    call->services.mailbox.announce();
    return user;
}

void confirmReset(const Call &call, const Named &found, const idp::ConfirmForgotPasswordRequest &request,
                  const ConfirmReply &reply)
{
    const QString given = request.confirmationCode.value_or(QString());
    const QString password = request.password.value_or(QString());
    const PoolUser before{found.context.pool, *found.user};
    if (const auto fine = spendForgotAttempt(call, *before.pool, subjectOf(before.user)); !fine)
        return reply.fail(fine.error());
    if (const auto code = checkReset(call, before.user, given); !code)
        return reply.fail(code.error());
    // That the code is judged first is inferred; a password that is refused does not use it up.
    if (const auto fine = checkPasswordPolicy(effectivePolicy(before.pool->settings.policies), password); !fine)
        return reply.fail(fine.error());
    withUnusedPassword(call, *before.pool, before.user, password,
                       [call, before, given, request, found, reply](const Outcome<crypto::SrpVerifier> &verifier) {
                           if (!verifier)
                               return reply.fail(verifier.error());
                           const auto user = storeReset(call, before, given, *verifier);
                           if (!user)
                               return reply.fail(user.error());
                           TriggerCall from{
                               .call = call, .pool = before.pool, .client = found.context.client, .user = *user};
                           from.clientMetadata = request.clientMetadata;
                           fireTrigger(from, "PostConfirmation_ConfirmForgotPassword"_L1, {}, json::Value::object(),
                                       [reply](const Outcome<json::Value> &done) {
                                           if (!done)
                                               return reply.fail(done.error());
                                           reply(idp::ConfirmForgotPasswordResponse{});
                                       });
                       });
}

void confirmForgotPassword(const Call &call, const idp::ConfirmForgotPasswordRequest &request,
                           const ConfirmReply &reply)
{
    const auto found = named(call, request.clientId, request.username, request.secretHash);
    if (!found)
        return reply.fail(found.error());
    if (!found->user && !found->hidesUsers())
        return reply.fail(refusal(refusals::unknownForClient));
    const QString name = request.username.value_or(QString());
    if (!found->user || isPretended(call, *found, name))
        return reply.fail(refusePretended(call, *found, name));
    confirmReset(call, *found, request, reply);
}

} // namespace

void registerPasswordReset(Registry &registry)
{
    registry.add<idp::ForgotPasswordRequest>(
        {.members = names({"ClientId", "SecretHash", "Username", "ClientMetadata"})}, forgotPassword);
    registry.add<idp::ConfirmForgotPasswordRequest>(
        {.members = names({"ClientId", "SecretHash", "Username", "ConfirmationCode", "Password", "ClientMetadata"})},
        confirmForgotPassword);
}

} // namespace poolscope::sandbox
