#include "core/redaction.h"

#include <QRegularExpression>

namespace poolscope {

QString redactedMark()
{
    return QStringLiteral("\u2039redacted\u203a");
}

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

const QList<Rule> &rules()
{
    static const QList<Rule> list = [] {
        const auto options = QRegularExpression::CaseInsensitiveOption;
        const QString names = QStringLiteral(
            "(?:proposed|previous|temporary|new_?)?password|(?:sms_mfa_|email_otp_|sms_otp_|software_token_mfa_|"
            "confirmation_?|verification_?|user_?|secret_?)?code|secret_?hash|client_?secret(?:_?value)?|"
            "secret_?(?:access_?)?key|session(?:_?token)?|(?:access|id|refresh|feedback)_?token|token|srp_[ab]|"
            "secret_block|salt|answer|password_?verifier|pre_?signed_?url|password_claim_signature|"
            "password_claim_secret_block|code_verifier|secret");
        return QList<Rule>{
            {QRegularExpression(QStringLiteral(R"re(eyJ[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){1,4})re")), redactedMark()},
            {QRegularExpression(QStringLiteral(R"re(\b(?:AKIA|ASIA)[A-Z0-9]{12,})re")), redactedMark()},
            {QRegularExpression(QStringLiteral(R"re((authorization["']?\s*[:=]\s*["']?)[^\r\n"']+)re"), options),
             QStringLiteral("\\1") + redactedMark()},
            // As it stands in a canonical request, which refused signatures are answered with.
            {QRegularExpression(QStringLiteral(R"re((x-amz-security-token["']?\s*[:=]\s*["']?)[^\s"'&,]+)re"), options),
             QStringLiteral("\\1") + redactedMark()},
            // Possessive: a long value must not use up the matcher's memory, or all behind it would stay as it is.
            {QRegularExpression(
                 QStringLiteral(R"re(((?<![A-Za-z])(?:%1)"\s*:\s*")(?:[^"\\]++|\\(?s:.))*+)re").arg(names), options),
             QStringLiteral("\\1") + redactedMark()},
            {QRegularExpression(QStringLiteral(R"re(((?<![A-Za-z])(?:%1)=)[^&\s"']+)re").arg(names), options),
             QStringLiteral("\\1") + redactedMark()},
        };
    }();
    return list;
}

} // namespace

QString redactText(const QString &text)
{
    QString result = text;
    for (const Rule &rule : rules())
        result.replace(rule.pattern, rule.replacement);
    return result;
}

} // namespace poolscope
