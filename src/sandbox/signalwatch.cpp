#include "sandbox/signalwatch.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace poolscope::sandbox {

namespace {

// Written by the signal handler, which may do little else: the write end of SignalWatch's pipe.
volatile std::sig_atomic_t signalPipe = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe, &byte, 1);
}

} // namespace

SignalWatch::SignalWatch(std::function<void()> ended)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    signalPipe = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this, ended = std::move(ended)] {
        m_notifier->setEnabled(false);
        ended();
    });
    for (const int number : {SIGTERM, SIGINT}) {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

SignalWatch::~SignalWatch()
{
    for (const int number : {SIGTERM, SIGINT})
        std::signal(number, SIG_DFL);
    signalPipe = -1;
    delete m_notifier;
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

} // namespace poolscope::sandbox
