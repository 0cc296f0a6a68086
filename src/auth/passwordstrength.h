#pragma once

#include <QString>
#include <QStringList>

namespace poolscope::auth {

// An estimate by zxcvbn: how hard a password is to guess, whatever the pool's rules say.
struct PasswordStrength
{
    int score = 0;   // 0 .. 4
    double bits = 0; // estimated entropy
    QString text;    // "Very weak" .. "Very strong", translated; empty for an empty password
};

// `known`: words an attacker would try first (user name, e-mail). Only the first 100 characters are looked at, because
// the time grows faster than the length. Takes a few milliseconds at most.
PasswordStrength estimateStrength(const QString &password, const QStringList &known = {});

} // namespace poolscope::auth
