#pragma once

#include "core/clock.h"
#include "crypto/random.h"
#include "model/descriptor.h"
#include "sandbox/choices.h"
#include "sandbox/executor.h"
#include "sandbox/keyring.h"
#include "sandbox/mailbox.h"
#include "sandbox/outcome.h"
#include "sandbox/store.h"
#include "sandbox/tokenminter.h"
#include "sandbox/triggerhost.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <memory>

namespace poolscope::sandbox {

// What every operation works with. The references outlive every task of the executor.
struct Services
{
    Store &store;
    const Clock &clock;           // the one that testers move
    const Clock &realClock;       // SRP's TIMESTAMP and the dates of signatures may keep to either
    crypto::RandomSource &random; // thread-safe
    Executor &executor;
    KeyRing &keys;
    TokenMinter &tokens;
    Mailbox &mailbox;
    TriggerHost &triggers;
    const Choices &choices;
    QString region;
    QString accountId;
};

// One call. Kept alive by the continuations that hold it.
struct OperationContext
{
    Services &services;
    const model::OperationDescriptor &operation;
    QString requestId;
};
using Call = std::shared_ptr<const OperationContext>;

// A request that was read: runs on the service thread and must answer through `reply`, at once or from a continuation.
// May throw StorageFailure.
using PreparedCall = std::function<void(const Call &, const Reply &)>;

// Accepted everywhere and without effect: risk and analytics are not simulated, and every SDK may send them.
inline constexpr std::array withoutEffectEverywhere{
    QLatin1StringView("AnalyticsMetadata"), QLatin1StringView("UserContextData"), QLatin1StringView("ContextData")};

// The members of the request that the operation obeys, and those it accepts without effect. All others are refused
// by name (NotSimulatedException), unless they are null or empty. AnalyticsMetadata, UserContextData and ContextData are without effect everywhere.
struct Support
{
    QStringList members;
    QStringList withoutEffect;
    QStringList looseMaps; // maps whose keys are read where they are known: others are accepted without effect
};

struct Operation
{
    const model::OperationDescriptor *descriptor = nullptr;
    Support support;
    // Reads the request; refuses wrong JSON types (SerializationException). Pure, any thread.
    std::function<Outcome<PreparedCall>(const json::Value &)> prepare;
};

ServiceError serializationError(const model::DecodeError &error);

// The operations that are simulated. Filled once at the start, then only read.
class Registry final
{
public:
    void add(const Operation &operation);
    const Operation *find(QStringView name) const; // null: not simulated
    QList<const Operation *> operations() const;   // by name

    // handler: void(const Call &, const Request &, const ReplyTo<typename Request::Response> &), on the service
    // thread; answers at once or from a continuation; may throw StorageFailure.
    template<class Request, class Handler>
    void add(Support support, Handler handler)
    {
        add(Operation{&Request::operation(), std::move(support),
                      [handler = std::move(handler)](const json::Value &json) -> Outcome<PreparedCall> {
                          auto request = model::decode<Request>(json);
                          if (!request)
                              return tl::unexpected<ServiceError>(serializationError(request.error()));
                          return [handler, request = std::move(*request)](const Call &call, const Reply &reply) {
                              handler(call, request, ReplyTo<typename Request::Response>(reply));
                          };
                      }});
    }

private:
    QHash<QString, Operation> m_operations;
};

// What the operation accepts without effect: "UserContextData", "AuthParameters.*" for keys that nothing knows.
QStringList acceptedWithoutEffect(const Operation &operation);

// Defined in operations/, whose files stand in operations/sources.cmake (set(SANDBOX_OPERATION_SOURCES ...), paths
// from src/sandbox): every operation that is simulated, and the named choices they offer.
void registerOperations(Registry &registry);
QList<Choice> operationChoices();

} // namespace poolscope::sandbox
