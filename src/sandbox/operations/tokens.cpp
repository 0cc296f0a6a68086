#include "sandbox/operations/operations.h"

#include "sandbox/operations/accesstoken.h"
#include "sandbox/operations/choicenames.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

void globalSignOut(const Call &call, const idp::GlobalSignOutRequest &request,
                   const ReplyTo<idp::GlobalSignOutResponse> &reply)
{
    withAccessToken(call, request.accessToken, [call, reply](const Outcome<TokenUser> &token) {
        if (!token)
            return reply.fail(token.error());
        UserRecord user = token->user;
        Store::Unit unit(call->services.store);
        endSignIns(call, user);
        call->services.store.saveUser(user);
        unit.commit();
        reply(idp::GlobalSignOutResponse{});
    });
}

// The texts of these errors are recalled; only their names are documented.
void revokeToken(const Call &call, const idp::RevokeTokenRequest &request,
                 const ReplyTo<idp::RevokeTokenResponse> &reply)
{
    if (request.revokeAssociatedSessions.value_or(u"NONE"_s) != u"NONE"_s)
        return reply.fail(notSimulated(u"RevokeAssociatedSessions %1"_s.arg(*request.revokeAssociatedSessions)));
    const auto context = clientOf(call, request.clientId);
    if (!context)
        return reply.fail(context.error());
    if (!holdsSecret(*context->client, request.clientSecret, goodSecrets(call->services)))
        return reply.fail(refusal(refusals::revokeUnauthorized));
    if (!revokesTokens(context->client->settings))
        return reply.fail(refusal(refusals::revocationOff));
    const QString token = request.token.value_or(QString());
    if (token.count(u'.') == 2) // an ID or access token
        return reply.fail(refusal(refusals::tokenTypeUnsupported));
    Store &store = call->services.store;
    const auto known = store.refreshToken(token);
    if (!known && call->services.choices.is(choice::RevokeUnknown, "refuse"_L1))
        return reply.fail(refusal(refusals::refreshTokenUnknown));
    if (known && known->grant.clientRowId != context->client->rowId)
        return reply.fail(refusal(refusals::revokeUnauthorized));
    if (known) {
        Store::Unit unit(store);
        store.revokeGrant(known->grant.rowId, call->services.clock.nowMs());
        unit.commit();
    }
    reply(idp::RevokeTokenResponse{});
}

} // namespace

void registerTokens(Registry &registry)
{
    registry.add<idp::GlobalSignOutRequest>({.members = names({"AccessToken"})}, globalSignOut);
    registry.add<idp::RevokeTokenRequest>(
        {.members = names({"Token", "ClientId", "ClientSecret", "RevokeAssociatedSessions"})}, revokeToken);
}

} // namespace poolscope::sandbox
