#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace poolscope::crypto {

// The asymmetric signatures of RFC 7518 section 3.1.
enum class SignatureAlgorithm { RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 };

std::optional<SignatureAlgorithm> signatureAlgorithm(QStringView name);

// A public key that was checked and loaded once; copies share it. Verifying is thread-safe.
class PublicKey
{
public:
    enum class Type { Rsa, EcP256, EcP384, EcP521 };

    PublicKey() = default; // verifies nothing

    // Big-endian bytes. Errors are Validation: an even or tiny modulus, an even exponent or one below 3, over 16384
    // bits; a point that is not on its curve.
    static Result<PublicKey> fromRsa(QByteArrayView modulus, QByteArrayView exponent);
    static Result<PublicKey> fromEc(Type curve, QByteArrayView x, QByteArrayView y);

    bool isNull() const { return !d; }
    Type type() const;
    int bits() const;
    bool fits(SignatureAlgorithm algorithm) const; // an RSA key never verifies ES256, and so on

    // ECDSA signatures in the JOSE form, r and s side by side. False for a null key and where the algorithm does not
    // fit; never an exception and no error left in OpenSSL's queue.
    bool verify(SignatureAlgorithm algorithm, QByteArrayView message, QByteArrayView signature) const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace poolscope::crypto
