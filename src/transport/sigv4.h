#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace poolscope::transport {

// Keys of an AWS identity. `sessionToken` is empty for long-lived keys. Secret: never logged, never stored here.
struct SigningCredentials
{
    QString accessKeyId;
    QString secretAccessKey;
    QString sessionToken;
};

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};

// A request as it goes over the wire; `query` without the question mark. For signing, the path is percent-encoded once
// more, as every service but S3 has it. `headers` are those to be signed and must hold Host.
struct SignableRequest
{
    QByteArray method;
    QByteArray path;
    QByteArray query;
    QList<HttpHeader> headers;
    QByteArray body;
};

// The intermediate texts are kept because that is what a wrong signature is debugged with; they hold no secret key,
// but `canonicalRequest` holds the session token.
struct Signature
{
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray hex;
    QList<HttpHeader> headers; // to be added to the request, Authorization last
};

struct SigV4Options
{
    bool normalizePath = true;    // resolve "." and ".." and empty segments (every service but S3)
    bool bodyHashHeader = false;  // send and sign X-Amz-Content-Sha256
    bool signSessionToken = true; // false: the token is sent but not signed
};

// AWS Signature Version 4, Authorization header form. A value: reentrant, no state between calls, so that every attempt
// is signed anew with the time of that attempt.
class SigV4Signer final
{
public:
    SigV4Signer(QString region, QString service, SigV4Options options = {});

    // `nowSeconds`: the service's time, seconds since 1970-01-01 UTC.
    Signature sign(const SignableRequest &request, const SigningCredentials &credentials, qint64 nowSeconds) const;

private:
    QByteArray m_region;
    QByteArray m_service;
    SigV4Options m_options;
};

} // namespace poolscope::transport
