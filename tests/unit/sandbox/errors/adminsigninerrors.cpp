#include "errors/errortable.h"
#include "errors/tables.h"

// Administrators' sign-in, and what both forms of answering a challenge refuse.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

using Parameters = QMap<QString, QString>;

QString adminClient(TestWorld &w, const QStringList &flows, const std::optional<QString> &hides = {})
{
    return w.bench.createClient(
        {.userPoolId = w.namesPool, .explicitAuthFlows = flows, .preventUserExistenceErrors = hides});
}

QString adminClient(TestWorld &w)
{
    return adminClient(w, {u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s, u"ALLOW_USER_SRP_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s,
                           u"ALLOW_CUSTOM_AUTH"_s});
}

QString begin(TestWorld &w, const QString &client, const QString &flow, const Parameters &parameters)
{
    return verdict(w.bench.call(idp::AdminInitiateAuthRequest{
        .userPoolId = w.namesPool, .clientId = client, .authFlow = flow, .authParameters = parameters}));
}

QString signIn(TestWorld &w, const QString &client, const QString &name, const QString &password = goodPassword)
{
    return begin(w, client, u"ADMIN_USER_PASSWORD_AUTH"_s, {{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}});
}

void flowErrors()
{
    const auto off = [](const char *name, const QString &flow, const QString &expected) {
        row(
            name, [=](TestWorld &w) { return begin(w, adminClient(w, {u"ALLOW_USER_AUTH"_s}), flow, {}); }, expected);
    };
    const QString flowOff = u"InvalidParameterException: Auth flow not enabled for this client"_s;
    off("AdminInitiateAuth: password flow off", u"ADMIN_USER_PASSWORD_AUTH"_s, flowOff);
    off("AdminInitiateAuth: password flow off, by its old name", u"ADMIN_NO_SRP_AUTH"_s, flowOff);
    off("AdminInitiateAuth: SRP flow off", u"USER_SRP_AUTH"_s, flowOff);
    off("AdminInitiateAuth: refresh flow off", u"REFRESH_TOKEN_AUTH"_s, flowOff);
    off("AdminInitiateAuth: custom flow off", u"CUSTOM_AUTH"_s, flowOff);
    off("AdminInitiateAuth: users' flow", u"USER_PASSWORD_AUTH"_s,
        u"InvalidParameterException: Initiate Auth method not supported."_s);
    off("AdminInitiateAuth: choice-based flow", u"USER_AUTH"_s,
        u"NotSimulatedException: The sandbox does not simulate AuthFlow USER_AUTH."_s);
    row(
        "AdminInitiateAuth: custom flow without functions",
        [](TestWorld &w) { return begin(w, adminClient(w), u"CUSTOM_AUTH"_s, {}); },
        u"InvalidParameterException: Custom auth lambda trigger is not configured for the user pool."_s);
    row(
        "AdminInitiateAuth: client of another pool",
        [](TestWorld &w) { return signIn(w, w.email, u"a"_s).remove(w.email); },
        u"ResourceNotFoundException: User pool client  does not exist."_s);
    row(
        "AdminInitiateAuth: no user name",
        [](TestWorld &w) { return begin(w, adminClient(w), u"ADMIN_USER_PASSWORD_AUTH"_s, {}); },
        u"InvalidParameterException: Missing required parameter USERNAME"_s);
    row(
        "AdminInitiateAuth: no password",
        [](TestWorld &w) {
            return begin(w, adminClient(w), u"ADMIN_USER_PASSWORD_AUTH"_s, {{u"USERNAME"_s, u"a"_s}});
        },
        u"InvalidParameterException: Missing required parameter PASSWORD"_s);
    row(
        "AdminInitiateAuth: no refresh token",
        [](TestWorld &w) { return begin(w, adminClient(w), u"REFRESH_TOKEN_AUTH"_s, {}); },
        u"InvalidParameterException: Missing required parameter REFRESH_TOKEN"_s);
    row(
        "AdminInitiateAuth: unknown refresh token",
        [](TestWorld &w) {
            return begin(w, adminClient(w), u"REFRESH_TOKEN_AUTH"_s, {{u"REFRESH_TOKEN"_s, u"a.b.c.d.e"_s}});
        },
        u"NotAuthorizedException: Invalid Refresh Token."_s);
}

