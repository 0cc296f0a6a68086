#pragma once

#include "crypto/publickey.h"
#include "json/reader.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace poolscope::tokens {

// A public JSON web key (RFC 7517) and what may be wrong with it.
struct Jwk
{
    QString kty;
    QString kid;
    QString use;
    QString alg;
    crypto::PublicKey key; // null when it could not be loaded
    QString problem;       // why it may not verify signatures at all; empty when it may. Translated

    bool isUsable() const { return problem.isEmpty() && !key.isNull(); }
};

// RSA and EC. Never an error: what is wrong stands in `problem`.
Jwk parseJwk(const json::Value &value);

// A pool's key set. Implicitly shared; reentrant.
class Jwks
{
public:
    // Refuses what is not strict JSON or no {"keys": [...]}; keys with a problem are kept and never verify. Of a kid that
    // stands twice no key verifies. RSA keys need 2048 bits. The error is one translated sentence.
    static tl::expected<Jwks, QString> parse(QByteArrayView bytes);

    const QList<Jwk> &keys() const { return m_keys; }
    const Jwk *find(QStringView kid) const; // null when no key has that kid; look at its problem before use
    QStringList problems() const;           // one sentence a finding, naming the kid

private:
    QList<Jwk> m_keys;
};

} // namespace poolscope::tokens
