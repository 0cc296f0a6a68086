#include "auth/passwordstrength.h"

#include <QCoreApplication>
#include <QList>

#include <zxcvbn.h>

namespace poolscope::auth {

namespace {

constexpr qsizetype longestLookedAt = 100;

// zxcvbn's own bounds between its scores: 10^3, 10^6, 10^8 and 10^10 guesses.
int scoreOf(double bits)
{
    constexpr double bitsPerDigit = 3.321928094887362;
    if (bits < 3 * bitsPerDigit)
        return 0;
    if (bits < 6 * bitsPerDigit)
        return 1;
    if (bits < 8 * bitsPerDigit)
        return 2;
    return bits < 10 * bitsPerDigit ? 3 : 4;
}

QString textOf(int score)
{
    switch (score) {
    case 0:
        return QCoreApplication::translate("Auth", "Very weak");
    case 1:
        return QCoreApplication::translate("Auth", "Weak");
    case 2:
        return QCoreApplication::translate("Auth", "Fair");
    case 3:
        return QCoreApplication::translate("Auth", "Strong");
    default:
        return QCoreApplication::translate("Auth", "Very strong");
    }
}

} // namespace

PasswordStrength estimateStrength(const QString &password, const QStringList &known)
{
    if (password.isEmpty())
        return {};
    QList<QByteArray> words;
    for (const QString &word : known) {
        if (!word.isEmpty())
            words.append(word.left(longestLookedAt).toUtf8());
    }
    QList<const char *> dictionary;
    for (const QByteArray &word : std::as_const(words))
        dictionary.append(word.constData());
    dictionary.append(nullptr);

    // The library looks at bytes; an embedded NUL would end its text.
    QByteArray text = password.left(longestLookedAt).toUtf8().left(longestLookedAt);
    text.replace('\0', ' ');
    const double bits = ZxcvbnMatch(text.constData(), dictionary.data(), nullptr);
    const int score = scoreOf(bits);
    return {.score = score, .bits = bits, .text = textOf(score)};
}

} // namespace poolscope::auth
