#include "tokens/claimtext.h"

#include "core/visibletext.h"
#include "tokens/claimchecks.h"
#include "json/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope::tokens {

namespace {

constexpr qsizetype maximumShown = 300;
constexpr qsizetype maximumListed = 12;

struct ClaimText final
{
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

ShownText shortened(QStringView text)
{
    if (text.size() <= maximumShown)
        return {visibleText(text), false};
    const bool splitsPair = text.at(maximumShown - 1).isHighSurrogate();
    return {visibleText(text.first(splitsPair ? maximumShown - 1 : maximumShown)) + u'…', true};
}

bool isPlain(const json::Value &value)
{
    return !value.isArray() && !value.isObject();
}

QString plainText(const json::Value &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(json::write(value));
}

ShownText listText(const json::Value &value)
{
    const QList<json::Value> &elements = value.elements();
    if (elements.size() > maximumListed || !std::all_of(elements.begin(), elements.end(), isPlain))
        return {ClaimText::tr("%n entries", nullptr, static_cast<int>(elements.size())), false};
    QStringList parts;
    for (const json::Value &element : elements)
        parts += plainText(element).left(maximumShown + 1);
    return shortened(parts.join(QLatin1StringView(", ")));
}

} // namespace

ShownText shownText(const json::Value &value)
{
    if (value.isArray())
        return listText(value);
    if (value.isObject())
        return {ClaimText::tr("%n members", nullptr, static_cast<int>(value.size())), false};
    return shortened(plainText(value));
}

QString rawText(const json::Value &value)
{
    return isPlain(value) ? plainText(value) : QString::fromUtf8(json::write(value));
}

std::optional<QDateTime> claimTime(const json::Value &value)
{
    const auto seconds = numericDate(value);
    if (!seconds)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(*seconds * 1000), Qt::UTC);
}

} // namespace poolscope::tokens
