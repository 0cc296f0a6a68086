#pragma once

#include "sandbox/operations/triggers.h"

// Codes: sending and checking them.
namespace poolscope::sandbox {

namespace purpose {
QLatin1StringView verify(QStringView attribute); // "verify:email"
} // namespace purpose

struct CodeOrder
{
    TriggerCall from; // with the user
    Destination destination;
    QLatin1StringView purpose;
    QLatin1StringView messageKind; // of CustomMessage: "SignUp", "ResendCode", "ForgotPassword", ...
    qint64 lifetimeMs = 0;
};

// Fires CustomMessage, then makes a new code, which replaces the former one of that purpose, and posts it.
void sendCode(const CodeOrder &order, Then<idp::CodeDeliveryDetailsType> then);

// To one address after the other; `then` gets all details, or the first error (then the later ones get none).
void sendVerificationCodes(const TriggerCall &from, const QList<Destination> &to, QLatin1StringView messageKind,
                           Then<QList<idp::CodeDeliveryDetailsType>> then);

// Error: never requested or expired, or another code. Does not use it up.
Outcome<CodeRecord> checkCode(const Call &call, const UserRecord &user, QLatin1StringView purpose,
                              const QString &given);

} // namespace poolscope::sandbox
