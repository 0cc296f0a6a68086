#pragma once

#include "sandbox/records.h"

// What the service answers about users that do not exist when PreventUserExistenceErrors is ENABLED: the same for the
// same name and pool every time. Pure.
namespace poolscope::sandbox {

struct MadeUpUser
{
    QString userId;      // a UUID, given as USER_ID_FOR_SRP
    QString saltHex;     // 16 bytes
    QString verifierHex; // matches no password that anybody knows
    QString destination; // masked: "u***@y***" in form

    idp::CodeDeliveryDetailsType deliveryDetails() const;
};

MadeUpUser madeUpUser(const PoolRecord &pool, const QString &username);

} // namespace poolscope::sandbox
