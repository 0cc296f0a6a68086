#include "sandbox/operations/signin.h"

#include "sandbox/operations/operations.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Then<AuthAnswer> from the operation's own reply.
template<class Response>
Then<AuthAnswer> answering(const ReplyTo<Response> &reply)
{
    return [reply](const Outcome<AuthAnswer> &answer) {
        if (!answer)
            return reply.fail(answer.error());
        Response response;
        response.challengeName = answer->challengeName;
        response.session = answer->session;
        response.challengeParameters = answer->challengeParameters;
        response.authenticationResult = answer->result;
        reply(response);
    };
}

using Step = void (*)(const SignInPtr &);

// What the client's settings allow, and what the sandbox simulates of it.
Outcome<Step> flowStep(const SignIn &run, const QString &flow)
{
    const EnabledFlows enabled = enabledFlows(run.context.client->settings);
    if (flow == u"USER_SRP_AUTH"_s)
        return enabled.srp ? Outcome<Step>(startSrp) : refuse(refusals::flowNotEnabled, flow);
    if (flow == u"USER_PASSWORD_AUTH"_s)
        return enabled.password ? Outcome<Step>(signInByPassword) : refuse(refusals::flowOff, flow);
    if (flow == u"REFRESH_TOKEN_AUTH"_s || flow == u"REFRESH_TOKEN"_s) // the text is inferred
        return enabled.refresh ? Outcome<Step>(refreshTokens) : refuse(refusals::flowOff, u"REFRESH_TOKEN_AUTH"_s);
    if (flow == u"ADMIN_NO_SRP_AUTH"_s || flow == u"ADMIN_USER_PASSWORD_AUTH"_s)
        return refuse(refusals::adminFlow);
    if (flow == u"CUSTOM_AUTH"_s) // no functions can be configured yet
        return enabled.custom ? refuse(refusals::customAuthUnset) : refuse(refusals::flowNotEnabled, flow);
    return tl::unexpected(notSimulated(u"AuthFlow %1"_s.arg(flow)));
}

Outcome<Step> challengeStep(const QString &challenge)
{
    if (challenge == u"PASSWORD_VERIFIER"_s)
        return answerSrp;
    if (challenge == u"NEW_PASSWORD_REQUIRED"_s)
        return answerNewPassword;
    return tl::unexpected(notSimulated(u"ChallengeName %1"_s.arg(challenge)));
}

void initiateAuth(const Call &call, const idp::InitiateAuthRequest &request,
                  const ReplyTo<idp::InitiateAuthResponse> &reply)
{
    const auto context = clientOf(call, request.clientId);
    if (!context)
        return reply.fail(context.error());
    const auto run =
        std::make_shared<SignIn>(SignIn{.call = call,
                                        .reply = answering(reply),
                                        .context = *context,
                                        .parameters = request.authParameters.value_or(QMap<QString, QString>{}),
                                        .session = {},
                                        .clientMetadata = request.clientMetadata});
    const auto step = flowStep(*run, request.authFlow.value_or(QString()));
    if (!step)
        return run->fail(step.error());
    (*step)(run);
}

void respond(const Call &call, const idp::RespondToAuthChallengeRequest &request,
             const ReplyTo<idp::RespondToAuthChallengeResponse> &reply)
{
    const auto context = clientOf(call, request.clientId);
    if (!context)
        return reply.fail(context.error());
    const auto run =
        std::make_shared<SignIn>(SignIn{.call = call,
                                        .reply = answering(reply),
                                        .context = *context,
                                        .parameters = request.challengeResponses.value_or(QMap<QString, QString>{}),
                                        .session = request.session,
                                        .clientMetadata = request.clientMetadata,
                                        .isAnswer = true});
    const auto step = challengeStep(request.challengeName.value_or(QString()));
    if (!step)
        return run->fail(step.error());
    (*step)(run);
}

} // namespace

void registerSignIn(Registry &registry)
{
    registry.add<idp::InitiateAuthRequest>(
        {.members = names({"AuthFlow", "AuthParameters", "ClientMetadata", "ClientId"})}, initiateAuth);
    registry.add<idp::RespondToAuthChallengeRequest>(
        {.members = names({"ClientId", "ChallengeName", "Session", "ChallengeResponses", "ClientMetadata"})}, respond);
}

} // namespace poolscope::sandbox
