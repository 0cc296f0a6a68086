#include "errors/errortable.h"

// Signing in, and what is done with tokens.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

void signInErrors_data()
{
    row(
        "InitiateAuth: unknown client", [](TestWorld &w) { return verdict(w.passwordSignIn(u"nobody"_s, u"a"_s)); },
        unknownClient);
    row(
        "InitiateAuth: unknown flow", [](TestWorld &w) { return initiate(w, w.names, u"MAGIC"_s, {}); },
        u"InvalidParameterException: 1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy "
        "constraint: Member must satisfy enum value set: [ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH, CUSTOM_AUTH, "
        "REFRESH_TOKEN, REFRESH_TOKEN_AUTH, USER_AUTH, USER_PASSWORD_AUTH, USER_SRP_AUTH]"_s);
    row(
        "InitiateAuth: password flow off", [](TestWorld &w) { return verdict(w.passwordSignIn(w.srpOnly, u"a"_s)); },
        u"InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client"_s);
    row(
        "InitiateAuth: administrators' flow",
        [](TestWorld &w) { return initiate(w, w.names, u"ADMIN_NO_SRP_AUTH"_s, {}); },
        u"InvalidParameterException: Initiate Auth method not supported."_s);
    row(
        "InitiateAuth: custom flow off", [](TestWorld &w) { return initiate(w, w.names, u"CUSTOM_AUTH"_s, {}); },
        u"InvalidParameterException: CUSTOM_AUTH is not enabled for the client."_s);
    row(
        "InitiateAuth: choice-based flow", [](TestWorld &w) { return initiate(w, w.names, u"USER_AUTH"_s, {}); },
        u"NotSimulatedException: The sandbox does not simulate AuthFlow USER_AUTH."_s);
    row(
        "InitiateAuth: no user name", [](TestWorld &w) { return initiate(w, w.names, u"USER_PASSWORD_AUTH"_s, {}); },
        u"InvalidParameterException: Missing required parameter USERNAME"_s);
    row(
        "InitiateAuth: no password",
        [](TestWorld &w) {
            return initiate(w, w.names, u"USER_PASSWORD_AUTH"_s, {{u"USERNAME"_s, u"a"_s}});
        },
        u"InvalidParameterException: Missing required parameter PASSWORD"_s);
    row(
        "InitiateAuth: no SRP_A",
        [](TestWorld &w) {
            return initiate(w, w.names, u"USER_SRP_AUTH"_s, {{u"USERNAME"_s, u"a"_s}});
        },
        u"InvalidParameterException: Missing required parameter SRP_A"_s);
    row(
        "InitiateAuth: SRP_A of zero",
        [](TestWorld &w) {
            return initiate(w, w.names, u"USER_SRP_AUTH"_s, {{u"USERNAME"_s, u"a"_s}, {u"SRP_A"_s, u"0"_s}});
        },
        wrongPassword);
    row(
        "InitiateAuth: unknown user", [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, u"ghost"_s)); },
        noSuchUser);
    row(
        "InitiateAuth: unknown user, hidden",
        [](TestWorld &w) { return verdict(w.passwordSignIn(w.hidden, u"ghost"_s)); }, wrongPassword);
    row(
        "InitiateAuth: unknown user, SRP", [](TestWorld &w) { return verdict(w.srpSignIn(w.names, u"ghost"_s)); },
        noSuchUser);
    row(
        "RespondToAuthChallenge: SRP, unknown user, hidden",
        [](TestWorld &w) { return verdict(w.srpSignIn(w.hidden, u"ghost"_s)); }, wrongPassword);
    row(
        "InitiateAuth: wrong password",
        [](TestWorld &w) {
            return verdict(w.passwordSignIn(w.names, w.confirmed(w.names, w.newName()), otherPassword));
        },
        wrongPassword);
    row(
        "RespondToAuthChallenge: SRP, wrong password",
        [](TestWorld &w) { return verdict(w.srpSignIn(w.names, w.confirmed(w.names, w.newName()), otherPassword)); },
        wrongPassword);
    row(
        "InitiateAuth: not confirmed, whatever the password",
        [](TestWorld &w) { return verdict(w.passwordSignIn(w.names, w.signUp(w.names, w.newName()), otherPassword)); },
        u"UserNotConfirmedException: User is not confirmed."_s);
    row(
        "RespondToAuthChallenge: SRP, not confirmed",
        [](TestWorld &w) { return verdict(w.srpSignIn(w.names, w.signUp(w.names, w.newName()))); },
        u"UserNotConfirmedException: User is not confirmed."_s);
    const auto disabled = [](TestWorld &w) {
        return w.changed(w.namesPool, w.confirmed(w.names, w.newName()),
                         [](UserRecord &user) { user.enabled = false; });
    };
    const auto reset = [](TestWorld &w) {
        return w.changed(w.namesPool, w.confirmed(w.names, w.newName()),
                         [](UserRecord &user) { user.status = u"RESET_REQUIRED"_s; });
    };
    const auto imported = [](TestWorld &w) {
        return w.changed(w.namesPool, w.confirmed(w.names, w.newName()), [](UserRecord &user) {
            user.status = u"RESET_REQUIRED"_s;
            user.saltHex.clear();
            user.verifierHex.clear();
        });
    };
    const QString isDisabled = u"NotAuthorizedException: User is disabled."_s;
    const QString mustReset = u"PasswordResetRequiredException: Password reset required for the user"_s;
    row(
        "InitiateAuth: disabled", [=](TestWorld &w) { return verdict(w.passwordSignIn(w.names, disabled(w))); },
        isDisabled);
    row(
        "InitiateAuth: SRP, disabled", [=](TestWorld &w) { return verdict(w.srpSignIn(w.names, disabled(w))); },
        isDisabled);
    row(
        "InitiateAuth: reset required, whatever the password",
        [=](TestWorld &w) { return verdict(w.passwordSignIn(w.names, reset(w), otherPassword)); }, mustReset);
    row(
        "RespondToAuthChallenge: SRP, reset required",
        [=](TestWorld &w) { return verdict(w.srpSignIn(w.names, reset(w))); }, mustReset);
    row(
        "InitiateAuth: imported user", [=](TestWorld &w) { return verdict(w.passwordSignIn(w.names, imported(w))); },
        mustReset);
    row(
        "InitiateAuth: imported user, hidden",
        [=](TestWorld &w) { return verdict(w.passwordSignIn(w.hidden, imported(w))); }, wrongPassword);
    row(
        "InitiateAuth: SRP, imported user", [=](TestWorld &w) { return verdict(w.srpSignIn(w.names, imported(w))); },
        mustReset);
    row(
        "RespondToAuthChallenge: SRP, imported user, hidden",
        [=](TestWorld &w) { return verdict(w.srpSignIn(w.hidden, imported(w))); }, wrongPassword);
    row(
        "InitiateAuth: refresh token of a disabled user",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            const auto tokens = w.tokens(w.names, name);
            w.changed(w.namesPool, name, [](UserRecord &user) { user.enabled = false; });
            return verdict(w.refresh(w.names, *tokens.refreshToken));
        },
        isDisabled);
    row(
        "InitiateAuth: custom flow without functions",
        [](TestWorld &w) {
            const QString client = w.bench.createClient({.userPoolId = w.namesPool});
            return initiate(w, client, u"CUSTOM_AUTH"_s, {});
        },
        u"InvalidParameterException: Custom auth lambda trigger is not configured for the user pool."_s);
    row(
        "InitiateAuth: SRP flow off",
        [](TestWorld &w) {
            const QString client = w.bench.createClient(
                {.userPoolId = w.namesPool, .explicitAuthFlows = QStringList{u"ALLOW_REFRESH_TOKEN_AUTH"_s}});
            return verdict(w.srpSignIn(client, u"a"_s));
        },
        u"InvalidParameterException: USER_SRP_AUTH is not enabled for the client."_s);
    row(
        "InitiateAuth: locked out",
        [](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            for (int i = 0; i < 5; ++i)
                w.passwordSignIn(w.names, name, otherPassword);
            return verdict(w.passwordSignIn(w.names, name));
        },
        u"NotAuthorizedException: Password attempts exceeded"_s);
    row(
        "InitiateAuth: temporary password expired",
        [](TestWorld &w) {
            const QString name = w.invited(w.newName());
            w.bench.advance(7LL * 86'400'000);
            return verdict(w.passwordSignIn(w.invites, name, u"Temp0rary!"_s));
        },
        u"NotAuthorizedException: Temporary password has expired and must be reset by an administrator."_s);
    row(
        "InitiateAuth: unknown refresh token", [](TestWorld &w) { return verdict(w.refresh(w.names, u"a.b.c.d.e"_s)); },
        u"NotAuthorizedException: Invalid Refresh Token."_s);
    row(
        "InitiateAuth: refresh token of another client",
        [](TestWorld &w) {
            return verdict(w.refresh(w.hidden, *w.tokens(w.names, w.confirmed(w.names, w.newName())).refreshToken));
        },
        u"NotAuthorizedException: Invalid Refresh Token."_s);
    row(
        "InitiateAuth: refresh token after a month",
        [](TestWorld &w) {
            const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
            w.bench.advance(30LL * 86'400'000);
            return verdict(w.refresh(w.names, *tokens.refreshToken));
        },
        u"NotAuthorizedException: Refresh Token has expired"_s);
    row(
        "InitiateAuth: refresh flow off", [](TestWorld &w) { return verdict(w.refresh(w.srpOnly, u"a"_s)); },
        u"InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client"_s);
    row(
        "RespondToAuthChallenge: not simulated",
        [](TestWorld &w) {
            return verdict(
                w.bench.call(idp::RespondToAuthChallengeRequest{.clientId = w.names, .challengeName = u"SMS_MFA"_s}));
        },
        u"NotSimulatedException: The sandbox does not simulate ChallengeName SMS_MFA."_s);
    row(
        "RespondToAuthChallenge: invented session",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::RespondToAuthChallengeRequest{
                .clientId = w.invites,
                .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
                .session = QString(30, u'x'),
                .challengeResponses =
                    QMap<QString, QString>{{u"USERNAME"_s, u"a"_s}, {u"NEW_PASSWORD"_s, goodPassword}}}));
        },
        u"NotAuthorizedException: Invalid session for the user."_s);
}

