#include "sandbox/operations/signin.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/operations.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// A token that rotation replaced is good for the grace period that the client has now, and not again when the clock is
// moved to before that.
bool isReplaced(const SignIn &run, const RefreshTokenRecord &token)
{
    const qint64 nowMs = run.call->services.clock.nowMs();
    if (!token.replacedMs)
        return false;
    return nowMs < *token.replacedMs || nowMs >= *token.replacedMs + refreshGraceMs(run.context.client->settings);
}

// A refresh token of another client is as bad as an unknown one.
Outcome<RefreshTokenRecord> knownToken(const SignIn &run, const QString &token)
{
    auto known = run.call->services.store.refreshToken(token);
    if (!known || known->grant.clientRowId != run.context.client->rowId)
        return refuse(refusals::refreshTokenInvalid);
    return *known;
}

Outcome<GrantRecord> validGrant(const SignIn &run, const QString &token)
{
    const auto known = knownToken(run, token);
    if (!known)
        return tl::unexpected(known.error());
    if (known->grant.revokedMs)
        return refuse(refusals::refreshTokenRevoked);
    if (known->grant.expiresMs <= run.call->services.clock.nowMs())
        return refuse(refusals::refreshTokenExpired);
    if (isReplaced(run, *known)) // InitiateAuth knows no other exception for it
        return refuse(run.rotates ? refusals::refreshTokenReused : refusals::refreshTokenInvalid);
    return known->grant;
}

Outcome<UserRecord> userOf(const SignIn &run, const QString &token)
{
    const auto known = knownToken(run, token);
    if (!known)
        return tl::unexpected(known.error());
    const auto user = run.call->services.store.user(known->grant.userRowId);
    if (!user)
        return refuse(refusals::refreshTokenInvalid);
    return *user;
}

Outcome<GrantRecord> checkToken(const SignIn &run, const QString &token)
{
    const Services &services = run.call->services;
    const bool disabledFirst = services.choices.is(choice::DisabledToken, "disabled"_L1);
    if (disabledFirst && !run.user.enabled)
        return refuse(refusals::disabled);
    const auto grant = validGrant(run, token);
    if (grant && !run.user.enabled)
        return refuse(refusals::disabled);
    const bool reused = !grant && grant.error().code == refusals::refreshTokenReused.exception;
    if (reused && services.choices.is(choice::ReusedToken, "revoke"_L1)) {
        Store::Unit unit(services.store);
        services.store.revokeGrant(knownToken(run, token)->grant.rowId, services.clock.nowMs());
        unit.commit();
    }
    return grant;
}

// The next refresh token; the sign-in ends when it would have ended.
QString rotate(const SignIn &run, const GrantRecord &grant, const QString &token)
{
    const Services &services = run.call->services;
    const qint64 nowMs = services.clock.nowMs();
    const QString next = newRefreshToken(services);
    Store::Unit unit(services.store);
    services.store.markRefreshTokenReplaced(token, nowMs);
    services.store.addRefreshToken(grant.rowId, next, nowMs);
    unit.commit();
    return next;
}

void giveTokens(const SignInPtr &run, const QString &token)
{
    // The trigger took its time: the token may have been revoked or used and the user changed.
    const auto context = clientOf(run->call, run->context.client->id);
    if (!context)
        return run->fail(refusals::refreshTokenInvalid);
    run->context = *context;
    const auto user = userOf(*run, token);
    if (!user)
        return run->fail(user.error());
    run->user = *user;
    const auto grant = checkToken(*run, token);
    if (!grant)
        return run->fail(grant.error());
    const bool rotates = run->rotates && rotatesRefreshTokens(run->context.client->settings);
    answerWithTokens(run, *grant, rotates ? rotate(*run, *grant, token) : QString());
}

void refresh(const SignInPtr &run, const QString &token, QLatin1StringView source)
{
    if (const auto grant = checkToken(*run, token); !grant)
        return run->fail(grant.error());
    preTokenGeneration(run, source, [run, token] { giveTokens(run, token); });
}

// What the service says of a wrong ClientSecret is not known: in the words of the secret hash.
Outcome<void> checkClientSecret(const ClientRecord &client, const std::optional<QString> &given, GoodSecrets good)
{
    if (holdsSecret(client, given, good))
        return {};
    if (client.secrets.isEmpty())
        return refuse(refusals::secretUnexpected, client.id);
    return refuse(given ? refusals::secretWrong : refusals::secretMissing, client.id);
}

void getTokens(const Call &call, const idp::GetTokensFromRefreshTokenRequest &request,
               const ReplyTo<idp::GetTokensFromRefreshTokenResponse> &reply)
{
    const auto context = clientOf(call, request.clientId);
    if (!context)
        return reply.fail(context.error());
    const GoodSecrets good = goodSecrets(call->services);
    if (const auto fine = checkClientSecret(*context->client, request.clientSecret, good); !fine)
        return reply.fail(fine.error());
    const bool needsRotation = call->services.choices.is(choice::TokensWithoutRotation, "refuse"_L1);
    if (needsRotation && !rotatesRefreshTokens(context->client->settings))
        return reply.fail(refusal(refusals::refreshTokenInvalid));
    const auto run = std::make_shared<SignIn>(SignIn{.call = call, .reply = {}, .context = *context});
    run->reply = [reply](const Outcome<AuthAnswer> &answer) {
        if (!answer)
            return reply.fail(answer.error());
        reply(idp::GetTokensFromRefreshTokenResponse{.authenticationResult = answer->result});
    };
    run->clientMetadata = request.clientMetadata;
    run->isAnswer = true; // its metadata reaches the trigger
    run->rotates = true;
    const QString token = request.refreshToken.value_or(QString());
    const auto user = userOf(*run, token);
    if (!user)
        return run->fail(user.error());
    run->user = *user;
    const bool plain = call->services.choices.is(choice::RotationTrigger, "refresh-tokens"_L1);
    refresh(run, token, plain ? "TokenGeneration_RefreshTokens"_L1 : "TokenGeneration_Authentication"_L1);
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
    if (rotatesRefreshTokens(run->context.client->settings)) // the text is what programs were seen to get
        return run->fail(refusals::refreshTokenInvalid);
    const auto user = userOf(*run, *token);
    if (!user)
        return run->fail(user.error());
    run->user = *user;
    // There is no USERNAME here: the internal user name is hashed.
    if (const auto fine = checkSecretHash(*run, user->username); !fine)
        return run->fail(fine.error());
    refresh(run, *token, "TokenGeneration_RefreshTokens"_L1);
}

void registerRefreshTokens(Registry &registry)
{
    registry.add<idp::GetTokensFromRefreshTokenRequest>(
        {.members = names({"RefreshToken", "ClientId", "ClientSecret", "ClientMetadata"})}, getTokens);
}

} // namespace poolscope::sandbox
