#pragma once

#include "core/clock.h"
#include "sandbox/message.h"
#include "sandbox/store.h"

#include <functional>
#include <optional>

namespace poolscope::sandbox {

// What a code of that purpose (see records.h) is for; None for any other.
Message::Purpose purposeNamed(const QString &name);

// The mails and SMS, in the store. Service thread only; throws StorageFailure.
class Mailbox final
{
public:
    static constexpr int keptPerPool = 2'000; // older ones go

    // changed: called after every change, on the service thread.
    Mailbox(Store &store, const Clock &clock, std::function<void()> changed);

    // Keeps the message within the caller's Unit; gives its id for CodeRecord::messageId. Time, id and state of
    // `message` are set here. Call announce() after the commit.
    qint64 put(Message message, qint64 userRowId, std::optional<qint64> expiresMs);
    void announce() { m_changed(); }

    // Newest first; lapsed ones are Expired.
    QList<Message> list(const MessageFilter &filter = MessageFilter{.limit = 0}) const;
    // The user's temporary password is replaced or used: those that are Current become `state`, and the passwords in
    // all of them are starred out. Within the caller's Unit, as put().
    void endInvitations(qint64 userRowId, Message::State state);
    // Makes the message's code (or temporary password) expire now. Whether it was good until then; nothing where there is
    // no such message.
    std::optional<bool> expire(qint64 id);

private:
    Store &m_store;
    const Clock &m_clock;
    std::function<void()> m_changed;
};

} // namespace poolscope::sandbox
