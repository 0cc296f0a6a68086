#include "sandbox/rules/addresses.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isDomain(QStringView domain)
{
    if (domain.contains(u".."_s) || domain.startsWith(u'.') || domain.endsWith(u'.') || !domain.contains(u'.'))
        return false;
    return std::all_of(domain.begin(), domain.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-'; });
}

} // namespace

bool isEmailAddress(QStringView text)
{
    const auto at = text.indexOf(u'@');
    if (at < 1 || text.indexOf(u'@', at + 1) >= 0)
        return false;
    const QStringView local = text.first(at);
    const bool plain = std::none_of(local.begin(), local.end(), [](QChar c) {
        return c.isSpace() || c.unicode() < 0x20 || "(),:;<>[]\\\""_L1.contains(c);
    });
    return plain && isDomain(text.sliced(at + 1));
}

bool isPhoneNumber(QStringView text)
{
    if (text.size() < 3 || text.size() > 16 || text.front() != u'+' || text[1] == u'0')
        return false;
    const QStringView digits = text.sliced(1);
    return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString maskedEmail(QStringView address)
{
    const auto at = address.indexOf(u'@');
    const auto first = [](QStringView part) { return part.isEmpty() ? QString() : QString(part.front()); };
    const QStringView local = at < 0 ? address : address.first(at);
    const QStringView domain = at < 0 ? QStringView() : address.sliced(at + 1);
    return first(local) + u"***@"_s + first(domain) + u"***"_s;
}

QString maskedPhone(QStringView number)
{
    const auto digits = std::max<qsizetype>(0, number.size() - 1);
    const auto shown = std::min<qsizetype>(4, digits);
    return u"+"_s + QString(digits - shown, u'*') + number.last(shown).toString();
}

} // namespace poolscope::sandbox
