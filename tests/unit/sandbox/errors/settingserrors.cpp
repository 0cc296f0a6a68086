#include "errors/errortable.h"
#include "errors/tables.h"

// The settings of pools and clients.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString arnOf(const QString &pool)
{
    return u"arn:aws:cognito-idp:us-east-1:123456789012:userpool/"_s + pool;
}

QString create(TestWorld &w, idp::CreateUserPoolRequest request)
{
    request.poolName = u"p"_s;
    return verdict(w.bench.call(request));
}

QString createClient(TestWorld &w, idp::CreateUserPoolClientRequest request)
{
    request.userPoolId = w.namesPool;
    request.clientName = u"c"_s;
    return verdict(w.bench.call(request));
}

QString addAttributes(TestWorld &w, const QString &pool, const QList<idp::SchemaAttributeType> &attributes)
{
    return verdict(w.bench.call(idp::AddCustomAttributesRequest{.userPoolId = pool, .customAttributes = attributes}));
}

void poolErrors()
{
    const QList<idp::SchemaAttributeType> required{{.name = u"x"_s, .required = true}};
    const QList<idp::SchemaAttributeType> twice{{.name = u"x"_s}, {.name = u"x"_s}};
    const QString requiredCustom =
        u"InvalidParameterException: Required custom attributes are not supported currently."_s;
    row(
        "CreateUserPool: required custom attribute", [=](TestWorld &w) { return create(w, {.schema = required}); },
        requiredCustom);
    row(
        "CreateUserPool: attribute twice", [=](TestWorld &w) { return create(w, {.schema = twice}); },
        u"InvalidParameterException: Duplicate attribute name x in the schema."_s);
    row(
        "CreateUserPool: aliases and user name attributes",
        [](TestWorld &w) {
            return create(w,
                          {.aliasAttributes = QStringList{u"email"_s}, .usernameAttributes = QStringList{u"email"_s}});
        },
        u"InvalidParameterException: Only one of the aliasAttributes or usernameAttributes can be set in a user pool."_s);
    row(
        "CreateUserPool: days of temporary passwords by both names",
        [](TestWorld &w) {
            return create(w, {.policies =
                                  idp::UserPoolPolicyType{
                                      .passwordPolicy = idp::PasswordPolicyType{.temporaryPasswordValidityDays = 3}},
                              .adminCreateUserConfig = idp::AdminCreateUserConfigType{.unusedAccountValidityDays = 3}});
        },
        u"InvalidParameterException: Please use TemporaryPasswordValidityDays in PasswordPolicy instead of "
        "UnusedAccountValidityDays"_s);
    row(
        "AddCustomAttributes: required", [=](TestWorld &w) { return addAttributes(w, w.bench.createPool(), required); },
        requiredCustom);
    row(
        "AddCustomAttributes: name taken",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool();
            return addAttributes(w, pool, {{.name = u"x"_s}}) + addAttributes(w, pool, {{.name = u"x"_s}});
        },
        u"InvalidParameterException: custom:x: Existing attribute already has name custom:x."_s);
    row(
        "AddCustomAttributes: fifty-one",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool();
            QString all;
            for (int i = 0; i < 50; ++i)
                all += addAttributes(w, pool, {{.name = u"a"_s + QString::number(i)}});
            return all + addAttributes(w, pool, {{.name = u"b"_s}});
        },
        u"InvalidParameterException: A user pool has at most 50 custom attributes."_s);
    row(
        "ListUserPools: invented token",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ListUserPoolsRequest{.nextToken = u"abc"_s, .maxResults = 10}));
        },
        u"InvalidParameterException: Invalid pagination token"_s);
}

