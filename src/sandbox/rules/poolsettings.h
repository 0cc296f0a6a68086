#pragma once

#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/passwordpolicy.h"

// From what CreateUserPool and UpdateUserPool ask for to what the pool is. Pure.
namespace poolscope::sandbox {

enum class MissingMember { Resets, Stays };

// How is read what no source settles; each is a named choice.
struct SettingsReading
{
    MissingMember missing = MissingMember::Resets; // of UpdateUserPool
    PartialPolicy partialPolicy = PartialPolicy::OthersOff;
    DeveloperNames developerNames = DeveloperNames::DevCustom;
};

// The settings of a new pool with the service's defaults filled in as DescribeUserPool shows them, without id, ARN and
// dates. Refuses what contradicts itself, and by name (NotSimulatedException) what the sandbox does not simulate.
Outcome<idp::UserPoolType> newPoolSettings(const idp::CreateUserPoolRequest &request,
                                           const SettingsReading &reading = {});

// What UpdateUserPool leaves out goes back to its default (documented; one source measured that some settings stay:
// a named choice). Schema, aliases, user name attributes and case sensitivity never change.
Outcome<idp::UserPoolType> updatedPoolSettings(const idp::UserPoolType &before,
                                               const idp::UpdateUserPoolRequest &request,
                                               const SettingsReading &reading);

// Days that a temporary password is good for; 0 counts as not set, which is 7 (recalled).
qint64 temporaryPasswordMs(const idp::UserPoolType &pool);

} // namespace poolscope::sandbox
