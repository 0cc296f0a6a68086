#include "sandbox/executor.h"

#include <atomic>
#include <cstdio>
#include <future>

// A race between the threads that the sandbox works with, made on purpose: a thread sanitizer that does not see this one
// sees none (see the test tsan_sees_a_race, in that build only).
int main()
{
    using poolscope::sandbox::Executor;
    Executor executor;
    int shared = 0;
    std::atomic<bool> written = false;
    std::promise<void> done;
    executor.post([&] {
        const auto work = [&] {
            ++shared;
            written.store(true, std::memory_order_relaxed);
            return 0;
        };
        executor.compute(work, [&done](int) { done.set_value(); });
        while (!written.load(std::memory_order_relaxed)) {
        }
        ++shared; // later, but nothing relaxed puts the two in an order
    });
    done.get_future().wait();
    executor.stop();
    std::printf("%d\n", shared);
    return 0;
}
