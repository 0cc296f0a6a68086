#pragma once

#include "sandbox/records.h"

#include <QLatin1StringView>

// How often somebody may try. Pure: the record goes in and comes out changed.
namespace poolscope::sandbox {

// Attempts per hour and user; ForgotPassword and ConfirmForgotPassword count together, the service allows 5 to 20 of
// them by risk. That the hour starts with the first attempt, and that every attempt counts, is inferred.
enum class Attempt { ForgotPassword, ResendCode, ConfirmSignUp, ChangePassword, VerificationCode, VerifyAttribute };

QLatin1StringView toString(Attempt attempt); // the store's kind
QString subjectOf(const UserRecord &user);   // the store's subject
int attemptsPerHour(Attempt attempt);

// Counts one. False: too many within the hour, and this one does not count.
bool countAttempt(AttemptRecord &record, int perHour, qint64 nowMs);

inline const QString passwordAttempts = QStringLiteral("password"); // the store's kind

// The password lock-out, as documented: five failures are free, the n-th locks for 2^(n-5) seconds up to about 15
// minutes; an attempt while locked fails and does not count; 15 minutes without attempts reset it.
bool isLockedOut(AttemptRecord &record, qint64 nowMs); // notes the attempt
// Until when, for who only looks; 0: not locked.
qint64 lockedUntilMs(const AttemptRecord &record, qint64 nowMs);
int wrongPasswords(const AttemptRecord &record, qint64 nowMs); // since the last right one, for who only looks
void countWrongPassword(AttemptRecord &record, qint64 nowMs);
qint64 lockOutMs(int failures);

} // namespace poolscope::sandbox
