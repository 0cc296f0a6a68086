#pragma once

#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/delivery.h"

// What writing and deleting attributes does to a user. Pure; who else has an address is the caller's to look at.
namespace poolscope::sandbox {

struct WriteRules
{
    Writer writer = Writer::Client;
    std::optional<QStringList> writeAttributes; // of the app client
    bool immutableOnce = false;         // an immutable attribute may get its first value, or the one that it has
    bool sameAddressUnverifies = false; // an address that is written again is no longer verified
};

struct AttributeChange
{
    UserRecord user;             // as it is now to be
    QList<Destination> toVerify; // where codes are to go; the user does not have a pending address yet
    QStringList changed;         // email and phone_number, where codes for the former address lose their use
};

// A changed address is no longer verified, and gets a code where the pool verifies it by itself. Where the pool wants it
// verified before the update (UserAttributeUpdateSettings), the former value stays until then. An administrator who
// writes email_verified=true with it skips both. Blank values delete. Errors: as checkAttributes(), immutable, required.
Outcome<AttributeChange> withAttributes(const idp::UserPoolType &pool, const UserRecord &before,
                                        const QList<UserAttribute> &given, const WriteRules &rules);

// Names that the user does not have are passed over. Errors: unknown, not writable, immutable, required.
Outcome<AttributeChange> withoutAttributes(const idp::UserPoolType &pool, const UserRecord &before,
                                           const QStringList &names, const WriteRules &rules);

} // namespace poolscope::sandbox
