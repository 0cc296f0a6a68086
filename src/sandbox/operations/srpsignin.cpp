#include "sandbox/operations/signin.h"

#include "crypto/base64url.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/rules/madeupuser.h"
#include "sandbox/rules/srptimestamp.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// What the service will have to remember; the SECRET_BLOCK stands for it.
json::Value srpState(const QString &srpA, const crypto::SrpServer &server, const crypto::SrpVerifier &verifier,
                     const QString &userId)
{
    json::Value state = json::Value::object();
    state.set(u"step"_s, u"PASSWORD_VERIFIER"_s);
    state.set(u"a"_s, srpA);
    state.set(u"b"_s, QString::fromLatin1(server.privateHex()));
    state.set(u"salt"_s, verifier.saltHex);
    state.set(u"verifier"_s, verifier.verifierHex);
    state.set(u"user"_s, userId);
    return state;
}

void putSecretBlock(const SignIn &run, const QString &block, const json::Value &state)
{
    const Services &services = run.call->services;
    const qint64 nowMs = services.clock.nowMs();
    Store::Unit unit(services.store);
    services.store.putSession({.token = block,
                               .poolRowId = run.context.pool->rowId,
                               .clientRowId = run.context.client->rowId,
                               .userRowId = run.user.rowId,
                               .state = state,
                               .createdMs = nowMs,
                               .expiresMs = nowMs + sessionLifetimeMs(run.context.client->settings)});
    unit.commit();
}

void challenge(const SignInPtr &run, const QString &srpA, const crypto::SrpVerifier &verifier, const QString &userId)
{
    crypto::RandomSource &random = run->call->services.random;
    run->call->services.executor.compute(
        [verifier, &random] { return std::make_shared<crypto::SrpServer>(verifier, random); },
        [run, srpA, verifier, userId](const std::shared_ptr<crypto::SrpServer> &server) {
            const Services &services = run->call->services;
            const QString block = makeSecretBlock(services.random);
            json::Value state = srpState(srpA, *server, verifier, userId);
            if (run->user.rowId == 0)
                state.set(u"typedName"_s, run->typedName);
            AuthAnswer answer;
            if (services.choices.is(choice::VerifierSession, "present"_L1)) {
                answer.session = makeSession(services.random);
                state.set(u"session"_s, *answer.session);
            }
            putSecretBlock(*run, block, state);
            answer.challengeName = u"PASSWORD_VERIFIER"_s;
            answer.challengeParameters = {{u"SALT"_s, verifier.saltHex},
                                          {u"SECRET_BLOCK"_s, block},
                                          {u"SRP_B"_s, server->publicValueHex()},
                                          {u"USERNAME"_s, userId},
                                          {u"USER_ID_FOR_SRP"_s, userId}};
            run->reply(answer);
        });
}

void challengeKnown(const SignInPtr &run, const QString &srpA)
{
    if (!run->user.enabled)
        return run->fail(refusals::disabled);
    if (run->user.verifierHex.isEmpty()) { // an imported user: there is nothing to prove
        const bool mustReset = run->user.status == status::ResetRequired;
        return run->fail(mustReset ? refusals::resetRequired : refusals::wrongPassword);
    }
    challenge(run, srpA, {run->user.saltHex, run->user.verifierHex}, run->user.username);
}

ServiceError lateError(const SignIn &run, const Refusal &what)
{
    const bool plain = run.call->services.choices.is(choice::LateSrpAnswer, "wrong-password"_L1);
    return refusal(plain ? refusals::wrongPassword : what);
}

// The session of the answer's SECRET_BLOCK. Blocks that nobody gave out are wrong signatures.
Outcome<AuthSessionRecord> answeredSession(const SignIn &run, const QString &block)
{
    auto session = run.call->services.store.session(block);
    if (!session || session->clientRowId != run.context.client->rowId ||
        session->state.value(u"step").toString() != u"PASSWORD_VERIFIER"_s)
        return refuse(refusals::wrongPassword);
    if (session->used)
        return tl::unexpected(lateError(run, refusals::usedSession));
    if (session->expiresMs <= run.call->services.clock.nowMs())
        return tl::unexpected(lateError(run, refusals::expiredSession));
    if (run.session && session->state.contains(u"session") &&
        session->state.value(u"session").toString() != *run.session)
        return refuse(refusals::badSession);
    return *session;
}

bool timestampHolds(const SignIn &run, const QString &timestamp)
{
    const QString tolerance = run.call->services.choices.value(choice::SrpClockTolerance);
    const auto sent = parseSrpTimestamp(timestamp);
    if (!sent)
        return false;
    // By either clock: programs date by their own, or by the Date header, which follows the sandbox's.
    const qint64 sentMs = sent->toMSecsSinceEpoch();
    const qint64 difference =
        std::min(qAbs(sentMs - run.call->services.realClock.nowMs()), qAbs(sentMs - run.call->services.clock.nowMs()));
    return tolerance == u"any"_s || difference <= tolerance.toLongLong() * 1000;
}

struct SrpAnswer
{
    QString block;
    QString timestamp;
    QString signature;
};

