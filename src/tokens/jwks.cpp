#include "tokens/jwks.h"

#include "crypto/base64url.h"

#include <QCoreApplication>
#include <QSet>

namespace poolscope::tokens {

namespace {

constexpr int minimumRsaBits = 2048; // RFC 7518 section 3.3

struct JwksText final
{
    Q_DECLARE_TR_FUNCTIONS(Jwks)
};

std::optional<QByteArray> bytesMember(const json::Value &value, QStringView name)
{
    const json::Value member = value.value(name);
    if (!member.isString())
        return std::nullopt;
    auto decoded = crypto::decodeBase64Url(member.toString().toLatin1());
    if (!decoded || decoded->isEmpty())
        return std::nullopt;
    return std::move(*decoded);
}

void loadRsa(const json::Value &value, Jwk &jwk)
{
    const auto modulus = bytesMember(value, u"n");
    const auto exponent = bytesMember(value, u"e");
    if (!modulus || !exponent) {
        jwk.problem = JwksText::tr("The key's n or e is missing or not base64url.");
        return;
    }
    auto key = crypto::PublicKey::fromRsa(*modulus, *exponent);
    if (!key) {
        jwk.problem = key.error().message;
        return;
    }
    jwk.key = *key;
    if (jwk.key.bits() < minimumRsaBits)
        jwk.problem = JwksText::tr("The RSA key has %1 bits; at least 2,048 are needed.").arg(jwk.key.bits());
}

void loadEc(const json::Value &value, Jwk &jwk)
{
    using Type = crypto::PublicKey::Type;
    const QString curve = value.value(u"crv").toString();
    const bool known = curve == u"P-256" || curve == u"P-384" || curve == u"P-521";
    const auto x = bytesMember(value, u"x");
    const auto y = bytesMember(value, u"y");
    if (!known || !x || !y) {
        jwk.problem = JwksText::tr("The key's curve is not known, or its x or y is missing or not base64url.");
        return;
    }
    auto key = crypto::PublicKey::fromEc(curve == u"P-256"   ? Type::EcP256
                                         : curve == u"P-384" ? Type::EcP384
                                                             : Type::EcP521,
                                         *x, *y);
    if (key)
        jwk.key = *key;
    else
        jwk.problem = key.error().message;
}

// Members that say what the key may do; wrong types count as a problem, because guessing would widen its use.
void readPurpose(const json::Value &value, Jwk &jwk)
{
    for (const QStringView name : {u"use", u"alg", u"kid"}) {
        if (value.contains(name) && !value.value(name).isString())
            jwk.problem = JwksText::tr("The key's %1 is not a string.").arg(name);
    }
    if (value.contains(u"use") && jwk.use != u"sig")
        jwk.problem = JwksText::tr("The key is for another use (%1), not for signatures.").arg(jwk.use);
    if (!value.contains(u"key_ops"))
        return;
    QStringList operations;
    const json::Value list = value.value(u"key_ops");
    for (const json::Value &element : list.elements())
        operations += element.toString();
    if (!operations.contains(u"verify"))
        jwk.problem = JwksText::tr("The key's operations do not include verifying.");
}

} // namespace

Jwk parseJwk(const json::Value &value)
{
    Jwk jwk;
    jwk.kty = value.value(u"kty").toString();
    jwk.kid = value.value(u"kid").toString();
    jwk.use = value.value(u"use").toString();
    jwk.alg = value.value(u"alg").toString();
    if (!value.isObject())
        jwk.problem = JwksText::tr("The key is not an object.");
    else if (jwk.kty == u"RSA")
        loadRsa(value, jwk);
    else if (jwk.kty == u"EC")
        loadEc(value, jwk);
    else
        jwk.problem = JwksText::tr("The key's type (%1) cannot verify a pool's tokens.").arg(jwk.kty);
    if (jwk.problem.isEmpty())
        readPurpose(value, jwk);
    return jwk;
}

tl::expected<Jwks, QString> Jwks::parse(QByteArrayView bytes)
{
    const auto document = json::read(bytes, {.bytes = 1024 * 1024});
    if (!document)
        return tl::unexpected(JwksText::tr("The key set is not valid JSON: %1").arg(json::describe(document.error())));
    if (!document->duplicates.isEmpty())
        return tl::unexpected(JwksText::tr("The key set has a member twice: %1").arg(document->duplicates.first()));
    const json::Value list = document->root.value(u"keys");
    if (!document->root.isObject() || !list.isArray())
        return tl::unexpected(JwksText::tr("The key set has no list named \"keys\"."));
    Jwks keys;
    QSet<QString> seen;
    QSet<QString> twice;
    for (const json::Value &element : list.elements()) {
        keys.m_keys += parseJwk(element);
        const QString kid = keys.m_keys.constLast().kid;
        if (seen.contains(kid))
            twice += kid;
        seen += kid;
    }
    for (Jwk &key : keys.m_keys) {
        if (twice.contains(key.kid))
            key.problem = JwksText::tr("More than one key has this kid, so none of them can be told.");
    }
    return keys;
}

const Jwk *Jwks::find(QStringView kid) const
{
    for (const Jwk &key : m_keys) {
        if (key.kid == kid && !kid.isEmpty())
            return &key;
    }
    return nullptr;
}

QStringList Jwks::problems() const
{
    QStringList problems;
    for (const Jwk &key : m_keys) {
        if (!key.isUsable())
            problems += JwksText::tr("Key %1: %2").arg(key.kid, key.problem);
    }
    return problems;
}

} // namespace poolscope::tokens
