#pragma once

#include <QDateTime>

#include <atomic>

namespace poolscope {

// Where the time comes from. Everything that judges lifetimes takes one by reference, so that tests and the
// sandbox's testers can move it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;

    // Milliseconds since 1970-01-01 UTC.
    virtual qint64 nowMs() const = 0;

    qint64 nowSeconds() const { return nowMs() / 1000; }
    QDateTime now() const; // in UTC
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
};

// The system's time plus an offset that may be changed from any thread.
class OffsetClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 offsetMs() const { return m_offsetMs; }
    void setOffsetMs(qint64 offset) { m_offsetMs = offset; }

private:
    std::atomic<qint64> m_offsetMs = 0;
};

// Stands still until it is moved: for tests.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 nowMs)
        : m_nowMs(nowMs)
    {
    }
    qint64 nowMs() const override { return m_nowMs; }
    void set(qint64 nowMs) { m_nowMs = nowMs; }
    void advanceMs(qint64 by) { m_nowMs += by; }

private:
    std::atomic<qint64> m_nowMs;
};

} // namespace poolscope
