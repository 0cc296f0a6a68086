#pragma once

#include "sandbox/message.h"
#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// Where codes go and what the messages say. Pure.
namespace poolscope::sandbox {

// How long codes are good for (documented).
inline constexpr qint64 confirmationCodeMs = 24 * 3'600'000LL;
inline constexpr qint64 passwordResetCodeMs = 3'600'000LL;
inline constexpr int codeDigits = 6;

struct Destination
{
    Message::Medium medium = Message::Medium::Email;
    QString attribute; // "email" or "phone_number"
    QString address;   // in full

    idp::CodeDeliveryDetailsType details() const; // masked, as the service answers
};

Destination destinationOf(const QString &attribute, const QString &address);

// The address that sign-up verifies: of those the pool verifies by itself and the user has, the phone number comes
// first (both: SMS only). Nothing: no code is sent.
std::optional<Destination> confirmationDestination(const idp::UserPoolType &pool, const UserRecord &user);

// The address for resetting the password, by AccountRecoverySetting and what is verified; without the setting both
// count, the phone number first. Errors: admin_only, no verified address.
Outcome<Destination> recoveryDestination(const idp::UserPoolType &pool, const UserRecord &user);

// By which attribute users of that pool usually get such codes, for those of whom nothing else is known: the first that
// the pool verifies by itself, in the order of the functions above.
QString usualConfirmation(const idp::UserPoolType &pool);
QString usualRecovery(const idp::UserPoolType &pool);

// A custom message (of a CustomMessage trigger) goes before the pool's template; {####} and {username} are filled in.
struct MessageText
{
    QString subject; // of a mail
    QString body;
};
MessageText verificationText(const idp::UserPoolType &pool, Message::Medium medium);
MessageText invitationText(const idp::UserPoolType &pool, Message::Medium medium);
MessageText filled(const MessageText &text, const QString &code, const QString &username);

} // namespace poolscope::sandbox
