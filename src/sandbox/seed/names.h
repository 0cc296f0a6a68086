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
QString mailDomain(SeedDice &dice);  // "@example.com" or another that is kept free for examples
QString phonePrefix(SeedDice &dice); // of a mobile number, eight digits go after it

} // namespace poolscope::sandbox
