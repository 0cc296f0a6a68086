#pragma once

#include "tokens/jwks.h"
#include "tokens/jwt.h"

#include <QList>
#include <QString>
#include <QStringList>

// The verdict on a pool's token: every check by its name, with what was found. Pure and reentrant.
namespace poolscope::tokens {

struct Expectations
{
    QStringList issuers; // any of them; empty: not checked
    QString clientId;    // aud of an ID token, client_id of an access token; empty: not checked
    QString tokenUse;    // "id" or "access"; empty: either, but one of the two
    qint64 nowSeconds = 0;
    qint64 leewaySeconds = 0; // for exp, nbf and iat
};

struct Check
{
    enum class Id {
        Form,      // three parts, base64url, UTF-8, JSON objects
        Size,      // within maximumVerifiedSize
        Members,   // no member twice, no critical extensions
        Algorithm, // RS256, as pools sign
        Key,       // the kid names a usable key of the pool
        Signature,
        Issuer,
        Audience, // aud or client_id
        TokenUse,
        Expiry,
        NotBefore,
        IssuedAt,
    };
    enum class Outcome { Passed, Failed, NotChecked, Noted }; // Noted: no failure, but worth a look

    Id id = Id::Form;
    Outcome outcome = Outcome::NotChecked;
    QString code;   // a stable name of the finding such as "AlgorithmNone"; empty when passed
    QString title;  // translated
    QString detail; // one translated sentence
    bool operator==(const Check &) const = default;
};

QString toString(Check::Id id);

struct Verdict
{
    enum class State { Valid, Invalid, Unverified }; // Unverified: nothing failed, but the keys were not at hand
    State state = State::Invalid;
    bool valid = false; // state == Valid: every check passed, or was not asked for
    QList<Check> checks;
    QString headline; // one translated sentence: the first failure, or that all is well
    bool operator==(const Verdict &) const = default;

    const Check *find(Check::Id id) const;
};

inline constexpr qsizetype maximumVerifiedSize = 256 * 1024; // larger tokens are shown, never accepted

// `keys` may be null: then nothing that needs them is checked, and the verdict is never Valid.
Verdict verify(const Jwt &jwt, const Jwks *keys, const Expectations &expectations);

Verdict verdictOn(const JwtError &error);

// Parses and verifies.
Verdict verify(QByteArrayView text, const Jwks *keys, const Expectations &expectations);

} // namespace poolscope::tokens
