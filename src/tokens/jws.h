#pragma once

#include "tokens/jwks.h"
#include "tokens/jwt.h"
#include "json/value.h"

#include <QByteArray>
#include <QByteArrayView>

namespace poolscope::tokens {

enum class JwsResult {
    Valid,
    Malformed,            // not three parts of strict base64url with a JSON object as header
    AlgorithmMissing,     // no alg, or no string
    AlgorithmNone,        // alg "none" in any case
    AlgorithmSymmetric,   // HS256 and its kin against a public key: the classic confusion
    AlgorithmUnsupported, // a name that is not known here
    AlgorithmMismatch,    // the key is of another type or names another alg
    CriticalHeader,       // crit: extensions we do not know must be understood
    KeyUnusable,          // the key is for something else, too weak or broken
    BadSignature,
};

QString toString(JwsResult result); // a stable name, for tests and logs

// Checks the signature of a parsed token with a key. Never follows jwk, jku, x5u or x5c of the header, and never lets the
// token choose how a key is used: the key's type decides.
JwsResult checkSignature(const Jwt &jwt, const Jwk &key);

// Any compact JWS (the payload may be any bytes) with a JWK of kty RSA, EC or oct. HMAC only with an oct key, which
// pool tokens never have.
struct JwsVerification
{
    JwsResult result = JwsResult::Malformed;
    QByteArray payload; // only when valid
    bool isValid() const { return result == JwsResult::Valid; }
};
JwsVerification verifyJws(QByteArrayView compact, const json::Value &jwk);

} // namespace poolscope::tokens