void userErrors()
{
    const auto changed = [](const char *name, std::function<void(UserRecord &)> change, const QString &expected) {
        row(
            name,
            [=](TestWorld &w) {
                return signIn(w, adminClient(w), w.changed(w.namesPool, w.confirmed(w.names, w.newName()), change),
                              otherPassword);
            },
            expected);
    };
    changed(
        "AdminInitiateAuth: wrong password", [](UserRecord &) {}, wrongPassword);
    changed(
        "AdminInitiateAuth: disabled", [](UserRecord &user) { user.enabled = false; }, disabledUser);
    changed(
        "AdminInitiateAuth: reset required", [](UserRecord &user) { user.status = u"RESET_REQUIRED"_s; }, mustReset);
    changed(
        "AdminInitiateAuth: not confirmed", [](UserRecord &user) { user.status = u"UNCONFIRMED"_s; },
        u"UserNotConfirmedException: User is not confirmed."_s);
    row(
        "AdminInitiateAuth: unknown user", [](TestWorld &w) { return signIn(w, adminClient(w), u"ghost"_s); },
        noSuchUser);
    row(
        "AdminInitiateAuth: unknown user, hidden",
        [](TestWorld &w) {
            return signIn(w, adminClient(w, {u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s}, u"ENABLED"_s), u"ghost"_s);
        },
        wrongPassword);
    row(
        "AdminInitiateAuth: locked out",
        [](TestWorld &w) {
            const QString client = adminClient(w);
            const QString name = w.confirmed(w.names, w.newName());
            for (int i = 0; i < 5; ++i)
                signIn(w, client, name, otherPassword);
            return signIn(w, client, name);
        },
        u"NotAuthorizedException: Password attempts exceeded"_s);
    row(
        "AdminRespondToAuthChallenge: password flow off",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminRespondToAuthChallengeRequest{
                .userPoolId = w.namesPool, .clientId = w.srpOnly, .challengeName = u"ADMIN_NO_SRP_AUTH"_s}));
        },
        u"InvalidParameterException: Auth flow not enabled for this client"_s);
    row(
        "RespondToAuthChallenge: administrators' challenge",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::RespondToAuthChallengeRequest{.clientId = adminClient(w),
                                                                           .challengeName = u"ADMIN_NO_SRP_AUTH"_s}));
        },
        u"NotSimulatedException: The sandbox does not simulate ChallengeName ADMIN_NO_SRP_AUTH."_s);
}

// Answers a challenge of a client in a pool.
using Respond = std::function<QString(TestWorld &, const QString &pool, const QString &client, const QString &challenge,
                                      const std::optional<QString> &session, const Parameters &responses)>;

QString respond(TestWorld &w, const QString &, const QString &client, const QString &challenge,
                const std::optional<QString> &session, const Parameters &responses)
{
    return verdict(w.bench.call(idp::RespondToAuthChallengeRequest{
        .clientId = client, .challengeName = challenge, .session = session, .challengeResponses = responses}));
}

QString adminRespond(TestWorld &w, const QString &pool, const QString &client, const QString &challenge,
                     const std::optional<QString> &session, const Parameters &responses)
{
    return verdict(w.bench.call(idp::AdminRespondToAuthChallengeRequest{.userPoolId = pool,
                                                                        .clientId = client,
                                                                        .challengeName = challenge,
                                                                        .challengeResponses = responses,
                                                                        .session = session}));
}

struct Answering
{
    QString name;
    Respond respond;

    QByteArray title(const char *condition) const { return (name + u": "_s + QString::fromLatin1(condition)).toUtf8(); }
    QString newPassword(TestWorld &w, const NewPasswordStep &step, const Parameters &more = {}) const
    {
        Parameters responses{{u"USERNAME"_s, step.userId}, {u"NEW_PASSWORD"_s, goodPassword}};
        responses.insert(more);
        return respond(w, w.invitesPool, w.invites, u"NEW_PASSWORD_REQUIRED"_s, step.session, responses);
    }
};

