#include "sandbox/operations/attributes.h"

#include "sandbox/operations/aliases.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/codes.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

Outcome<UserRecord> storeChanged(const TriggerCall &from, const AttributeChange &change)
{
    const Call &call = from.call;
    const PoolRecord &pool = *from.pool;
    Store &store = call->services.store;
    UserRecord user = change.user;
    if (const auto fine = checkAliases(call, pool, user); !fine)
        return tl::unexpected(fine.error());
    if (call->services.choices.is(choice::AliasOnUpdate, "at-once"_L1)) {
        if (const auto fine = checkPending(call, pool, user, change.toVerify); !fine)
            return tl::unexpected(fine.error());
    }
    Store::Unit unit(store);
    for (const QString &name : change.changed) {
        if (const auto code = store.code(user.rowId, purpose::verify(name)))
            store.dropCode(*code, call->services.clock.nowMs());
    }
    saveUser(call, pool, user);
    unit.commit();
    call->services.mailbox.announce();
    return user;
}

} // namespace

WriteRules writeRules(const Call &call, const ClientPtr &client)
{
    const Choices &choices = call->services.choices;
    WriteRules rules;
    rules.writer = client ? Writer::Client : Writer::Administrator;
    if (client)
        rules.writeAttributes = client->settings.writeAttributes;
    rules.immutableOnce = choices.is(choice::ImmutableWrite, "refuse-change"_L1);
    rules.sameAddressUnverifies = choices.is(choice::SameAddress, "unverifies"_L1);
    return rules;
}

void storeAttributes(TriggerCall from, const AttributeChange &change, Then<QList<idp::CodeDeliveryDetailsType>> then)
{
    const auto user = storeChanged(from, change);
    if (!user)
        return then(tl::unexpected(user.error()));
    from.user = *user;
    sendVerificationCodes(from, change.toVerify, "UpdateUserAttribute"_L1, std::move(then));
}

} // namespace poolscope::sandbox
