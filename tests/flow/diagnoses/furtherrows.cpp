#include "diagnoses/rows.h"

// Administrators' sign-in, AWS keys, what the service refuses before it looks, and errors known by their names.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString beginAsAdministrator(TestWorld &w, const QString &flow, const QMap<QString, QString> &parameters)
{
    const QString client = w.bench.createClient(
        {.userPoolId = w.namesPool,
         .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s, u"ALLOW_CUSTOM_AUTH"_s}});
    return call(w, idp::AdminInitiateAuthRequest{
                       .userPoolId = w.namesPool, .clientId = client, .authFlow = flow, .authParameters = parameters});
}

QString wrongAsAdministrator(TestWorld &w)
{
    return beginAsAdministrator(w, u"ADMIN_USER_PASSWORD_AUTH"_s,
                                {{u"USERNAME"_s, w.confirmed(w.names, w.newName())}, {u"PASSWORD"_s, otherPassword}});
}

QString newPasswordAsAdministrator(TestWorld &w, const QMap<QString, QString> &more)
{
    const NewPasswordStep step = w.newPasswordStep();
    QMap<QString, QString> responses{{u"USERNAME"_s, step.userId}, {u"NEW_PASSWORD"_s, goodPassword}};
    responses.insert(more);
    return call(w, idp::AdminRespondToAuthChallengeRequest{.userPoolId = w.invitesPool,
                                                           .clientId = w.invites,
                                                           .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
                                                           .challengeResponses = responses,
                                                           .session = step.session});
}

QString changePassword(TestWorld &w, const QString &token)
{
    return call(w, idp::ChangePasswordRequest{
                       .previousPassword = u"Wr0ng-one"_s, .proposedPassword = otherPassword, .accessToken = token});
}

} // namespace

void administratorRows()
{
    produced("4 wrong password at an administrator's sign-in", 4, "incorrect", wrongAsAdministrator);
    produced("4 the same, users hidden", 4, "incorrect-hidden", wrongAsAdministrator, hides);
    produced("4 the same, users told", 4, "incorrect-legacy", wrongAsAdministrator, tells);
    produced("4 locked out at an administrator's sign-in", 4, "locked-out", [](TestWorld &w) {
        const QString name = w.confirmed(w.names, w.newName());
        for (int i = 0; i < 6; ++i)
            w.passwordSignIn(w.names, name, otherPassword);
        return beginAsAdministrator(w, u"ADMIN_NO_SRP_AUTH"_s, {{u"USERNAME"_s, name}, {u"PASSWORD"_s, goodPassword}});
    });
    produced("4 wrong present password", 4, "incorrect-previous",
             [](TestWorld &w) { return changePassword(w, w.token()); });
    produced("15 sixth change of the password", 15, "attempts-password", [](TestWorld &w) {
        const QString token = w.token();
        for (int i = 0; i < 5; ++i)
            changePassword(w, token);
        return changePassword(w, token);
    });
    produced("3 value left out by an administrator", 3, "parameter-missing",
             [](TestWorld &w) { return beginAsAdministrator(w, u"ADMIN_USER_PASSWORD_AUTH"_s, {}); });
    produced("3 users' flow at an administrator's sign-in", 3, "flow-users-only",
             [](TestWorld &w) { return beginAsAdministrator(w, u"USER_PASSWORD_AUTH"_s, {}); });
    produced("3 custom flow without functions", 3, "custom-auth-no-trigger",
             [](TestWorld &w) { return beginAsAdministrator(w, u"CUSTOM_AUTH"_s, {}); });
    quoted("3 administrators' custom flow off", 3, "custom-auth-off", Words::Guessed,
           "An error occurred (InvalidParameterException) when calling the AdminInitiateAuth operation: CUSTOM_AUTH is "
           "not enabled for the client.");
    produced("7 an administrator gives an attribute that the user has", 7, "new-password-attribute-given",
             [](TestWorld &w) {
                 return newPasswordAsAdministrator(w, {{u"userAttributes.email"_s, u"other@example.com"_s}});
             });
    produced("7 an administrator leaves a required attribute out", 7, "new-password-attribute-missing",
             [](TestWorld &w) { return newPasswordAsAdministrator(w, {}); });
    produced("8 reset by an administrator without a verified address", 8, "reset-no-address", [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        call(w, idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool, .username = name});
        return call(w, idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool, .username = name});
    });
    quoted(
        "10 second factor", 10, "code-mismatch-challenge", Words::Seen,
        "An error occurred (CodeMismatchException) when calling the RespondToAuthChallenge operation: Invalid code or "
        "auth state for the user.");
    quoted("10 second factor at an administrator's sign-in", 10, "code-mismatch-challenge", Words::Guessed,
           "An error occurred (CodeMismatchException) when calling the AdminRespondToAuthChallenge operation: Invalid "
           "code received for user");
    named("24 code at set-up, by the other name", 24, "totp-code-mismatch-other", "CodeMismatchException",
          "VerifySoftwareToken");
    named("10 wrong code elsewhere", 10, "code-mismatch-other", "CodeMismatchException", "UpdateUserAttributes");
}

