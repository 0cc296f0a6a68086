#include "core/visibletext.h"

#include <algorithm>

namespace poolscope {

namespace {

bool deceives(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

} // namespace

QString visibleText(QStringView text)
{
    if (std::none_of(text.begin(), text.end(), deceives))
        return text.toString();
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (deceives(c))
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result;
}

} // namespace poolscope
