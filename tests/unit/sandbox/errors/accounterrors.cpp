#include "errors/errortable.h"

// Signing up, confirming, resetting the password.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

void signUpErrors_data()
{
    const QString schema = u"InvalidParameterException: Attributes did not conform to the schema: "_s;
    row(
        "SignUp: unknown client", [](TestWorld &w) { return verdict(w.bench.call(signUp(u"nobody"_s, u"a"_s))); },
        unknownClient);
    row(
        "SignUp: secret hash missing",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.secretive, u"a"_s))).remove(w.secretive); },
        u"NotAuthorizedException: Client  is configured with secret but SECRET_HASH was not received"_s);
    row(
        "SignUp: not permitted", [](TestWorld &w) { return verdict(w.bench.call(signUp(w.invites, u"a"_s))); },
        u"NotAuthorizedException: SignUp is not permitted for this user pool"_s);
    row(
        "SignUp: password of five",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.names, u"a"_s, u"Pa0!x"_s))); },
        u"InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy constraint: "
        "Member must have length greater than or equal to 6"_s);
    row(
        "SignUp: password with outer blank",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.names, u"a"_s, u" Passw0rd!"_s))); },
        u"InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy constraint: "
        "Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$"_s);
    row(
        "SignUp: password too short for the policy",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.names, u"a"_s, u"Passw0!"_s))); },
        policy + u"Password not long enough"_s);
    row(
        "SignUp: password without symbol",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.names, u"a"_s, u"Passw0rd"_s))); },
        policy + u"Password must have symbol characters"_s);
    row(
        "SignUp: password comes before the name",
        [](TestWorld &w) {
            return verdict(w.bench.call(signUp(w.names, w.signUp(w.names, w.newName()), u"password"_s)));
        },
        policy + u"Password must have uppercase characters"_s);
    row(
        "SignUp: user name taken",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.names, w.signUp(w.names, w.newName())))); },
        u"UsernameExistsException: User already exists"_s);
    row(
        "SignUp: e-mail taken",
        [](TestWorld &w) {
            w.signUp(w.email, u"taken@example.com"_s);
            return verdict(w.bench.call(signUp(w.email, u"Taken@example.com"_s)));
        },
        u"UsernameExistsException: An account with the given email already exists."_s);
    row(
        "SignUp: no address as a name", [](TestWorld &w) { return verdict(w.bench.call(signUp(w.email, u"jane"_s))); },
        u"InvalidParameterException: Username should be an email."_s);
    const auto signUpBy = [](const char *condition, const QStringList &attributes, const QString &expected) {
        row(
            condition,
            [=](TestWorld &w) {
                const QString pool = w.bench.createPool({.usernameAttributes = attributes});
                return verdict(w.bench.call(signUp(w.bench.createClient({.userPoolId = pool}), u"jane"_s)));
            },
            expected);
    };
    signUpBy("SignUp: neither address nor number as a name", {u"email"_s, u"phone_number"_s},
             u"InvalidParameterException: Username should be either an email or a phone number."_s);
    signUpBy("SignUp: no number as a name", {u"phone_number"_s},
             u"InvalidParameterException: Username should be a phone number."_s);
    row(
        "SignUp: another address",
        [](TestWorld &w) {
            return verdict(w.bench.call(signUp(w.email, u"a1@example.com"_s, goodPassword,
                                               {{.name = u"email"_s, .value = u"b1@example.com"_s}})));
        },
        u"InvalidParameterException: User email should be empty or same as username, since username attribute is email"_s);
    row(
        "SignUp: address in an alias pool",
        [](TestWorld &w) { return verdict(w.bench.call(signUp(w.alias, u"a@example.com"_s))); },
        u"InvalidParameterException: Username cannot be of email format, since user pool is configured for email alias."_s);
    row(
        "SignUp: phone number in an alias pool",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool({.aliasAttributes = QStringList{u"phone_number"_s}});
            return verdict(w.bench.call(signUp(w.bench.createClient({.userPoolId = pool}), u"+15550100125"_s)));
        },
        u"InvalidParameterException: Username cannot be of phone number format, since user pool is configured for "
        u"phone "
        "number alias."_s);
    row(
        "SignUp: preferred user name where it is an alias",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool({.aliasAttributes = QStringList{u"preferred_username"_s}});
            const QString client = w.bench.createClient({.userPoolId = pool});
            const QString blank = verdict(w.bench.call(
                signUp(client, u"jane"_s, goodPassword, {{.name = u"preferred_username"_s, .value = QString()}})));
            return blank + verdict(w.bench.call(signUp(client, u"joe"_s, goodPassword,
                                                       {{.name = u"preferred_username"_s, .value = u"joey"_s}})));
        },
        u"InvalidParameterException: Preferred username cannot be provided for unconfirmed account, since user pool is "
        "configured for preferred username alias."_s);
    row(
        "SignUp: unknown attribute",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(signUp(w.names, u"a"_s, goodPassword, {{.name = u"custom:x"_s, .value = u"1"_s}})));
        },
        schema + u"custom:x: Attribute does not exist in the schema."_s);
    row(
        "SignUp: attribute of another type",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool(
                {.schema = QList<idp::SchemaAttributeType>{{.name = u"role"_s, .attributeDataType = u"Number"_s}}});
            const QString client = w.bench.createClient({.userPoolId = pool});
            return verdict(
                w.bench.call(signUp(client, u"a"_s, goodPassword, {{.name = u"custom:role"_s, .value = u"boss"_s}})));
        },
        u"InvalidParameterException: Type for attribute {custom:role} could not be determined"_s);
    row(
        "SignUp: required attributes left out",
        [](TestWorld &w) {
            const QString pool =
                w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{{.name = u"email"_s, .required = true}}});
            return verdict(w.bench.call(signUp(w.bench.createClient({.userPoolId = pool}), u"a"_s)));
        },
        schema + u"email: The attribute is required"_s);
    row(
        "SignUp: required name left out",
        [](TestWorld &w) {
            const QString pool =
                w.bench.createPool({.schema = QList<idp::SchemaAttributeType>{{.name = u"name"_s, .required = true}}});
            return verdict(w.bench.call(signUp(w.bench.createClient({.userPoolId = pool}), u"a"_s)));
        },
        schema + u"name.formatted: The attribute name.formatted is required"_s);
    row(
        "SignUp: phone number taken",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool({.usernameAttributes = QStringList{u"phone_number"_s}});
            const QString client = w.bench.createClient({.userPoolId = pool});
            const QString first = verdict(w.bench.call(signUp(client, u"+15550100123"_s)));
            return first + verdict(w.bench.call(signUp(client, u"+15550100123"_s)));
        },
        u"UsernameExistsException: An account with the given phone_number already exists."_s);
    row(
        "SignUp: e-mail form",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(signUp(w.names, u"a"_s, goodPassword, {{.name = u"email"_s, .value = u"jane"_s}})));
        },
        u"InvalidParameterException: Invalid email address format."_s);
    row(
        "SignUp: phone form",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(signUp(w.names, u"a"_s, goodPassword, {{.name = u"phone_number"_s, .value = u"123"_s}})));
        },
        u"InvalidParameterException: Invalid phone number format."_s);
    row(
        "SignUp: verified by itself",
        [](TestWorld &w) {
            return verdict(w.bench.call(
                signUp(w.names, u"a"_s, goodPassword, {{.name = u"email_verified"_s, .value = u"true"_s}})));
        },
        u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s);
    row(
        "SignUp: without a password",
        [](TestWorld &w) { return verdict(w.bench.call(idp::SignUpRequest{.clientId = w.names, .username = u"a"_s})); },
        u"NotSimulatedException: The sandbox does not simulate SignUp without a Password."_s);
}

