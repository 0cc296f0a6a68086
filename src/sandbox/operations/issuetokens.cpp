#include "sandbox/operations/signin.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/claims.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Reads pool, client and user again after a trigger; false: one of them is gone, or the user was disabled meanwhile, and
// the call has failed.
bool refresh(const SignInPtr &run)
{
    const auto context = clientOf(run->call, run->context.client->id);
    if (!context) {
        run->fail(context.error());
        return false;
    }
    const auto user = run->call->services.store.user(run->user.rowId);
    if (!user) {
        run->fail(unknownUserError(*run));
        return false;
    }
    if (!user->enabled) {
        run->fail(refusal(refusals::disabled));
        return false;
    }
    run->context = *context;
    run->user = *user;
    return true;
}

TokenFacts tokenFacts(const SignIn &run, const GrantRecord &grant)
{
    const Services &services = run.call->services;
    const auto &client = run.context.client->settings;
    TokenFacts facts;
    facts.issuer = services.tokens.issuer(run.context.pool->id);
    facts.clientId = run.context.client->id;
    facts.username = run.user.username;
    facts.sub = run.user.sub;
    for (const UserAttribute &one : run.user.attributes) {
        if (isReadable(one.name, client.readAttributes))
            facts.attributes.append(one);
    }
    facts.groups = groupClaims(services.store.groupsOf(run.user.rowId));
    facts.eventId = crypto::uuid(services.random);
    if (revokesTokens(client))
        facts.originJti = grant.originJti;
    facts.authTimeSeconds = grant.authTimeMs / 1000;
    facts.nowSeconds = services.clock.nowSeconds();
    facts.addressAsText = services.choices.is(choice::AddressClaim, "text"_L1);
    facts.updatedAtAsText = services.choices.is(choice::UpdatedAtClaim, "text"_L1);
    return facts;
}

void grantTokens(const SignInPtr &run)
{
    if (!refresh(run))
        return;
    const Services &services = run->call->services;
    const qint64 nowMs = services.clock.nowMs();
    const TokenLifetimes lifetimes = tokenLifetimes(run->context.client->settings);
    GrantRecord grant{.userRowId = run->user.rowId,
                      .clientRowId = run->context.client->rowId,
                      .originJti = crypto::uuid(services.random),
                      .authTimeMs = nowMs,
                      .expiresMs = nowMs + lifetimes.refreshSeconds * 1000,
                      .scope = apiSignInScope};
    const QString refreshToken = newRefreshToken(services);
    {
        Store::Unit unit(services.store);
        services.store.addGrant(grant);
        services.store.addRefreshToken(grant.rowId, refreshToken, nowMs);
        unit.commit();
    }
    answerWithTokens(run, grant, refreshToken);
}

json::Value listOf(const QStringList &texts)
{
    json::Value list = json::Value::array();
    for (const QString &text : texts)
        list.append(text);
    return list;
}

json::Value groupConfiguration(const SignIn &run)
{
    const GroupClaims claims = groupClaims(run.call->services.store.groupsOf(run.user.rowId));
    json::Value groups = json::Value::object();
    groups.set(u"groupsToOverride"_s, listOf(claims.groups));
    groups.set(u"iamRolesToOverride"_s, listOf(claims.roles));
    groups.set(u"preferredRole"_s, claims.preferredRole.isEmpty() ? json::Value() : json::Value(claims.preferredRole));
    return groups;
}

} // namespace

void preTokenGeneration(const SignInPtr &run, QLatin1StringView source, std::function<void()> then)
{
    json::Value extra = json::Value::object();
    extra.set(u"groupConfiguration"_s, groupConfiguration(*run));
    json::Value response = json::Value::object();
    response.set(u"claimsOverrideDetails"_s, json::Value());
    fireTrigger(run->trigger(), source, extra, response,
                [run, then = std::move(then)](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return run->fail(answered.error());
                    if (answered->value(u"claimsOverrideDetails").isObject())
                        return run->fail(notSimulated(u"claimsOverrideDetails of a PreTokenGeneration trigger"_s));
                    then();
                });
}

QString newRefreshToken(const Services &services)
{
    const bool opaque = services.choices.is(choice::RefreshTokenForm, "opaque"_L1);
    return makeRefreshToken(services.random, opaque ? RefreshTokenForm::Opaque : RefreshTokenForm::Encrypted);
}

void answerWithTokens(const SignInPtr &run, const GrantRecord &grant, const QString &refreshToken)
{
    const Services &services = run->call->services;
    const TokenLifetimes lifetimes = tokenLifetimes(run->context.client->settings);
    const TokenFacts facts = tokenFacts(*run, grant);
    const json::Value id = idClaims(facts, crypto::uuid(services.random), lifetimes.idSeconds);
    const json::Value access = accessClaims(facts, crypto::uuid(services.random), lifetimes.accessSeconds);
    const bool typed = services.choices.is(choice::TokenType, "present"_L1);
    services.tokens.sign(
        run->context.pool, id, access,
        [run, refreshToken, lifetimes](const Outcome<SignedTokens> &made) {
            if (!made)
                return run->fail(made.error());
            idp::AuthenticationResultType result;
            result.accessToken = made->accessToken;
            result.expiresIn = lifetimes.accessSeconds;
            result.tokenType = u"Bearer"_s;
            if (!refreshToken.isEmpty())
                result.refreshToken = refreshToken;
            result.idToken = made->idToken;
            AuthAnswer answer;
            answer.result = result;
            run->reply(answer);
        },
        typed ? TypeHeader::Present : TypeHeader::Absent);
}

void issueTokens(const SignInPtr &run, QLatin1StringView source)
{
    fireTrigger(run->trigger(), "PostAuthentication_Authentication"_L1, {}, json::Value::object(),
                [run, source](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return run->fail(answered.error());
                    if (refresh(run))
                        preTokenGeneration(run, source, [run] { grantTokens(run); });
                });
}

} // namespace poolscope::sandbox
