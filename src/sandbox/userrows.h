#pragma once

#include "sandbox/records.h"

#include <array>

// How a user lies in the tables users and user_lookup.
namespace poolscope::sandbox::userrows {

// Those ListUsers can filter by, besides what stands in the users table.
inline constexpr std::array searchable{QLatin1StringView("email"),       QLatin1StringView("phone_number"),
                                       QLatin1StringView("name"),        QLatin1StringView("given_name"),
                                       QLatin1StringView("family_name"), QLatin1StringView("preferred_username")};

QByteArray attributesJson(const QList<UserAttribute> &attributes); // [["name","value"],...]

// Of an alias; empty for the user name and the sub.
QLatin1StringView attributeOf(NameKind kind);

} // namespace poolscope::sandbox::userrows
