#include "tokens/verdicttext.h"

namespace poolscope::tokens {

QString verdictTitle(Check::Id id)
{
    switch (id) {
    case Check::Id::Form:
        return VerdictText::tr("Form");
    case Check::Id::Size:
        return VerdictText::tr("Size");
    case Check::Id::Members:
        return VerdictText::tr("Members");
    case Check::Id::Algorithm:
        return VerdictText::tr("Algorithm");
    case Check::Id::Key:
        return VerdictText::tr("Key");
    case Check::Id::Signature:
        return VerdictText::tr("Signature");
    case Check::Id::Issuer:
        return VerdictText::tr("Issuer");
    case Check::Id::Audience:
        return VerdictText::tr("App client");
    case Check::Id::TokenUse:
        return VerdictText::tr("Token use");
    case Check::Id::Expiry:
        return VerdictText::tr("Expiry");
    case Check::Id::NotBefore:
        return VerdictText::tr("Not before");
    case Check::Id::IssuedAt:
        return VerdictText::tr("Issued at");
    }
    return {};
}

Check made(Check::Id id, Check::Outcome outcome, QString code, QString detail)
{
    return {id, outcome, std::move(code), verdictTitle(id), std::move(detail)};
}

Check passed(Check::Id id, QString detail)
{
    return made(id, Check::Outcome::Passed, {}, std::move(detail));
}

Check failed(Check::Id id, const char *code, QString detail)
{
    return made(id, Check::Outcome::Failed, QString::fromLatin1(code), std::move(detail));
}

Check notChecked(Check::Id id, const char *code, QString detail)
{
    return made(id, Check::Outcome::NotChecked, QString::fromLatin1(code), std::move(detail));
}

QString toString(Check::Id id)
{
    switch (id) {
    case Check::Id::Form:
        return QStringLiteral("form");
    case Check::Id::Size:
        return QStringLiteral("size");
    case Check::Id::Members:
        return QStringLiteral("members");
    case Check::Id::Algorithm:
        return QStringLiteral("algorithm");
    case Check::Id::Key:
        return QStringLiteral("key");
    case Check::Id::Signature:
        return QStringLiteral("signature");
    case Check::Id::Issuer:
        return QStringLiteral("issuer");
    case Check::Id::Audience:
        return QStringLiteral("audience");
    case Check::Id::TokenUse:
        return QStringLiteral("tokenUse");
    case Check::Id::Expiry:
        return QStringLiteral("expiry");
    case Check::Id::NotBefore:
        return QStringLiteral("notBefore");
    case Check::Id::IssuedAt:
        return QStringLiteral("issuedAt");
    }
    return {};
}

QString toString(JwtError::Code code)
{
    switch (code) {
    case JwtError::Code::Empty:
        return QStringLiteral("Empty");
    case JwtError::Code::TooLarge:
        return QStringLiteral("TooLarge");
    case JwtError::Code::Encrypted:
        return QStringLiteral("Encrypted");
    case JwtError::Code::WrongParts:
        return QStringLiteral("WrongParts");
    case JwtError::Code::BadBase64Url:
        return QStringLiteral("BadBase64Url");
    case JwtError::Code::BadUtf8:
        return QStringLiteral("BadUtf8");
    case JwtError::Code::BadJson:
        return QStringLiteral("BadJson");
    case JwtError::Code::NotAnObject:
        return QStringLiteral("NotAnObject");
    }
    return {};
}

} // namespace poolscope::tokens
