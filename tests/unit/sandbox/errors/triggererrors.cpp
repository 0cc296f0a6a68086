#include "errors/errortable.h"
#include "errors/tables.h"

// What an operation answers when its function fails: the error goes through as it is.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

using Prepared = std::function<QString()>; // the call, when everything before it is done

struct TriggerPoint
{
    const char *operation;
    QString source; // begins it
    std::function<Prepared(TestWorld &)> prepare;
};

template<class Request>
Prepared calling(TestWorld &w, const Request &request)
{
    return [&w, request] { return verdict(w.bench.call(request)); };
}

idp::AdminUpdateUserAttributesRequest newAddress(TestWorld &w)
{
    return {.userPoolId = w.namesPool,
            .username = w.confirmed(w.names, w.newName()),
            .userAttributes = Names{{.name = u"email"_s, .value = u"n@example.com"_s}}};
}

QList<TriggerPoint> accountPoints()
{
    return {
        {"SignUp", u"PreSignUp"_s, [](TestWorld &w) { return calling(w, signUp(w.names, w.newName())); }},
        {"ConfirmSignUp", u"PostConfirmation"_s,
         [](TestWorld &w) {
             const QString name = w.signUp(w.names, w.newName());
             return calling(w, idp::ConfirmSignUpRequest{
                                   .clientId = w.names, .username = name, .confirmationCode = w.bench.lastCode()});
         }},
        {"AdminConfirmSignUp", u"PostConfirmation"_s,
         [](TestWorld &w) {
             return calling(w, idp::AdminConfirmSignUpRequest{.userPoolId = w.namesPool,
                                                              .username = w.signUp(w.names, w.newName())});
         }},
        {"ResendConfirmationCode", u"CustomMessage"_s,
         [](TestWorld &w) {
             return calling(w, idp::ResendConfirmationCodeRequest{.clientId = w.names,
                                                                  .username = w.signUp(w.names, w.newName())});
         }},
        {"ForgotPassword", u"CustomMessage"_s,
         [](TestWorld &w) {
             return calling(
                 w, idp::ForgotPasswordRequest{.clientId = w.names, .username = w.confirmed(w.names, w.newName())});
         }},
        {"ConfirmForgotPassword", u"PostConfirmation"_s,
         [](TestWorld &w) {
             const QString name = w.confirmed(w.names, w.newName());
             forgot(w, w.names, name);
             return calling(w, idp::ConfirmForgotPasswordRequest{.clientId = w.names,
                                                                 .username = name,
                                                                 .confirmationCode = w.bench.lastCode(),
                                                                 .password = otherPassword});
         }},
        {"AdminCreateUser", u"PreSignUp"_s,
         [](TestWorld &w) {
             return calling(w, idp::AdminCreateUserRequest{.userPoolId = w.namesPool, .username = w.newName()});
         }},
        {"AdminResetUserPassword", u"CustomMessage"_s,
         [](TestWorld &w) {
             return calling(w, idp::AdminResetUserPasswordRequest{.userPoolId = w.namesPool,
                                                                  .username = w.confirmed(w.names, w.newName())});
         }},
        {"AdminUpdateUserAttributes", u"CustomMessage"_s, [](TestWorld &w) { return calling(w, newAddress(w)); }},
        {"UpdateUserAttributes", u"CustomMessage"_s,
         [](TestWorld &w) {
             return calling(w, idp::UpdateUserAttributesRequest{
                                   .userAttributes = Names{{.name = u"email"_s, .value = u"n@example.com"_s}},
                                   .accessToken = w.token()});
         }},
        {"GetUserAttributeVerificationCode", u"CustomMessage"_s,
         [](TestWorld &w) {
             return calling(w, idp::GetUserAttributeVerificationCodeRequest{.accessToken = w.token(),
                                                                            .attributeName = u"email"_s});
         }},
    };
}

