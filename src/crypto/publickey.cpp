#include "crypto/publickey.h"

#include "crypto/openssl.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <array>
#include <mutex>
#include <string_view>

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

// Fetching a digest by name costs as much as hashing a token, so each is fetched once.
const EVP_MD *digestOf(const AlgorithmInfo &info)
{
    using Digest = std::unique_ptr<EVP_MD, FreeWith<EVP_MD_free>>;
    static const Digest sha256(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    static const Digest sha384(EVP_MD_fetch(nullptr, "SHA384", nullptr));
    static const Digest sha512(EVP_MD_fetch(nullptr, "SHA512", nullptr));
    const std::string_view name = info.digest;
    return name == "SHA256" ? sha256.get() : name == "SHA384" ? sha384.get() : sha512.get();
}

// A context that is ready to verify with the key; copied for each signature, because setting one up takes long.
KeyContext preparedContext(EVP_PKEY *key, const AlgorithmInfo &info)
{
    KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    if (!context || EVP_PKEY_verify_init(context.get()) != 1)
        return nullptr;
    if (info.type == Rsa &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), info.pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING) != 1) {
        return nullptr;
    }
    if (EVP_PKEY_CTX_set_signature_md(context.get(), digestOf(info)) != 1)
        return nullptr;
    if (info.pss && EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), RSA_PSS_SALTLEN_DIGEST) != 1)
        return nullptr;
    return context;
}

} // namespace

struct PublicKey::Private
{
    struct Prepared
    {
        std::once_flag once;
        KeyContext context;
    };

    KeyPointer key;
    Type type = Rsa;
    int bits = 0;
    mutable std::array<Prepared, algorithms.size()> prepared; // in the order of SignatureAlgorithm

    bool verify(SignatureAlgorithm algorithm, QByteArrayView message, QByteArrayView signature) const;
};

bool PublicKey::Private::verify(SignatureAlgorithm algorithm, QByteArrayView message, QByteArrayView signature) const
{
    const AlgorithmInfo &info = infoOf(algorithm);
    Prepared &ready = prepared[static_cast<std::size_t>(algorithm)];
    std::call_once(ready.once, [&] { ready.context = preparedContext(key.get(), info); });
    const KeyContext context(ready.context ? EVP_PKEY_CTX_dup(ready.context.get()) : nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int length = 0;
    return context &&
           EVP_Digest(message.data(), static_cast<std::size_t>(message.size()), digest.data(), &length, digestOf(info),
                      nullptr) == 1 &&
           EVP_PKEY_verify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()), digest.data(),
                           length) == 1;
}

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
        return d->verify(algorithm, message, signature);
    if (signature.size() != 2 * coordinateBytes(d->type))
        return false;
    return d->verify(algorithm, message, derSignature(signature));
}

} // namespace poolscope::crypto
