#include "sandbox/operations/signin.h"

#include "crypto/hash.h"
#include "sandbox/rules/madeupuser.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

void verifyPassword(const SignInPtr &run, const QString &password)
{
    if (const auto fine = checkBeforePassword(*run); !fine)
        return run->fail(fine.error());
    // The same arithmetic for made-up users: who exists is not to be told by the time it takes either.
    const PoolRecord &pool = *run->context.pool;
    const UserRecord &user = run->user;
    const bool madeUp = user.rowId == 0;
    const QString salt = madeUp ? madeUpUser(pool, run->typedName).saltHex : user.saltHex;
    run->call->services.executor.compute(
        [poolName = crypto::poolNameOf(pool.id), name = user.username, password, salt, verifier = user.verifierHex] {
            const auto made = crypto::makeVerifier(poolName, name, password, salt);
            return !verifier.isEmpty() && made &&
                   crypto::constantTimeEquals(made->verifierHex.toUtf8(), verifier.toUtf8());
        },
        [run, madeUp](bool right) {
            if (const auto fine = checkLockOut(*run); !fine)
                return run->fail(fine.error());
            if (madeUp)
                return refuseWrongPassword(run);
            const auto now = again(run->call, {run->context.pool, run->user});
            if (!now)
                return run->fail(unknownUserError(*run));
            // A password that was changed meanwhile is not the one that was compared.
            const bool same = now->user.verifierHex == run->user.verifierHex;
            run->user = now->user;
            run->context.pool = now->pool;
            if (!right || !same)
                return refuseWrongPassword(run);
            if (!run->user.enabled)
                return run->fail(refusals::disabled);
            afterPassword(run);
        });
}

// A handler may bring the user over from another directory.
void migrate(const SignInPtr &run, const QString &password)
{
    TriggerCall from = run->trigger();
    json::Value extra = json::Value::object();
    extra.set(u"password"_s, password);
    extra.set(u"validationData"_s, objectOf(run->clientMetadata));
    json::Value response = json::Value::object();
    for (const QString &member : {u"userAttributes"_s, u"finalUserStatus"_s, u"messageAction"_s,
                                  u"desiredDeliveryMediums"_s, u"forceAliasCreation"_s, u"enableSMSMFA"_s})
        response.set(member, json::Value());
    fireTrigger(from, "UserMigration_Authentication"_L1, extra, response,
                [run, password](const Outcome<json::Value> &answered) {
                    if (!answered)
                        return run->fail(answered.error());
                    if (answered->value(u"userAttributes").isObject())
                        return run->fail(notSimulated(u"the answer of a UserMigration trigger"_s));
                    preAuthentication(run, [run, password] {
                        if (run->hidesUsers())
                            return verifyPassword(run, password);
                        run->fail(refusals::unknownUser);
                    });
                });
}

} // namespace

void signInByPassword(const SignInPtr &run)
{
    const auto name = required(*run, "USERNAME"_L1);
    if (!name)
        return run->fail(name.error());
    const auto password = required(*run, "PASSWORD"_L1);
    if (!password)
        return run->fail(password.error());
    if (const auto fine = checkSecretHash(*run, *name); !fine)
        return run->fail(fine.error());
    run->typedName = *name;
    const auto user = findUser(run->call, *run->context.pool, *name);
    if (!user)
        return migrate(run, *password);
    run->user = *user;
    preAuthentication(run, [run, password = *password] { verifyPassword(run, password); });
}

} // namespace poolscope::sandbox
