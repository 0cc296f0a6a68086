#include "sandbox/operations/operations.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/triggers.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/passwordpolicy.h"
#include "sandbox/rules/poolsettings.h"
#include "sandbox/userrows.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

using CreateReply = ReplyTo<idp::AdminCreateUserResponse>;

// One AdminCreateUser between its steps.
struct Creating
{
    Call call;
    idp::AdminCreateUserRequest request;
    CreateReply reply;
    PoolPtr pool;
    QString password; // temporary
    UserRecord user;

    bool isResend() const { return request.messageAction == u"RESEND"_s; }
    QString typedName() const { return request.username.value_or(QString()); }
    TriggerCall trigger() const
    {
        TriggerCall from{.call = call, .pool = pool, .client = {}};
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
using CreateRun = std::shared_ptr<Creating>;

// Which messages go out. The documented default is SMS; a default that has no phone number sends nothing (inferred).
Outcome<QList<Destination>> destinations(const Creating &run)
{
    QList<Destination> list;
    if (run.request.messageAction == u"SUPPRESS"_s)
        return list;
    const bool chosen = run.request.desiredDeliveryMediums && !run.request.desiredDeliveryMediums->isEmpty();
    const QStringList mediums = chosen ? *run.request.desiredDeliveryMediums : QStringList{u"SMS"_s};
    for (const QString &medium : mediums) {
        const bool isEmail = medium == u"EMAIL"_s;
        const QString name = isEmail ? attribute::Email : attribute::PhoneNumber;
        const auto address = run.user.attribute(name);
        if (address && !address->isEmpty())
            list.append(destinationOf(name, *address));
        else if (chosen)
            return refuse(isEmail ? refusals::noEmailForDelivery : refusals::noPhoneForDelivery);
    }
    return list;
}

Outcome<void> checkFree(Creating &run, bool take)
{
    for (const SignInName &name : signInNames(run.pool->settings, run.user)) {
        auto owner = run.call->services.store.findUser(run.pool->rowId, name.kind, name.key);
        if (!owner)
            continue;
        if (name.kind == NameKind::Username || name.kind == NameKind::Sub)
            return refuse(refusals::usernameTakenAdmin);
        if (hasUsernameAttributes(run.pool->settings))
            return refuse(refusals::usernameTakenAdmin);
        if (!run.request.forceAliasCreation.value_or(false)) // documented
            return refuse(refusals::aliasTaken, userrows::attributeOf(name.kind));
        if (take)
            giveUpAlias(run.call, *run.pool, *owner, name.kind);
    }
    return {};
}

// Required attributes may be missing: the user is asked for them at the first sign-in.
Outcome<void> checkNew(Creating &run)
{
    const auto &pool = run.pool->settings;
    QList<UserAttribute> attributes = fromAttributeTypes(run.request.userAttributes);
    if (const auto fine = checkNewUsername(pool, run.typedName()); !fine)
        return fine;
    if (const auto fine = fillAddress(pool, run.typedName(), attributes); !fine)
        return fine;
    const Schema schema = pool.schemaAttributes.value_or(Schema{});
    if (const auto fine = checkAttributes(schema, attributes, Writer::Administrator); !fine)
        return fine;
    attributes.removeIf([](const UserAttribute &one) { return one.value.isEmpty(); });
    run.user.poolRowId = run.pool->rowId;
    run.user.attributes = attributes;
    run.user.status = status::ForceChangePassword;
    run.user.sub = crypto::uuid(run.call->services.random);
    run.user.username = hasUsernameAttributes(pool) ? run.user.sub : run.typedName();
    return checkFree(run, false);
}

Outcome<void> findForResend(Creating &run)
{
    const auto found = findUser(run.call, *run.pool, run.typedName(), Asking::Administrator);
    if (!found)
        return refuse(refusals::unknownUser);
    if (found->status != status::ForceChangePassword)
        return refuse(refusals::resendNotPossible, found->username);
    run.user = *found;
    return {};
}

// The temporary password that was given, else a new one; an empty one counts as not given.
Outcome<void> choosePassword(Creating &run)
{
    const auto policy = effectivePolicy(run.pool->settings.policies);
    run.password = run.request.temporaryPassword.value_or(QString());
    if (run.password.isEmpty()) {
        run.password = generatePassword(policy, run.call->services.random);
        return {};
    }
    return checkPasswordPolicy(policy, run.password);
}

void post(const CreateRun &run, const Destination &destination, const MessageText &text)
{
    if (!text.body.contains(u"{####}"_s)) // documented: without it the invitation is not delivered
        return;
    // In pools where the user name is made by the service, people know the address they were invited by.
    const QString shownName = hasUsernameAttributes(run->pool->settings) ? run->typedName() : run->user.username;
    const MessageText final = filled(text, run->password, shownName);
    const Message message{.medium = destination.medium,
                          .to = destination.address,
                          .subject = final.subject,
                          .body = final.body,
                          .code = run->password,
                          .isInvitation = true,
                          .userPoolId = run->pool->id,
                          .username = run->user.username};
    Store::Unit unit(run->call->services.store);
    run->call->services.mailbox.put(message, run->user.rowId, run->user.temporaryPasswordExpiresMs);
    unit.commit();
    run->call->services.mailbox.announce();
}

void sendInvitations(const CreateRun &run, QList<Destination> left)
{
    if (left.isEmpty())
        return run->reply(idp::AdminCreateUserResponse{.user = toUserType(run->user)});
    const Destination destination = left.takeFirst();
    customMessage(run->trigger(), "AdminCreateUser"_L1, destination.medium,
                  [run, destination, left](const Outcome<MessageText> &text) {
                      if (!text)
                          return run->reply.fail(text.error());
                      if (!again(run->call, {run->pool, run->user}))
                          return run->reply.fail(refusal(refusals::unknownUser));
                      post(run, destination, *text);
                      sendInvitations(run, left);
                  });
}

Outcome<void> storeUser(Creating &run, const crypto::SrpVerifier &verifier)
{
    const Services &services = run.call->services;
    run.pool = services.store.poolByRow(run.pool->rowId);
    if (!run.pool)
        return refuse(refusals::unknownPool, run.request.userPoolId.value_or(QString()));
    const qint64 lifetime = temporaryPasswordMs(run.pool->settings);
    Store::Unit unit(services.store);
    if (run.isResend()) {
        if (const auto fine = findForResend(run); !fine)
            return fine;
        setPassword(run.call, run.user, verifier, lifetime);
        services.mailbox.endInvitations(run.user.rowId, Message::State::Replaced);
        saveUser(run.call, *run.pool, run.user);
    } else {
        if (const auto fine = checkFree(run, true); !fine)
            return fine;
        setPassword(run.call, run.user, verifier, lifetime);
        run.user.createdMs = run.user.modifiedMs = services.clock.nowMs();
        services.store.addUser(run.user, signInNames(run.pool->settings, run.user));
    }
    unit.commit();
    if (run.isResend())
        services.mailbox.announce();
    return {};
}

void computeAndStore(const CreateRun &run)
{
    const auto list = destinations(*run); // refused before anything is stored
    if (!list)
        return run->reply.fail(list.error());
    computeVerifier(run->call, *run->pool, run->user, run->password,
                    [run, list = *list](const crypto::SrpVerifier &verifier) {
                        if (const auto fine = storeUser(*run, verifier); !fine)
                            return run->reply.fail(fine.error());
                        sendInvitations(run, list);
                    });
}

void adminCreateUser(const Call &call, const idp::AdminCreateUserRequest &request, const CreateReply &reply)
{
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const CreateRun run = std::make_shared<Creating>(Creating{call, request, reply, *pool, {}, {}});
    const auto known = run->isResend() ? findForResend(*run) : checkNew(*run);
    if (!known)
        return reply.fail(known.error());
    if (const auto fine = choosePassword(*run); !fine)
        return reply.fail(fine.error());
    if (run->isResend())
        return computeAndStore(run);
    json::Value response = json::Value::object(); // what it answers is ignored here: only an error counts
    for (const QString &member : {u"autoConfirmUser"_s, u"autoVerifyEmail"_s, u"autoVerifyPhone"_s})
        response.set(member, false);
    fireTrigger(run->trigger(), "PreSignUp_AdminCreateUser"_L1, {}, response,
                [run](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return run->reply.fail(answered.error());
                    computeAndStore(run);
                });
}

} // namespace

void registerAdminCreateUser(Registry &registry)
{
    registry.add<idp::AdminCreateUserRequest>(
        {.members = names({"UserPoolId", "Username", "UserAttributes", "ValidationData", "TemporaryPassword",
                           "ForceAliasCreation", "MessageAction", "DesiredDeliveryMediums", "ClientMetadata"})},
        adminCreateUser);
}

} // namespace poolscope::sandbox
