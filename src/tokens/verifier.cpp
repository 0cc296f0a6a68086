#include "tokens/verifier.h"

#include "tokens/jws.h"
#include "tokens/relativetime.h"
#include "tokens/verdicttext.h"

#include <algorithm>
#include <cmath>

namespace poolscope::tokens {

namespace {

using Id = Check::Id;
using Outcome = Check::Outcome;

constexpr double earliestDate = -62167219200.0; // year 0
constexpr double latestDate = 253402300799.0;   // end of year 9999

Check made(Id id, Outcome outcome, QString code, QString detail)
{
    return {id, outcome, std::move(code), verdictTitle(id), std::move(detail)};
}

Check passed(Id id, QString detail)
{
    return made(id, Outcome::Passed, {}, std::move(detail));
}

Check failed(Id id, const char *code, QString detail)
{
    return made(id, Outcome::Failed, QString::fromLatin1(code), std::move(detail));
}

Check notChecked(Id id, const char *code, QString detail)
{
    return made(id, Outcome::NotChecked, QString::fromLatin1(code), std::move(detail));
}

// One verification: each check says what it found, and later ones may look at what came before.
class Judge final
{
public:
    Judge(const Jwt &jwt, const Jwks *keys, const Expectations &expectations)
        : m_jwt(jwt)
        , m_keys(keys)
        , m_expected(expectations)
        , m_algorithm(jwt.header.root.value(u"alg"))
        , m_tokenUse(jwt.tokenUse())
    {
    }

    QList<Check> checks();

private:
    Check size() const;
    Check members() const;
    Check algorithm() const;
    Check key();
    Check signature(bool algorithmPassed) const;
    Check issuer() const;
    Check audience() const;
    Check tokenUse() const;
    Check expiry() const;
    Check notBefore() const;

