#pragma once

#include "model/codec.h"
#include "json/value.h"

#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace poolscope::sandbox {

// What a service operation refuses with, as it goes over the wire.
struct ServiceError
{
    QString code; // the exception's name
    QString message;
    int httpStatus = 400;
};

template<class T>
using Outcome = tl::expected<T, ServiceError>;

// Answers one call, exactly once: the first answer counts, and when every copy is gone without one (an exception, a
// dropped continuation) the caller gets InternalErrorException. Copyable; any thread.
class Reply final
{
public:
    using Sink = std::function<void(Outcome<json::Value>)>;
    explicit Reply(Sink sink);
    void operator()(Outcome<json::Value> outcome) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

// The same, typed by the operation's response.
template<class Response>
class ReplyTo final
{
public:
    explicit ReplyTo(Reply reply)
        : m_reply(std::move(reply))
    {
    }
    void operator()(const Outcome<Response> &outcome) const
    {
        if (outcome) {
            m_reply(model::encode(*outcome));
        } else {
            m_reply(tl::unexpected<ServiceError>(outcome.error()));
        }
    }
    void fail(ServiceError error) const { m_reply(tl::unexpected<ServiceError>(std::move(error))); }

private:
    Reply m_reply;
};

} // namespace poolscope::sandbox
