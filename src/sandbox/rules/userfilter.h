#pragma once

#include "sandbox/rules/refusal.h"

// The Filter of ListUsers: `AttributeName <op> "value"`, op = or ^=, a quotation mark inside as \". One condition.
// By the documentation the values of all but username and status are compared without regard to case.
namespace poolscope::sandbox {

struct UserFilter
{
    enum class Operator { Equals, StartsWith };
    QString attribute; // username, sub, email, ..., cognito:user_status, status
    Operator op = Operator::Equals;
    QString value;
};

// Nothing for an empty filter. Texts of errors come from others' tests, not verified.
Outcome<std::optional<UserFilter>> parseUserFilter(QStringView text);

} // namespace poolscope::sandbox
