#include "tokens/verifier.h"

#include "tokens/claimchecks.h"
#include "tokens/jws.h"
#include "tokens/verdicttext.h"

#include <algorithm>

namespace poolscope::tokens {

namespace {

using Id = Check::Id;
using Outcome = Check::Outcome;

// One verification: each check says what it found, and later ones may look at what came before.
class Judge final
{
public:
    Judge(const Jwt &jwt, const Jwks *keys, const Expectations &expectations)
        : m_jwt(jwt)
        , m_keys(keys)
        , m_expected(expectations)
        , m_algorithm(jwt.header.root.value(u"alg"))
    {
    }

    QList<Check> checks();

private:
    Check size() const;
    Check members() const;
    Check algorithm() const;
    Check key();
    Check signature(bool algorithmPassed) const;

    const Jwt &m_jwt;
    const Jwks *m_keys;
    const Expectations &m_expected;
    json::Value m_algorithm;
    const Jwk *m_key = nullptr; // once key() found a usable one
};

QList<Check> Judge::checks()
{
    QList<Check> checks;
    checks.reserve(12);
    checks +=
        passed(Id::Form, VerdictText::tr("Three parts of base64url; the header and the payload are JSON objects."));
    checks += size();
    checks += members();
    checks += algorithm();
    const bool algorithmPassed = checks.constLast().outcome == Outcome::Passed;
    checks += key();
    checks += signature(algorithmPassed);
    checks += checkClaims(m_jwt, m_expected);
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
        if (document->duplicates.isEmpty())
            continue;
        QStringList named = document->duplicates;
        if (document->duplicateCount > named.size())
            named << QStringLiteral("…");
        return failed(Id::Members, "DuplicateMembers",
                      VerdictText::tr("A member stands more than once, so programs may read it differently: %1")
                          .arg(named.join(QLatin1StringView(", "))));
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
                        Id::Audience, Id::TokenUse, Id::Expiry, Id::NotBefore, Id::IssuedAt}) {
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

} // namespace poolscope::tokens
