#pragma once

#include "sandbox/outcome.h"

#include <QString>

#include <functional>
#include <optional>

namespace poolscope::sandbox {

// A point where the service would call a Lambda function.
struct TriggerEvent
{
    QString source; // "PreSignUp_SignUp"
    QString poolId;
    QString clientId; // empty in admin operations without one
    QString username;
    QString lambdaArn;    // as configured in the pool; empty: none is
    json::Value request;  // the event's request
    json::Value response; // as the handler gets it
};

struct TriggerOutcome
{
    bool handled = false;              // false: no handler is attached, go on without
    json::Value response;              // what the handler answered
    std::optional<ServiceError> error; // the call fails with this
};

// Runs handlers. `then` is called once, on the service thread, now or later; a handler may call the sandbox in
// between, so no unit of the store may be open and what was read must be read again.
class TriggerHost
{
public:
    virtual ~TriggerHost() = default;
    virtual void fire(const TriggerEvent &event, std::function<void(TriggerOutcome)> then) = 0;
};

// No handlers: answers at once.
class NoTriggers final : public TriggerHost
{
public:
    void fire(const TriggerEvent &event, std::function<void(TriggerOutcome)> then) override;
};

} // namespace poolscope::sandbox
