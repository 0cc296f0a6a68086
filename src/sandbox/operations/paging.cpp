#include "sandbox/operations/paging.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"

namespace poolscope::sandbox {

namespace {

constexpr qint64 lifetimeMs = 3'600'000;
constexpr qsizetype sealBytes = 32;

QByteArray seal(const QByteArray &key, const QString &scope, const QByteArray &content)
{
    return crypto::hmacSha256(key, scope.toUtf8() + '\n' + content);
}

} // namespace

// The time stands first: a token that began with a hyphen would be an option for the AWS CLI.
QString makePageToken(const QByteArray &key, const QString &scope, const QString &position, qint64 nowMs)
{
    const QByteArray content = QByteArray::number(nowMs) + ' ' + position.toUtf8();
    return QString::fromLatin1(crypto::encodeBase64Url(content + seal(key, scope, content)));
}

std::optional<QString> readPageToken(const QByteArray &key, const QString &scope, const QString &token, qint64 nowMs)
{
    const auto bytes = crypto::decodeBase64Url(token.toLatin1());
    if (!bytes || bytes->size() <= sealBytes)
        return {};
    const QByteArray content = bytes->chopped(sealBytes);
    const auto blank = content.indexOf(' ');
    if (blank < 0 || !crypto::constantTimeEquals(bytes->last(sealBytes), seal(key, scope, content)))
        return {};
    if (nowMs - content.first(blank).toLongLong() >= lifetimeMs)
        return {};
    return QString::fromUtf8(content.sliced(blank + 1));
}

} // namespace poolscope::sandbox
