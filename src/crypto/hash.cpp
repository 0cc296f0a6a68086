#include "crypto/hash.h"

#include "crypto/secretbytes.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace poolscope::crypto {

namespace {

QByteArray hmac(const EVP_MD *digest, QByteArrayView key, QByteArrayView message)
{
    QByteArray mac(EVP_MD_get_size(digest), Qt::Uninitialized);
    unsigned int length = 0;
    // A null pointer would mean "the last key again" to OpenSSL.
    const void *const keyData = key.isEmpty() ? "" : key.data();
    if (!HMAC(digest, keyData, static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(message.data()),
              static_cast<std::size_t>(message.size()), reinterpret_cast<unsigned char *>(mac.data()), &length)) {
        qFatal("HMAC is not available");
    }
    return mac;
}

} // namespace

QByteArray sha256(QByteArrayView message)
{
    QByteArray hash(32, Qt::Uninitialized);
    unsigned int length = 0;
    if (!EVP_Digest(message.data(), static_cast<std::size_t>(message.size()),
                    reinterpret_cast<unsigned char *>(hash.data()), &length, EVP_sha256(), nullptr)) {
        qFatal("SHA-256 is not available");
    }
    return hash;
}

QByteArray hmacSha1(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha1(), key, message);
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha256(), key, message);
}

QByteArray hmacSha384(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha384(), key, message);
}

QByteArray hmacSha512(QByteArrayView key, QByteArrayView message)
{
    return hmac(EVP_sha512(), key, message);
}

QByteArray hkdfSha256(QByteArrayView salt, QByteArrayView inputKey, QByteArrayView info, qsizetype length)
{
    constexpr qsizetype block = 32;
    if (length <= 0 || length > 255 * block)
        return {};
    const SecretBytes pseudoRandomKey(hmacSha256(salt, inputKey));
    QByteArray output;
    QByteArray previous;
    for (int counter = 1; output.size() < length; ++counter) {
        previous = hmacSha256(pseudoRandomKey, previous + info.toByteArray() + static_cast<char>(counter));
        output += previous;
    }
    output.truncate(length);
    return output;
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace poolscope::crypto
