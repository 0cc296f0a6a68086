#pragma once

#include "sandbox/seed/dice.h"

namespace poolscope::sandbox {

struct GivenName
{
    QString shown; // as people write it
    QString plain; // as it stands in an address
};
using FamilyName = GivenName;

GivenName givenName(SeedDice &dice);
FamilyName familyName(SeedDice &dice);
QString mailDomain(SeedDice &dice); // "@example.com" or another that is kept free for examples
// A number that nobody has, and its own for each serial from 0 to 999,999,999.
QString phoneNumber(qint64 serial);

} // namespace poolscope::sandbox
