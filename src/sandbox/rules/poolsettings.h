#pragma once

#include "sandbox/rules/attributeschema.h"

// From what CreateUserPool and UpdateUserPool ask for to what the pool is. Pure.
namespace poolscope::sandbox {

// The settings of a new pool with the service's defaults filled in as DescribeUserPool shows them, without id, ARN and
// dates. Refuses what contradicts itself, and by name (NotSimulatedException) what the sandbox does not simulate.
Outcome<idp::UserPoolType> newPoolSettings(const idp::CreateUserPoolRequest &request);

enum class MissingMember { Resets, Stays };

// What UpdateUserPool leaves out goes back to its default (documented; one source measured that some settings stay:
// a named choice). Schema, aliases, user name attributes and case sensitivity never change.
Outcome<idp::UserPoolType> updatedPoolSettings(const idp::UserPoolType &before,
                                               const idp::UpdateUserPoolRequest &request, MissingMember missing);

// Days that a temporary password is good for; 0 counts as not set, which is 7 (recalled).
qint64 temporaryPasswordMs(const idp::UserPoolType &pool);

} // namespace poolscope::sandbox
