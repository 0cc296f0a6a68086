#include "auth/poolsettings.h"

#include <QCoreApplication>

namespace poolscope::auth {

namespace {

using QCA = QCoreApplication;

QString addressLabel(bool email, bool phone)
{
    if (email && phone)
        return QCA::translate("Auth", "E-mail address or phone number");
    return email ? QCA::translate("Auth", "E-mail address") : QCA::translate("Auth", "Phone number");
}

} // namespace

UserNameKind userNameKind(const PoolSettings &settings)
{
    if (!settings.pool)
        return UserNameKind::Unknown;
    const QList<QString> attributes = settings.pool->usernameAttributes.value_or(QList<QString>{});
    const bool email = attributes.contains(idp::values::UsernameAttributeType::Email);
    const bool phone = attributes.contains(idp::values::UsernameAttributeType::PhoneNumber);
    if (email && phone)
        return UserNameKind::EmailOrPhone;
    if (email)
        return UserNameKind::Email;
    return phone ? UserNameKind::Phone : UserNameKind::FreeText;
}

QString userNameLabel(const PoolSettings &settings, bool forSignIn)
{
    const UserNameKind kind = userNameKind(settings);
    if (kind == UserNameKind::Unknown)
        return forSignIn ? QCA::translate("Auth", "User name, e-mail address or phone number")
                         : QCA::translate("Auth", "User name");
    if (kind != UserNameKind::FreeText)
        return addressLabel(kind != UserNameKind::Phone, kind != UserNameKind::Email);

    const QList<QString> aliases = settings.pool->aliasAttributes.value_or(QList<QString>{});
    const bool email = aliases.contains(idp::values::AliasAttributeType::Email);
    const bool phone = aliases.contains(idp::values::AliasAttributeType::PhoneNumber);
    if (!forSignIn || (!email && !phone))
        return QCA::translate("Auth", "User name");
    if (email && phone)
        return QCA::translate("Auth", "User name, e-mail address or phone number");
    return email ? QCA::translate("Auth", "User name or e-mail address")
                 : QCA::translate("Auth", "User name or phone number");
}

std::optional<bool> clientHidesUsers(const PoolSettings &settings)
{
    if (!settings.client)
        return {};
    return settings.client->preventUserExistenceErrors == idp::values::PreventUserExistenceErrorTypes::Enabled;
}

std::optional<bool> clientAllowsFlow(const PoolSettings &settings, QStringView authFlow)
{
    if (!settings.client || !settings.client->explicitAuthFlows)
        return {};
    const QList<QString> &allowed = *settings.client->explicitAuthFlows;
    const QString flow = authFlow.toString();
    if (allowed.contains(QLatin1StringView("ALLOW_") + flow))
        return true;
    // The names of before the ALLOW_ ones, which cannot be mixed with them.
    if (flow == QLatin1StringView("ADMIN_USER_PASSWORD_AUTH"))
        return allowed.contains(QLatin1StringView("ADMIN_NO_SRP_AUTH"));
    if (flow == QLatin1StringView("CUSTOM_AUTH"))
        return allowed.contains(QLatin1StringView("CUSTOM_AUTH_FLOW_ONLY"));
    return allowed.contains(flow);
}

QString usualFlow(const PoolSettings &settings)
{
    const bool plainOnly = clientAllowsFlow(settings, u"USER_SRP_AUTH") == false &&
                           clientAllowsFlow(settings, u"USER_PASSWORD_AUTH") == true;
    return plainOnly ? QStringLiteral("USER_PASSWORD_AUTH") : QStringLiteral("USER_SRP_AUTH");
}

} // namespace poolscope::auth
