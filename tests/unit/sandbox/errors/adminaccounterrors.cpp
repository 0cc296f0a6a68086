#include "errors/errortable.h"
#include "errors/tables.h"

// What administrators do with accounts and their attributes.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString reset(TestWorld &w, const QString &pool, const QString &name)
{
    return verdict(w.bench.call(idp::AdminResetUserPasswordRequest{.userPoolId = pool, .username = name}));
}

QString update(TestWorld &w, const QString &pool, const QString &name, const Names &attributes)
{
    return verdict(w.bench.call(
        idp::AdminUpdateUserAttributesRequest{.userPoolId = pool, .username = name, .userAttributes = attributes}));
}

QString remove(TestWorld &w, const QString &pool, const QString &name, const QString &attribute)
{
    return verdict(w.bench.call(idp::AdminDeleteUserAttributesRequest{
        .userPoolId = pool, .username = name, .userAttributeNames = QStringList{attribute}}));
}

// A pool whose only user is jane; given_name is required, custom:badge never changes.
QString strictPool(TestWorld &w)
{
    const QString pool =
        w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{{.name = u"given_name"_s, .required = true},
                                                                      {.name = u"badge"_s, .mutable_ = false}}});
    w.bench.call(
        idp::AdminCreateUserRequest{.userPoolId = pool, .username = u"jane"_s, .messageAction = u"SUPPRESS"_s});
    return pool;
}

void resetErrors()
{
    row(
        "AdminResetUserPassword: temporary password",
        [](TestWorld &w) { return reset(w, w.invitesPool, w.invited(w.newName())); },
        u"NotAuthorizedException: User password cannot be reset in the current state."_s);
    row(
        "AdminResetUserPassword: not confirmed",
        [](TestWorld &w) { return reset(w, w.namesPool, w.signUp(w.names, w.newName())); },
        u"NotAuthorizedException: User password cannot be reset in the current state."_s);
    row(
        "AdminResetUserPassword: disabled",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            w.bench.call(idp::AdminDisableUserRequest{.userPoolId = w.namesPool, .username = name});
            return reset(w, w.namesPool, name);
        },
        disabledUser);
    row(
        "AdminResetUserPassword: nothing verified",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool, .username = name});
            return reset(w, w.namesPool, name);
        },
        u"InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or "
        "phone_number"_s);
}

void resetEndedErrors()
{
    row(
        "ConfirmForgotPassword: a temporary password since the code was sent",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            const QString code = w.bench.lastCode();
            w.bench.call(idp::AdminSetUserPasswordRequest{
                .userPoolId = w.namesPool, .username = name, .password = u"Temp0rary!"_s});
            return confirmForgot(w, w.names, name, code);
        },
        u"NotAuthorizedException: User password cannot be reset in the current state."_s);
}

void updateErrors()
{
    const QString schema = u"InvalidParameterException: Attributes did not conform to the schema: "_s;
    const auto strict = [](const char *name, const QString &attribute, const QString &value, const QString &expected) {
        row(
            name,
            [=](TestWorld &w) { return update(w, strictPool(w), u"jane"_s, {{.name = attribute, .value = value}}); },
            expected);
    };
    strict("AdminUpdateUserAttributes: unknown attribute", u"custom:x"_s, u"1"_s,
           schema + u"custom:x: Attribute does not exist in the schema."_s);
    strict("AdminUpdateUserAttributes: sub", u"sub"_s, u"1"_s,
           u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s);
    strict("AdminUpdateUserAttributes: immutable", u"custom:badge"_s, u"1"_s,
           u"InvalidParameterException: user.custom:badge: Attribute cannot be updated."_s);
    strict("AdminUpdateUserAttributes: required one blank", u"given_name"_s, QString(),
           schema + u"given_name: The attribute is required"_s);
    strict("AdminUpdateUserAttributes: e-mail form", u"email"_s, u"jane"_s,
           u"InvalidParameterException: Invalid email address format."_s);
    strict("AdminUpdateUserAttributes: verified without an address", u"email_verified"_s, u"true"_s,
           u"InvalidParameterException: Email is required to verify/un-verify an email"_s);
    strict("AdminUpdateUserAttributes: verified without a number", u"phone_number_verified"_s, u"true"_s,
           u"InvalidParameterException: Phone Number is required to verify/un-verify a phone number"_s);
    strict("AdminUpdateUserAttributes: no boolean", u"email_verified"_s, u"yes"_s,
           u"InvalidParameterException: Type for attribute {email_verified} could not be determined"_s);
    row(
        "AdminUpdateUserAttributes: alias taken",
        [](TestWorld &w) {
            const QString first = w.confirmed(w.alias, w.newName());
            return update(w, w.aliasPool, w.confirmed(w.alias, w.newName()),
                          {{.name = u"email"_s, .value = first + u"@example.com"_s},
                           {.name = u"email_verified"_s, .value = u"true"_s}});
        },
        u"AliasExistsException: An account with the given email already exists."_s);
    row(
        "AdminDeleteUserAttributes: unknown attribute",
        [](TestWorld &w) { return remove(w, strictPool(w), u"jane"_s, u"custom:x"_s); },
        schema + u"custom:x: Attribute does not exist in the schema."_s);
    row(
        "AdminDeleteUserAttributes: required",
        [](TestWorld &w) { return remove(w, strictPool(w), u"jane"_s, u"given_name"_s); },
        schema + u"given_name: The attribute is required"_s);
    row(
        "AdminDeleteUserAttributes: sub", [](TestWorld &w) { return remove(w, strictPool(w), u"jane"_s, u"sub"_s); },
        u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s);
    row(
        "AdminDeleteUserAttributes: immutable",
        [](TestWorld &w) { return remove(w, strictPool(w), u"jane"_s, u"custom:badge"_s); },
        u"InvalidParameterException: user.custom:badge: Attribute cannot be updated."_s);
}

