#pragma once

#include "sandbox/operations/common.h"

namespace poolscope::sandbox {

// Lower-case letters and digits: client ids have 26 of these, secrets 52.
QString randomLetters(crypto::RandomSource &random, int count);

// With the value that was asked for, else a random one.
ClientSecret newClientSecret(const Call &call, const std::optional<QString> &wanted);

} // namespace poolscope::sandbox
