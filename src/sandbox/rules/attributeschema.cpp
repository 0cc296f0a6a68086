#include "sandbox/rules/attributeschema.h"

#include "sandbox/rules/addresses.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/refusals.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumCustomAttributes = 50; // documented

idp::SchemaAttributeType standard(const QString &name, QLatin1StringView type)
{
    idp::SchemaAttributeType one;
    one.name = name;
    one.attributeDataType = type;
    one.developerOnlyAttribute = false;
    one.mutable_ = true;
    one.required = false;
    if (type == "String"_L1)
        one.stringAttributeConstraints =
            idp::StringAttributeConstraintsType{.minLength = u"0"_s, .maxLength = u"2048"_s};
    else if (type == "Number"_L1)
        one.numberAttributeConstraints = idp::NumberAttributeConstraintsType{.minValue = u"0"_s};
    return one;
}

Outcome<idp::SchemaAttributeType> customAttribute(idp::SchemaAttributeType wanted, DeveloperNames names)
{
    if (wanted.required.value_or(false))
        return refuse(refusals::requiredCustomAttribute);
    const bool developerOnly = wanted.developerOnlyAttribute.value_or(false);
    const bool marked = developerOnly && names == DeveloperNames::DevCustom;
    wanted.name = (marked ? u"dev:custom:"_s : u"custom:"_s) + wanted.name.value_or(QString());
    wanted.attributeDataType = wanted.attributeDataType.value_or(u"String"_s);
    wanted.developerOnlyAttribute = developerOnly;
    wanted.mutable_ = wanted.mutable_.value_or(false);
    wanted.required = false;
    if (wanted.attributeDataType == u"String"_s && !wanted.stringAttributeConstraints)
        wanted.stringAttributeConstraints = idp::StringAttributeConstraintsType{};
    if (wanted.attributeDataType == u"Number"_s && !wanted.numberAttributeConstraints)
        wanted.numberAttributeConstraints = idp::NumberAttributeConstraintsType{};
    return wanted;
}

// Written by the service or by administrators only.
bool isServiceOwned(QStringView name)
{
    return name == attribute::Sub || name == attribute::EmailVerified || name == attribute::PhoneNumberVerified;
}

bool fitsType(const idp::SchemaAttributeType &definition, const QString &value)
{
    const QString type = definition.attributeDataType.value_or(u"String"_s);
    if (type == u"Number"_s) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber && std::isfinite(number);
    }
    if (type == u"Boolean"_s)
        return value.compare(u"true", Qt::CaseInsensitive) == 0 || value.compare(u"false", Qt::CaseInsensitive) == 0;
    if (type == u"DateTime"_s)
        return QDateTime::fromString(value, Qt::ISODate).isValid() || value.toLongLong() > 0;
    return true;
}

// The service's texts for lengths and ranges are not known: these are ours.
QString lengthFault(const idp::SchemaAttributeType &definition, const QString &value)
{
    const QString name = definition.name.value_or(QString());
    if (const auto &limits = definition.stringAttributeConstraints) {
        if (limits->minLength && value.size() < limits->minLength->toLongLong())
            return u"%1: String must be longer than or equal to %2"_s.arg(name, *limits->minLength);
        if (limits->maxLength && value.size() > limits->maxLength->toLongLong())
            return u"%1: String must be shorter than or equal to %2"_s.arg(name, *limits->maxLength);
    }
    if (const auto &limits = definition.numberAttributeConstraints) {
        if (limits->minValue && value.toDouble() < limits->minValue->toDouble())
            return u"%1: Number must be greater than or equal to %2"_s.arg(name, *limits->minValue);
        if (limits->maxValue && value.toDouble() > limits->maxValue->toDouble())
            return u"%1: Number must be less than or equal to %2"_s.arg(name, *limits->maxValue);
    }
    return {};
}

Outcome<void> checkValue(const idp::SchemaAttributeType &definition, const QString &value)
{
    if (value.isEmpty())
        return {};
    const QString name = definition.name.value_or(QString());
    if (!fitsType(definition, value))
        return refuse(refusals::attributeType, name);
    if (name == attribute::Email && !isEmailAddress(value))
        return refuse(refusals::emailFormat);
    if (name == attribute::PhoneNumber && !isPhoneNumber(value))
        return refuse(refusals::phoneFormat);
    if (const QString fault = lengthFault(definition, value); !fault.isEmpty())
        return refuse(refusals::schema, fault);
    return {};
}

} // namespace

Schema standardSchema()
{
    constexpr QLatin1StringView texts[] = {
        "name"_L1,     "given_name"_L1, "family_name"_L1,  "middle_name"_L1, "nickname"_L1, "preferred_username"_L1,
        "profile"_L1,  "picture"_L1,    "website"_L1,      "email"_L1,       "gender"_L1,   "birthdate"_L1,
        "zoneinfo"_L1, "locale"_L1,     "phone_number"_L1, "address"_L1,
    };
    auto sub = standard(attribute::Sub, "String"_L1);
    sub.mutable_ = false;
    sub.required = true;
    sub.stringAttributeConstraints = idp::StringAttributeConstraintsType{.minLength = u"1"_s, .maxLength = u"2048"_s};
    Schema schema{sub};
    for (const auto name : texts) {
        auto one = standard(name, "String"_L1);
        if (name == "birthdate"_L1)
            one.stringAttributeConstraints =
                idp::StringAttributeConstraintsType{.minLength = u"10"_s, .maxLength = u"10"_s};
        schema << one;
    }
    schema << standard(attribute::EmailVerified, "Boolean"_L1) << standard(attribute::PhoneNumberVerified, "Boolean"_L1)
           << standard("updated_at"_L1, "Number"_L1);
    return schema;
}