// By the names of services that speak JSON, and by those of STS.
void keysRows()
{
    named("key unknown", 0, "keys-unknown", "UnrecognizedClientException", "ListUsers");
    named("key unknown, STS", 0, "keys-unknown-other", "InvalidClientTokenId", "GetCallerIdentity");
    named("wrong secret key", 0, "keys-signature", "InvalidSignatureException", "ListUsers");
    named("wrong secret key, STS", 0, "keys-signature-other", "SignatureDoesNotMatch", "GetCallerIdentity");
    quoted("clock behind", 0, "keys-time-late", Words::Guessed,
           "An error occurred (InvalidSignatureException) when calling the ListUsers operation: Signature expired: "
           "20260101T000000Z is now earlier than 20260101T010000Z (20260101T010500Z - 5 min.)");
    quoted("clock ahead", 0, "keys-time-early", Words::Guessed,
           "An error occurred (InvalidSignatureException) when calling the ListUsers operation: Signature not yet "
           "current: 20260101T020000Z is still later than 20260101T010500Z (20260101T010000Z + 5 min.)");
    named("request too old", 0, "keys-time-expired", "RequestExpired", "ListUsers");
    named("request too far off", 0, "keys-time-skewed", "RequestTimeTooSkewed", "ListUsers");
    named("request of the future", 0, "keys-time-future", "RequestInTheFuture", "ListUsers");
    named("session token expired", 0, "keys-session-expired", "ExpiredTokenException", "ListUsers");
    named("session token expired, STS", 0, "keys-session-expired-other", "ExpiredToken", "GetCallerIdentity");
    named("signature in pieces", 0, "keys-incomplete", "IncompleteSignatureException", "ListUsers");
    named("signature in pieces, STS", 0, "keys-incomplete-other", "IncompleteSignature", "GetCallerIdentity");
    named("not signed, STS", 0, "keys-missing-other", "MissingAuthenticationToken", "GetCallerIdentity");
    named("not permitted", 0, "access-denied", "AccessDeniedException", "ListUsers");
    named("not permitted, STS", 0, "keys-denied-other", "AccessDenied", "GetCallerIdentity");
}

