#include "sandbox/operations/aliases.h"

#include "sandbox/operations/choicenames.h"

namespace poolscope::sandbox {

QString attributeOf(NameKind kind)
{
    if (kind == NameKind::PhoneNumber)
        return attribute::PhoneNumber;
    return kind == NameKind::Email ? attribute::Email : attribute::PreferredUsername;
}

Outcome<void> checkAliases(const Call &call, const PoolRecord &pool, const UserRecord &user, bool force)
{
    for (const SignInName &name : signInNames(pool.settings, user)) {
        auto owner = ownerOf(call, user, name);
        if (!owner)
            continue;
        if (!force) {
            const bool documented = call->services.choices.is(choice::AliasExistsText, QLatin1StringView("documented"));
            return refuse(documented ? refusals::aliasTakenDocumented : refusals::aliasTaken, attributeOf(name.kind));
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

} // namespace poolscope::sandbox
