#include "sandbox/signatures.h"

#include "model/descriptor.h"
#include "sandbox/rules/signaturedate.h"

#include <QRegularExpression>

#include <algorithm>

namespace poolscope::sandbox {

namespace {

// What an Authorization header says.
struct SignatureParts
{
    QString keyId;
    QByteArray day; // "20261122"
    QString region;
    QString service;
    QList<QByteArray> headers; // lower case
    QByteArray hex;
};

std::optional<SignatureParts> signatureParts(QByteArrayView authorization)
{
    static const QRegularExpression form(
        QStringLiteral("^AWS4-HMAC-SHA256 +Credential=([^/,\\s]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request *, *"
                       "SignedHeaders=([a-z0-9_-]+(?:;[a-z0-9_-]+)*) *, *Signature=([0-9a-f]{64})$"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(authorization));
    if (!match.hasMatch())
        return std::nullopt;
    return SignatureParts{.keyId = match.captured(1),
                          .day = match.captured(2).toLatin1(),
                          .region = match.captured(3),
                          .service = match.captured(4),
                          .headers = match.captured(5).toLatin1().split(';'),
                          .hex = match.captured(6).toLatin1()};
}

ServiceError invalidSignature(const QString &message)
{
    return {QStringLiteral("InvalidSignatureException"), message};
}

// The first header that anybody could change on the way; empty where there is none.
QByteArray unsignedHeader(const httpserver::HttpRequest &request, const SignatureParts &parts)
{
    if (!parts.headers.contains("host"))
        return QByteArrayLiteral("Host");
    const auto found = std::find_if(request.headers.cbegin(), request.headers.cend(), [&](const auto &header) {
        const QByteArray name = header.first.toLower();
        return name.startsWith("x-amz-") && !parts.headers.contains(name);
    });
    return found == request.headers.cend() ? QByteArray() : found->first;
}

// What our own signer makes of the same request, which has to have come over as it was signed.
QByteArray expectedSignature(const httpserver::HttpRequest &request, const SignatureParts &parts, qint64 seconds)
{
    transport::SignableRequest signable{.method = request.method,
                                        .path = request.target.split('?').first(),
                                        .query = request.query,
                                        .headers = {},
                                        .body = request.body};
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        const bool isSignersOwn = lower == "x-amz-date";
        if (parts.headers.contains(lower) && !isSignersOwn)
            signable.headers.append({lower, value});
    }
    return transport::SigV4Signer(parts.region, parts.service).sign(signable, sandboxKeys(), seconds).hex;
}

} // namespace

transport::SigningCredentials sandboxKeys()
{
    return {.accessKeyId = QStringLiteral("sandbox"), .secretAccessKey = QStringLiteral("sandbox"), .sessionToken = {}};
}

bool isWellFormedSignature(QByteArrayView authorization)
{
    return signatureParts(authorization).has_value();
}

std::optional<ServiceError> unverifiedSignature(const httpserver::HttpRequest &request, const QString &region)
{
    const SignatureParts parts = signatureParts(request.header("Authorization")).value_or(SignatureParts());
    const QString known = sandboxKeys().accessKeyId;
    if (parts.keyId != known) {
        return ServiceError{QStringLiteral("UnrecognizedClientException"),
                            QStringLiteral("The sandbox knows the access key \"%1\" only, not \"%2\".")
                                .arg(known, parts.keyId.left(128))};
    }
    const QString service(model::cognitoIdp().signingName);
    if (parts.service != service || parts.region != region) {
        return invalidSignature(QStringLiteral("The credential is scoped to %1 in %2, and this is %3 in %4.")
                                    .arg(parts.service, parts.region, service, region));
    }
    const QByteArray amzDate = request.header("X-Amz-Date");
    const auto signedMs = signatureDateMs(amzDate);
    if (!signedMs || !amzDate.startsWith(parts.day))
        return invalidSignature(QStringLiteral("X-Amz-Date is missing, or is not of the credential's day."));
    if (const QByteArray name = unsignedHeader(request, parts); !name.isEmpty())
        return invalidSignature(QStringLiteral("The header %1 has to be signed.").arg(QString::fromLatin1(name)));
    if (expectedSignature(request, parts, *signedMs / 1000) != parts.hex)
        return invalidSignature(QStringLiteral("The signature is not the one that the secret key gives."));
    return std::nullopt;
}

} // namespace poolscope::sandbox
