#include "sandbox/operations/signin.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// A refresh token of another client is as bad as an unknown one.
Outcome<GrantRecord> validGrant(const SignIn &run, const QString &token)
{
    const auto known = run.call->services.store.grantByRefreshToken(token);
    if (!known || known->clientRowId != run.context.client->rowId)
        return refuse(refusals::refreshTokenInvalid);
    if (known->revokedMs)
        return refuse(refusals::refreshTokenRevoked);
    if (known->expiresMs <= run.call->services.clock.nowMs())
        return refuse(refusals::refreshTokenExpired);
    return *known;
}

void giveTokens(const SignInPtr &run, const QString &token)
{
    // The trigger took its time: the token may have been revoked and the user changed.
    const auto grant = validGrant(*run, token);
    if (!grant)
        return run->fail(grant.error());
    const auto context = clientOf(run->call, run->context.client->id);
    const auto user = run->call->services.store.user(grant->userRowId);
    if (!context || !user)
        return run->fail(refusals::refreshTokenInvalid);
    run->context = *context;
    run->user = *user;
    answerWithTokens(run, *grant, {});
}

} // namespace

void refreshTokens(const SignInPtr &run)
{
    const auto token = required(*run, "REFRESH_TOKEN"_L1);
    if (!token)
        return run->fail(token.error());
    const bool hashMissing = !run->context.client->secrets.isEmpty() && !run->parameters.contains(u"SECRET_HASH"_s);
    if (hashMissing)
        return run->fail(refusals::secretMissing, run->context.client->id);
    const auto grant = validGrant(*run, *token);
    if (!grant)
        return run->fail(grant.error());
    const auto user = run->call->services.store.user(grant->userRowId);
    if (!user)
        return run->fail(refusals::refreshTokenInvalid);
    run->user = *user;
    // There is no USERNAME here: the internal user name is hashed.
    if (const auto fine = checkSecretHash(*run, user->username); !fine)
        return run->fail(fine.error());
    if (!user->enabled)
        return run->fail(refusals::disabled);
    preTokenGeneration(run, "TokenGeneration_RefreshTokens"_L1, [run, token = *token] { giveTokens(run, token); });
}

} // namespace poolscope::sandbox
