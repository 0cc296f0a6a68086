#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

namespace poolscope::crypto {

// RFC 4648 section 5 without padding, as JOSE uses it.
QByteArray encodeBase64Url(QByteArrayView bytes);

// Strict: no padding, no blanks, no other alphabet, no length that cannot be, no spare bits that are not zero.
// The error is one English sentence for a developer and never quotes the input. Reentrant.
tl::expected<QByteArray, QString> decodeBase64Url(QByteArrayView text);

// Strict RFC 4648 section 4 with padding, as the service uses it for SECRET_BLOCK and signatures.
tl::expected<QByteArray, QString> decodeBase64(QByteArrayView text);

} // namespace poolscope::crypto
