#include "stallwatch.h"

#include <QEvent>
#include <QEventLoop>
#include <QMetaEnum>

#include <algorithm>
#include <cstdio>

namespace poolscope::bench {

namespace {

using namespace std::chrono_literals;

constexpr double bar = 16; // milliseconds
constexpr auto interval = 1ms;

double millisecondsOf(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_schedule(QStringLiteral("/proc/thread-self/schedstat"))
{
    m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_ticker.setTimerType(Qt::PreciseTimer);
    m_ticker.setInterval(interval);
    connect(&m_ticker, &QTimer::timeout, this, &WatchedApplication::tick);
}

void WatchedApplication::startWatching()
{
    tick();
    m_longest = {};
    m_ticker.start();
}

Stall WatchedApplication::stopWatching()
{
    tick();
    m_ticker.stop();
    return m_longest;
}

WatchedApplication::Schedule WatchedApplication::schedule()
{
    m_schedule.seek(0);
    const QList<QByteArray> figures = m_schedule.readLine().split(' ');
    return {figures.value(0).toDouble() / 1e6, figures.value(1).toDouble() / 1e6};
}

void WatchedApplication::tick()
{
    const auto now = Clock::now();
    const auto [computing, queueing] = schedule();
    const double wall = std::max(0.0, millisecondsOf(now - m_lastTick - interval));
    const double own = std::max(0.0, wall - (queueing - m_lastQueueing));
    if (own > m_longest.milliseconds)
        m_longest = {own, computing - m_lastComputing, wall,
                     m_longestEventName + ' ' + QByteArray::number(millisecondsOf(m_longestEvent), 'f', 1) + " ms"};
    m_longestEvent = {};
    m_lastTick = now;
    m_lastComputing = computing;
    m_lastQueueing = queueing;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_isInEvent || receiver == &m_ticker)
        return QApplication::notify(receiver, event);
    m_isInEvent = true;
    const char *className = receiver->metaObject()->className();
    const QByteArray name = receiver->objectName().toLatin1();
    const auto type = event->type();
    const auto start = Clock::now();
    const bool taken = QApplication::notify(receiver, event);
    const auto duration = Clock::now() - start;
    if (duration > m_longestEvent) {
        m_longestEvent = duration;
        m_longestEventName = QByteArray(className) + (name.isEmpty() ? name : '(' + name + ')') + ' ' +
                             QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    }
    m_isInEvent = false;
    return taken;
}

bool turnUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience)
{
    QEventLoop loop;
    QTimer looking;
    const auto end = std::chrono::steady_clock::now() + patience;
    bool holds = condition();
    QObject::connect(&looking, &QTimer::timeout, &loop, [&] {
        holds = condition();
        if (holds || std::chrono::steady_clock::now() > end)
            loop.quit();
    });
    looking.start(1ms);
    if (!holds)
        loop.exec();
    return holds;
}

void turnFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

bool Measurement::round(WatchedApplication &application, const std::function<void()> &step,
                        const std::function<bool()> &isDone)
{
    turnFor(50ms);
    application.startWatching();
    QTimer::singleShot(0, &application, step);
    turnFor(1ms);
    const bool done = turnUntil(isDone);
    turnFor(150ms);
    m_rounds.push_back(application.stopWatching());
    m_unfinished = m_unfinished || !done;
    return done;
}

bool Measurement::report() const
{
    if (m_rounds.empty())
        return false;
    std::vector<Stall> sorted = m_rounds;
    std::sort(sorted.begin(), sorted.end(),
              [](const Stall &one, const Stall &other) { return one.milliseconds < other.milliseconds; });
    const Stall &median = sorted[sorted.size() / 2];
    const Stall &worst = sorted.back();
    const bool within = median.milliseconds <= bar && !m_unfinished;
    std::printf("%-46s %6.1f ms (computing %5.1f, wall %5.1f)   worst of %zu %6.1f ms   at most %.0f ms: %s\n",
                m_name.constData(), median.milliseconds, median.computing, median.wall, sorted.size(),
                worst.milliseconds, bar,
                m_unfinished ? "NOT FINISHED"
                : within     ? "yes"
                             : "NO");
    if (!within || worst.milliseconds > bar)
        std::printf("    longest: %s; worst (computing %.1f ms): %s\n", median.event.constData(), worst.computing,
                    worst.event.constData());
    std::fflush(stdout);
    return within;
}

} // namespace poolscope::bench
