#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace poolscope::tests {

// Nothing runs in the background until it is let go.
class HeldBackground final
{
public:
    HeldBackground()
        : m_threads(QThreadPool::globalInstance()->maxThreadCount())
    {
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([this] { m_hold.acquire(); });
    }
    Q_DISABLE_COPY_MOVE(HeldBackground)
    ~HeldBackground()
    {
        letGo();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(m_threads);
    }
    void letGo() { m_hold.release(); }

private:
    QSemaphore m_hold;
    int m_threads;
};

} // namespace poolscope::tests
