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

// One text for all flows that are off; that USER_PASSWORD_AUTH is refused like an administrators' flow on the other side
// is inferred.
Outcome<Step> administratorsStep(const SignIn &run, const QString &flow)
{
    const EnabledFlows enabled = enabledFlows(run.context.client->settings);
    const auto where = [](bool on, Step step) { return on ? Outcome<Step>(step) : refuse(refusals::adminFlowOff); };
    if (flow == u"USER_SRP_AUTH"_s)
        return where(enabled.srp, startSrp);
    if (flow == u"ADMIN_NO_SRP_AUTH"_s || flow == u"ADMIN_USER_PASSWORD_AUTH"_s)
        return where(enabled.adminPassword, signInByPassword);
    if (flow == u"REFRESH_TOKEN_AUTH"_s || flow == u"REFRESH_TOKEN"_s)
        return where(enabled.refresh, refreshTokens);
    if (flow == u"USER_PASSWORD_AUTH"_s)
        return refuse(refusals::adminFlow);
    if (flow == u"CUSTOM_AUTH"_s) // no functions can be configured yet
        return refuse(enabled.custom ? refusals::customAuthUnset : refusals::adminFlowOff);
    return tl::unexpected(notSimulated(u"AuthFlow %1"_s.arg(flow)));
}

Outcome<Step> challengeStep(const SignIn &run, const QString &challenge)
{
    // Answered without a session: it asks for user name and password.
    if (challenge == u"ADMIN_NO_SRP_AUTH"_s && run.isAdministrators) {
        const bool on = enabledFlows(run.context.client->settings).adminPassword;
        return on ? Outcome<Step>(signInByPassword) : refuse(refusals::adminFlowOff);
    }
    if (challenge == u"PASSWORD_VERIFIER"_s)
        return answerSrp;
    if (challenge == u"NEW_PASSWORD_REQUIRED"_s)
        return answerNewPassword;
    return tl::unexpected(notSimulated(u"ChallengeName %1"_s.arg(challenge)));
}

// The administrators' operations name the pool as well.
Outcome<ClientContext> contextOf(const Call &call, const idp::InitiateAuthRequest &request)
{
    return clientOf(call, request.clientId);
}

Outcome<ClientContext> contextOf(const Call &call, const idp::RespondToAuthChallengeRequest &request)
{
    return clientOf(call, request.clientId);
}

template<class Request>
Outcome<ClientContext> contextOf(const Call &call, const Request &request)
{
    return clientInPool(call, request.userPoolId, request.clientId);
}

template<class Request>
void beginSignIn(const Call &call, const Request &request, const ReplyTo<typename Request::Response> &reply)
{
    const auto context = contextOf(call, request);
    if (!context)
        return reply.fail(context.error());
    const auto run = std::make_shared<SignIn>(SignIn{.call = call, .reply = answering(reply), .context = *context});
    run->parameters = request.authParameters.value_or(QMap<QString, QString>{});
    run->clientMetadata = request.clientMetadata;
    run->isAdministrators = std::is_same_v<Request, idp::AdminInitiateAuthRequest>;
    const QString flow = request.authFlow.value_or(QString());
    const auto step = run->isAdministrators ? administratorsStep(*run, flow) : flowStep(*run, flow);
    if (!step)
        return run->fail(step.error());
    (*step)(run);
}

template<class Request>
void answerChallenge(const Call &call, const Request &request, const ReplyTo<typename Request::Response> &reply)
{
    const auto context = contextOf(call, request);
    if (!context)
        return reply.fail(context.error());
    const auto run = std::make_shared<SignIn>(SignIn{.call = call, .reply = answering(reply), .context = *context});
    run->parameters = request.challengeResponses.value_or(QMap<QString, QString>{});
    run->session = request.session;
    run->clientMetadata = request.clientMetadata;
    run->isAnswer = true;
    run->isAdministrators = std::is_same_v<Request, idp::AdminRespondToAuthChallengeRequest>;
    const auto step = challengeStep(*run, request.challengeName.value_or(QString()));
    if (!step)
        return run->fail(step.error());
    (*step)(run);
}

} // namespace

void registerSignIn(Registry &registry)
{
    const Support initiating{.members = names({"AuthFlow", "AuthParameters", "ClientMetadata", "ClientId"}),
                             .looseMaps = names({"AuthParameters"})};
    const Support responding{
        .members = names({"ClientId", "ChallengeName", "Session", "ChallengeResponses", "ClientMetadata"}),
        .looseMaps = names({"ChallengeResponses"})};
    const auto withPool = [](Support support) {
        support.members << names({"UserPoolId"});
        return support;
    };
    registry.add<idp::InitiateAuthRequest>(initiating, beginSignIn<idp::InitiateAuthRequest>);
    registry.add<idp::RespondToAuthChallengeRequest>(responding, answerChallenge<idp::RespondToAuthChallengeRequest>);
    registry.add<idp::AdminInitiateAuthRequest>(withPool(initiating), beginSignIn<idp::AdminInitiateAuthRequest>);
    registry.add<idp::AdminRespondToAuthChallengeRequest>(withPool(responding),
                                                          answerChallenge<idp::AdminRespondToAuthChallengeRequest>);
}

} // namespace poolscope::sandbox
