#include "sandbox/control/liveproofs.h"

#include "sandbox/mailbox.h"
#include "sandbox/rules/attempts.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/store.h"

namespace poolscope::sandbox {

namespace {

// Of the user (first value) at a time (second value).
const QString liveSessions = QStringLiteral("user = ? AND used = 0 AND expires > ?");
const QString liveGrants =
    QStringLiteral("user = ? AND revoked IS NULL AND expires > ? AND EXISTS"
                   " (SELECT 1 FROM refresh_tokens WHERE grant_id = grants.id AND replaced IS NULL)");

void expireMessagesOfCodes(Store &store, qint64 userRowId, qint64 nowMs)
{
    store.run(QStringLiteral("UPDATE messages SET expires = ? WHERE state = ? AND id IN"
                             " (SELECT message FROM codes WHERE user = ? AND expires > ?)"),
              {nowMs, int(Message::State::Current), userRowId, nowMs});
}

// Whoever is not locked out keeps the count of wrong passwords.
int endLockOut(Store &store, const UserRecord &user, qint64 nowMs)
{
    if (lockedUntilMs(store.attempts(user.poolRowId, subjectOf(user), passwordAttempts), nowMs) == 0)
        return 0;
    store.clearAttempts(user.poolRowId, subjectOf(user), passwordAttempts);
    return 1;
}

} // namespace

int LiveProofs::count(ProofKind kind) const
{
    switch (kind) {
    case ProofKind::Codes:
        return codes;
    case ProofKind::Sessions:
        return sessions;
    case ProofKind::TemporaryPassword:
        return temporaryPassword ? 1 : 0;
    case ProofKind::LockOut:
        return lockedUntilMs > 0 ? 1 : 0;
    case ProofKind::RefreshTokens:
        break;
    }
    return refreshTokens;
}

std::optional<ProofKind> proofKindNamed(QStringView name)
{
    if (name == u"codes")
        return ProofKind::Codes;
    if (name == u"sessions")
        return ProofKind::Sessions;
    if (name == u"temporaryPassword")
        return ProofKind::TemporaryPassword;
    if (name == u"lockOut")
        return ProofKind::LockOut;
    return name == u"refreshTokens" ? std::optional(ProofKind::RefreshTokens) : std::nullopt;
}

std::optional<UserRecord> userMeant(Store &store, const PoolRecord &pool, const QString &name)
{
    for (const SignInName &one : lookUpNames(pool.settings, name, true)) {
        if (auto user = store.findUser(pool.rowId, one.kind, one.key))
            return user;
    }
    return {};
}

LiveProofs liveProofs(Store &store, const Clock &clock, const UserRecord &user)
{
    const QVariantList values{user.rowId, clock.nowMs()};
    const auto count = [&](const QString &table, const QString &live) {
        return int(store.number(QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(table, live), values));
    };
    LiveProofs proofs;
    proofs.codes = count(QStringLiteral("codes"), QStringLiteral("user = ? AND expires > ?"));
    proofs.sessions = count(QStringLiteral("auth_sessions"), liveSessions);
    proofs.refreshTokens = count(QStringLiteral("grants"), liveGrants);
    proofs.temporaryPassword = count(QStringLiteral("users"), QStringLiteral("id = ? AND temporary_until > ?")) > 0;
    const AttemptRecord attempts = store.attempts(user.poolRowId, subjectOf(user), passwordAttempts);
    proofs.wrongPasswords = wrongPasswords(attempts, clock.nowMs());
    proofs.lockedUntilMs = lockedUntilMs(attempts, clock.nowMs());
    return proofs;
}

int expireProofs(Store &store, Mailbox &mailbox, const Clock &clock, const UserRecord &user, ProofKind kind)
{
    const qint64 nowMs = clock.nowMs();
    Store::Unit unit(store);
    int ended = 0;
    switch (kind) {
    case ProofKind::Codes:
        expireMessagesOfCodes(store, user.rowId, nowMs);
        store.run(QStringLiteral("UPDATE codes SET expires = ? WHERE user = ? AND expires > ?"),
                  {nowMs, user.rowId, nowMs});
        break;
    case ProofKind::Sessions:
        store.run(QStringLiteral("UPDATE auth_sessions SET expires = ? WHERE ") + liveSessions,
                  {nowMs, user.rowId, nowMs});
        break;
    case ProofKind::TemporaryPassword:
        store.run(QStringLiteral("UPDATE messages SET expires = ? WHERE user = ? AND state = ?"
                                 " AND temporary_password = 1"),
                  {nowMs, user.rowId, int(Message::State::Current)});
        store.run(QStringLiteral("UPDATE users SET temporary_until = ? WHERE id = ? AND temporary_until > ?"),
                  {nowMs, user.rowId, nowMs});
        break;
    case ProofKind::RefreshTokens:
        store.run(QStringLiteral("UPDATE grants SET expires = ? WHERE ") + liveGrants, {nowMs, user.rowId, nowMs});
        break;
    case ProofKind::LockOut:
        ended = endLockOut(store, user, nowMs);
        break;
    }
    if (kind != ProofKind::LockOut)
        ended = store.database().changedRows();
    unit.commit();
    mailbox.announce();
    return ended;
}

} // namespace poolscope::sandbox
