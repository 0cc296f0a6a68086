#include "sandbox/presets.h"

#include <QCoreApplication>

namespace poolscope::sandbox {

namespace {

// Of a text marked with QT_TRANSLATE_NOOP("SandboxPresets", ...).
QString text(const char *source)
{
    return QCoreApplication::translate("SandboxPresets", source);
}

constexpr QLatin1StringView email("email");
constexpr QLatin1StringView phoneNumber("phone_number");

idp::CreateUserPoolClientRequest webClient()
{
    return idp::CreateUserPoolClientRequest{
        .clientName = QStringLiteral("app"),
        .explicitAuthFlows =
            QStringList{QStringLiteral("ALLOW_USER_SRP_AUTH"), QStringLiteral("ALLOW_USER_PASSWORD_AUTH"),
                        QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")},
        .preventUserExistenceErrors = QStringLiteral("ENABLED"),
    };
}

// Pool names are ASCII (the model's pattern), so they are not translated with the titles.
// Newer pools are made without regard to case; the interface's own default is the opposite.
idp::CreateUserPoolRequest anyPool(const QString &name)
{
    return idp::CreateUserPoolRequest{
        .poolName = name,
        .usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false},
    };
}

idp::CreateUserPoolRequest emailPool(const QString &name)
{
    idp::CreateUserPoolRequest pool = anyPool(name);
    pool.autoVerifiedAttributes = QStringList{QString(email)};
    pool.usernameAttributes = QStringList{QString(email)};
    return pool;
}

idp::SchemaAttributeType required(const QString &name)
{
    return idp::SchemaAttributeType{
        .name = name, .attributeDataType = QStringLiteral("String"), .mutable_ = true, .required = true};
}

Preset emailPreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "E-mail sign-in"));
    return Preset{QStringLiteral("email"), title,
                  text(QT_TRANSLATE_NOOP("SandboxPresets",
                                         "Users sign in with their e-mail address and confirm it with a code.")),
                  emailPool(QStringLiteral("E-mail sign-in")), webClient()};
}

Preset phonePreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "Phone with SMS"));
    idp::CreateUserPoolRequest pool = anyPool(QStringLiteral("Phone with SMS"));
    pool.autoVerifiedAttributes = QStringList{QString(phoneNumber)};
    pool.usernameAttributes = QStringList{QString(phoneNumber)};
    return Preset{
        QStringLiteral("phone"), title,
        text(QT_TRANSLATE_NOOP("SandboxPresets",
                               "Users sign in with their phone number and confirm it with a code sent by SMS.")),
        std::move(pool), webClient()};
}

Preset aliasPreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "User name with e-mail alias"));
    idp::CreateUserPoolRequest pool = anyPool(QStringLiteral("User name with e-mail alias"));
    pool.autoVerifiedAttributes = QStringList{QString(email)};
    pool.aliasAttributes = QStringList{QString(email)};
    return Preset{QStringLiteral("alias"), title,
                  text(QT_TRANSLATE_NOOP("SandboxPresets",
                                         "Users choose a user name; a verified e-mail address signs in as well.")),
                  std::move(pool), webClient()};
}

Preset secretPreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "Client with a secret"));
    idp::CreateUserPoolClientRequest client = webClient();
    client.generateSecret = true;
    return Preset{
        QStringLiteral("secret"), title,
        text(QT_TRANSLATE_NOOP("SandboxPresets",
                               "As for e-mail sign-in, with an app client that must prove a secret, as on a server.")),
        emailPool(QStringLiteral("Client with a secret")), std::move(client)};
}

Preset invitationPreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "Invitation only"));
    idp::CreateUserPoolRequest pool = emailPool(QStringLiteral("Invitation only"));
    pool.adminCreateUserConfig = idp::AdminCreateUserConfigType{.allowAdminCreateUserOnly = true};
    return Preset{
        QStringLiteral("invitation"), title,
        text(QT_TRANSLATE_NOOP("SandboxPresets",
                               "Only an administrator makes users; they sign in first with a temporary password.")),
        std::move(pool), webClient()};
}

Preset requiredPreset()
{
    const QString title = text(QT_TRANSLATE_NOOP("SandboxPresets", "Required attributes"));
    idp::CreateUserPoolRequest pool = emailPool(QStringLiteral("Required attributes"));
    pool.schema =
        QList<idp::SchemaAttributeType>{required(QString(email)), required(QStringLiteral("given_name")),
                                        required(QStringLiteral("family_name")), required(QStringLiteral("birthdate"))};
    return Preset{QStringLiteral("required"), title,
                  text(QT_TRANSLATE_NOOP(
                      "SandboxPresets",
                      "As for e-mail sign-in; a sign-up also needs a given name, a family name and a birthdate.")),
                  std::move(pool), webClient()};
}

} // namespace

QList<Preset> presets()
{
    return {emailPreset(), phonePreset(), aliasPreset(), secretPreset(), invitationPreset(), requiredPreset()};
}

Preset demoPreset()
{
    Preset preset = emailPreset();
    preset.pool.poolName = QStringLiteral("Demo");
    return preset;
}

} // namespace poolscope::sandbox
