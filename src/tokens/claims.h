#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace poolscope::tokens {

enum class ClaimPlace { Header, IdToken, AccessToken };
enum class ClaimKind { Text, Identifier, Time, Flag, Number, List, Address, Group, Scope, Attribute };

struct ClaimInfo
{
    QString name;
    QString meaning; // one or two sentences, translated
    ClaimKind kind = ClaimKind::Text;
};

// What a header member or a claim of Cognito means; nothing for a name that is not known. Custom attributes ("custom:x",
// "dev:custom:x") are known by their prefix. Reentrant.
std::optional<ClaimInfo> claimInfo(ClaimPlace place, QStringView name);

// The whole glossary of a place, in the order in which it is best read.
QList<ClaimInfo> claimGlossary(ClaimPlace place);

} // namespace poolscope::tokens
