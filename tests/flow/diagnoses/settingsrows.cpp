#include "diagnoses/rows.h"

// Clients and pools, names, attributes, triggers, and what the program does not call itself.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString signUpIn(TestWorld &w, idp::CreateUserPoolRequest pool, const QString &name, const Names &attributes = {})
{
    const QString client = w.bench.createClient({.userPoolId = w.bench.createPool(std::move(pool))});
    return call(w, signUp(client, name, goodPassword, attributes));
}

} // namespace

void clientRows()
{
    produced("1 secret hash missing", 1, "secret-missing",
             [](TestWorld &w) { return call(w, signUp(w.secretive, u"a"_s)); });
    produced("1 secret hash wrong", 1, "secret-wrong", [](TestWorld &w) {
        auto request = signUp(w.secretive, u"a"_s);
        request.secretHash = u"d3Jvbmc="_s;
        return call(w, request);
    });
    produced("2 unknown client", 2, "client-unknown",
             [](TestWorld &w) { return call(w, signUp(u"nobody"_s, u"a"_s)); });
    produced("2 client of another region", 2, "client-unknown-region",
             [](TestWorld &w) { return call(w, signUp(u"nobody"_s, u"a"_s)); }, {{u"region.mismatch"_s, u"yes"_s}});
    produced("2 unknown pool", 2, "pool-unknown", [](TestWorld &w) {
        return call(w, idp::DescribeUserPoolRequest{.userPoolId = u"us-east-1_000000000"_s});
    });
    produced("3 password flow off", 3, "flow-password-off",
             [](TestWorld &w) { return verdict(w.passwordSignIn(w.srpOnly, u"a"_s)); });
    produced("3 custom flow off", 3, "custom-auth-off",
             [](TestWorld &w) { return initiate(w, w.names, u"CUSTOM_AUTH"_s, {}); });
    // The period stands by analogy only.
    quoted("3 SRP off", 3, "flow-srp-off", Words::Guessed,
           "An error occurred (InvalidParameterException) when calling the InitiateAuth operation: USER_SRP_AUTH is "
           "not enabled for the client.");
    quoted("3 administrators' flow off", 3, "flow-off", Words::Seen,
           "An error occurred (InvalidParameterException) when calling the AdminInitiateAuth operation: Auth flow not "
           "enabled for this client");
    named("33 feature plan", 33, "feature-tier", "FeatureUnavailableInTierException", "UpdateUserPool");
    named("33 add-on off", 33, "add-on-off", "UserPoolAddOnNotEnabledException", "AdminListUserAuthEvents");
    produced("31 search condition", 31, "filter-syntax", [](TestWorld &w) {
        return call(w, idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"email"_s});
    });
    produced("31 search attribute", 31, "filter-attribute", [](TestWorld &w) {
        return call(w, idp::ListUsersRequest{.userPoolId = w.namesPool, .filter = u"custom:x = \"1\""_s});
    });
    named("34 SMS role", 34, "sms-role-access", "InvalidSmsRoleAccessPolicyException", "CreateUserPool");
    named("34 SMS role's trust", 34, "sms-role-trust", "InvalidSmsRoleTrustRelationshipException", "CreateUserPool");
}

void nameRows()
{
    produced("11 name taken", 11, "username-taken",
             [](TestWorld &w) { return call(w, signUp(w.names, w.signUp(w.names, w.newName()))); });
    produced("11 name taken, administrator", 11, "username-taken-admin", [](TestWorld &w) {
        return call(w,
                    idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = w.signUp(w.names, w.newName())});
    });
    produced("11 e-mail taken", 11, "email-taken", [](TestWorld &w) {
        w.signUp(w.email, u"twice@example.com"_s);
        return call(w, signUp(w.email, u"twice@example.com"_s));
    });
    quoted("11 phone taken", 11, "phone-taken", Words::Seen,
           "An error occurred (UsernameExistsException) when calling the SignUp operation: An account with the given "
           "phone_number already exists.");
    produced("11 no address as a name", 11, "username-must-be-email",
             [](TestWorld &w) { return call(w, signUp(w.email, u"jane"_s)); }, {{u"pool.names"_s, u"email"_s}});
    produced(
        "11 no number as a name", 11, "username-must-be-phone",
        [](TestWorld &w) { return signUpIn(w, {.usernameAttributes = QStringList{u"phone_number"_s}}, u"jane"_s); },
        {{u"pool.names"_s, u"phone"_s}});
    produced("11 neither address nor number", 11, "username-must-be-address", [](TestWorld &w) {
        return signUpIn(w, {.usernameAttributes = QStringList{u"email"_s, u"phone_number"_s}}, u"jane"_s);
    });
    produced("11 address as a name", 11, "username-email-shaped",
             [](TestWorld &w) { return call(w, signUp(w.alias, u"a@example.com"_s)); });
    produced("11 alias taken", 11, "alias-taken", [](TestWorld &w) {
        const Names address{{.name = u"email"_s, .value = u"shared@example.com"_s}};
        for (const QString &name : {u"first-owner"_s, u"second-owner"_s})
            call(w, signUp(w.alias, name, goodPassword, address));
        call(w, idp::AdminUpdateUserAttributesRequest{.userPoolId = w.aliasPool,
                                                      .username = u"first-owner"_s,
                                                      .userAttributes =
                                                          Names{{.name = u"email_verified"_s, .value = u"true"_s}}});
        return call(w, idp::AdminUpdateUserAttributesRequest{
                           .userPoolId = w.aliasPool,
                           .username = u"second-owner"_s,
                           .userAttributes = Names{{.name = u"email_verified"_s, .value = u"true"_s}}});
    });
    produced("12 the name in another case", 12, "user-unknown", [](TestWorld &w) {
        return verdict(w.passwordSignIn(w.names, w.confirmed(w.names, w.newName()).toUpper()));
    });
    produced("26 nobody signs up", 26, "signup-closed",
             [](TestWorld &w) { return call(w, signUp(w.invites, u"a"_s)); });
    produced("27 password policy", 27, "password-symbol",
             [](TestWorld &w) { return call(w, signUp(w.names, u"a"_s, u"Passw0rd"_s)); });
    named("27 password history", 27, "password-history", "PasswordHistoryPolicyViolationException", "ChangePassword");
    quoted("29 wrong way of linking", 29, "link-source", Words::Guessed,
           "InvalidParameterException: Invalid SourceUser: Cognito users with a username/password may not be passed in "
           "as a SourceUser, only as a DestinationUser");
    // The words were seen; the error's name in front of them is made up, and not looked at.
    quoted("29 first sign-in after linking", 29, "already-linked", Words::Seen,
           "InvalidRequestException: Already found an entry for username google_1234");
}

