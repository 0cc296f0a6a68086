#pragma once

#include "crypto/openssl.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

// The numbers behind crypto/srp.h; for src/crypto and its tests.
namespace poolscope::crypto::srp {

// N, g, k and the Montgomery form of N, made once. Read-only afterwards, so any thread may use it.
struct Group
{
    Group();

    BigNumber prime;
    BigNumber generator;
    BigNumber multiplier; // k
    MontgomeryContext montgomery;
};
const Group &group();

// Null for anything but 1 to 1024 hexadecimal digits.
BigNumber fromHex(QStringView hex);
BigNumber fromBytes(QByteArrayView bytes);
QString toHex(const BIGNUM *number); // lower case, no leading zero, "0" for zero

// The shortest signed big-endian form, as every number is hashed: never extended to the prime's length.
QByteArray signedBytes(const BIGNUM *number);

bool isZeroModPrime(const BIGNUM *number);

// base^exponent mod N in time that does not depend on the exponent's bits. Base below N.
BigNumber power(const BIGNUM *base, const BIGNUM *exponent, BN_CTX *context);

// The same for the generator, several times as fast where the exponent has at most 256 bits.
BigNumber generatorPower(const BIGNUM *exponent, BN_CTX *context);

BigNumber scrambler(const BIGNUM *publicA, const BIGNUM *publicB);                                                 // u
BigNumber passwordNumber(const BIGNUM *salt, const QString &prefix, const QString &user, const QString &password); // x
QByteArray derivedKey(const BIGNUM *scrambler, const BIGNUM *secret); // 16 bytes

QByteArray claimSignature(QByteArrayView key, const QString &prefix, const QString &user, QByteArrayView secretBlock,
                          const QString &timestamp);

} // namespace poolscope::crypto::srp
