#include "sandbox/operations/operations.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/passwordpolicy.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// One SignUp between its steps.
struct SigningUp
{
    Call call;
    idp::SignUpRequest request;
    ReplyTo<idp::SignUpResponse> reply;
    ClientContext context;
    UserRecord user; // before it is stored: rowId 0

    TriggerCall trigger() const
    {
        TriggerCall from{.call = call, .pool = context.pool, .client = context.client};
        if (user.rowId != 0)
            from.user = user;
        from.typedName = user.username;
        from.attributes = user.attributes;
        from.clientMetadata = request.clientMetadata;
        if (request.validationData)
            from.validationData = mapOf(*request.validationData);
        return from;
    }
};
using SignUpRun = std::shared_ptr<SigningUp>;

Outcome<void> checkFree(const SigningUp &run)
{
    Store &store = run.call->services.store;
    const auto &pool = run.context.pool->settings;
    for (const SignInName &name : signInNames(pool, run.user)) {
        if (!store.findUser(run.context.pool->rowId, name.kind, name.key))
            continue;
        if (name.kind == NameKind::Email)
            return refuse(refusals::addressTaken, attribute::Email);
        if (name.kind == NameKind::PhoneNumber)
            return refuse(refusals::addressTaken, attribute::PhoneNumber);
        return refuse(refusals::usernameTaken);
    }
    return {};
}

Outcome<void> checkNewPassword(const SigningUp &run)
{
    // Only passwordless sign-up, which is not simulated, does without.
    if (!run.request.password)
        return tl::unexpected(notSimulated(u"SignUp without a Password"_s));
    return checkPasswordPolicy(effectivePolicy(run.context.pool->settings.policies), *run.request.password);
}

// Until the user is confirmed nobody could sign in by it, and others could take it meanwhile.
Outcome<void> checkPreferredUsername(const idp::UserPoolType &pool, const QList<UserAttribute> &attributes)
{
    if (!isAliasAttribute(pool, attribute::PreferredUsername))
        return {};
    for (const UserAttribute &one : attributes) {
        if (one.name == attribute::PreferredUsername && !one.value.isEmpty())
            return refuse(refusals::preferredUsernameEarly);
    }
    return {};
}

Outcome<void> checkUser(SigningUp &run)
{
    const auto &pool = run.context.pool->settings;
    const Schema schema = pool.schemaAttributes.value_or(Schema{});
    const QString name = run.request.username.value_or(QString());
    if (const auto fine = checkNewUsername(pool, name); !fine)
        return fine;
    QList<UserAttribute> attributes = fromAttributeTypes(run.request.userAttributes);
    if (const auto fine = fillAddress(pool, name, attributes); !fine)
        return fine;
    const auto &writable = run.context.client->settings.writeAttributes;
    if (const auto fine =
            checkAttributes(schema, fromAttributeTypes(run.request.userAttributes), Writer::Client, writable);
        !fine)
        return fine;
    if (const auto fine = checkPreferredUsername(pool, attributes); !fine)
        return fine;
    if (const auto fine = checkRequired(schema, attributes); !fine)
        return fine;
    attributes.removeIf([](const UserAttribute &one) { return one.value.isEmpty(); });
    run.user.poolRowId = run.context.pool->rowId;
    run.user.attributes = attributes;
    run.user.status = status::Unconfirmed;
    run.user.sub = crypto::uuid(run.call->services.random);
    run.user.username = hasUsernameAttributes(pool) ? run.user.sub : name;
    return checkFree(run);
}

// The order between the password and the rest is not known: a named choice.
Outcome<void> checkSignUp(SigningUp &run)
{
    const auto &client = *run.context.client;
    if (const auto fine = checkSecretHash(client, run.request.username.value_or(QString()), run.request.secretHash,
                                          goodSecrets(run.call->services));
        !fine)
        return fine;
    const auto &admin = run.context.pool->settings.adminCreateUserConfig;
    if (admin && admin->allowAdminCreateUserOnly.value_or(false))
        return refuse(refusals::signUpOff);
    if (run.call->services.choices.is(choice::SignUpOrder, "name-first"_L1)) {
        if (const auto fine = checkUser(run); !fine)
            return fine;
        return checkNewPassword(run);
    }
    if (const auto fine = checkNewPassword(run); !fine)
        return fine;
    return checkUser(run);
}

