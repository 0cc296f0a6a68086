#pragma once

#include "tokens/verifier.h"

#include <QCoreApplication>

namespace poolscope::tokens {

// The context of the verdict's texts; for src/tokens only.
struct VerdictText final
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

QString verdictTitle(Check::Id id);

} // namespace poolscope::tokens
