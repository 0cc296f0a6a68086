#include "sandbox/rules/passwordpolicy.h"

#include "crypto/random.h"
#include "sandbox/rules/refusals.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto symbols = R"(^$*.[]{}()?"!@#%&/\,><':;|_~`=+-)"_L1;

// Basic Latin letters and digits only, as the service's documentation words the rules (recalled).
bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSymbol(QChar c)
{
    return symbols.contains(c);
}

// A blank that is neither first nor last counts as a symbol.
bool hasSymbol(const QString &password)
{
    if (std::any_of(password.begin(), password.end(), isSymbol))
        return true;
    return password.size() > 2 && QStringView(password).sliced(1, password.size() - 2).contains(u' ');
}

bool has(const QString &password, bool (*kind)(QChar))
{
    return std::any_of(password.begin(), password.end(), kind);
}

} // namespace

idp::PasswordPolicyType effectivePolicy(const std::optional<idp::UserPoolPolicyType> &policies, PartialPolicy partial)
{
    idp::PasswordPolicyType policy;
    const bool given = policies && policies->passwordPolicy;
    if (given)
        policy = *policies->passwordPolicy;
    policy.minimumLength = policy.minimumLength.value_or(8);
    const bool others = !given || partial == PartialPolicy::OthersOn;
    policy.requireUppercase = policy.requireUppercase.value_or(others);
    policy.requireLowercase = policy.requireLowercase.value_or(others);
    policy.requireNumbers = policy.requireNumbers.value_or(others);
    policy.requireSymbols = policy.requireSymbols.value_or(others);
    policy.temporaryPasswordValidityDays = policy.temporaryPasswordValidityDays.value_or(7);
    return policy;
}

Outcome<void> checkPasswordPolicy(const idp::PasswordPolicyType &policy, const QString &password)
{
    if (password.size() < policy.minimumLength.value_or(8))
        return refuse(refusals::passwordShort);
    if (policy.requireLowercase.value_or(false) && !has(password, isLower))
        return refuse(refusals::passwordWithoutLower);
    if (policy.requireUppercase.value_or(false) && !has(password, isUpper))
        return refuse(refusals::passwordWithoutUpper);
    if (policy.requireNumbers.value_or(false) && !has(password, isDigit))
        return refuse(refusals::passwordWithoutDigit);
    if (policy.requireSymbols.value_or(false) && !hasSymbol(password))
        return refuse(refusals::passwordWithoutSymbol);
    return {};
}

QString generatePassword(const idp::PasswordPolicyType &policy, crypto::RandomSource &random)
{
    // Without look-alikes, because people read temporary passwords from a message and type them.
    constexpr auto lower = "abcdefghijkmnpqrstuvwxyz"_L1;
    constexpr auto upper = "ABCDEFGHJKLMNPQRSTUVWXYZ"_L1;
    constexpr auto digits = "23456789"_L1;
    constexpr auto marks = "!@#%&*+-=?"_L1;
    const auto pick = [&random](QLatin1StringView from) {
        return QChar(from[crypto::below(random, quint32(from.size()))]);
    };
    QString password;
    for (const auto kind : {lower, upper, digits, marks})
        password += pick(kind);
    const auto length = std::max<qint64>(10, policy.minimumLength.value_or(8));
    while (password.size() < length)
        password += pick(password.size() % 2 ? lower : upper);
    for (qsizetype i = password.size() - 1; i > 0; --i) {
        const auto other = qsizetype(crypto::below(random, quint32(i + 1)));
        std::swap(password[i], password[other]);
    }
    return password;
}

} // namespace poolscope::sandbox