// What the trigger verifies moves an alias to this user; the former owner's becomes unverified.
void takeAliases(const Call &call, const PoolRecord &pool, const UserRecord &user)
{
    for (const SignInName &name : signInNames(pool.settings, user)) {
        if (name.kind == NameKind::Email || name.kind == NameKind::PhoneNumber) {
            if (auto former = ownerOf(call, user, name))
                giveUpAlias(call, pool, *former, name.kind);
        }
    }
}

void answer(const SignUpRun &run, const std::optional<idp::CodeDeliveryDetailsType> &details)
{
    run->reply(idp::SignUpResponse{.userConfirmed = run->user.status == status::Confirmed,
                                   .codeDeliveryDetails = details,
                                   .userSub = run->user.sub});
}

void afterStored(const SignUpRun &run)
{
    if (run->user.status == status::Confirmed) {
        fireTrigger(run->trigger(), "PostConfirmation_ConfirmSignUp"_L1, {}, json::Value::object(),
                    [run](const Outcome<json::Value> &done) {
                        if (!done)
                            return run->reply.fail(done.error());
                        answer(run, {});
                    });
        return;
    }
    const auto destination = confirmationDestination(run->context.pool->settings, run->user);
    if (!destination)
        return answer(run, {});
    sendCode({run->trigger(), *destination, purpose::SignUp, "SignUp"_L1, confirmationCodeMs},
             [run](const Outcome<idp::CodeDeliveryDetailsType> &sent) {
                 if (!sent)
                     return run->reply.fail(sent.error());
                 answer(run, *sent);
             });
}

void store(const SignUpRun &run, const crypto::SrpVerifier &verifier)
{
    Store &store = run->call->services.store;
    // The trigger and the arithmetic took their time: everything is looked at again.
    const auto context = clientOf(run->call, run->request.clientId);
    if (!context)
        return run->reply.fail(context.error());
    run->context = *context;
    if (const auto fine = checkFree(*run); !fine)
        return run->reply.fail(fine.error());
    setPassword(run->call, run->user, verifier, {});
    run->user.createdMs = run->user.modifiedMs = run->call->services.clock.nowMs();
    Store::Unit unit(store);
    takeAliases(run->call, *run->context.pool, run->user);
    store.addUser(run->user, signInNames(run->context.pool->settings, run->user));
    unit.commit();
    afterStored(run);
}

Outcome<void> obeyPreSignUp(SigningUp &run, const json::Value &response)
{
    if (response.value(u"autoConfirmUser").toBool())
        run.user.status = status::Confirmed;
    const auto verify = [&](QStringView wanted, const QString &name) {
        if (!response.value(wanted).toBool())
            return true;
        if (!run.user.attribute(name))
            return false;
        run.user.setAttribute(verifiedFlag(name), u"true"_s);
        return true;
    };
    if (!verify(u"autoVerifyEmail", attribute::Email) || !verify(u"autoVerifyPhone", attribute::PhoneNumber))
        return refuse(refusals::lambdaOutput);
    return {};
}

void signUp(const Call &call, const idp::SignUpRequest &request, const ReplyTo<idp::SignUpResponse> &reply)
{
    const auto context = clientOf(call, request.clientId);
    if (!context)
        return reply.fail(context.error());
    const SignUpRun run = std::make_shared<SigningUp>(SigningUp{call, request, reply, *context, {}});
    if (const auto fine = checkSignUp(*run); !fine)
        return reply.fail(fine.error());
    json::Value response = json::Value::object();
    for (const QString &member : {u"autoConfirmUser"_s, u"autoVerifyEmail"_s, u"autoVerifyPhone"_s})
        response.set(member, false);
    fireTrigger(run->trigger(), "PreSignUp_SignUp"_L1, {}, response, [run](const Outcome<json::Value> &answered) {
        if (!answered)
            return run->reply.fail(answered.error());
        if (const auto fine = obeyPreSignUp(*run, *answered); !fine)
            return run->reply.fail(fine.error());
        computeVerifier(run->call, *run->context.pool, run->user, *run->request.password,
                        [run](const crypto::SrpVerifier &verifier) { store(run, verifier); });
    });
}

} // namespace

void registerSignUp(Registry &registry)
{
    registry.add<idp::SignUpRequest>({.members = names({"ClientId", "SecretHash", "Username", "Password",
                                                        "UserAttributes", "ValidationData", "ClientMetadata"})},
                                     signUp);
}

} // namespace poolscope::sandbox
