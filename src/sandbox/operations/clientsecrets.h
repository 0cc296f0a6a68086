#pragma once

#include "sandbox/operations/common.h"

namespace poolscope::sandbox {

// With the value that was asked for, else a random one.
ClientSecret newClientSecret(const Call &call, const std::optional<QString> &wanted);

} // namespace poolscope::sandbox
