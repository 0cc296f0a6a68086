#include "sandbox/operations/passwords.h"

#include "crypto/hash.h"

#include <algorithm>

namespace poolscope::sandbox {

namespace {

int historySize(const PoolRecord &pool)
{
    const auto &policies = pool.settings.policies;
    if (!policies || !policies->passwordPolicy)
        return 0;
    return int(policies->passwordPolicy->passwordHistorySize.value_or(0));
}

bool isPassword(const QString &poolName, const QString &username, const QString &password,
                const std::pair<QString, QString> &former)
{
    const auto made = crypto::makeVerifier(poolName, username, password, former.first);
    return made && crypto::constantTimeEquals(made->verifierHex.toUtf8(), former.second.toUtf8());
}

// The present one counts whether or not it was noted when it was set.
QList<std::pair<QString, QString>> formerPasswords(const Call &call, const PoolRecord &pool, const UserRecord &user)
{
    QList<std::pair<QString, QString>> former;
    const int size = historySize(pool);
    if (size == 0)
        return former;
    if (!user.verifierHex.isEmpty())
        former.emplaceBack(user.saltHex, user.verifierHex);
    for (const auto &noted : call->services.store.passwordHistory(user.rowId, size)) {
        if (former.size() < size && !former.contains(noted))
            former << noted;
    }
    return former;
}

} // namespace

void comparePassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                     std::function<void(bool)> then)
{
    call->services.executor.compute(
        [poolName = crypto::poolNameOf(pool.id), name = user.username, password,
         present = std::pair(user.saltHex, user.verifierHex)] {
            return !present.second.isEmpty() && isPassword(poolName, name, password, present);
        },
        std::move(then));
}

void withUnusedPassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                        Then<crypto::SrpVerifier> then)
{
    const QList<std::pair<QString, QString>> history = formerPasswords(call, pool, user);
    crypto::RandomSource &random = call->services.random;
    call->services.executor.compute(
        [poolName = crypto::poolNameOf(pool.id), name = user.username, password, history,
         &random]() -> Outcome<crypto::SrpVerifier> {
            const bool used = std::any_of(history.begin(), history.end(), [&](const auto &former) {
                return isPassword(poolName, name, password, former);
            });
            if (used)
                return refuse(refusals::passwordReused);
            return crypto::makeVerifier(poolName, name, password, random);
        },
        std::move(then));
}

void replacePassword(const Call &call, const PoolRecord &pool, UserRecord &user, const crypto::SrpVerifier &verifier,
                     std::optional<qint64> temporaryForMs)
{
    // What is replaced is noted, not what replaces it: the present one stands with the user, however it came there.
    const bool chosen = !user.verifierHex.isEmpty() && !user.temporaryPasswordExpiresMs;
    if (historySize(pool) > 0 && chosen)
        call->services.store.addToPasswordHistory(user);
    setPassword(call, user, verifier, temporaryForMs);
    call->services.mailbox.endInvitations(user.rowId, Message::State::Replaced);
}

} // namespace poolscope::sandbox
