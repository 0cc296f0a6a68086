#pragma once

#include "core/result.h"
#include "crypto/publickey.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace poolscope::crypto {

// An RSA key pair. Copies share the key; signing and verifying are thread-safe.
class RsaKey
{
public:
    RsaKey() = default; // null: signs and verifies nothing

    static Result<RsaKey> generate(int bits = 2048);             // takes up to seconds: never on the GUI's thread
    static Result<RsaKey> fromPrivatePem(const QByteArray &pem); // PKCS #8 or PKCS #1, no passphrase

    bool isNull() const { return !d; }
    int bits() const;

    QByteArray privatePem() const; // PKCS #8; empty for a null key. Secret.
    QByteArray modulus() const;    // big-endian, no leading zero
    QByteArray exponent() const;

    QByteArray signRs256(QByteArrayView message) const; // empty for a null key
    bool verifyRs256(QByteArrayView message, QByteArrayView signature) const;
    PublicKey publicKey() const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace poolscope::crypto
