#include "sandbox/operations/passwords.h"

#include "crypto/hash.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

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

} // namespace

void withUnusedPassword(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                        Then<crypto::SrpVerifier> then)
{
    QList<std::pair<QString, QString>> history;
    if (const int size = historySize(pool); size > 0)
        history = call->services.store.passwordHistory(user.rowId, size);
    crypto::RandomSource &random = call->services.random;
    call->services.executor.compute(
        [poolName = crypto::poolNameOf(pool.id), name = user.username, password, history,
         &random]() -> Outcome<crypto::SrpVerifier> {
            const bool used = std::any_of(history.begin(), history.end(), [&](const auto &former) {
                return isPassword(poolName, name, password, former);
            });
            if (used)
                return refuse(QLatin1StringView("PasswordHistoryPolicyViolationException"),
                              u"Password has previously been used."_s);
            return crypto::makeVerifier(poolName, name, password, random);
        },
        std::move(then));
}

void replacePassword(const Call &call, const PoolRecord &pool, UserRecord &user, const crypto::SrpVerifier &verifier,
                     std::optional<qint64> temporaryForMs)
{
    setPassword(call, user, verifier, temporaryForMs);
    call->services.mailbox.endInvitations(user.rowId, Message::State::Replaced);
    if (historySize(pool) > 0 && !temporaryForMs)
        call->services.store.addToPasswordHistory(user);
}

} // namespace poolscope::sandbox
