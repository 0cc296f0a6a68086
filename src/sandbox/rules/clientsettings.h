#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// From what CreateUserPoolClient and UpdateUserPoolClient ask for to what the app client is. Pure.
namespace poolscope::sandbox {

// With the service's defaults filled in as DescribeUserPoolClient shows them, without ids, secret and dates.
Outcome<idp::UserPoolClientType> newClientSettings(const idp::UserPoolType &pool,
                                                   const idp::CreateUserPoolClientRequest &request);

// What UpdateUserPoolClient leaves out goes back to its default (documented), but for the name, which stays.
Outcome<idp::UserPoolClientType> updatedClientSettings(const idp::UserPoolType &pool,
                                                       const idp::UserPoolClientType &before,
                                                       const idp::UpdateUserPoolClientRequest &request);

} // namespace poolscope::sandbox