QList<TriggerPoint> signInPoints()
{
    const auto named = [](TestWorld &w) {
        return QMap<QString, QString>{{u"USERNAME"_s, w.confirmed(w.names, w.newName())},
                                      {u"PASSWORD"_s, goodPassword}};
    };
    const auto answers = [](const NewPasswordStep &step) {
        return QMap<QString, QString>{{u"USERNAME"_s, step.userId},
                                      {u"NEW_PASSWORD"_s, goodPassword},
                                      {u"userAttributes.given_name"_s, u"Jane"_s}};
    };
    return {
        {"InitiateAuth", u"PreAuthentication"_s,
         [=](TestWorld &w) {
             return calling(w, idp::InitiateAuthRequest{.authFlow = u"USER_PASSWORD_AUTH"_s,
                                                        .authParameters = named(w),
                                                        .clientId = w.names});
         }},
        {"AdminInitiateAuth", u"PostAuthentication"_s,
         [=](TestWorld &w) {
             const QString client = w.bench.createClient(
                 {.userPoolId = w.namesPool, .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s}});
             return calling(w, idp::AdminInitiateAuthRequest{.userPoolId = w.namesPool,
                                                             .clientId = client,
                                                             .authFlow = u"ADMIN_NO_SRP_AUTH"_s,
                                                             .authParameters = named(w)});
         }},
        {"RespondToAuthChallenge", u"PostAuthentication"_s,
         [=](TestWorld &w) {
             const auto step = w.newPasswordStep();
             return calling(w, idp::RespondToAuthChallengeRequest{.clientId = w.invites,
                                                                  .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
                                                                  .session = step.session,
                                                                  .challengeResponses = answers(step)});
         }},
        {"AdminRespondToAuthChallenge", u"TokenGeneration"_s,
         [=](TestWorld &w) {
             const auto step = w.newPasswordStep();
             return calling(w, idp::AdminRespondToAuthChallengeRequest{.userPoolId = w.invitesPool,
                                                                       .clientId = w.invites,
                                                                       .challengeName = u"NEW_PASSWORD_REQUIRED"_s,
                                                                       .challengeResponses = answers(step),
                                                                       .session = step.session});
         }},
        {"GetTokensFromRefreshToken", u"TokenGeneration"_s,
         [](TestWorld &w) {
             const auto tokens = w.tokens(w.names, w.confirmed(w.names, w.newName()));
             return calling(
                 w, idp::GetTokensFromRefreshTokenRequest{.refreshToken = tokens.refreshToken, .clientId = w.names});
         }},
    };
}

// Answers of functions that the sandbox does not obey yet.
void unsimulatedAnswers()
{
    const auto answering = [](const QString &source, const QString &member) {
        return [=](const TriggerEvent &event) {
            json::Value response = json::Value::object();
            response.set(member, json::Value::object());
            return event.source.startsWith(source) ? TriggerOutcome{.handled = true, .response = response}
                                                   : TriggerOutcome{};
        };
    };
    const QString unsimulated = u"NotSimulatedException: The sandbox does not simulate "_s;
    const QString migration = unsimulated + u"the answer of a UserMigration trigger."_s;
    row(
        "InitiateAuth: user brought over",
        [=](TestWorld &w) {
            w.bench.triggers.answer = answering(u"UserMigration"_s, u"userAttributes"_s);
            return verdict(w.passwordSignIn(w.names, u"ghost"_s));
        },
        migration);
    row(
        "ForgotPassword: user brought over",
        [=](TestWorld &w) {
            w.bench.triggers.answer = answering(u"UserMigration"_s, u"userAttributes"_s);
            return forgot(w, w.names, u"ghost"_s);
        },
        migration);
    row(
        "InitiateAuth: claims overridden",
        [=](TestWorld &w) {
            const QString name = w.confirmed(w.names, w.newName());
            w.bench.triggers.answer = answering(u"TokenGeneration"_s, u"claimsOverrideDetails"_s);
            return verdict(w.passwordSignIn(w.names, name));
        },
        unsimulated + u"claimsOverrideDetails of a PreTokenGeneration trigger."_s);
}

} // namespace

void triggerErrors_data()
{
    unsimulatedAnswers();
    const ServiceError errors[] = {
        {u"UserLambdaValidationException"_s, u"Trigger failed with error not today.."_s},
        {u"UnexpectedLambdaException"_s, u"Trigger invocation failed due to error AccessDeniedException."_s},
        {u"InvalidLambdaResponseException"_s, u"Unrecognizable lambda output"_s}};
    for (const TriggerPoint &point : accountPoints() + signInPoints()) {
        for (const ServiceError &error : errors) {
            const Act act = [=](TestWorld &w) {
                const Prepared call = point.prepare(w);
                w.bench.triggers.answer = [=](const TriggerEvent &event) {
                    const bool meant = event.source.startsWith(point.source);
                    return meant ? TriggerOutcome{.handled = true, .response = {}, .error = error} : TriggerOutcome{};
                };
                return call();
            };
            row(QByteArray(point.operation) + ": " + error.code.toUtf8() + " of its function", act,
                error.code + u": "_s + error.message);
        }
    }
}

} // namespace poolscope::sandbox::test
