#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// What follows from a pool's settings for the names of its users. Pure.
namespace poolscope::sandbox {

namespace attribute {
inline const QString Sub = QStringLiteral("sub");
inline const QString Email = QStringLiteral("email");
inline const QString EmailVerified = QStringLiteral("email_verified");
inline const QString PhoneNumber = QStringLiteral("phone_number");
inline const QString PhoneNumberVerified = QStringLiteral("phone_number_verified");
inline const QString PreferredUsername = QStringLiteral("preferred_username");
} // namespace attribute

namespace status {
inline constexpr QLatin1StringView Unconfirmed("UNCONFIRMED");
inline constexpr QLatin1StringView Confirmed("CONFIRMED");
inline constexpr QLatin1StringView ForceChangePassword("FORCE_CHANGE_PASSWORD");
inline constexpr QLatin1StringView ResetRequired("RESET_REQUIRED");
inline constexpr QLatin1StringView ExternalProvider("EXTERNAL_PROVIDER");
} // namespace status

bool isListed(const std::optional<QStringList> &list, QStringView value);
bool hasUsernameAttributes(const idp::UserPoolType &pool); // then the user name is the sub
bool isUsernameAttribute(const idp::UserPoolType &pool, QStringView attribute);
bool isAliasAttribute(const idp::UserPoolType &pool, QStringView attribute);
bool isAutoVerified(const idp::UserPoolType &pool, QStringView attribute);

// UsernameConfiguration absent counts as case-sensitive, as the API documents.
bool isCaseSensitive(const idp::UserPoolType &pool);
QString foldedName(const idp::UserPoolType &pool, const QString &name);

bool isVerified(const UserRecord &user, QStringView attribute); // email or phone_number

// "email_verified" for "email".
QString verifiedFlag(QStringView attribute);

// The names that the user is found by: aliases only once verified, preferred_username once the user is confirmed;
// in pools with UsernameAttributes e-mail and phone number in any case.
QList<SignInName> signInNames(const idp::UserPoolType &pool, const UserRecord &user);

// In the order in which a typed name is looked up. Administrators' calls also find a user by the sub.
QList<SignInName> lookUpNames(const idp::UserPoolType &pool, const QString &typed, bool administrator);

// Whether the name may be chosen at sign-up: its form must be, or must not be, that of an address.
Outcome<void> checkNewUsername(const idp::UserPoolType &pool, const QString &username);

// In a pool with UsernameAttributes the typed name fills the attribute; a different one is refused.
Outcome<void> fillAddress(const idp::UserPoolType &pool, const QString &username, QList<UserAttribute> &attributes);

} // namespace poolscope::sandbox
