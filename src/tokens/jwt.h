#pragma once

#include "json/reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

// JSON web tokens in their compact form (RFC 7515, RFC 7519). Parsing says nothing about whether a token may be
// trusted: that is tokens/verifier.h. All functions are pure and reentrant.
namespace poolscope::tokens {

enum class TokenPart { Header, Payload, Signature };

// A stretch of Jwt::text.
struct ByteRange
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool operator==(const ByteRange &) const = default;
};

struct Jwt
{
    QByteArray text; // as it was given
    QByteArray headerBytes;
    QByteArray payloadBytes; // decoded, otherwise untouched: what is shown and searched
    QByteArray signature;
    json::Document header; // both are objects; duplicate members are kept and listed
    json::Document payload;
    ByteRange headerRange;
    ByteRange payloadRange;
    ByteRange signatureRange;

    QByteArrayView signingInput() const { return QByteArrayView(text).first(signatureRange.begin - 1); }
    QString algorithm() const; // header member alg, empty where it is missing or no string
    QString keyId() const;     // kid
    QString tokenUse() const;  // "id", "access", or empty
};

struct JwtError
{
    enum class Code {
        Empty,
        TooLarge,     // over maximumTokenSize
        Encrypted,    // five parts: a JWE, as a refresh token is; only the service can read it
        WrongParts,   // not three parts; `parts` says how many
        BadBase64Url, // of `part`
        BadUtf8,      // `part` decodes to bytes that are not UTF-8
        BadJson,      // `part` is not strict JSON
        NotAnObject,  // `part` is JSON, but no object
    };
    Code code = Code::Empty;
    TokenPart part = TokenPart::Header;
    int parts = 0;
    QString message; // one sentence for people, translated
    Jwt decoded;     // as far as reading went, for showing
};

QString toString(JwtError::Code code); // a stable name, as it stands in a verdict's check

inline constexpr qsizetype maximumTokenSize = 4 * 1024 * 1024;

tl::expected<Jwt, JwtError> parseJwt(QByteArrayView text);

// What a pasted or dropped text held.
struct PastedToken
{
    enum class Kind { Nothing, Jwt, Encrypted, Unknown }; // Encrypted: opaque to clients, as refresh tokens are
    Kind kind = Kind::Nothing;
    QByteArray token;
};

// Finds the token in "Bearer eyJ...", in a whole Authorization header line or a curl command, in quotes, broken over
// lines or with blanks in it. Of several tokens the first. Unknown gives the text without its blanks.
PastedToken extractToken(QStringView pasted);

} // namespace poolscope::tokens
