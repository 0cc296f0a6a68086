#include "auth/passwordrules.h"

#include "crypto/random.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace poolscope::auth {

namespace {

constexpr int longestPassword = 256; // PasswordType of the service model
constexpr int shortestGenerated = 14;

// The developer guide's list; a blank counts as a symbol unless it stands first or last.
constexpr QStringView symbols = u"^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

constexpr QStringView generatedLower = u"abcdefghijkmnpqrstuvwxyz";
constexpr QStringView generatedUpper = u"ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr QStringView generatedDigits = u"23456789";
constexpr QStringView generatedSymbols = u"!@#%&*-_=+?";

template<class Test>
bool any(QStringView text, Test test)
{
    return std::any_of(text.cbegin(), text.cend(), test);
}

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

bool hasSymbol(QStringView password)
{
    if (any(password, [](QChar c) { return symbols.contains(c); }))
        return true;
    return password.size() > 2 && password.sliced(1, password.size() - 2).contains(u' ');
}

bool hasOuterBlank(QStringView password)
{
    return !password.isEmpty() && (password.front().isSpace() || password.back().isSpace());
}

qsizetype lengthOf(QStringView password)
{
    return password.toUcs4().size();
}

QChar pick(QStringView from, crypto::RandomSource &random)
{
    return from.at(crypto::below(random, quint32(from.size())));
}

} // namespace

PasswordPolicy passwordPolicy(const PoolSettings &settings)
{
    if (!settings.pool || !settings.pool->policies || !settings.pool->policies->passwordPolicy)
        return {};
    const idp::PasswordPolicyType &own = *settings.pool->policies->passwordPolicy;
    return {.minimumLength = int(std::clamp<qint64>(own.minimumLength.value_or(8), 0, longestPassword)),
            .lowercase = own.requireLowercase.value_or(false),
            .uppercase = own.requireUppercase.value_or(false),
            .numbers = own.requireNumbers.value_or(false),
            .symbols = own.requireSymbols.value_or(false),
            .assumed = false};
}

QList<PasswordRule> check(const PasswordPolicy &policy, QStringView password)
{
    using Id = PasswordRule::Id;
    using QCA = QCoreApplication;
    QList<PasswordRule> rules;
    rules.append({Id::Length, QCA::translate("Auth", "At least %1 characters").arg(policy.minimumLength),
                  lengthOf(password) >= policy.minimumLength});
    if (policy.lowercase)
        rules.append({Id::Lowercase, QCA::translate("Auth", "A lower case letter (a to z)"), any(password, isLower)});
    if (policy.uppercase)
        rules.append({Id::Uppercase, QCA::translate("Auth", "An upper case letter (A to Z)"), any(password, isUpper)});
    if (policy.numbers)
        rules.append({Id::Number, QCA::translate("Auth", "A digit"), any(password, isDigit)});
    if (policy.symbols)
        rules.append({Id::Symbol, QCA::translate("Auth", "A symbol, such as ! or -"), hasSymbol(password)});
    if (hasOuterBlank(password))
        rules.append({Id::NoOuterBlanks, QCA::translate("Auth", "No blank at the beginning or end"), false});
    if (lengthOf(password) > longestPassword)
        rules.append({Id::NotTooLong, QCA::translate("Auth", "At most %1 characters").arg(longestPassword), false});
    return rules;
}

bool allMet(const QList<PasswordRule> &rules)
{
    return std::all_of(rules.cbegin(), rules.cend(), [](const PasswordRule &rule) { return rule.met; });
}

QString generatePassword(const PasswordPolicy &policy, crypto::RandomSource &random)
{
    // One of each kind whether the policy asks for it or not, so that the password also does for a stricter pool.
    QString password;
    const QStringView kinds[] = {generatedLower, generatedUpper, generatedDigits, generatedSymbols};
    for (const QStringView kind : kinds)
        password += pick(kind, random);
    QString everything;
    for (const QStringView kind : kinds)
        everything += kind;
    const int length = std::max(policy.minimumLength, shortestGenerated);
    while (password.size() < length)
        password += pick(everything, random);
    for (qsizetype last = password.size() - 1; last > 0; --last)
        std::swap(password[last], password[crypto::below(random, quint32(last + 1))]);
    return password;
}

} // namespace poolscope::auth
