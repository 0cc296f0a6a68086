#include "sandbox/operations/operations.h"

#include "sandbox/operations/accesstoken.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/passwords.h"
#include "sandbox/rules/passwordpolicy.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

using ChangeReply = ReplyTo<idp::ChangePasswordResponse>;

// One ChangePassword between its steps.
struct Changing
{
    Call call;
    QString proposed;
    ChangeReply reply;
    PoolUser before;

    void fail(const ServiceError &error) const { reply.fail(error); }
};
using ChangeRun = std::shared_ptr<Changing>;

void getUser(const Call &call, const idp::GetUserRequest &request, const ReplyTo<idp::GetUserResponse> &reply)
{
    withAccessToken(call, request.accessToken, [reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        reply(idp::GetUserResponse{.username = token->user.username,
                                   .userAttributes =
                                       toAttributeTypes(token->user, token->client->settings.readAttributes)});
    });
}

void deleteUser(const Call &call, const idp::DeleteUserRequest &request, const ReplyTo<idp::DeleteUserResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        {
            Store::Unit unit(call->services.store);
            call->services.store.deleteUser(token->user);
            unit.commit();
        }
        call->services.mailbox.announce();
        reply(idp::DeleteUserResponse{});
    });
}

Outcome<void> checkProposed(const Changing &run)
{
    return checkPasswordPolicy(effectivePolicy(run.before.pool->settings.policies), run.proposed);
}

// Access tokens stay good: nothing documents that they end with the password.
void storeNewPassword(const ChangeRun &run, const crypto::SrpVerifier &verifier)
{
    auto now = again(run->call, run->before);
    if (!now)
        return run->fail(now.error());
    if (now->user.verifierHex != run->before.user.verifierHex) // changed meanwhile: the former one was compared
        return run->fail(refusal(refusals::wrongPassword));
    Store::Unit unit(run->call->services.store);
    replacePassword(run->call, *now->pool, now->user, verifier, {});
    saveUser(run->call, *now->pool, now->user);
    unit.commit();
    run->call->services.mailbox.announce();
    run->reply(idp::ChangePasswordResponse{});
}

void changeTo(const ChangeRun &run)
{
    if (const auto fine = checkProposed(*run); !fine)
        return run->fail(fine.error());
    withUnusedPassword(run->call, *run->before.pool, run->before.user, run->proposed,
                       [run](const Outcome<crypto::SrpVerifier> &verifier) {
                           if (!verifier)
                               return run->fail(verifier.error());
                           storeNewPassword(run, *verifier);
                       });
}

void checkPrevious(const ChangeRun &run, const std::optional<QString> &previous)
{
    const UserRecord &user = run->before.user;
    const Choices &choices = run->call->services.choices;
    if (choices.is(choice::ChangePasswordOrder, "policy-first"_L1)) {
        if (const auto fine = checkProposed(*run); !fine)
            return run->fail(fine.error());
    }
    const bool given = previous && !previous->isEmpty();
    if (!given && user.verifierHex.isEmpty()) // who never had a password
        return changeTo(run);
    if (!given && choices.is(choice::ChangeWithoutPrevious, "missing-parameter"_L1))
        return run->fail(refusal(refusals::missingParameter, u"PreviousPassword"_s));
    if (!given)
        return run->fail(refusal(refusals::wrongPassword));
    comparePassword(run->call, *run->before.pool, user, *previous, [run](bool right) {
        if (!right)
            return run->fail(refusal(refusals::wrongPassword));
        changeTo(run);
    });
}

void changePassword(const Call &call, const idp::ChangePasswordRequest &request, const ChangeReply &reply)
{
    withAccessToken(call, request.accessToken, [call, request, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        const auto run = std::make_shared<Changing>(
            Changing{call, request.proposedPassword.value_or(QString()), reply, {token->pool, token->user}});
        if (const auto fine = spendAttempt(call, *token->pool, subjectOf(token->user), Attempt::ChangePassword); !fine)
            return run->fail(fine.error());
        checkPrevious(run, request.previousPassword);
    });
}

} // namespace

void registerOwnAccount(Registry &registry)
{
    registry.add<idp::GetUserRequest>({.members = names({"AccessToken"})}, getUser);
    registry.add<idp::ChangePasswordRequest>(
        {.members = names({"PreviousPassword", "ProposedPassword", "AccessToken"})}, changePassword);
    registry.add<idp::DeleteUserRequest>({.members = names({"AccessToken"})}, deleteUser);
}

} // namespace poolscope::sandbox
