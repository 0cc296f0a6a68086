#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace poolscope::crypto {

// All of these are reentrant and give raw bytes.
QByteArray sha256(QByteArrayView message);
QByteArray hmacSha1(QByteArrayView key, QByteArrayView message);
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);
QByteArray hmacSha384(QByteArrayView key, QByteArrayView message);
QByteArray hmacSha512(QByteArrayView key, QByteArrayView message);

// RFC 5869. At most 255 * 32 bytes; empty when more is asked for.
QByteArray hkdfSha256(QByteArrayView salt, QByteArrayView inputKey, QByteArrayView info, qsizetype length);

// Takes as long for equal as for different contents of one length. Lengths are not hidden.
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

} // namespace poolscope::crypto