// A pool where john, who is confirmed, and jane, who is not yet, were both given the preferred user name joe.
struct Namesakes
{
    QString pool;
    QString client;
};

Namesakes namesakes(TestWorld &w)
{
    const QString pool = w.bench.createPool(
        {.autoVerifiedAttributes = QStringList{u"email"_s}, .aliasAttributes = QStringList{u"preferred_username"_s}});
    const QString client = w.bench.createClient({.userPoolId = pool});
    w.confirmed(client, u"john"_s);
    w.signUp(client, u"jane"_s);
    for (const QString &name : {u"john"_s, u"jane"_s})
        update(w, pool, name, {{.name = u"preferred_username"_s, .value = u"joe"_s}});
    return {pool, client};
}

void namesakeErrors()
{
    const QString taken = u"AliasExistsException: An account with the given preferred_username already exists."_s;
    row(
        "ConfirmSignUp: preferred user name taken",
        [](TestWorld &w) {
            const Namesakes two = namesakes(w);
            return confirm(w, two.client, u"jane"_s, w.bench.lastCode());
        },
        taken);
    row(
        "AdminConfirmSignUp: preferred user name taken",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = namesakes(w).pool, .username = u"jane"_s}));
        },
        taken);
    row(
        "AdminSetUserPassword: preferred user name taken",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminSetUserPasswordRequest{
                .userPoolId = namesakes(w).pool, .username = u"jane"_s, .password = otherPassword}));
        },
        taken);
    row(
        "ConfirmForgotPassword: preferred user name taken",
        [](TestWorld &w) {
            const Namesakes two = namesakes(w);
            w.changed(two.pool, u"jane"_s, [](UserRecord &user) { user.setAttribute(u"email_verified"_s, u"true"_s); });
            forgot(w, two.client, u"jane"_s);
            return confirmForgot(w, two.client, u"jane"_s, w.bench.lastCode());
        },
        taken);
}

void creationErrors()
{
    row(
        "AdminCreateUser: temporary password against the policy",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminCreateUserRequest{
                .userPoolId = w.namesPool, .username = w.newName(), .temporaryPassword = u"password"_s}));
        },
        policy + u"Password must have uppercase characters"_s);
    row(
        "AdminCreateUser: SMS without a number",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminCreateUserRequest{
                .userPoolId = w.namesPool, .username = w.newName(), .desiredDeliveryMediums = QStringList{u"SMS"_s}}));
        },
        u"InvalidParameterException: No phone number provided but desired delivery medium was SMS"_s);
    row(
        "AdminCreateUser: alias taken",
        [](TestWorld &w) {
            const QString first = w.confirmed(w.alias, w.newName());
            return verdict(w.bench.call(idp::AdminCreateUserRequest{
                .userPoolId = w.aliasPool,
                .username = w.newName(),
                .userAttributes = Names{{.name = u"email"_s, .value = first + u"@example.com"_s},
                                        {.name = u"email_verified"_s, .value = u"true"_s}}}));
        },
        u"AliasExistsException: An account with the given email already exists."_s);
    row(
        "AdminSetUserPassword: used before",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool(
                {.policies = idp::UserPoolPolicyType{
                     .passwordPolicy = idp::PasswordPolicyType{.minimumLength = 8, .passwordHistorySize = 3}}});
            w.bench.call(
                idp::AdminCreateUserRequest{.userPoolId = pool, .username = u"jane"_s, .messageAction = u"SUPPRESS"_s});
            QString all;
            for (int i = 0; i < 2; ++i)
                all += verdict(w.bench.call(idp::AdminSetUserPasswordRequest{
                    .userPoolId = pool, .username = u"jane"_s, .password = goodPassword, .permanent = true}));
            return all;
        },
        u"PasswordHistoryPolicyViolationException: Password has previously been used."_s);
}

} // namespace

void adminAccountErrors_data()
{
    resetErrors();
    resetEndedErrors();
    updateErrors();
    namesakeErrors();
    creationErrors();
}

} // namespace poolscope::sandbox::test
