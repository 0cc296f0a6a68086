#include "crypto/rsa.h"

#include "crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace poolscope::crypto {

namespace {

tl::unexpected<Error> unusableKey(QString message)
{
    ERR_clear_error();
    return failure(Error::validation(QStringLiteral("RsaKeyRefused"), std::move(message)));
}

// Without it OpenSSL would ask for a passphrase on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

QByteArray numberOf(const EVP_PKEY *key, const char *parameter)
{
    BIGNUM *number = nullptr;
    if (EVP_PKEY_get_bn_param(key, parameter, &number) != 1)
        return {};
    const BigNumber owner(number);
    QByteArray bytes(BN_num_bytes(number), Qt::Uninitialized);
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes;
}

} // namespace

struct RsaKey::Private
{
    KeyPointer privateKey;
    PublicKey publicKey;
    QByteArray modulus;
    QByteArray exponent;

    static Result<RsaKey> make(KeyPointer key);
};

Result<RsaKey> RsaKey::Private::make(KeyPointer key)
{
    auto loaded = std::make_shared<Private>();
    loaded->modulus = numberOf(key.get(), OSSL_PKEY_PARAM_RSA_N);
    loaded->exponent = numberOf(key.get(), OSSL_PKEY_PARAM_RSA_E);
    Result<PublicKey> half = PublicKey::fromRsa(loaded->modulus, loaded->exponent);
    if (!half)
        return failure(half.error());
    loaded->publicKey = *half;
    loaded->privateKey = std::move(key);
    RsaKey result;
    result.d = std::move(loaded);
    return result;
}

Result<RsaKey> RsaKey::generate(int bits)
{
    KeyPointer key(EVP_RSA_gen(static_cast<unsigned int>(bits)));
    if (!key)
        return unusableKey(QStringLiteral("OpenSSL cannot make an RSA key of %1 bits.").arg(bits));
    return Private::make(std::move(key));
}

Result<RsaKey> RsaKey::fromPrivatePem(const QByteArray &pem)
{
    const MemoryBio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    KeyPointer key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return unusableKey(QStringLiteral("This is not an unencrypted RSA private key in PEM form."));
    return Private::make(std::move(key));
}

int RsaKey::bits() const
{
    return d ? d->publicKey.bits() : 0;
}

QByteArray RsaKey::privatePem() const
{
    if (!d)
        return {};
    const MemoryBio bio(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), d->privateKey.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, length);
}

QByteArray RsaKey::modulus() const
{
    return d ? d->modulus : QByteArray();
}

QByteArray RsaKey::exponent() const
{
    return d ? d->exponent : QByteArray();
}

QByteArray RsaKey::signRs256(QByteArrayView message) const
{
    if (!d)
        return {};
    const DigestContext context(EVP_MD_CTX_new());
    const auto *const bytes = reinterpret_cast<const unsigned char *>(message.data());
    const auto length = static_cast<std::size_t>(message.size());
    std::size_t written = d->modulus.size();
    QByteArray signature(d->modulus.size(), Qt::Uninitialized);
    auto *const out = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, d->privateKey.get(), nullptr) != 1 ||
        EVP_DigestSign(context.get(), out, &written, bytes, length) != 1) {
        ERR_clear_error();
        return {};
    }
    return signature;
}

bool RsaKey::verifyRs256(QByteArrayView message, QByteArrayView signature) const
{
    return publicKey().verify(SignatureAlgorithm::RS256, message, signature);
}

PublicKey RsaKey::publicKey() const
{
    return d ? d->publicKey : PublicKey();
}

} // namespace poolscope::crypto
