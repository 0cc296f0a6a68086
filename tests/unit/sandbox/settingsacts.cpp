#include "settingsacts.h"

#include "crypto/secrethash.h"
#include "errors/errortable.h"

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

QString updated(TestWorld &w)
{
    w.bench.call(idp::UpdateUserPoolRequest{.userPoolId = w.namesPool, .poolName = u"new"_s});
    const auto pool = w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = w.namesPool})->userPool;
    return pool->autoVerifiedAttributes ? u"kept"_s : u"reset"_s;
}

QString updatedGroup(TestWorld &w)
{
    const QString name = w.newName();
    w.bench.call(idp::CreateGroupRequest{.groupName = name, .userPoolId = w.namesPool, .precedence = 3});
    const auto updated =
        w.bench.call(idp::UpdateGroupRequest{.groupName = name, .userPoolId = w.namesPool, .description = u"people"_s});
    return updated->group->precedence ? u"kept"_s : u"reset"_s;
}

QString lastSecretDeleted(TestWorld &w)
{
    const auto list =
        w.bench.call(idp::ListUserPoolClientSecretsRequest{.userPoolId = w.namesPool, .clientId = w.secretive});
    return verdict(w.bench.call(idp::DeleteUserPoolClientSecretRequest{
                       .userPoolId = w.namesPool,
                       .clientId = w.secretive,
                       .clientSecretId = list->clientSecrets->first().clientSecretId}))
        .section(u':', 0, 0);
}

QString secretForPublic(TestWorld &w)
{
    return verdict(w.bench.call(idp::AddUserPoolClientSecretRequest{.userPoolId = w.namesPool, .clientId = w.names}))
        .section(u':', 0, 0);
}

QString rulesOfPartialPolicy(TestWorld &w)
{
    const QString pool = w.bench.createPool(
        {.poolName = u"partial"_s,
         .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 6}}});
    const auto described = w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool});
    const auto policy = *described->userPool->policies->passwordPolicy;
    QStringList rules{QString::number(*policy.minimumLength) + u" characters"_s};
    if (*policy.requireUppercase)
        rules << u"a capital letter"_s;
    if (*policy.requireSymbols)
        rules << u"a symbol"_s;
    return rules.join(u", "_s);
}

QString developerOnlyNames(TestWorld &w)
{
    const auto only = [](const QString &name) {
        return idp::SchemaAttributeType{.name = name, .developerOnlyAttribute = true};
    };
    const QString pool =
        w.bench.createPool({.poolName = u"developers"_s, .schema = QList<idp::SchemaAttributeType>{only(u"level"_s)}});
    w.bench.call(idp::AddCustomAttributesRequest{.userPoolId = pool,
                                                 .customAttributes = QList<idp::SchemaAttributeType>{only(u"rank"_s)}});
    const auto described = w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool});
    QStringList names;
    for (const auto &attribute : *described->userPool->schemaAttributes) {
        if (*attribute.developerOnlyAttribute)
            names << *attribute.name;
    }
    return names.join(u' ');
}

QString withTheOlderSecret(TestWorld &w)
{
    const QString name = w.confirmed(w.names, w.newName());
    const QString hash = crypto::secretHash(name, w.secretive, TestWorld::secret);
    const auto signIn = [&] {
        return w.bench.call(idp::InitiateAuthRequest{
            .authFlow = u"USER_PASSWORD_AUTH"_s,
            .authParameters =
                QMap<QString, QString>{{u"USERNAME"_s, name}, {u"PASSWORD"_s, goodPassword}, {u"SECRET_HASH"_s, hash}},
            .clientId = w.secretive});
    };
    const auto before = signIn();
    if (!before)
        return verdict(before);
    w.bench.call(idp::AddUserPoolClientSecretRequest{.userPoolId = w.namesPool, .clientId = w.secretive});
    const auto refreshed =
        w.bench.call(idp::GetTokensFromRefreshTokenRequest{.refreshToken = before->authenticationResult->refreshToken,
                                                           .clientId = w.secretive,
                                                           .clientSecret = TestWorld::secret});
    const auto revoked = w.bench.call(idp::RevokeTokenRequest{.token = before->authenticationResult->refreshToken,
                                                              .clientId = w.secretive,
                                                              .clientSecret = TestWorld::secret});
    QStringList refusals;
    for (const QString &one : {verdict(signIn()), verdict(refreshed), verdict(revoked)})
        refusals << one.section(u':', 0, 0);
    refusals.removeAll(QString());
    return refusals.join(u", "_s);
}

QString refreshTokenParts(TestWorld &w)
{
    return QString::number(w.tokens(w.names, w.confirmed(w.names, w.newName())).refreshToken->count(u'.') + 1);
}

} // namespace poolscope::sandbox::test
