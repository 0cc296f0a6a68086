#include "sandbox/rules/claims.h"

#include "sandbox/rules/poolrules.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Booleans become JSON booleans, address an object and updated_at a number (the last two by choice); custom attributes are
// strings whatever their type.
json::Value claimValue(const UserAttribute &attribute, const TokenFacts &facts)
{
    if (attribute.name == attribute::EmailVerified || attribute.name == attribute::PhoneNumberVerified)
        return attribute.value.compare(u"true", Qt::CaseInsensitive) == 0;
    if (attribute.name == u"address"_s && !facts.addressAsText) {
        json::Value address = json::Value::object();
        address.set(u"formatted"_s, attribute.value);
        return address;
    }
    if (attribute.name == u"updated_at"_s && !facts.updatedAtAsText) {
        bool isInteger = false;
        const qint64 number = attribute.value.toLongLong(&isInteger);
        if (isInteger)
            return number;
    }
    return attribute.value;
}

void setWhereGiven(json::Value &claims, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        claims.set(name, value);
}

void setList(json::Value &claims, const QString &name, const QStringList &values)
{
    if (values.isEmpty())
        return;
    json::Value list = json::Value::array();
    for (const QString &value : values)
        list.append(value);
    claims.set(name, list);
}

void setTimes(json::Value &claims, const TokenFacts &facts, const QString &jti, qint64 lifetimeSeconds)
{
    claims.set(u"auth_time"_s, facts.authTimeSeconds);
    claims.set(u"exp"_s, facts.nowSeconds + lifetimeSeconds);
    claims.set(u"iat"_s, facts.nowSeconds);
    claims.set(u"jti"_s, jti);
}

} // namespace

json::Value idClaims(const TokenFacts &facts, const QString &jti, qint64 lifetimeSeconds)
{
    json::Value claims = json::Value::object();
    claims.set(u"sub"_s, facts.sub);
    for (const UserAttribute &attribute : facts.attributes)
        claims.set(attribute.name, claimValue(attribute, facts));
    setList(claims, u"cognito:groups"_s, facts.groups.groups);
    setWhereGiven(claims, u"cognito:preferred_role"_s, facts.groups.preferredRole);
    claims.set(u"iss"_s, facts.issuer);
    claims.set(u"cognito:username"_s, facts.username);
    setWhereGiven(claims, u"origin_jti"_s, facts.originJti);
    setList(claims, u"cognito:roles"_s, facts.groups.roles);
    claims.set(u"aud"_s, facts.clientId);
    setWhereGiven(claims, u"event_id"_s, facts.eventId);
    claims.set(u"token_use"_s, u"id"_s);
    setTimes(claims, facts, jti, lifetimeSeconds);
    return claims;
}

json::Value accessClaims(const TokenFacts &facts, const QString &jti, qint64 lifetimeSeconds)
{
    json::Value claims = json::Value::object();
    claims.set(u"sub"_s, facts.sub);
    setList(claims, u"cognito:groups"_s, facts.groups.groups);
    claims.set(u"iss"_s, facts.issuer);
    claims.set(u"client_id"_s, facts.clientId);
    setWhereGiven(claims, u"origin_jti"_s, facts.originJti);
    setWhereGiven(claims, u"event_id"_s, facts.eventId);
    claims.set(u"token_use"_s, u"access"_s);
    claims.set(u"scope"_s, QString(apiSignInScope));
    setTimes(claims, facts, jti, lifetimeSeconds);
    claims.set(u"username"_s, facts.username);
    return claims;
}

} // namespace poolscope::sandbox
