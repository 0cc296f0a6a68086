#include "sandbox/operations/signin.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/rules/attributeschema.h"
#include "json/writer.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString subjectOf(const SignIn &run)
{
    return run.user.rowId != 0 ? subjectOf(run.user) : subjectOf(*run.context.pool, run.typedName);
}

// The lock is looked at in a unit of its own, because the attempt itself is noted.
bool isLocked(const SignIn &run)
{
    if (run.user.rowId == 0 && run.call->services.choices.is(choice::LockUnknownNames, "no"_L1))
        return false;
    Store &store = run.call->services.store;
    const qint64 pool = run.context.pool->rowId;
    AttemptRecord record = store.attempts(pool, subjectOf(run), passwordAttempts);
    if (record.count == 0)
        return false;
    const bool locked = isLockedOut(record, run.call->services.clock.nowMs());
    Store::Unit unit(store);
    store.putAttempts(pool, subjectOf(run), passwordAttempts, record);
    unit.commit();
    return locked;
}

bool temporaryPasswordExpired(const SignIn &run)
{
    return run.user.temporaryPasswordExpiresMs &&
           *run.user.temporaryPasswordExpiresMs <= run.call->services.clock.nowMs();
}

QString attributesJson(const SignIn &run)
{
    json::Value map = json::Value::object();
    for (const UserAttribute &one : run.user.attributes) {
        if (isReadable(one.name, run.context.client->settings.readAttributes))
            map.set(one.name, one.value);
    }
    return QString::fromUtf8(json::write(map));
}

void askNewPassword(const SignInPtr &run)
{
    json::Value missing = json::Value::array();
    const Schema schema = run->context.pool->settings.schemaAttributes.value_or(Schema{});
    for (const QString &name : missingAttributes(schema, run->user.attributes))
        missing.append(u"userAttributes."_s + name);
    json::Value state = json::Value::object();
    state.set(u"step"_s, u"NEW_PASSWORD_REQUIRED"_s);
    AuthAnswer answer;
    answer.challengeName = u"NEW_PASSWORD_REQUIRED"_s;
    answer.session = openSession(*run, state);
    answer.challengeParameters = {{u"USER_ID_FOR_SRP"_s, run->user.username},
                                  {u"userAttributes"_s, attributesJson(*run)},
                                  {u"requiredAttributes"_s, QString::fromUtf8(json::write(missing))}};
    run->reply(answer);
}

} // namespace

bool SignIn::hidesUsers() const
{
    const bool tellsAdministrators = isAdministrators && call->services.choices.is(choice::AdminHidesUsers, "no"_L1);
    return hidesUserExistence(context.client->settings) && !tellsAdministrators;
}

TriggerCall SignIn::trigger() const
{
    TriggerCall from{.call = call, .pool = context.pool, .client = context.client};
    if (user.rowId != 0)
        from.user = user;
    from.typedName = parameters.value(u"USERNAME"_s);
    if (isAnswer)
        from.clientMetadata = clientMetadata;
    return from;
}

Outcome<QString> required(const SignIn &run, QLatin1StringView name)
{
    const auto found = run.parameters.constFind(QString(name));
    if (found == run.parameters.cend() || found->isEmpty())
        return refuse(refusals::missingParameter, name);
    return *found;
}

Outcome<void> checkSecretHash(const SignIn &run, const QString &username)
{
    std::optional<QString> given;
    if (run.parameters.contains(u"SECRET_HASH"_s))
        given = run.parameters.value(u"SECRET_HASH"_s);
    return checkSecretHash(*run.context.client, username, given, goodSecrets(run.call->services));
}

ServiceError unknownUserError(const SignIn &run)
{
    return refusal(run.hidesUsers() ? refusals::wrongPassword : refusals::unknownUser);
}

