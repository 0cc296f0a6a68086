#include "sandbox/rules/poolrules.h"

#include "sandbox/rules/addresses.h"
#include "sandbox/rules/refusals.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool countsAsAlias(const idp::UserPoolType &pool, const UserRecord &user, const QString &attribute)
{
    if (isUsernameAttribute(pool, attribute))
        return true;
    if (!isAliasAttribute(pool, attribute))
        return false;
    if (attribute == attribute::PreferredUsername)
        return user.status != status::Unconfirmed;
    return isVerified(user, attribute);
}

} // namespace

bool isListed(const std::optional<QStringList> &list, QStringView value)
{
    return list && std::any_of(list->begin(), list->end(), [value](const QString &one) { return one == value; });
}

bool hasUsernameAttributes(const idp::UserPoolType &pool)
{
    return pool.usernameAttributes && !pool.usernameAttributes->isEmpty();
}

bool isUsernameAttribute(const idp::UserPoolType &pool, QStringView attribute)
{
    return isListed(pool.usernameAttributes, attribute);
}

bool isAliasAttribute(const idp::UserPoolType &pool, QStringView attribute)
{
    return isListed(pool.aliasAttributes, attribute);
}

bool isAutoVerified(const idp::UserPoolType &pool, QStringView attribute)
{
    return isListed(pool.autoVerifiedAttributes, attribute);
}

bool isCaseSensitive(const idp::UserPoolType &pool)
{
    return !pool.usernameConfiguration || pool.usernameConfiguration->caseSensitive.value_or(true);
}

QString foldedName(const idp::UserPoolType &pool, const QString &name)
{
    return isCaseSensitive(pool) ? name : name.toLower();
}

QString verifiedFlag(QStringView attribute)
{
    return attribute.toString() + u"_verified"_s;
}

bool isVerified(const UserRecord &user, QStringView attribute)
{
    return user.attribute(attribute) && user.attribute(verifiedFlag(attribute)) == u"true"_s;
}

QList<SignInName> signInNames(const idp::UserPoolType &pool, const UserRecord &user)
{
    QList<SignInName> names{{NameKind::Username, foldedName(pool, user.username)}, {NameKind::Sub, user.sub}};
    const auto add = [&](NameKind kind, const QString &attribute) {
        const auto value = user.attribute(attribute);
        if (value && !value->isEmpty() && countsAsAlias(pool, user, attribute))
            names.append({kind, foldedName(pool, *value)});
    };
    add(NameKind::Email, attribute::Email);
    add(NameKind::PhoneNumber, attribute::PhoneNumber);
    add(NameKind::PreferredUsername, attribute::PreferredUsername);
    return names;
}

QList<SignInName> lookUpNames(const idp::UserPoolType &pool, const QString &typed, bool administrator)
{
    const QString key = foldedName(pool, typed);
    QList<SignInName> names{{NameKind::Username, key}};
    const auto add = [&](NameKind kind, const QString &attribute) {
        if (isUsernameAttribute(pool, attribute) || isAliasAttribute(pool, attribute))
            names.append({kind, key});
    };
    add(NameKind::Email, attribute::Email);
    add(NameKind::PhoneNumber, attribute::PhoneNumber);
    add(NameKind::PreferredUsername, attribute::PreferredUsername);
    if (administrator)
        names.append({NameKind::Sub, typed});
    return names;
}

Outcome<void> checkNewUsername(const idp::UserPoolType &pool, const QString &username)
{
    const bool email = isUsernameAttribute(pool, attribute::Email);
    const bool phone = isUsernameAttribute(pool, attribute::PhoneNumber);
    if (email && phone && !isEmailAddress(username) && !isPhoneNumber(username))
        return refuse(refusals::usernameEither);
    if (email && !phone && !isEmailAddress(username))
        return refuse(refusals::usernameEmail);
    if (phone && !email && !isPhoneNumber(username))
        return refuse(refusals::usernamePhone);
    if (isAliasAttribute(pool, attribute::Email) && isEmailAddress(username))
        return refuse(refusals::usernameLikeAlias, u"email"_s);
    if (isAliasAttribute(pool, attribute::PhoneNumber) && isPhoneNumber(username))
        return refuse(refusals::usernameLikeAlias, u"phone number"_s);
    return {};
}

Outcome<void> fillAddress(const idp::UserPoolType &pool, const QString &username, QList<UserAttribute> &attributes)
{
    if (!hasUsernameAttributes(pool))
        return {};
    const QString name = isPhoneNumber(username) ? attribute::PhoneNumber : attribute::Email;
    for (UserAttribute &given : attributes) {
        if (given.name != name)
            continue;
        if (given.value.isEmpty())
            given.value = username;
        if (foldedName(pool, given.value) != foldedName(pool, username))
            return refuse(refusals::addressDiffers, name);
        return {};
    }
    attributes.append({name, username});
    return {};
}

} // namespace poolscope::sandbox