void tokenErrors_data()
{
    const auto getUser = [](TestWorld &w, const QString &token) {
        return verdict(w.bench.call(idp::GetUserRequest{.accessToken = token}));
    };
    const auto revoke = [](TestWorld &w, const QString &client, const QString &token) {
        return verdict(w.bench.call(idp::RevokeTokenRequest{.token = token, .clientId = client}));
    };
    row(
        "GetUser: no token", [=](TestWorld &w) { return getUser(w, u"abc"_s); },
        u"NotAuthorizedException: Invalid Access Token"_s);
    row(
        "GetUser: ID token",
        [=](TestWorld &w) { return getUser(w, *w.tokens(w.names, w.confirmed(w.names, w.newName())).idToken); },
        u"NotAuthorizedException: Invalid Access Token"_s);
    row(
        "GetUser: changed token",
        [=](TestWorld &w) {
            QString token = *w.tokens(w.names, w.confirmed(w.names, w.newName())).accessToken;
            const qsizetype at = token.lastIndexOf(u'.') + 10;
            token[at] = token[at] == u'A' ? u'B' : u'A';
            return getUser(w, token);
        },
        u"NotAuthorizedException: Could not verify signature for Access Token"_s);
    row(
        "GetUser: after an hour",
        [=](TestWorld &w) {
            const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
            w.bench.advance(3'600'000);
            return getUser(w, *tokens.accessToken);
        },
        u"NotAuthorizedException: Access Token has expired"_s);
    row(
        "GetUser: revoked",
        [=](TestWorld &w) {
            const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
            revoke(w, w.names, *tokens.refreshToken);
            return getUser(w, *tokens.accessToken);
        },
        u"NotAuthorizedException: Access Token has been revoked"_s);
    row(
        "GetUser: user deleted",
        [=](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            const auto tokens = w.tokens(w.names, name);
            w.bench.call(idp::AdminDeleteUserRequest{.userPoolId = w.namesPool, .username = name});
            return getUser(w, *tokens.accessToken);
        },
        noSuchUser);
    row(
        "RevokeToken: access token",
        [=](TestWorld &w) {
            return revoke(w, w.names, *w.tokens(w.names, w.confirmed(w.names, w.newName())).accessToken);
        },
        u"UnsupportedTokenTypeException: Unsupported token type."_s);
    row(
        "RevokeToken: revocation off",
        [=](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            return revoke(w, w.unrevocable, *w.tokens(w.unrevocable, name).refreshToken);
        },
        u"UnsupportedOperationException: Revocation is not enabled for this client."_s);
    row(
        "RevokeToken: another client's",
        [=](TestWorld &w) {
            return revoke(w, w.hidden, *w.tokens(w.names, w.confirmed(w.names, w.newName())).refreshToken);
        },
        u"UnauthorizedException: Client is not authorized to revoke this token."_s);
    row(
        "InitiateAuth: revoked refresh token",
        [=](TestWorld &w) {
            const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
            revoke(w, w.names, *tokens.refreshToken);
            return verdict(w.refresh(w.names, *tokens.refreshToken));
        },
        u"NotAuthorizedException: Refresh Token has been revoked"_s);
}

} // namespace poolscope::sandbox::test
