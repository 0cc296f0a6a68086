#include "transport/sigv4.h"

#include "crypto/hash.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace poolscope::transport {

namespace {

QByteArray canonicalPath(const QByteArray &path, bool normalize)
{
    if (!normalize)
        return path.isEmpty() ? QByteArrayLiteral("/") : path.toPercentEncoding("/");
    QList<QByteArray> kept;
    const QList<QByteArray> segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    QByteArray result = '/' + kept.join('/');
    const bool endsInFolder = path.endsWith('/') || path.endsWith("/.") || path.endsWith("/..");
    if (endsInFolder && !kept.isEmpty())
        result += '/';
    return result.toPercentEncoding("/");
}

QByteArray canonicalQuery(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> parameters;
    const QList<QByteArray> pieces = query.split('&');
    for (const QByteArray &piece : pieces) {
        if (piece.isEmpty())
            continue;
        const qsizetype equals = piece.indexOf('=');
        const QByteArray name = equals < 0 ? piece : piece.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : piece.sliced(equals + 1);
        // Decoded first, so that what the caller has encoded already does not get encoded twice.
        parameters.emplaceBack(QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                               QByteArray::fromPercentEncoding(value).toPercentEncoding());
    }
    std::sort(parameters.begin(), parameters.end());
    QByteArray result;
    for (const auto &[name, value] : parameters)
        result += (result.isEmpty() ? "" : "&") + name + '=' + value;
    return result;
}

// Lower-case names in order; the values of one name joined in the order they came.
std::map<QByteArray, QByteArray> canonicalHeaders(const QList<HttpHeader> &headers)
{
    std::map<QByteArray, QByteArray> result;
    for (const HttpHeader &header : headers) {
        const QByteArray value = header.value.simplified();
        const auto [place, isNew] = result.try_emplace(header.name.toLower(), value);
        if (!isNew)
            place->second += ',' + value;
    }
    return result;
}

// The headers that signing adds, except Authorization; `toSign` gets those of them that are signed.
QList<HttpHeader> addedHeaders(const SigningCredentials &credentials, const SigV4Options &options,
                               const QByteArray &time, const QByteArray &bodyHash, QList<HttpHeader> &toSign)
{
    QList<HttpHeader> added;
    if (!credentials.sessionToken.isEmpty()) {
        added.append({QByteArrayLiteral("X-Amz-Security-Token"), credentials.sessionToken.toUtf8()});
        if (options.signSessionToken)
            toSign.append(added.last());
    }
    added.append({QByteArrayLiteral("X-Amz-Date"), time});
    toSign.append(added.last());
    if (options.bodyHashHeader) {
        added.append({QByteArrayLiteral("x-amz-content-sha256"), bodyHash});
        toSign.append(added.last());
    }
    return added;
}

} // namespace

SigV4Signer::SigV4Signer(QString region, QString service, SigV4Options options)
    : m_region(region.toUtf8())
    , m_service(service.toUtf8())
    , m_options(options)
{
}

Signature SigV4Signer::sign(const SignableRequest &request, const SigningCredentials &credentials,
                            qint64 nowSeconds) const
{
    const QByteArray time =
        QDateTime::fromSecsSinceEpoch(nowSeconds, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    const QByteArray date = time.first(8);
    const QByteArray bodyHash = crypto::sha256(request.body).toHex();

    Signature signature;
    QList<HttpHeader> toSign = request.headers;
    signature.headers = addedHeaders(credentials, m_options, time, bodyHash, toSign);

    QByteArray headerLines;
    QByteArray names;
    for (const auto &[name, value] : canonicalHeaders(toSign)) {
        headerLines += name + ':' + value + '\n';
        names += (names.isEmpty() ? "" : ";") + name;
    }
    signature.canonicalRequest = QList<QByteArray>{request.method,
                                                   canonicalPath(request.path, m_options.normalizePath),
                                                   canonicalQuery(request.query),
                                                   headerLines,
                                                   names,
                                                   bodyHash}
                                     .join('\n');

    const QByteArray scope = date + '/' + m_region + '/' + m_service + "/aws4_request";
    signature.stringToSign =
        "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n' + crypto::sha256(signature.canonicalRequest).toHex();

    QByteArray key = "AWS4" + credentials.secretAccessKey.toUtf8();
    for (const QByteArray &part : {date, m_region, m_service, QByteArrayLiteral("aws4_request")})
        key = crypto::hmacSha256(key, part);
    signature.hex = crypto::hmacSha256(key, signature.stringToSign).toHex();
    signature.headers.append(
        {QByteArrayLiteral("Authorization"), "AWS4-HMAC-SHA256 Credential=" + credentials.accessKeyId.toUtf8() + '/' +
                                                 scope + ", SignedHeaders=" + names + ", Signature=" + signature.hex});
    return signature;
}

} // namespace poolscope::transport
