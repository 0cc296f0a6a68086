#pragma once

#include "tokens/claims.h"

#include <QLatin1StringView>

#include <span>

namespace poolscope::tokens {

struct ClaimEntry
{
    QLatin1StringView name; // members of nested objects with a dot: "identities.userId"
    ClaimKind kind;
    unsigned places;     // one bit for each ClaimPlace
    const char *meaning; // to be translated in the context "Claims"
};

std::span<const ClaimEntry> claimTable();

} // namespace poolscope::tokens
