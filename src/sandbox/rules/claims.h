#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/groups.h"
#include "json/value.h"

// The claims of ID and access tokens that an API sign-in gives. Pure.
namespace poolscope::sandbox {

struct TokenFacts
{
    QString issuer;
    QString clientId;
    QString username;
    QString sub;
    QList<UserAttribute> attributes; // those that the client may read, without sub
    GroupClaims groups;
    QString eventId;            // empty: left out
    QString originJti;          // empty: left out (EnableTokenRevocation off)
    qint64 authTimeSeconds = 0; // survives a refresh
    qint64 nowSeconds = 0;
    bool addressAsText = false;   // otherwise an object
    bool updatedAtAsText = false; // otherwise a number
};

inline constexpr QLatin1StringView apiSignInScope("aws.cognito.signin.user.admin");

json::Value idClaims(const TokenFacts &facts, const QString &jti, qint64 lifetimeSeconds);
json::Value accessClaims(const TokenFacts &facts, const QString &jti, qint64 lifetimeSeconds);

} // namespace poolscope::sandbox
