#pragma once

#include "diagnosis/signintrouble.h"

namespace poolscope::diagnosis {

QList<Evidence> evidenceOf(const SignInCase &given);
QList<Evidence> evidenceOfNobody(const QString &typed, const auth::PoolSettings &settings);
QStringList notSeenFor(const SignInCase &given);
QStringList notSeenForNobody(const users::LookupResult &result, const auth::PoolSettings &settings);
// Whether somebody may have that name in other letters whom ListUsers does not find, because it looks for user names in
// the very case only.
bool mayBeInOtherLetters(const QString &typed, const auth::PoolSettings &settings);

} // namespace poolscope::diagnosis
