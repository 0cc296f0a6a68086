#pragma once

#include "transport/useraction.h"

#include <QObject>
#include <QPointer>

#include <chrono>

namespace poolscope::transport {

struct CallOptions
{
    UserAction action;                          // what this call and others are made for (shown in Activity)
    std::chrono::milliseconds deadline{30'000}; // for one attempt as a whole: credentials, connect, send, receive
    bool destructionConfirmed = false; // the user typed the name of what goes; see ChannelSettings::guardsDestruction
};

// A call under way; lives as a child of the channel. Internal: callers hold a CallHandle.
class Call : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual bool isPending() const = 0;
    virtual void cancel() = 0;
};

// Watches a call; a copyable value that may outlive the call and the channel. Dropping it does not cancel.
class CallHandle final
{
public:
    CallHandle() = default;
    explicit CallHandle(Call *call)
        : m_call(call)
    {
    }

    // Until the handler has run, or the call was cancelled.
    bool isPending() const { return m_call && m_call->isPending(); }

    // Aborts the request; its handler never runs. Does nothing when there is nothing to cancel.
    void cancel()
    {
        if (Call *call = m_call.data()) {
            m_call.clear();
            call->cancel();
        }
    }

private:
    QPointer<Call> m_call;
};

} // namespace poolscope::transport
