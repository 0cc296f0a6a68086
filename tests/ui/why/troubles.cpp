#include "ui/why/troubles.h"

namespace poolscope::ui {

namespace {

const QMap<QString, QString> verifiedMail{{QStringLiteral("email"), sunny},
                                          {QStringLiteral("email_verified"), QStringLiteral("true")}};
const QMap<QString, QString> plainMail{{QStringLiteral("email"), sunny}};
constexpr qint64 dayMs = 86'400'000;

QList<idp::AttributeType> listOf(const QMap<QString, QString> &attributes)
{
    QList<idp::AttributeType> list;
    for (auto one = attributes.cbegin(); one != attributes.cend(); ++one)
        list.append({.name = one.key(), .value = one.value()});
    return list;
}

void openAliasPool(ScreenBench &bench)
{
    openPool(bench, {.poolName = QStringLiteral("Aliases"), .aliasAttributes = QStringList{QStringLiteral("email")}});
}

void openNamesPool(ScreenBench &bench)
{
    openPool(bench, {.poolName = QStringLiteral("Names")});
}

void moveClocks(ScreenBench &bench, qint64 ms)
{
    bench.clock().setOffsetMs(ms);
    (void)bench.sandbox().setClockOffset(ms);
}

QString subOf(ScreenBench &bench, const QString &name)
{
    const auto user = bench.call(idp::AdminGetUserRequest{.userPoolId = bench.access().userPoolId(), .username = name});
    const auto attributes =
        user ? user->userAttributes.value_or(QList<idp::AttributeType>()) : QList<idp::AttributeType>();
    for (const idp::AttributeType &one : attributes) {
        if (one.name == QStringLiteral("sub"))
            return one.value.value_or(QString());
    }
    return {};
}

QList<Trouble> troublesOfState()
{
    return {
        {"not confirmed",
         [](ScreenBench &bench) {
             signUpAt(bench, sunny);
             return sunny;
         },
         {QStringLiteral("unconfirmed")},
         {QStringLiteral("resendCode"), QStringLiteral("confirmSignUp")}},
        {"invitation not used yet",
         [](ScreenBench &bench) {
             addNamed(bench, sunny, verifiedMail, {});
             return sunny;
         },
         {QStringLiteral("temporary-either")}, // it may have been made to expire on demand
         {QStringLiteral("resendInvitation"), QStringLiteral("temporaryPassword"), QStringLiteral("lastingPassword")}},
        {"invitation expired",
         [](ScreenBench &bench) {
             addNamed(bench, sunny, verifiedMail, {});
             moveClocks(bench, 8 * dayMs);
             return sunny;
         },
         {QStringLiteral("temporary-expired")},
         {QStringLiteral("resendInvitation"), QStringLiteral("temporaryPassword"), QStringLiteral("lastingPassword")}},
        {"invitation of nobody knows when",
         [](ScreenBench &bench) {
             addNamed(bench, sunny, verifiedMail, {});
             moveClocks(bench, 8 * dayMs);
             bench.call(idp::AdminUpdateUserAttributesRequest{
                 .userPoolId = bench.access().userPoolId(),
                 .username = sunny,
                 .userAttributes = listOf({{QStringLiteral("name"), QStringLiteral("Sunny")}})});
             return sunny;
         },
         {QStringLiteral("temporary-either")},
         {QStringLiteral("resendInvitation"), QStringLiteral("temporaryPassword"), QStringLiteral("lastingPassword")}},
    };
}

QList<Trouble> troublesOfAccount()
{
    return {
        {"reset required",
         [](ScreenBench &bench) {
             bench.addUser(sunny, troublePassword);
             bench.call(
                 idp::AdminResetUserPasswordRequest{.userPoolId = bench.access().userPoolId(), .username = sunny});
             return sunny;
         },
         {QStringLiteral("reset-required")},
         {QStringLiteral("startReset"), QStringLiteral("lastingPassword")}},
        {"disabled",
         [](ScreenBench &bench) {
             bench.addUser(sunny, troublePassword);
             bench.call(idp::AdminDisableUserRequest{.userPoolId = bench.access().userPoolId(), .username = sunny});
             return sunny;
         },
         {QStringLiteral("disabled")},
         {QStringLiteral("enable")}},
        {"disabled and not confirmed",
         [](ScreenBench &bench) {
             signUpAt(bench, sunny);
             bench.call(idp::AdminDisableUserRequest{.userPoolId = bench.access().userPoolId(), .username = sunny});
             return sunny;
         },
         {QStringLiteral("disabled"), QStringLiteral("unconfirmed")},
         {QStringLiteral("enable")}},
    };
}

QList<Trouble> troublesOfPassword()
{
    return {
        {"no verified address",
         [](ScreenBench &bench) {
             addNamed(bench, sunny, plainMail);
             return sunny;
         },
         {QStringLiteral("nothing"), QStringLiteral("no-verified-address")},
         {QStringLiteral("temporaryPassword"), QStringLiteral("signInAs")}},
        {"locked out, which nobody can see",
         [](ScreenBench &bench) {
             bench.addUser(sunny, troublePassword);
             for (int i = 0; i < 8; ++i)
                 bench.call(idp::InitiateAuthRequest{
                     .authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
                     .authParameters = QMap<QString, QString>{{QStringLiteral("USERNAME"), sunny},
                                                              {QStringLiteral("PASSWORD"), QStringLiteral("wrong")}},
                     .clientId = bench.access().clientId(),
                 });
             return sunny;
         },
         {QStringLiteral("nothing")},
         {QStringLiteral("startReset"), QStringLiteral("resetPassword"), QStringLiteral("temporaryPassword"),
          QStringLiteral("signInAs")}},
        {"nothing wrong",
         [](ScreenBench &bench) {
             bench.addUser(sunny, troublePassword);
             return sunny;
         },
         {QStringLiteral("nothing")},
         {QStringLiteral("startReset"), QStringLiteral("resetPassword"), QStringLiteral("temporaryPassword"),
          QStringLiteral("signInAs")}},
    };
}

QList<Trouble> troublesOfName()
{
    return {
        {"address not verified as an alias",
         [](ScreenBench &bench) {
             openAliasPool(bench);
             addNamed(bench, QStringLiteral("sunny"), plainMail);
             return sunny;
         },
         {QStringLiteral("unverified-alias")},
         {QStringLiteral("verifyEmail"), QStringLiteral("signInAs")}},
        {"alias taken by another user",
         [](ScreenBench &bench) {
             openAliasPool(bench);
             addNamed(bench, QStringLiteral("aaron"), plainMail);
             addNamed(bench, QStringLiteral("zoe"), verifiedMail);
             return sunny;
         },
         {QStringLiteral("alias-taken")},
         {QStringLiteral("moveEmail"), QStringLiteral("signInAs")}},
    };
}

QList<Trouble> troublesOfCase()
{
    return {
        {"wrong case",
         [](ScreenBench &bench) {
             openNamesPool(bench);
             addNamed(bench, QStringLiteral("Sunny"), verifiedMail);
             return QStringLiteral("sunny");
         },
         {QStringLiteral("wrong-case")},
         {QStringLiteral("signInAs")}},
        {"another case, which ListUsers does not find",
         [](ScreenBench &bench) {
             openPool(bench, {.poolName = QStringLiteral("Insensitive"),
                              .usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}});
             addNamed(bench, QStringLiteral("MiraDev"), verifiedMail);
             return QStringLiteral("miradev");
         },
         {QStringLiteral("nobody-so-written")},
         {}},
        {"case makes no difference",
         [](ScreenBench &bench) {
             openPool(bench, {.poolName = QStringLiteral("Insensitive"),
                              .usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}});
             addNamed(bench, QStringLiteral("sunny"), verifiedMail);
             return QStringLiteral("SUNNY");
         },
         {QStringLiteral("nothing")},
         {QStringLiteral("startReset"), QStringLiteral("resetPassword"), QStringLiteral("temporaryPassword"),
          QStringLiteral("signInAs")}},
    };
}

