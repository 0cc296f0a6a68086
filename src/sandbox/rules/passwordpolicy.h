#pragma once

#include "model/cognitoidp.h"
#include "sandbox/outcome.h"

#include <QString>

namespace poolscope {
namespace crypto {
class RandomSource;
}

namespace sandbox {

// What a policy that names only some of the rules does with the others: switches them off (recalled), or leaves them at
// the service's default.
enum class PartialPolicy { OthersOff, OthersOn };

// The policy that is in force: what is absent counts as the service's default (8, all four kinds, 7 days; recalled,
// agrees with published DescribeUserPool answers). A pool's own names all rules.
idp::PasswordPolicyType effectivePolicy(const std::optional<idp::UserPoolPolicyType> &policies,
                                        PartialPolicy partial = PartialPolicy::OthersOff);

// Only the first failing rule is named: length, lower case, upper case, digit, symbol (observed). The model's own
// constraints (six characters, no outer blanks) are checked before any operation runs.
Outcome<void> checkPasswordPolicy(const idp::PasswordPolicyType &policy, const QString &password);

// A temporary password that conforms to the policy.
QString generatePassword(const idp::PasswordPolicyType &policy, crypto::RandomSource &random);

} // namespace sandbox
} // namespace poolscope
