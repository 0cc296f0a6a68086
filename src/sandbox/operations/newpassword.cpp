#include "sandbox/operations/signin.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/passwords.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/passwordpolicy.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// Responses named "userAttributes.<name>".
QList<UserAttribute> givenAttributes(const SignIn &run)
{
    const QString prefix = u"userAttributes."_s;
    QList<UserAttribute> attributes;
    for (auto one = run.parameters.cbegin(); one != run.parameters.cend(); ++one) {
        if (one.key().startsWith(prefix))
            attributes.append({one.key().sliced(prefix.size()), one.value()});
    }
    return attributes;
}

Outcome<void> takeAttributes(SignIn &run)
{
    const Schema schema = run.context.pool->settings.schemaAttributes.value_or(Schema{});
    const QList<UserAttribute> given = givenAttributes(run);
    for (const UserAttribute &one : given) {
        const auto known = run.user.attribute(one.name);
        if (known && !known->isEmpty() && *known != one.value)
            return refuse(refusals::alreadyProvided, one.name);
    }
    const auto &writable = run.context.client->settings.writeAttributes;
    if (const auto fine = checkAttributes(schema, given, Writer::Client, writable); !fine)
        return fine;
    for (const UserAttribute &one : given)
        run.user.setAttribute(one.name, one.value);
    const QStringList missing = missingAttributes(schema, run.user.attributes);
    if (!missing.isEmpty())
        return refuse(refusals::attributeMissing, missing.first());
    return {};
}

// Nothing is changed before this; the session and the user are looked at again.
void finish(const SignInPtr &run, const crypto::SrpVerifier &verifier)
{
    const auto session = sessionAt(*run, "NEW_PASSWORD_REQUIRED"_L1);
    if (!session)
        return run->fail(session.error());
    const auto now = again(run->call, {run->context.pool, run->user});
    if (!now || now->user.status != status::ForceChangePassword)
        return run->fail(refusals::badSession);
    run->user = now->user;
    run->context.pool = now->pool;
    if (const auto fine = takeAttributes(*run); !fine)
        return run->fail(fine.error());
    run->user.status = status::Confirmed;
    if (const auto fine = checkAliases(run->call, *run->context.pool, run->user); !fine)
        return run->fail(fine.error());
    Store &store = run->call->services.store;
    {
        Store::Unit unit(store);
        run->call->services.mailbox.endInvitations(run->user.rowId, Message::State::Used);
        replacePassword(run->call, *run->context.pool, run->user, verifier, {});
        saveUser(run->call, *run->context.pool, run->user);
        store.markSessionUsed(*run->session);
        unit.commit();
    }
    run->call->services.mailbox.announce();
    issueTokens(run, "TokenGeneration_NewPasswordChallenge"_L1);
}

} // namespace

void answerNewPassword(const SignInPtr &run)
{
    const auto name = required(*run, "USERNAME"_L1);
    if (!name)
        return run->fail(name.error());
    const auto password = required(*run, "NEW_PASSWORD"_L1);
    if (!password)
        return run->fail(password.error());
    if (const auto fine = checkSecretHash(*run, *name); !fine)
        return run->fail(fine.error());
    const auto session = sessionAt(*run, "NEW_PASSWORD_REQUIRED"_L1);
    if (!session)
        return run->fail(session.error());
    const auto user = run->call->services.store.user(session->userRowId);
    const auto meant = findUser(run->call, *run->context.pool, *name);
    if (!user || !meant || meant->rowId != user->rowId)
        return run->fail(refusals::badSession);
    run->user = *user;
    if (!run->user.enabled)
        return run->fail(refusals::disabled);
    const auto policy = effectivePolicy(run->context.pool->settings.policies);
    if (const auto fine = checkPasswordPolicy(policy, *password); !fine)
        return run->fail(fine.error());
    SignIn trial = *run; // refuse early what finish() would refuse after the arithmetic
    if (const auto fine = takeAttributes(trial); !fine)
        return run->fail(fine.error());
    // The temporary password may be kept where there is no history.
    withUnusedPassword(run->call, *run->context.pool, run->user, *password,
                       [run](const Outcome<crypto::SrpVerifier> &verifier) {
                           if (!verifier)
                               return run->fail(verifier.error());
                           finish(run, *verifier);
                       });
}

} // namespace poolscope::sandbox
