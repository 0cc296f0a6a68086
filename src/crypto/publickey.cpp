#include "crypto/publickey.h"

#include "crypto/openssl.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <array>

namespace poolscope::crypto {

namespace {

constexpr int minimumRsaBits = 512; // below it OpenSSL itself does nothing; what is weak, the callers decide
constexpr int maximumRsaBits = 16384;
constexpr int maximumExponentBits = 64;

struct AlgorithmInfo
{
    QLatin1StringView name;
    const char *digest;
    PublicKey::Type type;
    bool pss;
};

using enum PublicKey::Type;

// In the order of SignatureAlgorithm.
constexpr std::array<AlgorithmInfo, 9> algorithms{{
    {QLatin1StringView("RS256"), "SHA256", Rsa, false},
    {QLatin1StringView("RS384"), "SHA384", Rsa, false},
    {QLatin1StringView("RS512"), "SHA512", Rsa, false},
    {QLatin1StringView("PS256"), "SHA256", Rsa, true},
    {QLatin1StringView("PS384"), "SHA384", Rsa, true},
    {QLatin1StringView("PS512"), "SHA512", Rsa, true},
    {QLatin1StringView("ES256"), "SHA256", EcP256, false},
    {QLatin1StringView("ES384"), "SHA384", EcP384, false},
    {QLatin1StringView("ES512"), "SHA512", EcP521, false},
}};

const AlgorithmInfo &infoOf(SignatureAlgorithm algorithm)
{
    return algorithms[static_cast<std::size_t>(algorithm)];
}

qsizetype coordinateBytes(PublicKey::Type curve)
{
    return curve == EcP256 ? 32 : curve == EcP384 ? 48 : 66;
}

tl::unexpected<Error> refused(QString message)
{
    return failure(Error::validation(QStringLiteral("PublicKeyRefused"), std::move(message)));
}

// What goes wrong inside is expected with hostile input and must not show up in somebody else's error.
class ErrorQueueGuard final
{
public:
    ErrorQueueGuard() { ERR_set_mark(); }
    ~ErrorQueueGuard() { ERR_pop_to_mark(); }
    ErrorQueueGuard(const ErrorQueueGuard &) = delete;
    ErrorQueueGuard &operator=(const ErrorQueueGuard &) = delete;
};

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

BigNumber numberOf(QByteArrayView bytes)
{
    return BigNumber(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

// OpenSSL wants DER where JOSE has two numbers of the field's length.
QByteArray derSignature(QByteArrayView signature)
{
    const qsizetype half = signature.size() / 2;
    const EcdsaSignature pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), numberOf(signature.first(half)).release(), numberOf(signature.last(half)).release());
    QByteArray der(i2d_ECDSA_SIG(pair.get(), nullptr), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_ECDSA_SIG(pair.get(), &out);
    return der;
}

KeyPointer loadPublicKey(const char *type, OSSL_PARAM *parameters)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1) {
        return nullptr;
    }
    return KeyPointer(key);
}

KeyPointer loadRsaPublicKey(const BIGNUM *modulus, const BIGNUM *exponent)
{
    const ParametersBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent);
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    return loadPublicKey("RSA", parameters.get());
}

bool verifyWith(EVP_PKEY *key, const AlgorithmInfo &info, QByteArrayView message, QByteArrayView signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr;
    if (EVP_DigestVerifyInit_ex(context.get(), &keyContext, info.digest, nullptr, nullptr, key, nullptr) != 1)
        return false;
    if (info.pss && (EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) != 1 ||
                     EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) != 1)) {
        return false;
    }
    return EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                            bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
}

} // namespace

struct PublicKey::Private
{
    KeyPointer key;
    Type type = Rsa;
    int bits = 0;
};

std::optional<SignatureAlgorithm> signatureAlgorithm(QStringView name)
{
    for (std::size_t i = 0; i < algorithms.size(); ++i) {
        if (name == algorithms[i].name)
            return static_cast<SignatureAlgorithm>(i);
    }
    return std::nullopt;
}

Result<PublicKey> PublicKey::fromRsa(QByteArrayView modulus, QByteArrayView exponent)
{
    const ErrorQueueGuard guard;
    if (modulus.size() > maximumRsaBits / 8 + 1 || exponent.size() > maximumRsaBits / 8)
        return refused(QCoreApplication::translate("PublicKey", "The RSA key is larger than 16,384 bits."));
    const BigNumber n = numberOf(modulus);
    const BigNumber e = numberOf(exponent);
    const int bits = BN_num_bits(n.get());
    if (bits < minimumRsaBits)
        return refused(QCoreApplication::translate("PublicKey", "The RSA key is smaller than 512 bits."));
    if (bits > maximumRsaBits)
        return refused(QCoreApplication::translate("PublicKey", "The RSA key is larger than 16,384 bits."));
    if (!BN_is_odd(n.get()))
        return refused(QCoreApplication::translate("PublicKey", "The RSA modulus is even, so it is not a key."));
    if (!BN_is_odd(e.get()) || BN_is_one(e.get()))
        return refused(
            QCoreApplication::translate("PublicKey", "The RSA exponent is even or below 3, so it is not a key."));
    if (BN_num_bits(e.get()) > maximumExponentBits)
        return refused(QCoreApplication::translate("PublicKey", "The RSA exponent is larger than 64 bits."));
    auto loaded = std::make_shared<Private>();
    loaded->key = loadRsaPublicKey(n.get(), e.get());
    if (!loaded->key)
        return refused(QCoreApplication::translate("PublicKey", "The RSA key could not be loaded."));
    loaded->bits = bits;
    PublicKey key;
    key.d = std::move(loaded);
    return key;
}

Result<PublicKey> PublicKey::fromEc(Type curve, QByteArrayView x, QByteArrayView y)
{
    const ErrorQueueGuard guard;
    const qsizetype length = coordinateBytes(curve);
    if (curve == Rsa || x.size() != length || y.size() != length)
        return refused(
            QCoreApplication::translate("PublicKey", "The coordinates do not have the length of the curve."));
    const QByteArray point = '\x04' + x.toByteArray() + y.toByteArray();
    const char *const name = curve == EcP256 ? "P-256" : curve == EcP384 ? "P-384" : "P-521";
    const ParametersBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, name, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     static_cast<std::size_t>(point.size()));
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    auto loaded = std::make_shared<Private>();
    loaded->key = loadPublicKey("EC", parameters.get());
    const KeyContext check(loaded->key ? EVP_PKEY_CTX_new_from_pkey(nullptr, loaded->key.get(), nullptr) : nullptr);
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return refused(QCoreApplication::translate("PublicKey", "The point is not on the curve."));
    loaded->type = curve;
    loaded->bits = EVP_PKEY_get_bits(loaded->key.get());
    PublicKey key;
    key.d = std::move(loaded);
    return key;
}

PublicKey::Type PublicKey::type() const
{
    return d ? d->type : Rsa;
}

int PublicKey::bits() const
{
    return d ? d->bits : 0;
}

bool PublicKey::fits(SignatureAlgorithm algorithm) const
{
    return d && infoOf(algorithm).type == d->type;
}

bool PublicKey::verify(SignatureAlgorithm algorithm, QByteArrayView message, QByteArrayView signature) const
{
    if (!fits(algorithm))
        return false;
    const ErrorQueueGuard guard;
    if (d->type == Rsa)
        return verifyWith(d->key.get(), infoOf(algorithm), message, signature);
    if (signature.size() != 2 * coordinateBytes(d->type))
        return false;
    return verifyWith(d->key.get(), infoOf(algorithm), message, derSignature(signature));
}

} // namespace poolscope::crypto
