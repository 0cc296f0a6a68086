#pragma once

#include "diagnosis/signintrouble.h"

#include <optional>

namespace poolscope::diagnosis {

// Of a user who has to change a temporary password (FORCE_CHANGE_PASSWORD): whether it is still good, as far as can be told.
Finding temporaryPasswordFinding(const SignInCase &given);

// After wrong passwords; nothing where nobody tells, or it is over.
std::optional<Finding> lockOutFinding(const SignInCase &given);

} // namespace poolscope::diagnosis
