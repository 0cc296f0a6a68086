#include "sandbox/rules/attributechange.h"

#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/refusals.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isAddress(QStringView name)
{
    return name == attribute::Email || name == attribute::PhoneNumber;
}

bool isVerifiedFlag(QStringView name)
{
    return name == attribute::EmailVerified || name == attribute::PhoneNumberVerified;
}

bool isVerifiedBeforeUpdate(const idp::UserPoolType &pool, QStringView attribute)
{
    return pool.userAttributeUpdateSettings &&
           isListed(pool.userAttributeUpdateSettings->attributesRequireVerificationBeforeUpdate, attribute);
}

std::optional<QString> valueIn(const QList<UserAttribute> &given, QStringView name)
{
    for (const UserAttribute &one : given) {
        if (one.name == name)
            return one.value;
    }
    return {};
}

bool isTrue(const std::optional<QString> &value)
{
    return value && value->compare(u"true"_s, Qt::CaseInsensitive) == 0;
}

Outcome<void> checkMutable(const Schema &schema, const UserRecord &user, const UserAttribute &given,
                           const WriteRules &rules)
{
    if (findAttribute(schema, given.name)->mutable_.value_or(true))
        return {};
    const auto known = user.attribute(given.name);
    const bool allowed = rules.immutableOnce && (!known || *known == given.value);
    return allowed ? Outcome<void>() : refuse(refusals::attributeImmutable, given.name);
}

// That it is required is said in the words of sign-up (by analogy).
Outcome<void> checkDeletable(const Schema &schema, const QString &name)
{
    if (findAttribute(schema, name)->required.value_or(false))
        return refuse(refusals::schema, name + u": The attribute is required"_s);
    return {};
}

void remove(AttributeChange &change, const QString &name)
{
    change.user.removeAttribute(name);
    if (!isAddress(name))
        return;
    change.user.removeAttribute(verifiedFlag(name));
    change.changed << name;
}

void writeAddress(const idp::UserPoolType &pool, AttributeChange &change, const UserAttribute &given,
                  const WriteRules &rules, bool verified)
{
    const bool same = change.user.attribute(given.name) == given.value;
    if (same && !rules.sameAddressUnverifies)
        return;
    const bool waits = !verified && !same && isVerifiedBeforeUpdate(pool, given.name);
    if (!verified && (waits || isAutoVerified(pool, given.name)))
        change.toVerify << destinationOf(given.name, given.value);
    if (waits)
        return;
    change.changed << given.name;
    change.user.setAttribute(given.name, given.value);
    change.user.setAttribute(verifiedFlag(given.name), u"false"_s);
}

// Only administrators come here with these.
Outcome<void> writeFlags(AttributeChange &change, const QList<UserAttribute> &given)
{
    for (const UserAttribute &one : given) {
        if (!isVerifiedFlag(one.name) || one.value.isEmpty())
            continue;
        const QString address = one.name.chopped(verifiedFlag(QString()).size());
        if (!change.user.attribute(address) && address == attribute::Email)
            return refuse(refusals::verifiedWithoutEmail);
        if (!change.user.attribute(address))
            return refuse(refusals::verifiedWithoutPhone);
        change.user.setAttribute(one.name, one.value.toLower());
    }
    return {};
}

} // namespace

Outcome<AttributeChange> withAttributes(const idp::UserPoolType &pool, const UserRecord &before,
                                        const QList<UserAttribute> &given, const WriteRules &rules)
{
    const Schema schema = pool.schemaAttributes.value_or(Schema{});
    if (const auto fine = checkAttributes(schema, given, rules.writer, rules.writeAttributes); !fine)
        return tl::unexpected(fine.error());
    AttributeChange change{before, {}, {}};
    for (const UserAttribute &one : given) {
        if (const auto fine = checkMutable(schema, before, one, rules); !fine)
            return tl::unexpected(fine.error());
        if (one.value.isEmpty()) {
            if (const auto fine = checkDeletable(schema, one.name); !fine)
                return tl::unexpected(fine.error());
            remove(change, one.name);
        } else if (isAddress(one.name)) {
            writeAddress(pool, change, one, rules, isTrue(valueIn(given, verifiedFlag(one.name))));
        } else if (!isVerifiedFlag(one.name)) {
            change.user.setAttribute(one.name, one.value);
        }
    }
    if (const auto fine = writeFlags(change, given); !fine)
        return tl::unexpected(fine.error());
    return change;
}

Outcome<AttributeChange> withoutAttributes(const idp::UserPoolType &pool, const UserRecord &before,
                                           const QStringList &names, const WriteRules &rules)
{
    const Schema schema = pool.schemaAttributes.value_or(Schema{});
    QList<UserAttribute> given;
    for (const QString &name : names)
        given.append({name, {}});
    if (const auto fine = checkAttributes(schema, given, rules.writer, rules.writeAttributes); !fine)
        return tl::unexpected(fine.error());
    AttributeChange change{before, {}, {}};
    for (const UserAttribute &one : std::as_const(given)) {
        if (const auto fine = checkMutable(schema, before, one, rules); !fine)
            return tl::unexpected(fine.error());
        if (const auto fine = checkDeletable(schema, one.name); !fine)
            return tl::unexpected(fine.error());
        remove(change, one.name);
    }
    return change;
}

} // namespace poolscope::sandbox