QList<Trouble> troublesOfKind()
{
    return {
        {"sub is no name",
         [](ScreenBench &bench) {
             openNamesPool(bench);
             addNamed(bench, QStringLiteral("sunny"), verifiedMail);
             return subOf(bench, QStringLiteral("sunny"));
         },
         {QStringLiteral("sub-is-no-name")},
         {QStringLiteral("signInAs")}},
        {"address is no name here",
         [](ScreenBench &bench) {
             openNamesPool(bench);
             addNamed(bench, QStringLiteral("sunny"), verifiedMail);
             return sunny;
         },
         {QStringLiteral("not-a-name")},
         {QStringLiteral("signInAs")}},
    };
}

QList<Trouble> troublesOfClient()
{
    return {
        {"app client takes no passwords",
         [](ScreenBench &bench) {
             openPool(bench, {.poolName = QStringLiteral("Servers only")},
                      {QStringLiteral("ALLOW_ADMIN_USER_PASSWORD_AUTH"), QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")});
             addNamed(bench, QStringLiteral("sunny"), verifiedMail);
             return QStringLiteral("sunny");
         },
         {QStringLiteral("no-password-flow")},
         {QStringLiteral("allowSrp")}},
        {"nobody, and the app client hides it",
         [](ScreenBench &bench) {
             openPool(bench, {.poolName = QStringLiteral("Hiding")}, {}, QStringLiteral("ENABLED"));
             return QStringLiteral("nobody");
         },
         {QStringLiteral("nobody")},
         {}},
        {"nobody of that name",
         [](ScreenBench &bench) {
             bench.addUser(sunny, troublePassword);
             return QStringLiteral("suny@example.com");
         },
         {QStringLiteral("nobody")},
         {}},
    };
}

} // namespace

void openPool(ScreenBench &bench, idp::CreateUserPoolRequest pool, const QStringList &flows, const QString &existence)
{
    const auto made = bench.call(pool);
    if (!made)
        qFatal("no pool: %s", qPrintable(made.error().message));
    const QString id = *made->userPool->id;
    idp::CreateUserPoolClientRequest client{.userPoolId = id, .clientName = QStringLiteral("web")};
    if (!flows.isEmpty())
        client.explicitAuthFlows = flows;
    if (!existence.isEmpty())
        client.preventUserExistenceErrors = existence;
    const auto added = bench.call(client);
    if (!added)
        qFatal("no app client: %s", qPrintable(added.error().message));
    bench.open(id, *added->userPoolClient->clientId);
}

void addNamed(ScreenBench &bench, const QString &name, const QMap<QString, QString> &attributes,
              const QString &password)
{
    const auto made = bench.call(idp::AdminCreateUserRequest{
        .userPoolId = bench.access().userPoolId(),
        .username = name,
        .userAttributes = listOf(attributes),
        .desiredDeliveryMediums = QStringList{QStringLiteral("EMAIL")},
    });
    if (!made)
        qFatal("no user: %s", qPrintable(made.error().message));
    if (password.isEmpty())
        return;
    const auto set = bench.call(idp::AdminSetUserPasswordRequest{
        .userPoolId = bench.access().userPoolId(), .username = name, .password = password, .permanent = true});
    if (!set)
        qFatal("no password: %s", qPrintable(set.error().message));
}

void signUpAt(ScreenBench &bench, const QString &name, const QMap<QString, QString> &attributes)
{
    const auto made = bench.call(idp::SignUpRequest{.clientId = bench.access().clientId(),
                                                    .username = name,
                                                    .password = troublePassword,
                                                    .userAttributes = listOf(attributes)});
    if (!made)
        qFatal("no sign-up: %s", qPrintable(made.error().message));
}

QList<Trouble> troubles()
{
    return troublesOfState() + troublesOfAccount() + troublesOfPassword() + troublesOfName() + troublesOfCase() +
           troublesOfKind() + troublesOfClient();
}

} // namespace poolscope::ui
