#pragma once

#include "core/error.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace poolscope::model {
struct OperationDescriptor;
}

// When a failed attempt is repeated: the AWS SDKs' standard rules of 2026-11, held back where a person sits before the
// program. An attempt whose outcome is unknown is never repeated, and neither is one that met its deadline: somebody has
// waited that long already.
namespace poolscope::transport {

struct RetryRules
{
    int attempts = 3;               // in all; 1: nothing is repeated
    std::function<double()> jitter; // 0 to 1, the part of the longest delay that is waited; null: random
};

enum class RetryReason {
    None,
    Transient, // no connection; or the service is in trouble, and the operation only reads
    Throttled, // refused before anything was done
    Skewed,    // refused for its date, and the service's clock is known better now
};

// correctedMs: by how much the answer changed what is known of the service's clock.
RetryReason retryReason(const Error &error, const model::OperationDescriptor &operation, qint64 correctedMs);

// attempt: how many there were so far, from 1. retryAfter: the x-amz-retry-after header, milliseconds; what is no number or
// negative is ignored, and it adds 5 s at most.
std::chrono::milliseconds retryDelay(RetryReason reason, int attempt, double jitter, const QByteArray &retryAfter);

// What repeating may cost an endpoint that keeps failing: when it is used up, each call has one attempt. One a channel.
class RetryQuota final
{
public:
    static constexpr int capacity = 500;

    static int costOf(RetryReason reason);

    bool take(int cost);       // false: not enough is left, and nothing is taken
    void giveBack(int amount); // never beyond the capacity
    int left() const { return m_left; }

private:
    int m_left = capacity;
};

} // namespace poolscope::transport
