#include "profiles/connectionjson.h"

#include <array>
#include <utility>

namespace poolscope::profiles {

namespace {

using KindName = std::pair<Connection::Kind, QLatin1StringView>;
constexpr std::array<KindName, 3> kindNames{
    KindName{Connection::Kind::Sandbox, QLatin1StringView("sandbox")},
    KindName{Connection::Kind::Aws, QLatin1StringView("aws")},
    KindName{Connection::Kind::Endpoint, QLatin1StringView("endpoint")},
};

using EnvironmentName = std::pair<Environment, QLatin1StringView>;
constexpr std::array<EnvironmentName, 4> environmentNames{
    EnvironmentName{Environment::Sandbox, QLatin1StringView("sandbox")},
    EnvironmentName{Environment::Development, QLatin1StringView("development")},
    EnvironmentName{Environment::Staging, QLatin1StringView("staging")},
    EnvironmentName{Environment::Production, QLatin1StringView("production")},
};

// The last one is also for what a later version may have: then nothing is signed.
using KeyKindName = std::pair<KeySource::Kind, QLatin1StringView>;
constexpr std::array<KeyKindName, 4> keyKindNames{
    KeyKindName{KeySource::Kind::Environment, QLatin1StringView("environment")},
    KeyKindName{KeySource::Kind::Profile, QLatin1StringView("profile")},
    KeyKindName{KeySource::Kind::Kept, QLatin1StringView("keychain")},
    KeyKindName{KeySource::Kind::None, QLatin1StringView("none")},
};

template<class Names, class Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return {};
}

template<class Names, class Value>
Value valueOf(const Names &names, const QString &text, Value fallback)
{
    for (const auto &[candidate, name] : names) {
        if (name == text)
            return candidate;
    }
    return fallback;
}

} // namespace

std::optional<Connection> connectionFromJson(const json::Value &object)
{
    const QString id = object.value(u"id").toString();
    const auto kind = valueOf(kindNames, object.value(u"kind").toString(), Connection::Kind::Aws);
    if (id.isEmpty() || (kind == Connection::Kind::Sandbox && id != sandboxId))
        return {};
    QUrl endpoint(object.value(u"endpoint").toString(), QUrl::StrictMode);
    endpoint.setUserInfo({}); // a password there would be shown wherever the address is
    const json::Value readOnly = object.value(u"readOnly");
    return Connection{
        .id = id,
        .name = object.value(u"name").toString(),
        .kind = kind,
        .region = object.value(u"region").toString(),
        .userPoolId = object.value(u"userPoolId").toString(),
        .clientId = object.value(u"clientId").toString(),
        .endpoint = endpoint,
        // What cannot be understood is treated with the most care.
        .environment = valueOf(environmentNames, object.value(u"environment").toString(), Environment::Production),
        .readOnly = readOnly.isBool() ? readOnly.toBool() : !readOnly.isNull(),
        .hasClientSecret = object.value(u"hasClientSecret").toBool(),
        .keys = {valueOf(keyKindNames, object.value(u"keySource").toString(), KeySource::Kind::None),
                 object.value(u"keyProfile").toString()},
    };
}

json::Value connectionToJson(const Connection &connection, json::Value object)
{
    if (!object.isObject())
        object = json::Value::object();
    object.set(QStringLiteral("id"), connection.id);
    object.set(QStringLiteral("name"), connection.name);
    object.set(QStringLiteral("kind"), nameOf(kindNames, connection.kind));
    object.set(QStringLiteral("region"), connection.region);
    object.set(QStringLiteral("userPoolId"), connection.userPoolId);
    object.set(QStringLiteral("clientId"), connection.clientId);
    object.set(QStringLiteral("endpoint"), connection.endpoint.toString(QUrl::FullyEncoded));
    object.set(QStringLiteral("environment"), nameOf(environmentNames, connection.environment));
    object.set(QStringLiteral("readOnly"), connection.readOnly);
    object.set(QStringLiteral("hasClientSecret"), connection.hasClientSecret);
    object.set(QStringLiteral("keySource"), nameOf(keyKindNames, connection.keys.kind));
    object.set(QStringLiteral("keyProfile"), connection.keys.profile);
    return object;
}

} // namespace poolscope::profiles
