#include "tokens/jws.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "json/reader.h"

namespace poolscope::tokens {

namespace {

bool isSymmetric(QStringView algorithm)
{
    return algorithm == u"HS256" || algorithm == u"HS384" || algorithm == u"HS512";
}

// What the header alone rules out, before any key is looked at.
JwsResult judgeHeader(const json::Document &header, const QString &keyType)
{
    const json::Value algorithm = header.root.value(u"alg");
    if (!algorithm.isString())
        return JwsResult::AlgorithmMissing;
    const QString name = algorithm.toString();
    if (name.compare(u"none", Qt::CaseInsensitive) == 0)
        return JwsResult::AlgorithmNone;
    if (header.root.contains(u"crit"))
        return JwsResult::CriticalHeader;
    if (isSymmetric(name))
        return keyType == u"oct" ? JwsResult::Valid : JwsResult::AlgorithmSymmetric;
    return crypto::signatureAlgorithm(name) ? JwsResult::Valid : JwsResult::AlgorithmUnsupported;
}

JwsResult checkWithPublicKey(const QString &name, const Jwk &key, QByteArrayView input, QByteArrayView signature)
{
    if (!key.isUsable())
        return JwsResult::KeyUnusable;
    const auto algorithm = crypto::signatureAlgorithm(name);
    if (!algorithm)
        return JwsResult::AlgorithmUnsupported;
    if ((!key.alg.isEmpty() && key.alg != name) || !key.key.fits(*algorithm))
        return JwsResult::AlgorithmMismatch;
    return key.key.verify(*algorithm, input, signature) ? JwsResult::Valid : JwsResult::BadSignature;
}

JwsResult checkWithSecret(const QString &name, const json::Value &jwk, QByteArrayView input, QByteArrayView signature)
{
    const auto secret = crypto::decodeBase64Url(jwk.value(u"k").toString().toLatin1());
    const json::Value operations = jwk.value(u"key_ops");
    const bool mayVerify = operations.isNull() || operations.elements().contains(json::Value(QStringLiteral("verify")));
    const bool forSignatures = !jwk.contains(u"use") || jwk.value(u"use").toString() == u"sig";
    if (!secret || !mayVerify || !forSignatures)
        return JwsResult::KeyUnusable;
    if (!isSymmetric(name) || (jwk.contains(u"alg") && jwk.value(u"alg").toString() != name))
        return JwsResult::AlgorithmMismatch;
    // RFC 7518 section 3.2: a key at least as long as the hash.
    const qsizetype size = name == u"HS256" ? 32 : name == u"HS384" ? 48 : 64;
    if (secret->size() < size)
        return JwsResult::KeyUnusable;
    const QByteArray expected = size == 32   ? crypto::hmacSha256(*secret, input)
                                : size == 48 ? crypto::hmacSha384(*secret, input)
                                             : crypto::hmacSha512(*secret, input);
    return crypto::constantTimeEquals(expected, signature) ? JwsResult::Valid : JwsResult::BadSignature;
}

} // namespace

QString toString(JwsResult result)
{
    switch (result) {
    case JwsResult::Valid:
        return QStringLiteral("Valid");
    case JwsResult::Malformed:
        return QStringLiteral("Malformed");
    case JwsResult::AlgorithmMissing:
        return QStringLiteral("AlgorithmMissing");
    case JwsResult::AlgorithmNone:
        return QStringLiteral("AlgorithmNone");
    case JwsResult::AlgorithmSymmetric:
        return QStringLiteral("AlgorithmSymmetric");
    case JwsResult::AlgorithmUnsupported:
        return QStringLiteral("AlgorithmUnsupported");
    case JwsResult::AlgorithmMismatch:
        return QStringLiteral("AlgorithmMismatch");
    case JwsResult::CriticalHeader:
        return QStringLiteral("CriticalHeader");
    case JwsResult::KeyUnusable:
        return QStringLiteral("KeyUnusable");
    case JwsResult::BadSignature:
        return QStringLiteral("BadSignature");
    }
    return {};
}

JwsResult checkSignature(const Jwt &jwt, const Jwk &key)
{
    const JwsResult header = judgeHeader(jwt.header, key.kty);
    return header == JwsResult::Valid ? checkWithPublicKey(jwt.algorithm(), key, jwt.signingInput(), jwt.signature)
                                      : header;
}

JwsVerification verifyJws(QByteArrayView compact, const json::Value &jwk)
{
    const qsizetype first = compact.indexOf('.');
    const qsizetype second = compact.lastIndexOf('.');
    if (compact.size() > maximumTokenSize || first < 0 || first == second ||
        compact.sliced(first + 1, second - first - 1).contains('.')) {
        return {};
    }
    const auto headerBytes = crypto::decodeBase64Url(compact.first(first));
    const auto payload = crypto::decodeBase64Url(compact.sliced(first + 1, second - first - 1));
    const auto signature = crypto::decodeBase64Url(compact.sliced(second + 1));
    if (!headerBytes || !payload || !signature)
        return {};
    const auto header = json::read(*headerBytes);
    if (!header || !header->root.isObject() || !header->duplicates.isEmpty())
        return {};
    const QString keyType = jwk.value(u"kty").toString();
    JwsResult result = judgeHeader(*header, keyType);
    if (result == JwsResult::Valid) {
        const QString algorithm = header->root.value(u"alg").toString();
        const QByteArrayView input = compact.first(second);
        result = keyType == u"oct" ? checkWithSecret(algorithm, jwk, input, *signature)
                                   : checkWithPublicKey(algorithm, parseJwk(jwk), input, *signature);
    }
    return {result, result == JwsResult::Valid ? *payload : QByteArray()};
}

} // namespace poolscope::tokens