void sessionErrors(const Answering &by)
{
    const QString refused = u"NotAuthorizedException: Invalid session for the user"_s;
    const Parameters named{{u"userAttributes.given_name"_s, u"Jane"_s}};
    row(
        by.title("no session"),
        [=](TestWorld &w) {
            return by.respond(w, w.invitesPool, w.invites, u"NEW_PASSWORD_REQUIRED"_s, {},
                              {{u"USERNAME"_s, u"a"_s}, {u"NEW_PASSWORD"_s, goodPassword}});
        },
        u"InvalidParameterException: Missing required parameter Session"_s);
    row(
        by.title("used session"),
        [=](TestWorld &w) {
            const auto step = w.newPasswordStep();
            return by.newPassword(w, step, named) + by.newPassword(w, step, named);
        },
        refused + u", session can only be used once."_s);
    row(
        by.title("old session"),
        [=](TestWorld &w) {
            const auto step = w.newPasswordStep();
            w.bench.advance(180'000);
            return by.newPassword(w, step, named);
        },
        refused + u", session is expired."_s);
    row(
        by.title("invented session, by either form"),
        [=](TestWorld &w) {
            auto step = w.newPasswordStep();
            step.session = QString(30, u'x');
            return by.newPassword(w, step, named);
        },
        refused + u'.');
    row(
        by.title("session of another user"),
        [=](TestWorld &w) {
            auto step = w.newPasswordStep();
            step.userId = w.newPasswordStep().userId;
            return by.newPassword(w, step, named);
        },
        refused + u'.');
    row(
        by.title("disabled meanwhile"),
        [=](TestWorld &w) {
            const auto step = w.newPasswordStep();
            w.bench.call(idp::AdminDisableUserRequest{.userPoolId = w.invitesPool, .username = step.userId});
            return by.newPassword(w, step, named);
        },
        disabledUser);
}

// A user of a new pool with a temporary password, as the answer to NEW_PASSWORD_REQUIRED.
QString newPasswordIn(TestWorld &w, const Answering &by, const idp::CreateUserPoolRequest &settings,
                      const QString &username, const Parameters &more)
{
    const QString pool = w.bench.createPool(settings);
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(idp::AdminCreateUserRequest{
        .userPoolId = pool, .username = u"taken@example.com"_s, .messageAction = u"SUPPRESS"_s});
    w.bench.call(idp::AdminCreateUserRequest{.userPoolId = pool,
                                             .username = username,
                                             .temporaryPassword = u"Temp0rary!"_s,
                                             .messageAction = u"SUPPRESS"_s});
    const auto challenge = w.passwordSignIn(client, username, u"Temp0rary!"_s);
    Parameters responses{{u"USERNAME"_s, username}};
    responses.insert(more);
    return by.respond(w, pool, client, u"NEW_PASSWORD_REQUIRED"_s, challenge->session, responses);
}

void newPasswordErrors(const Answering &by)
{
    row(
        by.title("new password against the policy"),
        [=](TestWorld &w) {
            return by.newPassword(w, w.newPasswordStep(), {{u"NEW_PASSWORD"_s, u"password"_s}});
        },
        policy + u"Password must have uppercase characters"_s);
    row(
        by.title("no new password"),
        [=](TestWorld &w) {
            return by.newPassword(w, w.newPasswordStep(), {{u"NEW_PASSWORD"_s, QString()}});
        },
        u"InvalidParameterException: Missing required parameter NEW_PASSWORD"_s);
    row(
        by.title("attribute that the user has"),
        [=](TestWorld &w) {
            return by.newPassword(w, w.newPasswordStep(), {{u"userAttributes.email"_s, u"new@example.com"_s}});
        },
        u"NotAuthorizedException: Cannot modify an already provided email"_s);
    row(
        by.title("required attribute left out"), [=](TestWorld &w) { return by.newPassword(w, w.newPasswordStep()); },
        u"InvalidParameterException: Invalid attributes given, given_name is missing"_s);
    row(
        by.title("temporary password again, with a history"),
        [=](TestWorld &w) {
            return newPasswordIn(
                w, by,
                {.policies =
                     idp::UserPoolPolicyType{
                         .passwordPolicy = idp::PasswordPolicyType{.minimumLength = 8, .passwordHistorySize = 3}}},
                w.newName(), {{u"NEW_PASSWORD"_s, u"Temp0rary!"_s}});
        },
        u"PasswordHistoryPolicyViolationException: Password has previously been used."_s);
    row(
        by.title("another user's address"),
        [=](TestWorld &w) {
            return newPasswordIn(
                w, by, {.usernameAttributes = QStringList{u"email"_s, u"phone_number"_s}}, u"+15550001111"_s,
                {{u"NEW_PASSWORD"_s, goodPassword}, {u"userAttributes.email"_s, u"taken@example.com"_s}});
        },
        u"AliasExistsException: An account with the given email already exists."_s);
}

// The answer to PASSWORD_VERIFIER after something happened to the user.
QString srpAfter(TestWorld &w, const Answering &by, const std::function<void(TestWorld &, const QString &)> &happened)
{
    const QString name = w.confirmed(w.names, w.newName());
    crypto::SystemRandom random;
    const crypto::SrpClient srp(random);
    const auto challenge = w.bench.call(idp::InitiateAuthRequest{
        .authFlow = u"USER_SRP_AUTH"_s,
        .authParameters = Parameters{{u"USERNAME"_s, name}, {u"SRP_A"_s, srp.publicValueHex()}},
        .clientId = w.names});
    const auto answer = srpAnswer(w.names, w.namesPool, srp, *challenge, goodPassword, w.bench.realClock.now());
    happened(w, name);
    return by.respond(w, w.namesPool, w.names, u"PASSWORD_VERIFIER"_s, {}, *answer.challengeResponses);
}

void verifierErrors(const Answering &by)
{
    const auto after = [&](const char *condition, std::function<void(UserRecord &)> change, const QString &expected) {
        row(
            by.title(condition),
            [=](TestWorld &w) {
                return srpAfter(w, by, [&](TestWorld &, const QString &name) { w.changed(w.namesPool, name, change); });
            },
            expected);
    };
    after(
        "reset required meanwhile", [](UserRecord &user) { user.status = u"RESET_REQUIRED"_s; }, mustReset);
    after(
        "not confirmed", [](UserRecord &user) { user.status = u"UNCONFIRMED"_s; },
        u"UserNotConfirmedException: User is not confirmed."_s);
    after(
        "password changed meanwhile", [](UserRecord &user) { user.verifierHex += u'0'; }, wrongPassword);
    row(
        by.title("user deleted meanwhile"),
        [=](TestWorld &w) {
            return srpAfter(w, by, [](TestWorld &world, const QString &name) {
                world.bench.call(idp::AdminDeleteUserRequest{.userPoolId = world.namesPool, .username = name});
            });
        },
        noSuchUser);
    for (const QString &missing : {u"PASSWORD_CLAIM_SECRET_BLOCK"_s, u"PASSWORD_CLAIM_SIGNATURE"_s, u"TIMESTAMP"_s}) {
        row((by.name + u": without "_s + missing).toUtf8(),
            [=](TestWorld &w) {
                Parameters responses{{u"USERNAME"_s, u"a"_s},
                                     {u"PASSWORD_CLAIM_SECRET_BLOCK"_s, u"a"_s},
                                     {u"PASSWORD_CLAIM_SIGNATURE"_s, u"a"_s},
                                     {u"TIMESTAMP"_s, u"a"_s}};
                responses.remove(missing);
                return by.respond(w, w.namesPool, w.names, u"PASSWORD_VERIFIER"_s, {}, responses);
            },
            u"InvalidParameterException: Missing required parameter "_s + missing);
    }
    row(
        by.title("challenge that is not simulated"),
        [=](TestWorld &w) { return by.respond(w, w.namesPool, w.names, u"SOFTWARE_TOKEN_MFA"_s, {}, {}); },
        u"NotSimulatedException: The sandbox does not simulate ChallengeName SOFTWARE_TOKEN_MFA."_s);
}

} // namespace

void adminSignInErrors_data()
{
    flowErrors();
    userErrors();
    for (const Answering &by :
         {Answering{u"RespondToAuthChallenge"_s, respond}, Answering{u"AdminRespondToAuthChallenge"_s, adminRespond}}) {
        sessionErrors(by);
        newPasswordErrors(by);
        verifierErrors(by);
    }
}

} // namespace poolscope::sandbox::test
