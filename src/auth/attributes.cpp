#include "auth/attributes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace poolscope::auth {

namespace {

struct Standard
{
    QLatin1StringView name;
    AttributeType type;
    const char *label;
};

// The standard attributes that a user may fill in; the service sets the other three itself.
constexpr Standard standards[] = {
    {QLatin1StringView("email"), AttributeType::Email, QT_TRANSLATE_NOOP("Auth", "E-mail address")},
    {QLatin1StringView("phone_number"), AttributeType::Phone, QT_TRANSLATE_NOOP("Auth", "Phone number")},
    {QLatin1StringView("name"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Full name")},
    {QLatin1StringView("given_name"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Given name")},
    {QLatin1StringView("family_name"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Family name")},
    {QLatin1StringView("middle_name"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Middle name")},
    {QLatin1StringView("nickname"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Nickname")},
    {QLatin1StringView("preferred_username"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Preferred user name")},
    {QLatin1StringView("birthdate"), AttributeType::Birthdate, QT_TRANSLATE_NOOP("Auth", "Date of birth")},
    {QLatin1StringView("gender"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Gender")},
    {QLatin1StringView("address"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Postal address")},
    {QLatin1StringView("locale"), AttributeType::Locale, QT_TRANSLATE_NOOP("Auth", "Language and region")},
    {QLatin1StringView("zoneinfo"), AttributeType::Text, QT_TRANSLATE_NOOP("Auth", "Time zone")},
    {QLatin1StringView("profile"), AttributeType::Url, QT_TRANSLATE_NOOP("Auth", "Profile page")},
    {QLatin1StringView("picture"), AttributeType::Url, QT_TRANSLATE_NOOP("Auth", "Picture")},
    {QLatin1StringView("website"), AttributeType::Url, QT_TRANSLATE_NOOP("Auth", "Website")},
    {QLatin1StringView("updated_at"), AttributeType::Number, QT_TRANSLATE_NOOP("Auth", "Updated at")},
};

constexpr qint64 longestValue = 2048;

const Standard *findStandard(QStringView name)
{
    const auto found = std::find_if(std::begin(standards), std::end(standards),
                                    [&](const Standard &standard) { return standard.name == name; });
    return found == std::end(standards) ? nullptr : found;
}

QString hintFor(AttributeType type)
{
    switch (type) {
    case AttributeType::Email:
        return QStringLiteral("user@example.com");
    case AttributeType::Phone:
        return QStringLiteral("+14155550132");
    case AttributeType::Birthdate:
        return QCoreApplication::translate("Auth", "YYYY-MM-DD");
    case AttributeType::Locale:
        return QStringLiteral("en-US");
    case AttributeType::Url:
        return QStringLiteral("https://example.com");
    case AttributeType::Number:
        return QStringLiteral("42");
    case AttributeType::Boolean:
        return QStringLiteral("true");
    case AttributeType::DateTime:
        return QStringLiteral("2026-01-31T12:00:00Z");
    case AttributeType::Text:
        break;
    }
    return {};
}

AttributeSpec guessed(const QString &name)
{
    AttributeSpec spec{.name = name, .label = name, .custom = name.contains(u':'), .maximumLength = longestValue};
    if (const Standard *standard = findStandard(name)) {
        spec.label = QCoreApplication::translate("Auth", standard->label);
        spec.type = standard->type;
    }
    spec.hint = hintFor(spec.type);
    return spec;
}

AttributeType typeOf(const idp::SchemaAttributeType &schema, AttributeType guess)
{
    const QString type = schema.attributeDataType.value_or(QString());
    if (type == idp::values::AttributeDataType::Number)
        return AttributeType::Number;
    if (type == idp::values::AttributeDataType::Boolean)
        return AttributeType::Boolean;
    if (type == idp::values::AttributeDataType::DateTime)
        return AttributeType::DateTime;
    return guess;
}

template<class Number, class Convert>
std::optional<Number> numberFrom(const std::optional<QString> &text, Convert convert)
{
    bool ok = false;
    const Number number = text ? convert(*text, &ok) : Number();
    return ok ? std::optional(number) : std::nullopt;
}

AttributeSpec fromSchema(const idp::SchemaAttributeType &schema, const PoolSettings &settings)
{
    const QString name = schema.name.value_or(QString());
    AttributeSpec spec = guessed(name);
    spec.type = typeOf(schema, spec.type);
    spec.hint = hintFor(spec.type);
    spec.required = schema.required.value_or(false);
    if (settings.client && settings.client->writeAttributes)
        spec.writable = spec.required || settings.client->writeAttributes->contains(name);
    const auto toLong = [](const QString &text, bool *ok) { return text.toLongLong(ok); };
    const auto toDouble = [](const QString &text, bool *ok) { return text.toDouble(ok); };
    if (const auto &limits = schema.stringAttributeConstraints) {
        spec.minimumLength = numberFrom<qint64>(limits->minLength, toLong);
        spec.maximumLength = numberFrom<qint64>(limits->maxLength, toLong);
    }
    if (const auto &limits = schema.numberAttributeConstraints) {
        spec.minimumValue = numberFrom<double>(limits->minValue, toDouble);
        spec.maximumValue = numberFrom<double>(limits->maxValue, toDouble);
    }
    return spec;
}

bool isSetByTheService(const QString &name)
{
    return name == QLatin1StringView("sub") || name.endsWith(QLatin1StringView("_verified")) ||
           name.startsWith(QLatin1StringView("identities")) || name.startsWith(QLatin1StringView("dev:"));
}

bool isTheUserName(const QString &name, UserNameKind kind)
{
    if (name == QLatin1StringView("email"))
        return kind == UserNameKind::Email || kind == UserNameKind::EmailOrPhone;
    return name == QLatin1StringView("phone_number") &&
           (kind == UserNameKind::Phone || kind == UserNameKind::EmailOrPhone);
}

SignUpAttributes usualAttributes()
{
    SignUpAttributes usual;
    for (const Standard &standard : standards) {
        const bool first = standard.name == QLatin1StringView("email");
        (first ? usual.asked : usual.others).append(guessed(standard.name));
    }
    return usual;
}

} // namespace

SignUpAttributes signUpAttributes(const PoolSettings &settings)
{
    if (!settings.pool || !settings.pool->schemaAttributes)
        return usualAttributes();

    SignUpAttributes attributes{.assumed = false};
    const UserNameKind kind = userNameKind(settings);
    const QList<QString> verified = settings.pool->autoVerifiedAttributes.value_or(QList<QString>{});
    for (const idp::SchemaAttributeType &schema : *settings.pool->schemaAttributes) {
        const AttributeSpec spec = fromSchema(schema, settings);
        if (spec.name.isEmpty() || isSetByTheService(spec.name) || !spec.writable || isTheUserName(spec.name, kind))
            continue;
        const bool asked = spec.required || verified.contains(spec.name);
        (asked ? attributes.asked : attributes.others).append(spec);
    }
    // Standard ones in the usual order, custom ones after them as the schema has them.
    const auto rank = [](const AttributeSpec &spec) {
        const Standard *standard = findStandard(spec.name);
        return standard ? standard - std::begin(standards) : std::ssize(standards);
    };
    const auto before = [&](const AttributeSpec &a, const AttributeSpec &b) { return rank(a) < rank(b); };
    std::stable_sort(attributes.asked.begin(), attributes.asked.end(), before);
    std::stable_sort(attributes.others.begin(), attributes.others.end(), before);
    return attributes;
}

AttributeSpec attributeSpec(const PoolSettings &settings, const QString &name)
{
    if (settings.pool && settings.pool->schemaAttributes) {
        for (const idp::SchemaAttributeType &schema : *settings.pool->schemaAttributes) {
            if (schema.name == name)
                return fromSchema(schema, settings);
        }
    }
    return guessed(name);
}

bool isAttributeName(QStringView name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(?:dev:)?custom:)?[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,32}$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(name.toString()).hasMatch();
}

} // namespace poolscope::auth