void confirmationErrors_data()
{
    row(
        "ConfirmSignUp: unknown client", [](TestWorld &w) { return confirm(w, u"nobody"_s, u"a"_s, u"1"_s); },
        unknownClient);
    row(
        "ConfirmSignUp: unknown user", [](TestWorld &w) { return confirm(w, w.names, u"ghost"_s, u"1"_s); },
        noSuchCombination);
    row(
        "ConfirmSignUp: unknown user, hidden", [](TestWorld &w) { return confirm(w, w.hidden, u"ghost"_s, u"1"_s); },
        expired);
    row(
        "ConfirmSignUp: sixteenth in an hour, unknown user, hidden",
        [](TestWorld &w) {
            for (int i = 0; i < 15; ++i)
                confirm(w, w.hidden, u"spirit"_s, u"1"_s);
            return confirm(w, w.hidden, u"spirit"_s, u"1"_s);
        },
        limit);
    row(
        "ConfirmSignUp: wrong code",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            return confirm(w, w.names, name, other(w.bench.lastCode()));
        },
        mismatch);
    row(
        "ConfirmSignUp: code after a day",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            w.bench.advance(24 * 3'600'000);
            return confirm(w, w.names, name, w.bench.lastCode());
        },
        expired);
    row(
        "ConfirmSignUp: replaced code",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            const QString first = w.bench.lastCode();
            do {
                resend(w, w.names, name);
            } while (w.bench.lastCode() == first);
            return confirm(w, w.names, name, first);
        },
        mismatch);
    row(
        "ConfirmSignUp: already confirmed",
        [](TestWorld &w) { return confirm(w, w.names, w.confirmed(w.names, w.newName()), u"1"_s); },
        u"NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED"_s);
    row(
        "ConfirmSignUp: sixteenth try in an hour",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            const QString code = w.bench.lastCode();
            for (int i = 0; i < 15; ++i)
                confirm(w, w.names, name, other(code));
            return confirm(w, w.names, name, code);
        },
        limit);
    row(
        "ConfirmSignUp: alias taken",
        [](TestWorld &w) {
            const QString first = w.newName();
            const QString second = w.newName();
            const Names email{{.name = u"email"_s, .value = u"shared@example.com"_s}};
            w.bench.call(signUp(w.alias, first, goodPassword, email));
            confirm(w, w.alias, first, w.bench.lastCode());
            w.bench.call(signUp(w.alias, second, goodPassword, email));
            return confirm(w, w.alias, second, w.bench.lastCode());
        },
        u"AliasExistsException: An account with the given email already exists."_s);
    row(
        "ResendConfirmationCode: unknown user", [](TestWorld &w) { return resend(w, w.names, u"ghost"_s); },
        noSuchCombination);
    row(
        "ResendConfirmationCode: unknown user, hidden", [](TestWorld &w) { return resend(w, w.hidden, u"ghost"_s); },
        QString());
    row(
        "ResendConfirmationCode: already confirmed",
        [](TestWorld &w) { return resend(w, w.names, w.confirmed(w.names, w.newName())); },
        u"InvalidParameterException: User is already confirmed."_s);
    row(
        "ResendConfirmationCode: nothing is verified by itself",
        [](TestWorld &w) {
            const QString client = w.bench.createClient({.userPoolId = w.bench.createPool()});
            w.bench.call(signUp(client, u"jane"_s));
            return resend(w, client, u"jane"_s);
        },
        u"NotAuthorizedException: Auto verification not turned on."_s);
    row(
        "ResendConfirmationCode: sixth in an hour",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            for (int i = 0; i < 5; ++i)
                resend(w, w.names, name);
            return resend(w, w.names, name);
        },
        limit);
}

