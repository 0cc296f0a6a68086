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

// A check with its title. `code`: see Check.
Check made(Check::Id id, Check::Outcome outcome, QString code, QString detail);
Check passed(Check::Id id, QString detail);
Check failed(Check::Id id, const char *code, QString detail);
Check notChecked(Check::Id id, const char *code, QString detail);

} // namespace poolscope::tokens
