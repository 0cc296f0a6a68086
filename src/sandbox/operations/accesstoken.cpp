#include "sandbox/operations/accesstoken.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/rules/claims.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Tokens of clients without EnableTokenRevocation have no origin_jti: only signing out everywhere ends them. What was
// issued no later than that, by its own time, stands on whether the sign-in it came from has ended: times are whole
// seconds, and a clock that was moved back issues tokens dated before a sign-out that lies behind them.
bool isRevoked(const Call &call, const UserRecord &user, const ClientRecord &client, const json::Value &claims)
{
    Store &store = call->services.store;
    const QString originJti = claims.value(u"origin_jti").toString();
    if (originJti.isEmpty()) {
        const qint64 issued = claims.value(u"iat").toInteger().value_or(0);
        return issued <= user.signedOutMs / 1000 &&
               !store.hasLiveGrant(user.rowId, client.rowId, claims.value(u"auth_time").toInteger().value_or(0));
    }
    // A sign-in that is not on record any more cannot be vouched for.
    const auto grant = store.grantByOriginJti(originJti);
    return !grant || grant->revokedMs;
}

Outcome<TokenUser> judged(const Call &call, const AccessTokenFacts &facts)
{
    const json::Value &claims = facts.claims;
    if (claims.value(u"exp").toInteger().value_or(0) <= call->services.clock.nowSeconds())
        return refuse(refusals::accessTokenExpired);
    Store &store = call->services.store;
    const ClientPtr client = store.client(claims.value(u"client_id").toString());
    if (!client || client->poolRowId != facts.pool->rowId)
        return refuse(refusals::unknownClient, claims.value(u"client_id").toString());
    const auto user = store.findUser(facts.pool->rowId, NameKind::Sub, claims.value(u"sub").toString());
    if (!user)
        return refuse(refusals::unknownUser);
    const bool disabledFirst = call->services.choices.is(choice::DisabledToken, "disabled"_L1);
    if (disabledFirst && !user->enabled)
        return refuse(refusals::disabled);
    if (isRevoked(call, *user, *client, claims))
        return refuse(refusals::accessTokenRevoked);
    const QStringList scopes = claims.value(u"scope").toString().split(u' ');
    if (!scopes.contains(apiSignInScope))
        return refuse(refusals::accessTokenScopes);
    if (!user->enabled)
        return refuse(refusals::disabled);
    if (call->services.choices.is(choice::TokenStatus, "yes"_L1)) {
        if (user->status == status::ResetRequired)
            return refuse(refusals::resetRequired);
        if (user->status == status::Unconfirmed)
            return refuse(refusals::notConfirmed);
    }
    return TokenUser{facts.pool, client, *user, claims};
}

} // namespace

void endSignIns(const Call &call, UserRecord &user)
{
    user.signedOutMs = call->services.clock.nowMs();
    call->services.store.revokeGrantsOf(user.rowId, user.signedOutMs);
}

void withAccessToken(const Call &call, const std::optional<QString> &token, Then<TokenUser> then)
{
    call->services.tokens.readAccessToken(token.value_or(QString()),
                                          [call, then = std::move(then)](const Outcome<AccessTokenFacts> &facts) {
                                              if (!facts)
                                                  return then(tl::unexpected(facts.error()));
                                              then(judged(call, *facts));
                                          });
}

} // namespace poolscope::sandbox
