#pragma once

#include "tokens/verifier.h"

// What a token's payload says, held against what is expected of it. Pure and reentrant.
namespace poolscope::tokens {

// Issuer, audience, token use, expiry, not-before, in this order.
QList<Check> checkClaims(const Jwt &jwt, const Expectations &expected);

// exp and the like: whole or fractional seconds; nothing where it is missing, no number, or out of any sensible range
// (year 0 to 9999).
std::optional<double> numericDate(const json::Value &value);

} // namespace poolscope::tokens
