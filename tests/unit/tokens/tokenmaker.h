#pragma once

#include "crypto/base64url.h"
#include "crypto/rsa.h"
#include "tokens/jwks.h"
#include "json/writer.h"

#include <QByteArray>
#include <QString>

namespace poolscope::testing {

inline const QString poolId = QStringLiteral("us-east-1_AbCdEfGhI");
inline const QString clientId = QStringLiteral("1example23456789");
inline const QString issuer = QStringLiteral("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI");
inline constexpr qint64 now = 1'768'480'496;

inline QByteArray encoded(QByteArrayView bytes)
{
    return crypto::encodeBase64Url(bytes);
}

inline QByteArray signedToken(const crypto::RsaKey &key, QByteArrayView header, QByteArrayView payload)
{
    const QByteArray input = encoded(header) + '.' + encoded(payload);
    return input + '.' + encoded(key.signRs256(input));
}

inline QByteArray header(QByteArrayView kid = "key1")
{
    return "{\"kid\":\"" + kid.toByteArray() + "\",\"alg\":\"RS256\"}";
}

inline json::Value idClaims()
{
    json::Value claims = json::Value::object();
    claims.set(QStringLiteral("sub"), QStringLiteral("5b1d9c0e-0001-4000-8000-000000000000"));
    claims.set(QStringLiteral("iss"), issuer);
    claims.set(QStringLiteral("aud"), clientId);
    claims.set(QStringLiteral("token_use"), QStringLiteral("id"));
    claims.set(QStringLiteral("cognito:username"), QStringLiteral("testuser"));
    claims.set(QStringLiteral("auth_time"), now - 60);
    claims.set(QStringLiteral("iat"), now - 60);
    claims.set(QStringLiteral("exp"), now + 3540);
    return claims;
}

inline json::Value accessClaims()
{
    json::Value claims = idClaims();
    claims.remove(u"aud");
    claims.remove(u"cognito:username");
    claims.set(QStringLiteral("client_id"), clientId);
    claims.set(QStringLiteral("token_use"), QStringLiteral("access"));
    claims.set(QStringLiteral("username"), QStringLiteral("testuser"));
    return claims;
}

inline QByteArray jwkText(const crypto::RsaKey &key, QByteArrayView kid, QByteArrayView more = {})
{
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + kid.toByteArray() + "\",\"e\":\"" +
           encoded(key.exponent()) + "\",\"n\":\"" + encoded(key.modulus()) + "\"" + more.toByteArray() + "}";
}

} // namespace poolscope::testing
