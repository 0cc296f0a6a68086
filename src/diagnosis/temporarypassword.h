#pragma once

#include "auth/poolsettings.h"
#include "model/cognitoidp.h"

#include <QDateTime>

namespace poolscope::diagnosis {

// How long a temporary password is good. The service does not tell when it was set: somewhere between the day on which
// the user was created and the day of the last change. That setting one moves the day of the last change is an assumption:
// the documentation says only that an invitation sent again makes its days begin anew.
struct TemporaryPassword
{
    enum class State { Valid, Expired, Either };
    State state = State::Either;
    int days = 7;           // of the pool; 7 where it does not say
    bool daysKnown = false; // the pool's settings were read
    QDateTime ends; // at the latest, as far as that assumption holds, UTC; invalid where the service told no dates
    QDateTime endsAtLeast; // not before that
};

int temporaryPasswordDays(const idp::UserPoolType &pool); // 7 where it does not say
TemporaryPassword temporaryPasswordOf(const idp::UserType &user, const auth::PoolSettings &settings, qint64 nowMs);

} // namespace poolscope::diagnosis
