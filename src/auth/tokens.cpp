#include "auth/tokens.h"

#include "tokens/jwt.h"

namespace poolscope::auth {

namespace {

json::Value payloadOf(const QString &token)
{
    const auto jwt = tokens::parseJwt(token.toUtf8());
    return jwt ? jwt->payload.root : json::Value();
}

qint64 expiryOf(const QString &accessToken, const idp::AuthenticationResultType &result, qint64 nowMs)
{
    if (const auto exp = payloadOf(accessToken).value(u"exp").toDouble(); exp && *exp > 0 && *exp < 1e12)
        return qint64(*exp * 1000);
    return result.expiresIn ? nowMs + *result.expiresIn * 1000 : 0;
}

} // namespace

Tokens tokensFrom(const idp::AuthenticationResultType &result, const Tokens &before, qint64 nowMs)
{
    Tokens tokens = before;
    tokens.accessToken = result.accessToken.value_or(QString());
    tokens.idToken = result.idToken.value_or(QString());
    tokens.tokenType = result.tokenType.value_or(QString());
    if (result.refreshToken && !result.refreshToken->isEmpty())
        tokens.refreshToken = *result.refreshToken;
    if (result.newDeviceMetadata) {
        tokens.deviceKey = result.newDeviceMetadata->deviceKey.value_or(QString());
        tokens.deviceGroupKey = result.newDeviceMetadata->deviceGroupKey.value_or(QString());
    }
    tokens.receivedAtMs = nowMs;
    tokens.accessExpiresAtMs = expiryOf(tokens.accessToken, result, nowMs);
    return tokens;
}

QString usernameIn(const Tokens &tokens)
{
    const QString name = payloadOf(tokens.accessToken).value(u"username").toString();
    return name.isEmpty() ? payloadOf(tokens.idToken).value(u"cognito:username").toString() : name;
}

QString displayNameIn(const Tokens &tokens)
{
    const json::Value claims = payloadOf(tokens.idToken);
    for (const QStringView name : {u"email", u"preferred_username", u"phone_number"}) {
        if (const QString value = claims.value(name).toString(); !value.isEmpty())
            return value;
    }
    return {};
}

json::Value tokensToJson(const Tokens &tokens)
{
    json::Value object = json::Value::object();
    object.set(QStringLiteral("accessToken"), tokens.accessToken);
    object.set(QStringLiteral("idToken"), tokens.idToken);
    object.set(QStringLiteral("refreshToken"), tokens.refreshToken);
    object.set(QStringLiteral("tokenType"), tokens.tokenType);
    object.set(QStringLiteral("deviceKey"), tokens.deviceKey);
    object.set(QStringLiteral("deviceGroupKey"), tokens.deviceGroupKey);
    object.set(QStringLiteral("receivedAtMs"), tokens.receivedAtMs);
    object.set(QStringLiteral("accessExpiresAtMs"), tokens.accessExpiresAtMs);
    return object;
}

std::optional<Tokens> tokensFromJson(const json::Value &object)
{
    Tokens tokens{.idToken = object.value(u"idToken").toString(),
                  .accessToken = object.value(u"accessToken").toString(),
                  .refreshToken = object.value(u"refreshToken").toString(),
                  .tokenType = object.value(u"tokenType").toString(),
                  .deviceKey = object.value(u"deviceKey").toString(),
                  .deviceGroupKey = object.value(u"deviceGroupKey").toString(),
                  .receivedAtMs = object.value(u"receivedAtMs").toInteger().value_or(0),
                  .accessExpiresAtMs = object.value(u"accessExpiresAtMs").toInteger().value_or(0)};
    return tokens.accessToken.isEmpty() ? std::nullopt : std::optional(tokens);
}

} // namespace poolscope::auth
