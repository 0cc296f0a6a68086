#include "sandbox/executor.h"

#include "core/logging.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace poolscope::sandbox {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// The one place where an operation's exception ends. The task's closure dies afterwards, and with it the Reply that
// was not answered, which tells the caller.
void runGuarded(const Executor::Task &task)
{
    try {
        task();
    } catch (const std::exception &exception) {
        qCWarning(lcSandbox, "A step failed: %s", exception.what());
    }
}

} // namespace

struct Executor::Private
{
    std::mutex mutex;
    std::condition_variable serviceWakes;
    std::condition_variable workersWake;
    std::deque<Task> serviceTasks;
    std::deque<Task> workerTasks;
    std::multimap<SteadyTime, Task> later;
    bool stopping = false;
    bool workersEnded = false;
    Task last;
    std::thread service;
    std::vector<std::thread> workers;

    void serve();
    void work();
    Task nextServiceTask(std::unique_lock<std::mutex> &lock);
};

// Empty: the end.
Executor::Task Executor::Private::nextServiceTask(std::unique_lock<std::mutex> &lock)
{
    while (!workersEnded) {
        if (!stopping && !later.empty() && later.begin()->first <= std::chrono::steady_clock::now()) {
            Task task = std::move(later.begin()->second);
            later.erase(later.begin());
            return task;
        }
        if (!stopping && !serviceTasks.empty()) {
            Task task = std::move(serviceTasks.front());
            serviceTasks.pop_front();
            return task;
        }
        if (stopping || later.empty())
            serviceWakes.wait(lock);
        else
            serviceWakes.wait_until(lock, later.begin()->first);
    }
    return {};
}

void Executor::Private::serve()
{
    std::unique_lock lock(mutex);
    while (Task task = nextServiceTask(lock)) {
        lock.unlock();
        runGuarded(task);
        task = {};
        lock.lock();
    }
    auto unrun = std::exchange(serviceTasks, {});
    auto unrunWork = std::exchange(workerTasks, {});
    auto unrunLater = std::exchange(later, {});
    const Task final = std::exchange(last, {});
    lock.unlock();
    unrun.clear();
    unrunWork.clear();
    unrunLater.clear();
    if (final)
        runGuarded(final);
}

void Executor::Private::work()
{
    std::unique_lock lock(mutex);
    for (;;) {
        workersWake.wait(lock, [this] { return stopping || !workerTasks.empty(); });
        if (stopping)
            return;
        Task task = std::move(workerTasks.front());
        workerTasks.pop_front();
        lock.unlock();
        runGuarded(task);
        task = {};
        lock.lock();
    }
}

Executor::Executor(int workers)
    : d(std::make_unique<Private>())
{
    d->service = std::thread([this] { d->serve(); });
    for (int i = 0; i < workers; ++i)
        d->workers.emplace_back([this] { d->work(); });
}

Executor::~Executor()
{
    stop();
}

void Executor::post(Task task)
{
    const std::lock_guard lock(d->mutex);
    if (d->workersEnded)
        return;
    d->serviceTasks.push_back(std::move(task));
    d->serviceWakes.notify_one();
}

void Executor::postToWorkers(Task task)
{
    const std::lock_guard lock(d->mutex);
    if (d->stopping)
        return;
    d->workerTasks.push_back(std::move(task));
    d->workersWake.notify_one();
}

void Executor::postLater(int milliseconds, Task task)
{
    const std::lock_guard lock(d->mutex);
    if (d->workersEnded)
        return;
    d->later.emplace(std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds), std::move(task));
    d->serviceWakes.notify_one();
}

bool Executor::onServiceThread() const
{
    return std::this_thread::get_id() == d->service.get_id();
}

void Executor::stop(Task last)
{
    if (!d->service.joinable())
        return;
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        d->workersWake.notify_all();
    }
    for (std::thread &worker : d->workers)
        worker.join();
    {
        const std::lock_guard lock(d->mutex);
        d->last = std::move(last);
        d->workersEnded = true;
        d->serviceWakes.notify_all();
    }
    d->service.join();
}

} // namespace poolscope::sandbox
