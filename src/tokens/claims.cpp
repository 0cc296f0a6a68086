#include "tokens/claims.h"

#include "tokens/claimtable.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope::tokens {

namespace {

bool standsIn(const ClaimEntry &entry, ClaimPlace place)
{
    return entry.places & (1u << static_cast<unsigned>(place));
}

ClaimInfo infoOf(const ClaimEntry &entry)
{
    return {QString(entry.name), QCoreApplication::translate("Claims", entry.meaning), entry.kind};
}

const char *customMeaning(QStringView name)
{
    if (name.startsWith(u"custom:"))
        return QT_TRANSLATE_NOOP("Claims", "A custom attribute of the user. It is always a string, whatever its type.");
    if (name.startsWith(u"dev:"))
        return QT_TRANSLATE_NOOP("Claims", "A developer-only attribute: only administrators can change it.");
    return nullptr;
}

} // namespace

std::optional<ClaimInfo> claimInfo(ClaimPlace place, QStringView name)
{
    const auto entries = claimTable();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ClaimEntry &entry) {
        return standsIn(entry, place) && name == entry.name;
    });
    if (found != entries.end())
        return infoOf(*found);
    const char *const meaning = place == ClaimPlace::Header ? nullptr : customMeaning(name);
    if (!meaning)
        return std::nullopt;
    return ClaimInfo{name.toString(), QCoreApplication::translate("Claims", meaning), ClaimKind::Attribute};
}

QList<ClaimInfo> claimGlossary(ClaimPlace place)
{
    QList<ClaimInfo> glossary;
    for (const ClaimEntry &entry : claimTable()) {
        if (standsIn(entry, place))
            glossary += infoOf(entry);
    }
    return glossary;
}

} // namespace poolscope::tokens
