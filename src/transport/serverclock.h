#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QObject>

#include <atomic>

namespace poolscope::transport {

// The service's time as far as its Date headers tell: the system's time plus an offset. nowMs() may be called from any
// thread; everything else belongs to the thread of the connection.
class ServerClock final : public QObject, public Clock
{
    Q_OBJECT

public:
    explicit ServerClock(QObject *parent = nullptr);
    // `system` must outlive this object.
    explicit ServerClock(const Clock &system, QObject *parent = nullptr);

    qint64 nowMs() const override;
    qint64 offsetMs() const { return m_offsetMs; }
    const Clock &system() const { return *m_system; }

    // What one response tells: `sentMs` and `receivedMs` by system(). The skew is Date minus the midpoint of the two. Date has
    // whole seconds only, so an offset that explains the answer already is kept. Nothing is learnt from a response with an
    // Age header (a cache made it earlier), without a readable Date, or that took 15 minutes or longer.
    void observe(qint64 sentMs, qint64 receivedMs, const QByteArray &dateHeader, const QByteArray &ageHeader);

signals:
    // The offset changed by more than 5 s: lifetimes that were judged before are to be judged again.
    void jumped(qint64 byMs);

private:
    SystemClock m_ownSystem;
    const Clock *m_system;
    std::atomic<qint64> m_offsetMs = 0;
};

} // namespace poolscope::transport
