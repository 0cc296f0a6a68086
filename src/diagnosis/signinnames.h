#pragma once

#include "auth/poolsettings.h"
#include "model/cognitoidp.h"

#include <QString>

// Which of a user's names the service takes at sign-in, and how a typed one compares with them.
namespace poolscope::diagnosis {

enum class NameKind { Username, Email, Phone, Preferred, Sub };

struct NameMatch
{
    NameKind kind = NameKind::Username;
    bool sameCase = true;
};

// The first of the user's names that the text is: one in the same case comes first. Nothing where it is none of them.
std::optional<NameMatch> matchOf(const idp::UserType &user, const QString &typed);

enum class NameUse {
    SignsIn,
    NotVerified, // an alias of this pool, but the user's is not verified
    NoName,      // this pool takes no such name at sign-in
    Unknown,     // the pool's settings were not read
};
NameUse useOf(const idp::UserType &user, NameKind kind, const auth::PoolSettings &settings);

bool tellsCaseApart(const auth::PoolSettings &settings); // absent: yes, what the API makes
bool isVerified(const idp::UserType &user, NameKind kind);
QString valueOf(const idp::UserType &user, NameKind kind);
bool hasAddress(const idp::UserType &user); // one that something can be sent to

} // namespace poolscope::diagnosis
