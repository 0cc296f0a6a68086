#include "crypto/secrethash.h"

#include "crypto/hash.h"

namespace poolscope::crypto {

QString secretHash(const QString &username, const QString &clientId, const QString &clientSecret)
{
    return QString::fromLatin1(hmacSha256(clientSecret.toUtf8(), (username + clientId).toUtf8()).toBase64());
}

} // namespace poolscope::crypto
