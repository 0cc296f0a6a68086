#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace poolscope {

// Runs `work` on a thread of the global pool and hands its result to `done` on the context's thread, in a later turn of the
// event loop; never once the context is gone. `work` must not touch anything of the context.
template<class Work, class Done>
void runInBackground(QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Value>(context);
    // Queued: `done` may destroy the context, and the watcher with it.
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context,
        [watcher, done = std::move(done)] {
            const Value value = watcher->result();
            watcher->deleteLater();
            done(value);
        },
        Qt::QueuedConnection);
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace poolscope
