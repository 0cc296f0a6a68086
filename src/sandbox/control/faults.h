#pragma once

#include "json/value.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <mutex>
#include <optional>

namespace poolscope::sandbox {

// Something that goes wrong on demand, for those who test what a program makes of it. A plain value.
struct Fault
{
    enum class Kind {
        Delay,           // the request is carried out, late
        TooManyRequests, // TooManyRequestsException; the request is not carried out
        InternalError,   // InternalErrorException, HTTP 500; the request is not carried out
        Cut,             // the connection is closed without an answer; the request is not carried out
        LostAnswer,      // the request is carried out, then the connection is closed without the answer
    };

    Kind kind = Kind::Delay;
    int delayMs = 0;          // before anything happens; 0 to maximumDelayMs, at least 1 for Delay
    QStringList operations;   // "SignUp", ...; empty: every operation
    std::optional<int> times; // so many requests more; none: until it is turned off
    int taken = 0;            // so many requests so far

    static constexpr int maximumDelayMs = 120'000;
    static constexpr int maximumTimes = 1'000'000;

    bool operator==(const Fault &) const = default;
};

// How a fault is called over HTTP and in the answers' header x-poolscope-fault: "delay", "TooManyRequestsException",
// "InternalErrorException", "cut", "lost-answer".
QString faultName(Fault::Kind kind);

// {"fault": name, "delayMs"?, "operations"?: [...], "times"?}. The error is one English sentence. Pure.
tl::expected<Fault, QString> readFault(const json::Value &value);
// {"faults": [...]}, with "taken" in each, and back (without "taken").
json::Value faultsState(const QList<Fault> &faults);
tl::expected<QList<Fault>, QString> readFaults(const json::Value &value);

// The faults that are on, none at the start. Thread-safe.
class FaultBoard final
{
public:
    static constexpr qsizetype maximumFaults = 100;

    // changed: after every change, on the thread that made it.
    explicit FaultBoard(std::function<void()> changed = {});

    QList<Fault> faults() const;
    void set(const QList<Fault> &faults);
    bool add(const Fault &fault); // false: there are too many already
    void clear() { set({}); }

    // The first fault that a request to this operation meets; it counts as taken, and goes with its last time.
    std::optional<Fault> take(const QString &operation);

private:
    std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    QList<Fault> m_faults;
};

} // namespace poolscope::sandbox

Q_DECLARE_METATYPE(poolscope::sandbox::Fault)
