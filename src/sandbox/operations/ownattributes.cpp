#include "sandbox/operations/operations.h"

#include "sandbox/operations/accesstoken.h"
#include "sandbox/operations/aliases.h"
#include "sandbox/operations/attributes.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

TriggerCall triggerOf(const Call &call, const TokenUser &token,
                      const std::optional<QMap<QString, QString>> &clientMetadata)
{
    TriggerCall from{.call = call, .pool = token.pool, .client = token.client, .user = token.user};
    from.clientMetadata = clientMetadata;
    return from;
}

void updateOwnAttributes(const Call &call, const idp::UpdateUserAttributesRequest &request,
                         const ReplyTo<idp::UpdateUserAttributesResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, request, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        const auto change = withAttributes(token->pool->settings, token->user,
                                           fromAttributeTypes(request.userAttributes), writeRules(call, token->client));
        if (!change)
            return reply.fail(change.error());
        storeAttributes(triggerOf(call, *token, request.clientMetadata), *change,
                        [reply](const Outcome<QList<idp::CodeDeliveryDetailsType>> &sent) {
                            if (!sent)
                                return reply.fail(sent.error());
                            reply(idp::UpdateUserAttributesResponse{.codeDeliveryDetailsList = *sent});
                        });
    });
}

void deleteOwnAttributes(const Call &call, const idp::DeleteUserAttributesRequest &request,
                         const ReplyTo<idp::DeleteUserAttributesResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, request, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        const auto change =
            withoutAttributes(token->pool->settings, token->user, request.userAttributeNames.value_or(QStringList{}),
                              writeRules(call, token->client));
        if (!change)
            return reply.fail(change.error());
        storeAttributes(triggerOf(call, *token, {}), *change,
                        [reply](const Outcome<QList<idp::CodeDeliveryDetailsType>> &done) {
                            if (!done)
                                return reply.fail(done.error());
                            reply(idp::DeleteUserAttributesResponse{});
                        });
    });
}

// The address that is waiting for its code, else the one that the user has.
Outcome<Destination> addressToVerify(const Call &call, const UserRecord &user, const QString &name)
{
    if (name != attribute::Email && name != attribute::PhoneNumber)
        return refuse(refusals::notVerifiable, name);
    const auto code = call->services.store.code(user.rowId, purpose::verify(name));
    if (code && call->services.choices.is(choice::PendingResend, "pending"_L1))
        return destinationOf(name, code->destination);
    const auto value = user.attribute(name);
    if (!value || value->isEmpty())
        return refuse(refusals::nothingToVerify, name);
    return destinationOf(name, *value);
}

void sendVerification(const Call &call, const TokenUser &token,
                      const idp::GetUserAttributeVerificationCodeRequest &request,
                      const ReplyTo<idp::GetUserAttributeVerificationCodeResponse> &reply)
{
    const auto destination = addressToVerify(call, token.user, request.attributeName.value_or(QString()));
    if (!destination)
        return reply.fail(destination.error());
    if (const auto fine = spendAttempt(call, *token.pool, subjectOf(token.user), Attempt::VerificationCode); !fine)
        return reply.fail(fine.error());
    sendVerificationCodes(triggerOf(call, token, request.clientMetadata), {*destination}, "VerifyUserAttribute"_L1,
                          [reply](const Outcome<QList<idp::CodeDeliveryDetailsType>> &sent) {
                              if (!sent)
                                  return reply.fail(sent.error());
                              reply(
                                  idp::GetUserAttributeVerificationCodeResponse{.codeDeliveryDetails = sent->first()});
                          });
}

void getVerificationCode(const Call &call, const idp::GetUserAttributeVerificationCodeRequest &request,
                         const ReplyTo<idp::GetUserAttributeVerificationCodeResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, request, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        sendVerification(call, *token, request, reply);
    });
}

// The code proves the address that it was sent to, which becomes the user's if it was only waiting.
Outcome<void> verifyAddress(const Call &call, const TokenUser &token, const QString &name, const QString &given)
{
    const PoolRecord &pool = *token.pool;
    UserRecord user = token.user;
    if (name != attribute::Email && name != attribute::PhoneNumber)
        return refuse(refusals::notVerifiable, name);
    if (const auto fine = spendAttempt(call, pool, subjectOf(user), Attempt::VerifyAttribute); !fine)
        return fine;
    const auto code = checkCode(call, user, purpose::verify(name), given);
    if (!code)
        return tl::unexpected(code.error());
    user.setAttribute(name, code->destination);
    user.setAttribute(verifiedFlag(name), u"true"_s);
    if (const auto fine = checkAliases(call, pool, user); !fine)
        return fine;
    Store::Unit unit(call->services.store);
    call->services.store.useCode(*code, call->services.clock.nowMs());
    saveUser(call, pool, user);
    unit.commit();
    call->services.mailbox.announce();
    return {};
}

void verifyAttribute(const Call &call, const idp::VerifyUserAttributeRequest &request,
                     const ReplyTo<idp::VerifyUserAttributeResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, request, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        const auto fine =
            verifyAddress(call, *token, request.attributeName.value_or(QString()), request.code.value_or(QString()));
        if (!fine)
            return reply.fail(fine.error());
        reply(idp::VerifyUserAttributeResponse{});
    });
}

} // namespace

void registerOwnAttributes(Registry &registry)
{
    registry.add<idp::UpdateUserAttributesRequest>(
        {.members = names({"UserAttributes", "AccessToken", "ClientMetadata"})}, updateOwnAttributes);
    registry.add<idp::DeleteUserAttributesRequest>({.members = names({"UserAttributeNames", "AccessToken"})},
                                                   deleteOwnAttributes);
    registry.add<idp::GetUserAttributeVerificationCodeRequest>(
        {.members = names({"AccessToken", "AttributeName", "ClientMetadata"})}, getVerificationCode);
    registry.add<idp::VerifyUserAttributeRequest>({.members = names({"AccessToken", "AttributeName", "Code"})},
                                                  verifyAttribute);
}

} // namespace poolscope::sandbox