    const Jwt &m_jwt;
    const Jwks *m_keys;
    const Expectations &m_expected;
    json::Value m_algorithm;
    QString m_tokenUse;
    const Jwk *m_key = nullptr; // once key() found a usable one
};

QList<Check> Judge::checks()
{
    QList<Check> checks;
    checks.reserve(11);
    checks +=
        passed(Id::Form, VerdictText::tr("Three parts of base64url; the header and the payload are JSON objects."));
    checks += size();
    checks += members();
    checks += algorithm();
    const bool algorithmPassed = checks.constLast().outcome == Outcome::Passed;
    checks += key();
    checks += signature(algorithmPassed);
    checks += issuer();
    checks += audience();
    checks += tokenUse();
    checks += expiry();
    checks += notBefore();
    return checks;
}

Check Judge::size() const
{
    const qsizetype size = m_jwt.text.size();
    if (size > maximumVerifiedSize)
        return failed(Id::Size, "TooLarge",
                      VerdictText::tr("The token has %1 bytes; more than %2 are shown, but never accepted.")
                          .arg(size)
                          .arg(maximumVerifiedSize));
    return passed(Id::Size, VerdictText::tr("%1 bytes.").arg(size));
}

Check Judge::members() const
{
    for (const json::Document *document : {&m_jwt.header, &m_jwt.payload}) {
        if (!document->duplicates.isEmpty())
            return failed(Id::Members, "DuplicateMembers",
                          VerdictText::tr("A member stands more than once, so programs may read it differently: %1")
                              .arg(document->duplicates.join(QLatin1StringView(", "))));
    }
    if (m_jwt.header.root.contains(u"crit"))
        return failed(Id::Members, "CriticalHeader",
                      VerdictText::tr("The header demands extensions (crit) that no pool token has."));
    return passed(Id::Members, VerdictText::tr("Each member stands once."));
}

Check Judge::algorithm() const
{
    if (!m_algorithm.isString())
        return failed(Id::Algorithm, "AlgorithmMissing",
                      VerdictText::tr("The header does not say how the token is signed."));
    const QString name = m_algorithm.toString();
    if (name == u"RS256")
        return passed(Id::Algorithm, VerdictText::tr("RS256, as user pools sign."));
    if (name.compare(u"none", Qt::CaseInsensitive) == 0)
        return failed(
            Id::Algorithm, "AlgorithmNone",
            VerdictText::tr("The header says \"%1\": the token is not signed, anybody can have written it.").arg(name));
    if (name.startsWith(u"HS"))
        return failed(
            Id::Algorithm, "AlgorithmSymmetric",
            VerdictText::tr("The header says %1, which signs with a shared secret. With a public key in its place "
                            "anybody could sign, so it is never accepted.")
                .arg(name));
    return failed(Id::Algorithm, "AlgorithmUnsupported",
                  VerdictText::tr("User pools sign with RS256, not with %1.").arg(name.left(40)));
}

Check Judge::key()
{
    const json::Value kid = m_jwt.header.root.value(u"kid");
    if (!kid.isString() || kid.toString().isEmpty())
        return failed(Id::Key, "KeyIdMissing", VerdictText::tr("The header does not name a key (kid)."));
    if (!m_keys)
        return notChecked(Id::Key, "KeysNotAtHand", VerdictText::tr("The pool's keys are not at hand."));
    const Jwk *const found = m_keys->find(kid.toString());
    if (!found)
        return failed(Id::Key, "KeyUnknown",
                      VerdictText::tr("The pool has no key %1. The token comes from another pool, or was altered.")
                          .arg(kid.toString().left(100)));
    if (!found->isUsable())
        return failed(Id::Key, "KeyUnusable", found->problem);
    m_key = found;
    for (const QLatin1StringView member :
         {QLatin1StringView("jwk"), QLatin1StringView("jku"), QLatin1StringView("x5u"), QLatin1StringView("x5c")}) {
        if (m_jwt.header.root.contains(QString(member)))
            return passed(Id::Key, VerdictText::tr(
                                       "The pool's key %1. The token brings a key of its own (%2), which was not used.")
                                       .arg(found->kid, member));
    }
    return passed(Id::Key, VerdictText::tr("The pool's key %1.").arg(found->kid));
}

Check Judge::signature(bool algorithmPassed) const
{
    if (!algorithmPassed)
        return notChecked(Id::Signature, "NoAlgorithm",
                          VerdictText::tr("Not checked, because the algorithm is not accepted."));
    if (!m_key)
        return notChecked(Id::Signature, "NoKey",
                          VerdictText::tr("Not checked, because there is no key to check it with."));
    if (m_jwt.text.size() > maximumVerifiedSize)
        return notChecked(Id::Signature, "TooLarge", VerdictText::tr("Not checked, because the token is too large."));
    switch (checkSignature(m_jwt, *m_key)) {
    case JwsResult::Valid:
        return passed(Id::Signature, VerdictText::tr("The pool's key made this signature."));
    case JwsResult::CriticalHeader:
        return notChecked(Id::Signature, "CriticalHeader",
                          VerdictText::tr("Not checked, because of the header's crit."));
    case JwsResult::AlgorithmMismatch:
        return failed(Id::Signature, "AlgorithmMismatch", VerdictText::tr("The key is not one for RS256."));
    default:
        break;
    }
    const int expected = (m_key->key.bits() + 7) / 8;
    if (m_jwt.signature.size() != expected)
        return failed(
            Id::Signature, "SignatureLength",
            VerdictText::tr("The signature has %1 bytes, but the key makes %2: the token was cut off or altered.")
                .arg(m_jwt.signature.size())
                .arg(expected));
    return failed(Id::Signature, "BadSignature",
                  VerdictText::tr("The signature does not match: the token was altered, or another key signed it."));
}

Check Judge::issuer() const
{
    if (m_expected.issuers.isEmpty())
        return notChecked(Id::Issuer, "NotAsked", VerdictText::tr("No pool is known to compare it with."));
    const json::Value issuer = m_jwt.payload.root.value(u"iss");
    if (!issuer.isString())
        return failed(Id::Issuer, "IssuerMissing", VerdictText::tr("The token does not say who issued it (iss)."));
    if (m_expected.issuers.contains(issuer.toString()))
        return passed(Id::Issuer, issuer.toString());
    return failed(Id::Issuer, "IssuerWrong",
                  VerdictText::tr("Issued by %1; expected is %2.")
                      .arg(issuer.toString().left(300), m_expected.issuers.join(VerdictText::tr(" or "))));
}

Check Judge::audience() const
{
    const bool access = m_tokenUse == u"access";
    const QString name = access ? QStringLiteral("client_id") : QStringLiteral("aud");
    if (m_expected.clientId.isEmpty())
        return notChecked(Id::Audience, "NotAsked",
                          VerdictText::tr("No app client is known to compare %1 with.").arg(name));
    if (!access && m_tokenUse != u"id")
        return notChecked(Id::Audience, "NoTokenUse",
                          VerdictText::tr("Not checked, because the token's use is not known."));
    const json::Value found = m_jwt.payload.root.value(name);
    if (!found.isString() && (access || !found.isArray()))
        return failed(Id::Audience, "AudienceMissing",
                      VerdictText::tr("The token does not name an app client (%1).").arg(name));
    const bool matches = found.isString() ? found.toString() == m_expected.clientId
                                          : found.elements().contains(json::Value(m_expected.clientId));
    if (matches)
        return passed(Id::Audience, QStringLiteral("%1: %2").arg(name, m_expected.clientId));
    return failed(
        Id::Audience, "AudienceWrong",
        VerdictText::tr("The token is for another app client: %1 is %2, expected is %3.")
            .arg(name, found.isString() ? found.toString().left(300) : VerdictText::tr("a list"), m_expected.clientId));
}

Check Judge::tokenUse() const
{
    if (m_tokenUse != u"id" && m_tokenUse != u"access")
        return failed(
            Id::TokenUse, "TokenUseUnknown",
            VerdictText::tr("token_use is neither \"id\" nor \"access\", so this is no token of a user pool."));
    if (!m_expected.tokenUse.isEmpty() && m_tokenUse != m_expected.tokenUse)
        return failed(Id::TokenUse, "TokenUseWrong",
                      VerdictText::tr("token_use is \"%1\", expected is \"%2\".").arg(m_tokenUse, m_expected.tokenUse));
    return passed(Id::TokenUse,
                  m_tokenUse == u"id" ? VerdictText::tr("An ID token.") : VerdictText::tr("An access token."));
}

Check Judge::expiry() const
{
    const json::Value member = m_jwt.payload.root.value(u"exp");
    if (!m_jwt.payload.root.contains(u"exp"))
        return failed(Id::Expiry, "ExpiryMissing", VerdictText::tr("The token does not say when it expires (exp)."));
    if (!member.isNumber())
        return failed(Id::Expiry, "ExpiryNotANumber", VerdictText::tr("The expiry (exp) is not a number."));
    const auto date = numericDate(member);
    if (!date)
        return failed(Id::Expiry, "ExpiryOutOfRange",
                      VerdictText::tr("The expiry (exp) is not a date between the years 0 and 9999."));
    const double left = *date - static_cast<double>(m_expected.nowSeconds);
    const QString when = relativeTime(static_cast<qint64>(std::floor(left)));
    // RFC 7519 section 4.1.4: not accepted on or after it.
    if (left + static_cast<double>(m_expected.leewaySeconds) <= 0)
        return failed(Id::Expiry, "Expired", VerdictText::tr("Expired %1.").arg(when));
    return passed(Id::Expiry, VerdictText::tr("Expires %1.").arg(when));
}

Check Judge::notBefore() const
{
    if (!m_jwt.payload.root.contains(u"nbf"))
        return notChecked(Id::NotBefore, "NotAsked", VerdictText::tr("The token sets no beginning (nbf)."));
    const json::Value member = m_jwt.payload.root.value(u"nbf");
    const auto date = numericDate(member);
    if (!date)
        return failed(Id::NotBefore, "NotBeforeInvalid", VerdictText::tr("The beginning (nbf) is not a date."));
    const double ahead = *date - static_cast<double>(m_expected.nowSeconds);
    const QString when = relativeTime(static_cast<qint64>(std::floor(ahead)));
    if (ahead > static_cast<double>(m_expected.leewaySeconds))
        return failed(Id::NotBefore, "NotYetValid", VerdictText::tr("Not valid yet: it begins %1.").arg(when));
    return passed(Id::NotBefore, VerdictText::tr("Valid since %1.").arg(when));
}

Verdict concluded(QList<Check> checks)
{
    Verdict verdict;
    verdict.checks = std::move(checks);
    const auto failure = std::find_if(verdict.checks.cbegin(), verdict.checks.cend(),
                                      [](const Check &check) { return check.outcome == Outcome::Failed; });
    const Check *const signature = verdict.find(Id::Signature);
    if (failure != verdict.checks.cend()) {
        verdict.headline = failure->detail;
    } else if (!signature || signature->outcome != Outcome::Passed) {
        verdict.state = Verdict::State::Unverified;
        verdict.headline = VerdictText::tr("Nothing speaks against this token, but its signature was not checked.");
    } else {
        verdict.state = Verdict::State::Valid;
        verdict.valid = true;
        verdict.headline = VerdictText::tr("The token is valid.");
    }
    return verdict;
}

} // namespace

QStringList poolIssuers(const QString &region, const QString &userPoolId)
{
    return {QStringLiteral("https://cognito-idp.%1.amazonaws.com/%2").arg(region, userPoolId),
            QStringLiteral("https://issuer-cognito-idp.%1.amazonaws.com/%2").arg(region, userPoolId)};
}

QUrl jwksUrl(const QString &issuer)
{
    return QUrl(issuer + QLatin1StringView("/.well-known/jwks.json"));
}

const Check *Verdict::find(Check::Id id) const
{
    const auto found =
        std::find_if(checks.cbegin(), checks.cend(), [id](const Check &check) { return check.id == id; });
    return found == checks.cend() ? nullptr : &*found;
}

Verdict verify(const Jwt &jwt, const Jwks *keys, const Expectations &expectations)
{
    return concluded(Judge(jwt, keys, expectations).checks());
}

Verdict verdictOn(const JwtError &error)
{
    const Id failing = error.code == JwtError::Code::TooLarge ? Id::Size : Id::Form;
    QList<Check> checks;
    for (const Id id : {Id::Form, Id::Size, Id::Members, Id::Algorithm, Id::Key, Id::Signature, Id::Issuer,
                        Id::Audience, Id::TokenUse, Id::Expiry, Id::NotBefore}) {
        if (id == failing)
            checks += made(id, Outcome::Failed, toString(error.code), error.message);
        else
            checks += notChecked(id, "NotRead", VerdictText::tr("Not checked, because the token could not be read."));
    }
    return concluded(std::move(checks));
}

Verdict verify(QByteArrayView text, const Jwks *keys, const Expectations &expectations)
{
    const auto jwt = parseJwt(text);
    return jwt ? verify(*jwt, keys, expectations) : verdictOn(jwt.error());
}

std::optional<double> numericDate(const json::Value &value)
{
    const auto seconds = value.toDouble();
    if (!seconds || !std::isfinite(*seconds) || *seconds < earliestDate || *seconds > latestDate)
        return std::nullopt;
    return seconds;
}

} // namespace poolscope::tokens
