#include "sandbox/rules/attempts.h"

#include <algorithm>

namespace poolscope::sandbox {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 quietMs = 15 * 60'000;
constexpr qint64 longestLockMs = 15 * 60'000;
constexpr int freeFailures = 5;

} // namespace

QLatin1StringView toString(Attempt attempt)
{
    switch (attempt) {
    case Attempt::ForgotPassword:
        return QLatin1StringView("forgot-password");
    case Attempt::ResendCode:
        return QLatin1StringView("resend-code");
    case Attempt::ConfirmSignUp:
        return QLatin1StringView("confirm-sign-up");
    case Attempt::ChangePassword:
        return QLatin1StringView("change-password");
    case Attempt::VerificationCode:
        return QLatin1StringView("verification-code");
    case Attempt::VerifyAttribute:
        return QLatin1StringView("verify-attribute");
    }
    return {};
}

int attemptsPerHour(Attempt attempt)
{
    return attempt == Attempt::ConfirmSignUp || attempt == Attempt::VerifyAttribute ? 15 : 5;
}

QString subjectOf(const UserRecord &user)
{
    return QStringLiteral("user:") + QString::number(user.rowId);
}

bool countAttempt(AttemptRecord &record, int perHour, qint64 nowMs)
{
    if (record.count == 0 || nowMs - record.firstMs >= hourMs || nowMs < record.firstMs)
        record = {.count = 0, .firstMs = nowMs};
    if (record.count >= perHour)
        return false;
    ++record.count;
    record.lastMs = nowMs;
    return true;
}

bool isLockedOut(AttemptRecord &record, qint64 nowMs)
{
    const bool clockWentBack = record.lockedUntilMs - nowMs > lockOutMs(record.count);
    if (nowMs - record.lastMs >= quietMs || clockWentBack)
        record = {};
    record.lastMs = nowMs;
    return nowMs < record.lockedUntilMs;
}

qint64 lockedUntilMs(const AttemptRecord &record, qint64 nowMs)
{
    AttemptRecord attempted = record;
    return isLockedOut(attempted, nowMs) ? record.lockedUntilMs : 0;
}

int wrongPasswords(const AttemptRecord &record, qint64 nowMs)
{
    AttemptRecord attempted = record;
    (void)isLockedOut(attempted, nowMs); // forgets those of long ago
    return attempted.count;
}

void countWrongPassword(AttemptRecord &record, qint64 nowMs)
{
    if (record.count == 0)
        record.firstMs = nowMs;
    ++record.count;
    record.lastMs = nowMs;
    record.lockedUntilMs = nowMs + lockOutMs(record.count);
}

qint64 lockOutMs(int failures)
{
    if (failures < freeFailures)
        return 0;
    const int doublings = std::min(failures - freeFailures, 20);
    return std::min(longestLockMs, qint64(1000) << doublings);
}

} // namespace poolscope::sandbox