void preAuthentication(const SignInPtr &run, std::function<void()> then)
{
    TriggerCall from = run->trigger();
    from.validationData = run->clientMetadata; // documented: InitiateAuth's metadata arrives under that name
    json::Value extra = json::Value::object();
    if (run->hidesUsers())
        extra.set(u"userNotFound"_s, run->user.rowId == 0);
    fireTrigger(from, "PreAuthentication_Authentication"_L1, extra, json::Value::object(),
                [run, then = std::move(then)](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return run->fail(answered.error());
                    if (run->user.rowId != 0) {
                        const auto now = again(run->call, {run->context.pool, run->user});
                        if (!now)
                            return run->fail(unknownUserError(*run));
                        run->user = now->user;
                        run->context.pool = now->pool;
                        if (run->hidesUsers() && run->user.verifierHex.isEmpty())
                            run->user = {};
                    }
                    then();
                });
}

Outcome<void> checkLockOut(const SignIn &run)
{
    return isLocked(run) ? refuse(refusals::passwordAttempts) : Outcome<void>();
}

Outcome<void> checkBeforePassword(const SignIn &run)
{
    const Choices &choices = run.call->services.choices;
    if (const auto fine = checkLockOut(run); !fine)
        return fine;
    if (run.user.rowId == 0)
        return {};
    if (!run.user.enabled)
        return refuse(refusals::disabled);
    if (run.user.status == status::ResetRequired)
        return refuse(refusals::resetRequired);
    if (run.user.status == status::Unconfirmed && choices.is(choice::NotConfirmedFirst, "yes"_L1))
        return refuse(refusals::notConfirmed);
    if (temporaryPasswordExpired(run) && choices.is(choice::TemporaryExpiredFirst, "before-password"_L1))
        return refuse(refusals::temporaryPasswordExpired);
    return {};
}

void refuseWrongPassword(const SignInPtr &run)
{
    Store &store = run->call->services.store;
    const qint64 pool = run->context.pool->rowId;
    AttemptRecord record = store.attempts(pool, subjectOf(*run), passwordAttempts);
    countWrongPassword(record, run->call->services.clock.nowMs());
    Store::Unit unit(store);
    store.putAttempts(pool, subjectOf(*run), passwordAttempts, record);
    unit.commit();
    run->fail(refusals::wrongPassword);
}

void afterPassword(const SignInPtr &run)
{
    Store &store = run->call->services.store;
    const qint64 pool = run->context.pool->rowId;
    if (store.attempts(pool, subjectOf(run->user), passwordAttempts).count > 0) {
        Store::Unit unit(store);
        store.clearAttempts(pool, subjectOf(run->user), passwordAttempts);
        unit.commit();
    }
    if (run->user.status == status::Unconfirmed)
        return run->fail(refusals::notConfirmed);
    if (temporaryPasswordExpired(*run))
        return run->fail(refusals::temporaryPasswordExpired);
    if (run->user.status == status::ForceChangePassword)
        return askNewPassword(run);
    issueTokens(run, "TokenGeneration_Authentication"_L1);
}

QString openSession(const SignIn &run, const json::Value &state)
{
    const Services &services = run.call->services;
    const qint64 nowMs = services.clock.nowMs();
    AuthSessionRecord session{.token = makeSession(services.random),
                              .poolRowId = run.context.pool->rowId,
                              .clientRowId = run.context.client->rowId,
                              .userRowId = run.user.rowId,
                              .state = state,
                              .createdMs = nowMs,
                              .expiresMs = nowMs + sessionLifetimeMs(run.context.client->settings)};
    Store::Unit unit(services.store);
    services.store.putSession(session);
    unit.commit();
    return session.token;
}

Outcome<AuthSessionRecord> sessionAt(const SignIn &run, QLatin1StringView step)
{
    if (!run.session)
        return refuse(refusals::missingParameter, u"Session"_s);
    auto session = run.call->services.store.session(*run.session);
    if (!session || session->clientRowId != run.context.client->rowId ||
        session->state.value(u"step").toString() != step)
        return refuse(refusals::badSession);
    if (session->used)
        return refuse(refusals::usedSession);
    if (session->expiresMs <= run.call->services.clock.nowMs())
        return refuse(refusals::expiredSession);
    return *session;
}

} // namespace poolscope::sandbox
