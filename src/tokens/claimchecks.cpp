#include "tokens/claimchecks.h"

#include "tokens/relativetime.h"
#include "tokens/verdicttext.h"

#include <algorithm>
#include <cmath>

namespace poolscope::tokens {

namespace {

using Id = Check::Id;

constexpr double earliestDate = -62167219200.0; // year 0
constexpr double latestDate = 253402300799.0;   // end of year 9999

Check issuer(const Jwt &jwt, const Expectations &expected)
{
    if (expected.issuers.isEmpty())
        return notChecked(Id::Issuer, "NotAsked", VerdictText::tr("No pool is known to compare it with."));
    const json::Value issuer = jwt.payload.root.value(u"iss");
    if (!issuer.isString())
        return failed(Id::Issuer, "IssuerMissing", VerdictText::tr("The token does not say who issued it (iss)."));
    if (expected.issuers.contains(issuer.toString()))
        return passed(Id::Issuer, issuer.toString());
    return failed(Id::Issuer, "IssuerWrong",
                  VerdictText::tr("Issued by %1; expected is %2.")
                      .arg(issuer.toString().left(300), expected.issuers.join(VerdictText::tr(" or "))));
}

Check audience(const Jwt &jwt, const Expectations &expected)
{
    const QString use = jwt.tokenUse();
    const bool access = use == u"access";
    const QString name = access ? QStringLiteral("client_id") : QStringLiteral("aud");
    if (expected.clientId.isEmpty())
        return notChecked(Id::Audience, "NotAsked",
                          VerdictText::tr("No app client is known to compare %1 with.").arg(name));
    if (!access && use != u"id")
        return notChecked(Id::Audience, "NoTokenUse",
                          VerdictText::tr("Not checked, because the token's use is not known."));
    const json::Value found = jwt.payload.root.value(name);
    if (!found.isString() && (access || !found.isArray()))
        return failed(Id::Audience, "AudienceMissing",
                      VerdictText::tr("The token does not name an app client (%1).").arg(name));
    const bool matches = found.isString() ? found.toString() == expected.clientId
                                          : found.elements().contains(json::Value(expected.clientId));
    if (matches)
        return passed(Id::Audience, QStringLiteral("%1: %2").arg(name, expected.clientId));
    return failed(
        Id::Audience, "AudienceWrong",
        VerdictText::tr("The token is for another app client: %1 is %2, expected is %3.")
            .arg(name, found.isString() ? found.toString().left(300) : VerdictText::tr("a list"), expected.clientId));
}

Check tokenUse(const Jwt &jwt, const Expectations &expected)
{
    const QString use = jwt.tokenUse();
    if (use != u"id" && use != u"access")
        return failed(
            Id::TokenUse, "TokenUseUnknown",
            VerdictText::tr("token_use is neither \"id\" nor \"access\", so this is no token of a user pool."));
    if (!expected.tokenUse.isEmpty() && use != expected.tokenUse)
        return failed(Id::TokenUse, "TokenUseWrong",
                      VerdictText::tr("token_use is \"%1\", expected is \"%2\".").arg(use, expected.tokenUse));
    return passed(Id::TokenUse, use == u"id" ? VerdictText::tr("An ID token.") : VerdictText::tr("An access token."));
}

Check expiry(const Jwt &jwt, const Expectations &expected)
{
    const json::Value member = jwt.payload.root.value(u"exp");
    if (!jwt.payload.root.contains(u"exp"))
        return failed(Id::Expiry, "ExpiryMissing", VerdictText::tr("The token does not say when it expires (exp)."));
    if (!member.isNumber())
        return failed(Id::Expiry, "ExpiryNotANumber", VerdictText::tr("The expiry (exp) is not a number."));
    const auto date = numericDate(member);
    if (!date)
        return failed(Id::Expiry, "ExpiryOutOfRange",
                      VerdictText::tr("The expiry (exp) is not a date between the years 0 and 9999."));
    const double left = *date - static_cast<double>(expected.nowSeconds);
    const QString when = relativeTime(static_cast<qint64>(std::floor(left)));
    // RFC 7519 section 4.1.4: not accepted on or after it.
    if (left + static_cast<double>(expected.leewaySeconds) <= 0)
        return failed(Id::Expiry, "Expired", VerdictText::tr("Expired %1.").arg(when));
    return passed(Id::Expiry, VerdictText::tr("Expires %1.").arg(when));
}

Check notBefore(const Jwt &jwt, const Expectations &expected)
{
    if (!jwt.payload.root.contains(u"nbf"))
        return notChecked(Id::NotBefore, "NotAsked", VerdictText::tr("The token sets no beginning (nbf)."));
    const json::Value member = jwt.payload.root.value(u"nbf");
    const auto date = numericDate(member);
    if (!date)
        return failed(Id::NotBefore, "NotBeforeInvalid", VerdictText::tr("The beginning (nbf) is not a date."));
    const double ahead = *date - static_cast<double>(expected.nowSeconds);
    const QString when = relativeTime(static_cast<qint64>(std::floor(ahead)));
    if (ahead > static_cast<double>(expected.leewaySeconds))
        return failed(Id::NotBefore, "NotYetValid", VerdictText::tr("Not valid yet: it begins %1.").arg(when));
    return passed(Id::NotBefore, VerdictText::tr("Valid since %1.").arg(when));
}

// Most libraries do not look at iat, and a few refuse by it (PyJWT, golang-jwt before 5): not a failure, but worth a look.
// Below a minute it says nothing: the service's time is known to the second only, and answers travel.
Check issuedAt(const Jwt &jwt, const Expectations &expected)
{
    if (!jwt.payload.root.contains(u"iat"))
        return notChecked(Id::IssuedAt, "NotAsked",
                          VerdictText::tr("The token does not say when it was issued (iat)."));
    const auto date = numericDate(jwt.payload.root.value(u"iat"));
    if (!date)
        return made(Id::IssuedAt, Check::Outcome::Noted, QStringLiteral("IssueInvalid"),
                    VerdictText::tr("The time of issue (iat) is not a date."));
    const double ahead = *date - static_cast<double>(expected.nowSeconds);
    const QString when = relativeTime(static_cast<qint64>(std::floor(ahead)));
    if (ahead > static_cast<double>(std::max<qint64>(expected.leewaySeconds, 60)))
        return made(Id::IssuedAt, Check::Outcome::Noted, QStringLiteral("IssuedInTheFuture"),
                    VerdictText::tr("Issued in the future (%1): the issuer's clock or this one is wrong. "
                                    "Some verifiers refuse such a token (PyJWT, older golang-jwt); most do not.")
                        .arg(when));
    return passed(Id::IssuedAt, VerdictText::tr("Issued %1.").arg(when));
}

} // namespace

QList<Check> checkClaims(const Jwt &jwt, const Expectations &expected)
{
    return {issuer(jwt, expected), audience(jwt, expected),  tokenUse(jwt, expected),
            expiry(jwt, expected), notBefore(jwt, expected), issuedAt(jwt, expected)};
}

std::optional<double> numericDate(const json::Value &value)
{
    const auto seconds = value.toDouble();
    if (!seconds || !std::isfinite(*seconds) || *seconds < earliestDate || *seconds > latestDate)
        return std::nullopt;
    return seconds;
}

} // namespace poolscope::tokens
