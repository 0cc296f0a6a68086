#pragma once

#include "sandbox/rules/delivery.h"

// What the service answers about users that do not exist when PreventUserExistenceErrors is ENABLED: the same for the
// same name and pool every time. Pure.
namespace poolscope::sandbox {

struct MadeUpUser
{
    QString userId;      // a UUID, given as USER_ID_FOR_SRP
    QString saltHex;     // 16 bytes
    QString verifierHex; // matches no password that anybody knows
};

MadeUpUser madeUpUser(const PoolRecord &pool, const QString &username);

// Where its code "went": to the name itself where that is an address, else to one that is made up for `attribute`.
Destination madeUpDestination(const PoolRecord &pool, const QString &username, const QString &attribute);

} // namespace poolscope::sandbox
