#include "crypto/srpmath.h"

#include "crypto/hash.h"
#include "crypto/secretbytes.h"

#include <algorithm>

namespace poolscope::crypto::srp {

namespace {

// RFC 3526 section 4 (group 15); RFC 5054's 3072-bit N is the same number, but with another generator.
constexpr char primeHex[] =
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";
constexpr qsizetype maximumDigits = 1024; // the prime has 768

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

Group::Group()
    : generator(BN_new())
    , montgomery(BN_MONT_CTX_new())
{
    BIGNUM *number = nullptr;
    BN_hex2bn(&number, primeHex);
    prime.reset(number);
    BN_set_word(generator.get(), 2);
    const BigNumberContext context(BN_CTX_new());
    BN_MONT_CTX_set(montgomery.get(), prime.get(), context.get());
    multiplier = fromBytes(sha256(signedBytes(prime.get()) + '\x02'));
}

const Group &group()
{
    static const Group theGroup;
    return theGroup;
}

BigNumber fromHex(QStringView hex)
{
    if (hex.isEmpty() || hex.size() > maximumDigits || !std::all_of(hex.begin(), hex.end(), isHexDigit))
        return nullptr;
    const SecretBytes digits(hex.toLatin1());
    BIGNUM *number = nullptr;
    BN_hex2bn(&number, QByteArrayView(digits).data());
    return BigNumber(number);
}

BigNumber fromBytes(QByteArrayView bytes)
{
    return BigNumber(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
}

QString toHex(const BIGNUM *number)
{
    const QByteArray hex = signedBytes(number).toHex();
    const auto first = std::find_if(hex.begin(), hex.end() - 1, [](char c) { return c != '0'; });
    return QString::fromLatin1(&*first, hex.end() - first);
}

QByteArray signedBytes(const BIGNUM *number)
{
    const int length = BN_num_bits(number) / 8 + 1; // a sign bit always has room
    QByteArray bytes(length, Qt::Uninitialized);
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), length);
    return bytes;
}

bool isZeroModPrime(const BIGNUM *number)
{
    const BigNumberContext context(BN_CTX_new());
    const BigNumber rest(BN_new());
    return !BN_nnmod(rest.get(), number, group().prime.get(), context.get()) || BN_is_zero(rest.get());
}

BigNumber power(const BIGNUM *base, const BIGNUM *exponent, BN_CTX *context)
{
    BigNumber result(BN_new());
    BN_mod_exp_mont_consttime(result.get(), base, exponent, group().prime.get(), context, group().montgomery.get());
    return result;
}

BigNumber scrambler(const BIGNUM *publicA, const BIGNUM *publicB)
{
    return fromBytes(sha256(signedBytes(publicA) + signedBytes(publicB)));
}

BigNumber passwordNumber(const BIGNUM *salt, const QString &prefix, const QString &user, const QString &password)
{
    const SecretBytes identity(QString(prefix + user + u':' + password).toUtf8());
    const SecretBytes inner(sha256(identity));
    const SecretBytes outer(sha256(signedBytes(salt).append(inner)));
    return fromBytes(outer);
}

QByteArray derivedKey(const BIGNUM *scrambler, const BIGNUM *secret)
{
    const SecretBytes inputKey(signedBytes(secret));
    return hkdfSha256(signedBytes(scrambler), inputKey, "Caldera Derived Key", 16);
}

QByteArray claimSignature(QByteArrayView key, const QString &prefix, const QString &user, QByteArrayView secretBlock,
                          const QString &timestamp)
{
    return hmacSha256(key, (prefix + user).toUtf8() + secretBlock.toByteArray() + timestamp.toUtf8());
}

} // namespace poolscope::crypto::srp
