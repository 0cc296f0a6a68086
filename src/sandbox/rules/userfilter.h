#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// The Filter of ListUsers: `AttributeName <op> "value"`, op = or ^=, a quotation mark inside as \". One condition.
namespace poolscope::sandbox {

struct UserFilter
{
    enum class Operator { Equals, StartsWith };
    QString attribute; // username, sub, email, ..., cognito:user_status, status
    Operator op = Operator::Equals;
    QString value;

    bool isCaseSensitive() const; // by the documentation: all but username and status ignore case
    bool matches(const UserRecord &user) const;
};

// Nothing for an empty filter. Texts of errors come from others' tests, not verified.
Outcome<std::optional<UserFilter>> parseUserFilter(QStringView text);

} // namespace poolscope::sandbox
