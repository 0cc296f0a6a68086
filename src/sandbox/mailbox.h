#pragma once

#include "core/clock.h"
#include "sandbox/message.h"
#include "sandbox/store.h"

#include <functional>
#include <optional>

namespace poolscope::sandbox {

struct MessageFilter
{
    QString to;       // empty: all
    QString username; // empty: all
    QString poolId;   // empty: all
    qint64 sinceMs = 0;
    int limit = 0; // 0: all
};

// Every mail and SMS, in the store. Service thread only; throws StorageFailure.
class Mailbox final
{
public:
    // changed: called after every change, on the service thread.
    Mailbox(Store &store, const Clock &clock, std::function<void()> changed);

    // Keeps the message within the caller's Unit; gives its id for CodeRecord::messageId. Time, id and state of
    // `message` are set here. Call announce() after the commit.
    qint64 put(Message message, qint64 userRowId, std::optional<qint64> expiresMs);
    void announce() { m_changed(); }

    QList<Message> list(const MessageFilter &filter = {}) const; // newest first; lapsed ones are Expired
    void setState(qint64 id, Message::State state);
    // Makes the message's code (or temporary password) expire now. False: no such message.
    bool expire(qint64 id);

private:
    Store &m_store;
    const Clock &m_clock;
    std::function<void()> m_changed;
};

} // namespace poolscope::sandbox