Outcome<SrpAnswer> srpAnswer(const SignIn &run)
{
    SrpAnswer answer;
    for (const auto &[name, member] : {std::pair{"PASSWORD_CLAIM_SECRET_BLOCK"_L1, &SrpAnswer::block},
                                       std::pair{"PASSWORD_CLAIM_SIGNATURE"_L1, &SrpAnswer::signature},
                                       std::pair{"TIMESTAMP"_L1, &SrpAnswer::timestamp}}) {
        const auto value = required(run, name);
        if (!value)
            return tl::unexpected(value.error());
        answer.*member = *value;
    }
    return answer;
}

// The user, real or made up, whom the challenge was given to; the answer has to name the same.
Outcome<void> takeChallenged(SignIn &run, const AuthSessionRecord &session, const QString &name)
{
    const PoolRecord &pool = *run.context.pool;
    if (session.userRowId == 0) {
        run.typedName = session.state.value(u"typedName").toString();
        const bool same = name == session.state.value(u"user").toString() ||
                          foldedName(pool.settings, name) == foldedName(pool.settings, run.typedName);
        return same ? Outcome<void>() : refuse(refusals::wrongPassword);
    }
    const auto user = run.call->services.store.user(session.userRowId);
    const auto meant = findUser(run.call, pool, name);
    if (!user || !meant)
        return tl::unexpected(unknownUserError(run));
    if (meant->rowId != user->rowId)
        return refuse(refusals::wrongPassword);
    run.user = *user;
    return {};
}

void judge(const SignInPtr &run, const SrpAnswer &answer, bool right)
{
    Store &store = run->call->services.store;
    const auto session = answeredSession(*run, answer.block); // another answer may have come first
    if (!session)
        return run->fail(session.error());
    if (const auto fine = checkLockOut(*run); !fine)
        return run->fail(fine.error());
    if (run->user.rowId == 0) // a made-up user, whose verifier nobody can know the password of
        return refuseWrongPassword(run);
    const auto now = again(run->call, {run->context.pool, run->user});
    if (!now)
        return run->fail(unknownUserError(*run));
    run->user = now->user;
    run->context.pool = now->pool;
    if (!right || run->user.verifierHex != session->state.value(u"verifier").toString())
        return refuseWrongPassword(run);
    {
        Store::Unit unit(store);
        store.markSessionUsed(answer.block);
        unit.commit();
    }
    afterPassword(run);
}

void checkClaim(const SignInPtr &run, const SrpAnswer &answer, const json::Value &state)
{
    const bool inTime = timestampHolds(*run, answer.timestamp);
    run->call->services.executor.compute(
        [poolName = crypto::poolNameOf(run->context.pool->id), answer, state, inTime] {
            const auto block = crypto::decodeBase64(answer.block.toLatin1());
            const crypto::SrpVerifier verifier{state.value(u"salt").toString(), state.value(u"verifier").toString()};
            const crypto::SrpServer server(verifier, state.value(u"b").toString().toLatin1());
            const bool right =
                block && server.checkClaim(poolName, state.value(u"user").toString(), state.value(u"a").toString(),
                                           *block, answer.timestamp, answer.signature);
            return right && inTime;
        },
        [run, answer](bool right) { judge(run, answer, right); });
}

} // namespace

void startSrp(const SignInPtr &run)
{
    const auto name = required(*run, "USERNAME"_L1);
    if (!name)
        return run->fail(name.error());
    const auto srpA = required(*run, "SRP_A"_L1);
    if (!srpA)
        return run->fail(srpA.error());
    if (const auto fine = checkSecretHash(*run, *name); !fine)
        return run->fail(fine.error());
    if (!crypto::SrpServer::acceptsPublicValue(*srpA)) // the service's answer is not known
        return run->fail(refusals::wrongPassword);
    run->typedName = *name;
    const auto user = findUser(run->call, *run->context.pool, *name);
    if (!user && !run->hidesUsers())
        return run->fail(refusals::unknownUser);
    if (user)
        run->user = *user;
    preAuthentication(run, [run, srpA = *srpA] {
        if (run->user.rowId != 0)
            return challengeKnown(run, srpA);
        const MadeUpUser nobody = madeUpUser(*run->context.pool, run->typedName);
        challenge(run, srpA, {nobody.saltHex, nobody.verifierHex}, nobody.userId);
    });
}

void answerSrp(const SignInPtr &run)
{
    const auto name = required(*run, "USERNAME"_L1);
    if (!name)
        return run->fail(name.error());
    const auto answer = srpAnswer(*run);
    if (!answer)
        return run->fail(answer.error());
    if (const auto fine = checkSecretHash(*run, *name); !fine)
        return run->fail(fine.error());
    const auto session = answeredSession(*run, answer->block);
    if (!session)
        return run->fail(session.error());
    if (const auto fine = takeChallenged(*run, *session, *name); !fine)
        return run->fail(fine.error());
    if (const auto fine = checkBeforePassword(*run); !fine)
        return run->fail(fine.error());
    checkClaim(run, *answer, session->state);
}

} // namespace poolscope::sandbox
