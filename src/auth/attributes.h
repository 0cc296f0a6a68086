#pragma once

#include "auth/poolsettings.h"

#include <QList>
#include <QString>

#include <optional>

namespace poolscope::auth {

enum class AttributeType { Text, Email, Phone, Birthdate, Locale, Url, Number, Boolean, DateTime };

struct AttributeSpec
{
    QString name;  // "email", "custom:tier"
    QString label; // "E-mail address", translated for the standard ones, otherwise the name
    AttributeType type = AttributeType::Text;
    bool required = false;
    bool writable = true; // by this app client
    bool custom = false;
    std::optional<qint64> minimumLength; // Text and alike, in characters
    std::optional<qint64> maximumLength;
    std::optional<double> minimumValue; // Number
    std::optional<double> maximumValue;
    QString hint; // how a value looks, translated; may be empty
};

struct SignUpAttributes
{
    QList<AttributeSpec> asked;  // to show at once: what is required, and the address a code can go to
    QList<AttributeSpec> others; // what "Add attribute" offers
    bool assumed = true;         // the schema could not be read: the usual ones
};

// In a pool whose user names are addresses, that address is the user name and not asked again.
SignUpAttributes signUpAttributes(const PoolSettings &settings);

// The pool's own where the schema is known, otherwise a guess by the name; any name is answered.
AttributeSpec attributeSpec(const PoolSettings &settings, const QString &name);

// What is wrong with a value, as one translated sentence; nothing when it is fine. An empty value is wrong only where
// the attribute is required.
std::optional<QString> attributeProblem(const AttributeSpec &spec, const QString &value);

// Whether a text may be the name of an attribute ("name", "custom:name").
bool isAttributeName(QStringView name);

} // namespace poolscope::auth
