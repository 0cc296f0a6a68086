#pragma once

#include <QObject>

#include <array>
#include <functional>

class QSocketNotifier;

namespace poolscope::sandbox {

// Turns the first SIGTERM or SIGINT into a call on the event loop. One at a time in a process.
class SignalWatch final : public QObject
{
public:
    explicit SignalWatch(std::function<void()> ended);
    ~SignalWatch() override;

private:
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace poolscope::sandbox