Outcome<Schema> schemaFor(const Schema &wanted, DeveloperNames names)
{
    Schema schema = standardSchema();
    QSet<QString> seen;
    for (const auto &one : wanted) {
        const QString name = one.name.value_or(QString());
        if (seen.contains(name))
            return refuse(refusals::attributeTwice, name);
        seen.insert(name);
        const auto known = std::find_if(schema.begin(), schema.end(), [&](const auto &s) { return s.name == name; });
        if (known == schema.end()) {
            auto custom = customAttribute(one, names);
            if (!custom)
                return tl::unexpected(custom.error());
            schema << *custom;
            continue;
        }
        known->required = one.required.value_or(*known->required);
        known->mutable_ = one.mutable_.value_or(*known->mutable_);
        if (one.stringAttributeConstraints)
            known->stringAttributeConstraints = one.stringAttributeConstraints;
    }
    return schema;
}

Outcome<Schema> extendedSchema(const Schema &schema, const Schema &added, DeveloperNames names)
{
    Schema extended = schema;
    for (const auto &one : added) {
        const auto custom = customAttribute(one, names);
        if (!custom)
            return tl::unexpected(custom.error());
        if (findAttribute(extended, *custom->name))
            return refuse(refusals::attributeExists, *custom->name);
        extended << *custom;
    }
    if (extended.size() - standardSchema().size() > maximumCustomAttributes)
        return refuse(refusals::tooManyAttributes);
    return extended;
}

const idp::SchemaAttributeType *findAttribute(const Schema &schema, QStringView name)
{
    const auto found = std::find_if(schema.begin(), schema.end(), [name](const auto &one) { return one.name == name; });
    return found == schema.end() ? nullptr : &*found;
}

Outcome<void> checkAttributes(const Schema &schema, const QList<UserAttribute> &attributes, Writer writer,
                              const std::optional<QStringList> &writeAttributes)
{
    for (const auto &given : attributes) {
        const auto *definition = findAttribute(schema, given.name);
        if (!definition)
            return refuse(refusals::schema, given.name + u": Attribute does not exist in the schema."_s);
        const bool forbidden =
            writer == Writer::Client ? !isWritable(*definition, writeAttributes) : given.name == attribute::Sub;
        if (forbidden)
            return refuse(refusals::attributeNotWritable);
    }
    for (const auto &given : attributes) {
        if (const auto fine = checkValue(*findAttribute(schema, given.name), given.value); !fine)
            return fine;
    }
    return {};
}

QStringList missingAttributes(const Schema &schema, const QList<UserAttribute> &attributes)
{
    QStringList missing;
    for (const auto &definition : schema) {
        if (!definition.required.value_or(false) || definition.name == attribute::Sub)
            continue;
        const bool there = std::any_of(attributes.begin(), attributes.end(), [&](const UserAttribute &given) {
            return given.name == definition.name && !given.value.isEmpty();
        });
        if (!there)
            missing << *definition.name;
    }
    return missing;
}

Outcome<void> checkRequired(const Schema &schema, const QList<UserAttribute> &attributes)
{
    const QStringList missing = missingAttributes(schema, attributes);
    if (missing.isEmpty())
        return {};
    QStringList lines;
    for (const QString &name : missing)
        lines << (name == u"name"_s ? u"name.formatted: The attribute name.formatted is required"_s
                                    : name + u": The attribute is required"_s);
    return refuse(refusals::schema, lines.join(u'\n'));
}

bool isWritable(const idp::SchemaAttributeType &definition, const std::optional<QStringList> &writeAttributes)
{
    const QString name = definition.name.value_or(QString());
    if (isServiceOwned(name) || definition.developerOnlyAttribute.value_or(false))
        return false;
    if (!writeAttributes || writeAttributes->isEmpty() || definition.required.value_or(false))
        return true;
    return writeAttributes->contains(name);
}

bool isReadable(QStringView name, const std::optional<QStringList> &readAttributes)
{
    return name == attribute::Sub || !readAttributes || readAttributes->isEmpty() || isListed(readAttributes, name);
}

Outcome<void> checkPermissionList(const Schema &schema, const std::optional<QStringList> &names, QStringView kind)
{
    if (!names)
        return {};
    for (const QString &name : *names) {
        const auto *definition = findAttribute(schema, name);
        if (!definition || (kind == u"write" && !isWritable(*definition, {})))
            return refuse(refusals::permissionList, kind.toString());
    }
    return {};
}

} // namespace poolscope::sandbox