template<class Request>
void unsimulatedPoolSettings(const QByteArray &operation, const std::function<Request(TestWorld &)> &begin)
{
    const auto refused = [&](const char *setting, const std::function<void(Request &)> &change) {
        row(
            operation + ": " + setting,
            [=](TestWorld &w) {
                Request request = begin(w);
                change(request);
                return verdict(w.bench.call(request));
            },
            u"NotSimulatedException: The sandbox does not simulate %1."_s.arg(QString::fromLatin1(setting)));
    };
    refused("LambdaConfig.PreSignUp: Lambda functions cannot be called from here", [](Request &request) {
        request.lambdaConfig =
            idp::LambdaConfigType{.preSignUp = u"arn:aws:lambda:us-east-1:123456789012:function:f"_s};
    });
    refused("Policies.SignInPolicy.AllowedFirstAuthFactors EMAIL_OTP", [](Request &request) {
        request.policies = idp::UserPoolPolicyType{
            .signInPolicy = idp::SignInPolicyType{.allowedFirstAuthFactors = QStringList{u"EMAIL_OTP"_s}}};
    });
    refused("MfaConfiguration OPTIONAL", [](Request &request) { request.mfaConfiguration = u"OPTIONAL"_s; });
    refused("DeviceConfiguration", [](Request &request) { request.deviceConfiguration.emplace(); });
    refused("UserPoolAddOns.AdvancedSecurityMode", [](Request &request) {
        request.userPoolAddOns = idp::UserPoolAddOnsType{.advancedSecurityMode = u"AUDIT"_s};
    });
    refused("DcrConfiguration", [](Request &request) { request.dcrConfiguration.emplace(); });
    refused("AcrConfiguration", [](Request &request) {
        request.acrConfiguration = QMap<QString, idp::AcrLevelConfigType>{{u"1"_s, {.acrValue = u"1"_s}}};
    });
    refused("KeyConfiguration.KeyType CUSTOMER_MANAGED_KEY", [](Request &request) {
        request.keyConfiguration = idp::KeyConfigurationType{.keyType = u"CUSTOMER_MANAGED_KEY"_s};
    });
    refused("IssuerConfiguration.Type UPDATED",
            [](Request &request) { request.issuerConfiguration = idp::IssuerConfigurationType{.type = u"UPDATED"_s}; });
    refused("VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK", [](Request &request) {
        request.verificationMessageTemplate =
            idp::VerificationMessageTemplateType{.defaultEmailOption = u"CONFIRM_WITH_LINK"_s};
    });
}

void unsimulatedSettings()
{
    unsimulatedPoolSettings<idp::CreateUserPoolRequest>(
        "CreateUserPool", [](TestWorld &) { return idp::CreateUserPoolRequest{.poolName = u"p"_s}; });
    unsimulatedPoolSettings<idp::UpdateUserPoolRequest>(
        "UpdateUserPool", [](TestWorld &w) { return idp::UpdateUserPoolRequest{.userPoolId = w.namesPool}; });
}

void clientErrors_data()
{
    row(
        "CreateUserPoolClient: old and new flow names",
        [](TestWorld &w) {
            return createClient(w,
                                {.explicitAuthFlows = QStringList{u"ALLOW_USER_SRP_AUTH"_s, u"USER_PASSWORD_AUTH"_s}});
        },
        u"InvalidParameterException: Legacy ExplicitAuthFlows cannot be used together with those that start with "
        "ALLOW_."_s);
    row(
        "CreateUserPoolClient: access token for a minute",
        [](TestWorld &w) {
            return createClient(w, {.accessTokenValidity = 1,
                                    .tokenValidityUnits = idp::TokenValidityUnitsType{.accessToken = u"minutes"_s}});
        },
        u"InvalidParameterException: Invalid range for token validity."_s);
    row(
        "CreateUserPoolClient: unknown attribute to read",
        [](TestWorld &w) { return createClient(w, {.readAttributes = QStringList{u"custom:x"_s}}); },
        u"InvalidParameterException: Invalid read attributes specified while creating a client"_s);
    row(
        "CreateUserPoolClient: attribute that clients never write",
        [](TestWorld &w) { return createClient(w, {.writeAttributes = QStringList{u"email_verified"_s}}); },
        u"InvalidParameterException: Invalid write attributes specified while creating a client"_s);
    row(
        "CreateUserPoolClient: federation",
        [](TestWorld &w) { return createClient(w, {.supportedIdentityProviders = QStringList{u"Google"_s}}); },
        u"NotSimulatedException: The sandbox does not simulate SupportedIdentityProviders Google."_s);
    row(
        "CreateUserPoolClient: a thousand and one",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool();
            w.bench.onService([&](Services &services) {
                Store::Unit unit(services.store);
                ClientRecord client{.poolRowId = services.store.pool(pool)->rowId, .poolId = pool};
                for (int i = 0; i < 1000; ++i) {
                    client.id = u"many"_s + QString::number(i);
                    services.store.addClient(client);
                }
                unit.commit();
                return true;
            });
            return verdict(w.bench.call(idp::CreateUserPoolClientRequest{.userPoolId = pool, .clientName = u"c"_s}));
        },
        u"LimitExceededException: A user pool has at most 1000 app clients."_s);
    row(
        "ListUserPoolClients: invented token",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::ListUserPoolClientsRequest{.userPoolId = w.namesPool, .nextToken = u"abc"_s}));
        },
        u"InvalidParameterException: Invalid pagination token"_s);
    row(
        "RevokeToken: secret missing",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::RevokeTokenRequest{.token = u"a.b.c.d.e"_s, .clientId = w.secretive}));
        },
        u"UnauthorizedException: Client is not authorized to revoke this token."_s);
    row(
        "RevokeToken: associated sessions",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::RevokeTokenRequest{
                .token = u"a.b.c.d.e"_s, .clientId = w.names, .revokeAssociatedSessions = u"LINKED"_s}));
        },
        u"NotSimulatedException: The sandbox does not simulate RevokeAssociatedSessions LINKED."_s);
}

