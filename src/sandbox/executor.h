#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace poolscope::sandbox {

// The service thread, which owns the store, and a few workers for long arithmetic. Tasks run in the order they were
// posted. After stop() nothing runs any more; what is still queued is destroyed on the service thread.
class Executor final
{
public:
    using Task = std::function<void()>;

    explicit Executor(int workers = 2);
    ~Executor(); // stops
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    // Runs on the service thread. From any thread.
    void post(Task task);
    // Runs `work` on a worker (nothing of the store may be touched there), then `then(result)` on the service
    // thread. `then` must not assume that what was read before still holds.
    template<class Work, class Then>
    void compute(Work work, Then then)
    {
        postToWorkers([this, work = std::move(work), then = std::move(then)]() mutable {
            auto result = std::make_shared<decltype(work())>(work());
            post([then = std::move(then), result]() mutable { then(std::move(*result)); });
        });
    }
    // Runs on the service thread after so many milliseconds.
    void postLater(int milliseconds, Task task);
    bool onServiceThread() const;

    // Waits for the running tasks, runs `last` on the service thread, joins. Once.
    void stop(Task last = {});

private:
    void postToWorkers(Task task);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace poolscope::sandbox