void passwordResetErrors_data()
{
    row(
        "ForgotPassword: unknown user", [](TestWorld &w) { return forgot(w, w.names, u"ghost"_s); }, noSuchCombination);
    row(
        "ForgotPassword: unknown user, hidden", [](TestWorld &w) { return forgot(w, w.hidden, u"phantom"_s); },
        QString());
    row(
        "ForgotPassword: nothing verified",
        [](TestWorld &w) { return forgot(w, w.names, w.signUp(w.names, w.newName())); },
        u"InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or "
        "phone_number"_s);
    row(
        "ForgotPassword: temporary password", [](TestWorld &w) { return forgot(w, w.invites, w.invited(w.newName())); },
        u"NotAuthorizedException: User password cannot be reset in the current state."_s);
    row(
        "ForgotPassword: disabled",
        [](TestWorld &w) {
            return forgot(w, w.names, w.changed(w.namesPool, w.confirmed(w.names, w.newName()), [](UserRecord &user) {
                user.enabled = false;
            }));
        },
        u"NotAuthorizedException: User is disabled."_s);
    row(
        "ForgotPassword: only by administrators",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool(
                {.accountRecoverySetting = idp::AccountRecoverySettingType{
                     .recoveryMechanisms = QList<idp::RecoveryOptionType>{{.priority = 1, .name = u"admin_only"_s}}}});
            const QString client = w.bench.createClient({.userPoolId = pool});
            w.signUp(client, u"jane"_s);
            w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = u"jane"_s});
            return forgot(w, client, u"jane"_s);
        },
        u"NotAuthorizedException: Contact administrator to reset password."_s);
    row(
        "ForgotPassword: sixth in an hour",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            for (int i = 0; i < 5; ++i)
                forgot(w, w.names, name);
            return forgot(w, w.names, name);
        },
        limit);
    row(
        "ConfirmForgotPassword: unknown user",
        [](TestWorld &w) { return confirmForgot(w, w.names, u"ghost"_s, u"1"_s); }, noSuchCombination);
    row(
        "ConfirmForgotPassword: unknown user, hidden",
        [](TestWorld &w) { return confirmForgot(w, w.hidden, u"spectre"_s, u"1"_s); }, expired);
    row(
        "ConfirmForgotPassword: unknown user, hidden, asked before",
        [](TestWorld &w) {
            forgot(w, w.hidden, u"shade"_s);
            return confirmForgot(w, w.hidden, u"shade"_s, u"1"_s);
        },
        mismatch);
    const auto disabled = [](TestWorld &w) {
        return w.changed(w.namesPool, w.confirmed(w.names, w.newName()),
                         [](UserRecord &user) { user.enabled = false; });
    };
    row(
        "ConfirmForgotPassword: disabled, hidden",
        [=](TestWorld &w) { return confirmForgot(w, w.hidden, disabled(w), u"1"_s); }, expired);
    row(
        "ConfirmForgotPassword: disabled, hidden, asked before",
        [=](TestWorld &w) {
            const QString name = disabled(w);
            forgot(w, w.hidden, name);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        mismatch);
    row(
        "ConfirmForgotPassword: disabled, hidden, counts with ForgotPassword",
        [=](TestWorld &w) {
            const QString name = disabled(w);
            for (int i = 0; i < 5; ++i)
                forgot(w, w.hidden, name);
            return confirmForgot(w, w.hidden, name, u"1"_s);
        },
        limit);
    row(
        "ConfirmForgotPassword: never requested",
        [](TestWorld &w) { return confirmForgot(w, w.names, w.confirmed(w.names, w.newName()), u"1"_s); }, expired);
    row(
        "ConfirmForgotPassword: wrong code",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            return confirmForgot(w, w.names, name, other(w.bench.lastCode()));
        },
        mismatch);
    row(
        "ConfirmForgotPassword: code after an hour",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            w.bench.advance(3'600'000);
            return confirmForgot(w, w.names, name, w.bench.lastCode());
        },
        expired);
    row(
        "ConfirmForgotPassword: policy",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            return confirmForgot(w, w.names, name, w.bench.lastCode(), u"password"_s);
        },
        policy + u"Password must have uppercase characters"_s);
    row(
        "ConfirmForgotPassword: sixth in an hour",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            const QString code = w.bench.lastCode();
            for (int i = 0; i < 4; ++i)
                confirmForgot(w, w.names, name, other(code));
            return confirmForgot(w, w.names, name, code);
        },
        limit);
    row(
        "ConfirmForgotPassword: the password that the user has, with a history",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool(
                {.policies =
                     idp::UserPoolPolicyType{.passwordPolicy =
                                                 idp::PasswordPolicyType{.minimumLength = 8, .passwordHistorySize = 1}},
                 .autoVerifiedAttributes = QStringList{u"email"_s}});
            const QString client = w.bench.createClient({.userPoolId = pool});
            w.bench.call(signUp(client, u"jane"_s, goodPassword, {{.name = u"email"_s, .value = u"j@example.com"_s}}));
            confirm(w, client, u"jane"_s, w.bench.lastCode());
            forgot(w, client, u"jane"_s);
            return confirmForgot(w, client, u"jane"_s, w.bench.lastCode(), goodPassword);
        },
        u"PasswordHistoryPolicyViolationException: Password has previously been used."_s);
}

} // namespace poolscope::sandbox::test
