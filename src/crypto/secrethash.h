#pragma once

#include <QString>

namespace poolscope::crypto {

// SECRET_HASH of an app client with a secret: base64(HMAC-SHA256(secret, username + clientId)). `username` is the name
// that is sent beside it; after a challenge that named USER_ID_FOR_SRP it is that one.
QString secretHash(const QString &username, const QString &clientId, const QString &clientSecret);

} // namespace poolscope::crypto
