#include "transport/serverclock.h"

#include <QLocale>

#include <cstdlib>

namespace poolscope::transport {

namespace {

constexpr qint64 longestUsefulMs = 15 * 60 * 1000;
constexpr qint64 jumpMs = 5'000;

// RFC 9110's IMF-fixdate, the only form that the service sends.
QDateTime parseHttpDate(const QByteArray &text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

ServerClock::ServerClock(QObject *parent)
    : QObject(parent)
    , m_system(&m_ownSystem)
{
}

ServerClock::ServerClock(const Clock &system, QObject *parent)
    : QObject(parent)
    , m_system(&system)
{
}

qint64 ServerClock::nowMs() const
{
    return m_system->nowMs() + m_offsetMs;
}

void ServerClock::observe(qint64 sentMs, qint64 receivedMs, const QByteArray &dateHeader, const QByteArray &ageHeader)
{
    const qint64 took = receivedMs - sentMs;
    // A negative time means that the system's clock was set meanwhile.
    if (took < 0 || took >= longestUsefulMs || !ageHeader.isEmpty())
        return;
    const QDateTime date = parseHttpDate(dateHeader);
    if (!date.isValid())
        return;

    const qint64 dateMs = date.toMSecsSinceEpoch();
    const qint64 current = m_offsetMs;
    const qint64 least = dateMs - receivedMs;
    const qint64 most = dateMs + 1'000 - sentMs;
    if (current >= least && current <= most)
        return;

    const qint64 learnt = dateMs - (sentMs + took / 2);
    m_offsetMs = learnt;
    if (std::abs(learnt - current) > jumpMs)
        emit jumped(learnt - current);
}

} // namespace poolscope::transport
