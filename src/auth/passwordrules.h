#pragma once

#include "auth/poolsettings.h"

#include <QList>
#include <QString>

namespace poolscope::crypto {
class RandomSource;
}

namespace poolscope::auth {

struct PasswordPolicy
{
    int minimumLength = 8;
    bool lowercase = true;
    bool uppercase = true;
    bool numbers = true;
    bool symbols = true;
    bool assumed = true; // the pool's own could not be read: the service's default stands here

    bool operator==(const PasswordPolicy &) const = default;
};

PasswordPolicy passwordPolicy(const PoolSettings &settings);

struct PasswordRule
{
    enum class Id { Length, Lowercase, Uppercase, Number, Symbol, NoOuterBlanks, NotTooLong };
    Id id = Id::Length;
    QString text; // "At least 8 characters", translated
    bool met = false;
};

// The rules of the policy in the order in which the service names them, then, only while they are broken, the two that
// hold everywhere (no blank at either end, at most 256 characters).
QList<PasswordRule> check(const PasswordPolicy &policy, QStringView password);
bool allMet(const QList<PasswordRule> &rules);

// Meets the policy; at least 14 characters, no blanks, without characters that are easily confused.
QString generatePassword(const PasswordPolicy &policy, crypto::RandomSource &random);

} // namespace poolscope::auth