void attributeRows()
{
    const auto write = [](const QString &attribute, const QString &value) {
        return [=](TestWorld &w) {
            return call(w, signUp(w.names, w.newName(), goodPassword, {{.name = attribute, .value = value}}));
        };
    };
    produced("13 attribute unknown", 13, "attribute-unknown", write(u"custom:x"_s, u"1"_s));
    produced("14 attribute not writable", 14, "attribute-unauthorized", write(u"email_verified"_s, u"true"_s));
    produced("13 attribute required", 13, "attribute-required", [](TestWorld &w) {
        return signUpIn(w, {.schema = QList<idp::SchemaAttributeType>{{.name = u"email"_s, .required = true}}},
                        u"jane"_s);
    });
    quoted("13 attribute required, longer name", 13, "attribute-required-formatted", Words::Seen,
           "InvalidParameterException: Attributes did not conform to the schema: name.formatted: The attribute "
           "name.formatted is required");
    quoted("13 attribute without a type", 13, "attribute-type", Words::Seen,
           "InvalidParameterException: Type for attribute {custom:role} could not be determined");
    quoted("13 immutable", 13, "attribute-immutable", Words::Guessed,
           "InvalidParameterException: user.custom:x: Attribute cannot be updated.");
    quoted("13 required custom attribute", 13, "required-custom", Words::Seen,
           "An error occurred (InvalidParameterException) when calling the CreateUserPool operation: Required custom "
           "attributes are not supported currently.");
}

void triggerRows()
{
    quoted("16 handler threw", 16, "trigger-refused", Words::Seen,
           "UserLambdaValidationException: PreSignUp failed with error Registration from this domain is not allowed..");
    quoted("16 answer of no use", 16, "trigger-bad-answer", Words::Seen,
           "InvalidLambdaResponseException: Unrecognizable lambda output");
    // The middle of the words was seen; the error is inferred.
    quoted("16 too slow", 16, "trigger-timeout", Words::Guessed,
           "UnexpectedLambdaException: PreSignUp invocation failed due to error Socket timeout while invoking Lambda "
           "function.");
    quoted("16 not permitted", 16, "trigger-denied", Words::Seen,
           "UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException");
    named("16 failed otherwise", 16, "trigger-failed", "UnexpectedLambdaException");
    quoted("16 migration", 16, "user-unknown-migration", Words::Seen,
           "UserNotFoundException: Exception migrating user in app client abc");
    quoted("24 code at set-up", 24, "totp-code-mismatch", Words::Seen,
           "EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA");
    quoted("24 nothing set up", 24, "totp-not-set-up", Words::Seen,
           "InvalidParameterException: User has not set up software token mfa");
    quoted("24 nothing to switch on", 24, "totp-no-delivery", Words::Seen,
           "InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");
    quoted("24 no phone", 24, "sms-mfa-no-phone", Words::Seen,
           "InvalidParameterException: User does not have a phone_number set to turn on SMS MFA");
    quoted("24 no software token", 24, "software-token-missing", Words::Own,
           "SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
    quoted("6 invited again", 6, "invitation-state", Words::Guessed,
           "An error occurred (UnsupportedUserStateException) when calling the AdminCreateUser operation: Resend not "
           "possible. sunny status is not FORCE_CHANGE_PASSWORD");
    named("11 there already", 11, "user-exists", "UsernameExistsException");
    quoted("25 provider", 25, "identity-provider", Words::Seen,
           "NotAuthorizedException: Token is not from a supported provider of this identity pool.");
    quoted("25 guests", 25, "identity-unauthenticated", Words::Seen,
           "NotAuthorizedException: Unauthenticated access is not supported for this identity pool.");
    quoted("25 another user's identity", 25, "identity-logins", Words::Seen,
           "NotAuthorizedException: Logins don't match. Please include at least one valid login for this identity or "
           "identity pool.");
    quoted("25 roles", 25, "identity-roles", Words::Seen,
           "InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles "
           "for this pool.");
    quoted("25 unknown identity pool", 25, "identity-unknown", Words::Seen,
           "ResourceNotFoundException: IdentityPool 'us-east-1:1' not found.");
}

} // namespace poolscope::sandbox::test
