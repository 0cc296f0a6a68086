#include "transport/retries.h"

#include "model/descriptor.h"
#include "transport/replyfacts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace poolscope::transport {

namespace {

constexpr double transientScaleMs = 50;
constexpr double throttledScaleMs = 1'000;
constexpr double longestDelayMs = 20'000;
constexpr double mostAddedMs = 5'000;
// A signature is good for five minutes either way; below this a refusal has another reason.
constexpr qint64 tellingSkewMs = 4 * 60 * 1'000;

bool isAmong(const auto &codes, const QString &code)
{
    return std::ranges::find(codes, code) != codes.end();
}

bool isSkew(const QString &code, qint64 correctedMs)
{
    static constexpr std::array certain{QLatin1StringView("RequestTimeTooSkewed"), QLatin1StringView("RequestExpired"),
                                        QLatin1StringView("RequestInTheFuture")};
    static constexpr std::array possible{QLatin1StringView("InvalidSignatureException"),
                                         QLatin1StringView("SignatureDoesNotMatch"), QLatin1StringView("AuthFailure")};
    if (isAmong(certain, code))
        return correctedMs != 0;
    return isAmong(possible, code) && std::abs(correctedMs) > tellingSkewMs;
}

} // namespace

RetryReason retryReason(const Error &error, const model::OperationDescriptor &operation, qint64 correctedMs)
{
    const bool isService = error.kind == Error::Kind::Service;
    if (isService && isThrottling(error.code))
        return RetryReason::Throttled;
    if (isService && isSkew(error.code, correctedMs))
        return RetryReason::Skewed;
    if (!error.retryable || error.outcomeUnknown || error.kind == Error::Kind::Timeout)
        return RetryReason::None;
    // Whether the service got anywhere before it failed, it does not say.
    const bool mayHaveHappened = error.httpStatus != 0 && operation.effect != model::Effect::Reads;
    return mayHaveHappened ? RetryReason::None : RetryReason::Transient;
}

std::chrono::milliseconds retryDelay(RetryReason reason, int attempt, double jitter, const QByteArray &retryAfter)
{
    if (reason == RetryReason::Skewed)
        return std::chrono::milliseconds(0);
    const double scale = reason == RetryReason::Throttled ? throttledScaleMs : transientScaleMs;
    double delay = jitter * std::min(std::ldexp(scale, attempt - 1), longestDelayMs);
    bool isNumber = false;
    const double asked = retryAfter.trimmed().toDouble(&isNumber);
    if (isNumber && asked >= delay)
        delay = std::min(asked, delay + mostAddedMs);
    return std::chrono::milliseconds(std::llround(delay));
}

int RetryQuota::costOf(RetryReason reason)
{
    return reason == RetryReason::Throttled ? 5 : 14;
}

bool RetryQuota::take(int cost)
{
    if (cost > m_left)
        return false;
    m_left -= cost;
    return true;
}

void RetryQuota::giveBack(int amount)
{
    m_left = std::min(capacity, m_left + amount);
}

} // namespace poolscope::transport