void constraintRows()
{
    produced("password beyond the limit", 0, "password-constraint-long",
             [](TestWorld &w) { return call(w, signUp(w.names, u"a"_s, goodPassword + QString(256, u'x'))); });
    produced("user name beyond the limit", 0, "username-constraint-long",
             [](TestWorld &w) { return call(w, signUp(w.names, QString(129, u'a'))); });
    produced("user name with a blank", 0, "username-constraint-characters",
             [](TestWorld &w) { return call(w, signUp(w.names, u"a b"_s)); });
    produced("11 number as a name", 11, "username-phone-shaped", [](TestWorld &w) {
        const QString pool = w.bench.createPool({.aliasAttributes = QStringList{u"phone_number"_s}});
        return call(w, signUp(w.bench.createClient({.userPoolId = pool}), u"+15550100124"_s));
    });
    produced("password too short, the length known", 0, "password-length",
             [](TestWorld &w) { return call(w, signUp(w.names, u"a"_s, u"Passw0!"_s)); },
             {{u"pool.minimumLength"_s, u"8"_s}});
    quoted("13 schema frozen", 13, "attribute-frozen", Words::Seen,
           "InvalidParameterException: Existing schema attributes cannot be modified or deleted.");
    quoted("19 device forgotten", 19, "device-unknown", Words::Seen,
           "ResourceNotFoundException: Device does not exist.");
    quoted("24 not verified", 24, "totp-not-verified", Words::Guessed,
           "InvalidParameterException: User has not verified software token mfa");
    quoted("25 token too old", 25, "identity-token-expired", Words::Guessed,
           "NotAuthorizedException: Invalid login token. Token expired: 1700000000 >= 1600000000");
    quoted("25 another token", 25, "identity-token-kind", Words::Guessed,
           "NotAuthorizedException: Invalid login token. Can't pass in a Cognito token.");
}

void knownCodeRows()
{
    const Act replaced = [](TestWorld &w) {
        const QString name = w.signUp(w.names, w.newName());
        const QString first = w.bench.lastCode();
        do {
            resend(w, w.names, name);
        } while (w.bench.lastCode() == first);
        return confirm(w, w.names, name, first);
    };
    Facts facts{{u"code.resentAt"_s, u"14:03"_s}};
    produced("10 code after another was sent", 10, "code-resent", replaced, facts);
    facts.insert({{u"code.replaced"_s, u"yes"_s}, {u"code.newestEnds"_s, u"58"_s}});
    produced("10 code that was replaced", 10, "code-replaced", replaced, facts);
    const Facts expired{{u"code.expired"_s, u"yes"_s}};
    produced(
        "10 code after a day, known", 10, "code-expired-known",
        [](TestWorld &w) {
            const QString name = w.signUp(w.names, w.newName());
            const QString code = w.bench.lastCode();
            w.bench.advance(86'400'001);
            return confirm(w, w.names, name, code);
        },
        expired);
    produced(
        "10 reset code after an hour, known", 10, "code-expired-known-reset",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            forgot(w, w.names, name);
            const QString code = w.bench.lastCode();
            w.bench.advance(3'600'001);
            return confirmForgot(w, w.names, name, code);
        },
        expired);
}

void namedRows()
{
    quoted("15 rate", 15, "throttled", Words::Guessed, "TooManyRequestsException: Rate exceeded");
    named("15 another limit", 15, "attempts", "LimitExceededException");
    named("15 failed tries", 15, "too-many-failed", "TooManyFailedAttemptsException");
    named("24 no second factor", 24, "mfa-missing", "MFAMethodNotFoundException", "InitiateAuth");
    named("27 another rule of the policy", 27, "password-policy", "InvalidPasswordException");
    named("firewall", 0, "firewall", "ForbiddenException");
    named("34 mail not permitted", 34, "email-role-access", "InvalidEmailRoleAccessPolicyException");
    named("changed meanwhile", 0, "changed-meanwhile", "ConcurrentModificationException", "UpdateUserPoolClient");
    named("import", 0, "import-in-progress", "UserImportInProgressException", "UpdateUserPool");
    named("configuration", 0, "pool-configuration", "InvalidUserPoolConfigurationException", "InitiateAuth");
    named("another parameter", 0, "invalid-parameter", "InvalidParameterException");
    named("another refusal", 0, "not-authorized", "NotAuthorizedException");
    named("another thing that is not there", 0, "not-found", "ResourceNotFoundException");
    named("another user who is not there", 0, "user-not-found", "UserNotFoundException");
}

} // namespace poolscope::sandbox::test
