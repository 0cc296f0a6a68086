#include "tokens/jwt.h"

#include <algorithm>

namespace poolscope::tokens {

namespace {

bool isTokenCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' ||
           c == u'.';
}

bool isBlank(QChar c)
{
    return c.isSpace() || c == QChar(0x200b) || c == QChar(0xfeff);
}

qsizetype dotsIn(QStringView text)
{
    return std::count(text.begin(), text.end(), u'.');
}

// Every JWS and JWE of ours begins with {"..., which is eyJ in base64.
qsizetype tokenStart(QStringView text)
{
    for (qsizetype at = text.indexOf(u"eyJ"); at >= 0; at = text.indexOf(u"eyJ", at + 1)) {
        if (at == 0 || !isTokenCharacter(text.at(at - 1)))
            return at;
    }
    return -1;
}

bool isWord(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

// From `start` on, over blanks within the token, to where the token must end: three parts, or five for a JWE. A second
// line that begins a new word after a complete token is not taken.
QString collect(QStringView text, qsizetype start)
{
    QString token;
    qsizetype at = start;
    while (at < text.size()) {
        qsizetype end = at;
        while (end < text.size() && isTokenCharacter(text.at(end)))
            ++end;
        const QStringView piece = text.sliced(at, end - at);
        if (!token.isEmpty() && piece.startsWith(u"eyJ") && dotsIn(token) >= 2 && !token.endsWith(u'.'))
            break;
        token += piece;
        at = end;
        while (at < text.size() && isBlank(text.at(at)))
            ++at;
        if (at == end || at == text.size() || !isTokenCharacter(text.at(at)))
            break;
    }
    return token;
}

PastedToken::Kind kindOf(QStringView token)
{
    switch (dotsIn(token)) {
    case 2:
        return PastedToken::Kind::Jwt;
    case 4:
        return PastedToken::Kind::Encrypted;
    default:
        return PastedToken::Kind::Unknown;
    }
}

} // namespace

PastedToken extractToken(QStringView pasted)
{
    if (const qsizetype start = tokenStart(pasted); start >= 0) {
        const QString token = collect(pasted, start);
        return {kindOf(token), token.toLatin1()};
    }
    QString compact;
    compact.reserve(pasted.size());
    std::copy_if(pasted.begin(), pasted.end(), std::back_inserter(compact), [](QChar c) { return !isBlank(c); });
    if (compact.isEmpty())
        return {};
    // A token whose header does not begin as usual: only when nothing stands around it, and lines at most are broken.
    const bool standsAlone = isWord(compact) && !pasted.trimmed().contains(u' ');
    return {standsAlone ? kindOf(compact) : PastedToken::Kind::Unknown, compact.toUtf8()};
}

} // namespace poolscope::tokens