QString addSecret(TestWorld &w, const QString &client)
{
    return verdict(w.bench.call(idp::AddUserPoolClientSecretRequest{.userPoolId = w.namesPool, .clientId = client}));
}

void secretErrors()
{
    row(
        "AddUserPoolClientSecret: a third one",
        [](TestWorld &w) {
            const QString client = w.bench.createClient({.userPoolId = w.namesPool, .generateSecret = true});
            const QString second = addSecret(w, client);
            return second + addSecret(w, client).replace(client, u"it"_s);
        },
        u"LimitExceededException: The app client it has two secrets already."_s);
    row(
        "AddUserPoolClientSecret: public client", [](TestWorld &w) { return addSecret(w, w.names).remove(w.names); },
        u"InvalidParameterException: The app client  was made without a secret."_s);
    row(
        "DeleteUserPoolClientSecret: unknown secret",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::DeleteUserPoolClientSecretRequest{
                .userPoolId = w.namesPool, .clientId = w.secretive, .clientSecretId = u"ghost"_s}));
        },
        u"ResourceNotFoundException: The client secret ghost does not exist."_s);
    row(
        "DeleteUserPoolClientSecret: the last one",
        [](TestWorld &w) {
            const auto list =
                w.bench.call(idp::ListUserPoolClientSecretsRequest{.userPoolId = w.namesPool, .clientId = w.secretive});
            return verdict(w.bench.call(idp::DeleteUserPoolClientSecretRequest{
                               .userPoolId = w.namesPool,
                               .clientId = w.secretive,
                               .clientSecretId = list->clientSecrets->first().clientSecretId}))
                .remove(w.secretive);
        },
        u"InvalidParameterException: The last secret of the app client  cannot be deleted."_s);
    row(
        "ListUserPoolClientSecrets: invented token",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ListUserPoolClientSecretsRequest{
                .userPoolId = w.namesPool, .clientId = w.secretive, .nextToken = u"abc"_s}));
        },
        u"InvalidParameterException: Invalid pagination token"_s);
}

void tagErrors()
{
    const QMap<QString, QString> tags{{u"team"_s, u"a"_s}};
    const QString role = u"arn:aws:iam::123456789012:role/staff"_s;
    const QString badArn =
        u"InvalidParameterException: "_s + role + u" is not the ARN of a user pool of this account."_s;
    const QString nowhere = arnOf(u"us-east-1_000000000"_s);
    for (const auto &[condition, arn, expected] :
         {std::tuple{u": another kind of resource"_s, role, badArn}, {u": unknown pool"_s, nowhere, unknownPool}}) {
        row((u"TagResource"_s + condition).toUtf8(),
            [=, arn = arn](TestWorld &w) {
                return verdict(w.bench.call(idp::TagResourceRequest{.resourceArn = arn, .tags = tags}));
            },
            expected);
        row((u"UntagResource"_s + condition).toUtf8(),
            [=, arn = arn](TestWorld &w) {
                return verdict(
                    w.bench.call(idp::UntagResourceRequest{.resourceArn = arn, .tagKeys = QStringList{u"a"_s}}));
            },
            expected);
        row((u"ListTagsForResource"_s + condition).toUtf8(),
            [=, arn = arn](TestWorld &w) {
                return verdict(w.bench.call(idp::ListTagsForResourceRequest{.resourceArn = arn}));
            },
            expected);
    }
    row(
        "TagResource: fifty-one",
        [](TestWorld &w) {
            QMap<QString, QString> many;
            for (int i = 0; i < 51; ++i)
                many.insert(QString::number(i), u"x"_s);
            return verdict(w.bench.call(idp::TagResourceRequest{.resourceArn = arnOf(w.namesPool), .tags = many}));
        },
        u"InvalidParameterException: A user pool has at most 50 tags."_s);
}

} // namespace

void settingsErrors_data()
{
    poolErrors();
    unsimulatedSettings();
    clientErrors_data();
    secretErrors();
    tagErrors();
}

} // namespace poolscope::sandbox::test
