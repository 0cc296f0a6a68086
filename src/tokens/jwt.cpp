#include "tokens/jwt.h"

#include "crypto/base64url.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace poolscope::tokens {

namespace {

struct JwtText final
{
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

QString partName(TokenPart part)
{
    switch (part) {
    case TokenPart::Header:
        return JwtText::tr("header");
    case TokenPart::Payload:
        return JwtText::tr("payload");
    case TokenPart::Signature:
        return JwtText::tr("signature");
    }
    return {};
}

QString messageFor(JwtError::Code code, TokenPart part, int parts)
{
    switch (code) {
    case JwtError::Code::Empty:
        return JwtText::tr("There is no token.");
    case JwtError::Code::TooLarge:
        return JwtText::tr("The token is larger than 4 MB, so it was not read.");
    case JwtError::Code::Encrypted:
        return JwtText::tr(
            "This token has five parts: it is encrypted, as refresh tokens are, and only the service can read it.");
    case JwtError::Code::WrongParts:
        return JwtText::tr("A token has three parts separated by dots; this one has %1. It may be cut off.").arg(parts);
    case JwtError::Code::BadBase64Url:
        return JwtText::tr("The %1 is not base64url. It may be cut off or altered.").arg(partName(part));
    case JwtError::Code::BadUtf8:
        return JwtText::tr("The %1 is not valid UTF-8.").arg(partName(part));
    case JwtError::Code::BadJson:
        return JwtText::tr("The %1 is not valid JSON.").arg(partName(part));
    case JwtError::Code::NotAnObject:
        return JwtText::tr("The %1 is JSON, but not an object.").arg(partName(part));
    }
    return {};
}

tl::unexpected<JwtError> refuse(JwtError::Code code, Jwt decoded, TokenPart part = TokenPart::Header, int parts = 0)
{
    return tl::unexpected(JwtError{code, part, parts, messageFor(code, part, parts), std::move(decoded)});
}

// Nothing when all is well.
std::optional<JwtError::Code> readObject(const QByteArray &bytes, json::Document &document)
{
    auto read = json::read(bytes);
    if (!read) {
        return read.error().code == json::ReadError::Code::InvalidUtf8 ? JwtError::Code::BadUtf8
                                                                       : JwtError::Code::BadJson;
    }
    document = std::move(*read);
    if (!document.root.isObject())
        return JwtError::Code::NotAnObject;
    return std::nullopt;
}

QString stringMember(const json::Document &document, QStringView name)
{
    return document.root.value(name).toString();
}

} // namespace

QString Jwt::algorithm() const
{
    return stringMember(header, u"alg");
}

QString Jwt::keyId() const
{
    return stringMember(header, u"kid");
}

QString Jwt::tokenUse() const
{
    return stringMember(payload, u"token_use");
}

tl::expected<Jwt, JwtError> parseJwt(QByteArrayView text)
{
    Jwt jwt;
    if (text.isEmpty())
        return refuse(JwtError::Code::Empty, std::move(jwt));
    if (text.size() > maximumTokenSize)
        return refuse(JwtError::Code::TooLarge, std::move(jwt));
    jwt.text = text.toByteArray();
    const int parts = 1 + static_cast<int>(std::count(text.begin(), text.end(), '.'));
    if (parts != 3) {
        return refuse(parts == 5 ? JwtError::Code::Encrypted : JwtError::Code::WrongParts, std::move(jwt),
                      TokenPart::Header, parts);
    }
    const qsizetype first = text.indexOf('.');
    const qsizetype second = text.lastIndexOf('.');
    jwt.headerRange = {0, first};
    jwt.payloadRange = {first + 1, second - first - 1};
    jwt.signatureRange = {second + 1, text.size() - second - 1};

    const std::array steps{
        std::tuple(TokenPart::Header, &jwt.headerRange, &jwt.headerBytes, &jwt.header),
        std::tuple(TokenPart::Payload, &jwt.payloadRange, &jwt.payloadBytes, &jwt.payload),
        std::tuple(TokenPart::Signature, &jwt.signatureRange, &jwt.signature, static_cast<json::Document *>(nullptr))};
    std::optional<std::pair<JwtError::Code, TokenPart>> firstProblem;
    for (const auto &[part, range, bytes, document] : steps) {
        auto decoded = crypto::decodeBase64Url(text.sliced(range->begin, range->length));
        std::optional<JwtError::Code> problem;
        if (decoded)
            *bytes = std::move(*decoded);
        else
            problem = JwtError::Code::BadBase64Url;
        if (!problem && document)
            problem = readObject(*bytes, *document);
        if (problem && !firstProblem)
            firstProblem = std::pair(*problem, part); // go on: the other parts may still be shown
    }
    if (firstProblem)
        return refuse(firstProblem->first, std::move(jwt), firstProblem->second, parts);
    return jwt;
}

} // namespace poolscope::tokens
