#pragma once

#include <QApplication>
#include <QByteArray>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace poolscope::bench {

// What kept the event loop from turning, and for how long.
struct Stall
{
    double milliseconds = 0;
    double computing = 0; // of it, milliseconds this thread computed; the rest it waited for something
    double wall = 0;      // with the time in which it could have gone on, but others had the processors
    QByteArray event;     // the longest event while it lasted, and its receiver
};

// Watches the event loop of the GUI thread from the inside: a timer of one millisecond says when the loop turns, and
// every event is timed, to name the one that took long. What other programs take of the processors does not count: the
// kernel says how long the thread stood in the queue for one.
class WatchedApplication final : public QApplication
{
    Q_OBJECT

public:
    WatchedApplication(int &argc, char **argv);

    void startWatching();
    Stall stopWatching(); // the longest one since the start

    bool notify(QObject *receiver, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    struct Schedule
    {
        double computing = 0; // milliseconds since the thread began
        double queueing = 0;  // likewise, able to run but without a processor
    };

    void tick();
    Schedule schedule();

    QTimer m_ticker;
    Clock::time_point m_lastTick;
    double m_lastComputing = 0;
    double m_lastQueueing = 0;
    QFile m_schedule;
    Stall m_longest;
    Clock::duration m_longestEvent{};
    QByteArray m_longestEventName;
    bool m_isInEvent = false;
};

// Turns the event loop until the condition holds, looking every millisecond; false when it does not in time.
bool turnUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience = std::chrono::seconds(60));
void turnFor(std::chrono::milliseconds time);

// One line of figures: what each round's longest stall was. The bar is for the median of the rounds, because a busy
// machine makes single ones slower than they are.
class Measurement
{
public:
    explicit Measurement(QByteArray name)
        : m_name(std::move(name))
    {
    }

    // Does the step and turns the loop until it is done and what it set off is drawn.
    bool round(
        WatchedApplication &application, const std::function<void()> &step,
        const std::function<bool()> &isDone = [] { return true; });
    bool report() const; // prints; false when the bar is missed or a round did not come to its end

private:
    QByteArray m_name;
    std::vector<Stall> m_rounds;
    bool m_unfinished = false;
};

} // namespace poolscope::bench
