#include "diagnosis/temporarypassword.h"

namespace poolscope::diagnosis {

int temporaryPasswordDays(const idp::UserPoolType &pool)
{
    const auto &policy = pool.policies ? pool.policies->passwordPolicy : std::optional<idp::PasswordPolicyType>();
    const qint64 days = policy ? policy->temporaryPasswordValidityDays.value_or(0) : 0;
    if (days > 0)
        return int(days);
    // The setting's former name.
    const qint64 unused =
        pool.adminCreateUserConfig ? pool.adminCreateUserConfig->unusedAccountValidityDays.value_or(0) : 0;
    return unused > 0 ? int(unused) : 7;
}

TemporaryPassword temporaryPasswordOf(const idp::UserType &user, const auth::PoolSettings &settings, qint64 nowMs)
{
    TemporaryPassword password;
    password.daysKnown = settings.pool.has_value();
    if (settings.pool)
        password.days = temporaryPasswordDays(*settings.pool);
    if (!user.userCreateDate)
        return password;
    const double created = *user.userCreateDate;
    const double changed = qMax(created, user.userLastModifiedDate.value_or(created));
    password.endsAtLeast = QDateTime::fromMSecsSinceEpoch(qint64(created * 1000), Qt::UTC).addDays(password.days);
    password.ends = QDateTime::fromMSecsSinceEpoch(qint64(changed * 1000), Qt::UTC).addDays(password.days);
    if (nowMs > password.ends.toMSecsSinceEpoch())
        password.state = TemporaryPassword::State::Expired;
    else if (nowMs < password.endsAtLeast.toMSecsSinceEpoch())
        password.state = TemporaryPassword::State::Valid;
    return password;
}

} // namespace poolscope::diagnosis
