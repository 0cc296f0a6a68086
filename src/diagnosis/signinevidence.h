#pragma once

#include "diagnosis/signintrouble.h"

namespace poolscope::diagnosis {

QList<Evidence> evidenceOf(const SignInCase &given);
QList<Evidence> evidenceOfNobody(const QString &typed, const auth::PoolSettings &settings);
QStringList notSeenFor(const SignInCase &given);
QStringList notSeenForNobody(const auth::PoolSettings &settings);

} // namespace poolscope::diagnosis
