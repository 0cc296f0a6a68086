#include "sandbox/operations/aliases.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/userrows.h"

namespace poolscope::sandbox {

Outcome<void> checkAliases(const Call &call, const PoolRecord &pool, const UserRecord &user, bool force)
{
    for (const SignInName &name : signInNames(pool.settings, user)) {
        auto owner = ownerOf(call, user, name);
        if (!owner)
            continue;
        if (!force) {
            const bool documented = call->services.choices.is(choice::AliasExistsText, QLatin1StringView("documented"));
            return refuse(documented ? refusals::aliasTakenDocumented : refusals::aliasTaken,
                          userrows::attributeOf(name.kind));
        }
        giveUpAlias(call, pool, *owner, name.kind);
    }
    return {};
}

Outcome<void> checkPending(const Call &call, const PoolRecord &pool, const UserRecord &user,
                           const QList<Destination> &addresses)
{
    UserRecord trial = user;
    for (const Destination &one : addresses) {
        trial.setAttribute(one.attribute, one.address);
        trial.setAttribute(verifiedFlag(one.attribute), QStringLiteral("true"));
    }
    return checkAliases(call, pool, trial);
}

Outcome<void> changeStatus(const Call &call, const PoolRecord &pool, UserRecord &user, QLatin1StringView next,
                           bool force)
{
    const bool wasUnconfirmed = user.status == status::Unconfirmed;
    user.status = next;
    if (!wasUnconfirmed || next == status::Unconfirmed)
        return {};
    if (const auto fine = checkAliases(call, pool, user, force); !fine)
        return fine;
    Store &store = call->services.store;
    if (const auto code = store.code(user.rowId, purpose::SignUp))
        store.dropCode(*code, call->services.clock.nowMs());
    return {};
}

} // namespace poolscope::sandbox
