#include "sandbox/commitsync.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope::sandbox {

struct CommitSync::Private
{
    Sync sync;
    std::mutex mutex;
    std::condition_variable wakes;
    std::vector<Then> waiting;
    qint64 wanted = 0;
    qint64 synced = 0;
    bool failed = false;
    bool stopping = false;
    std::thread thread;

    void run();
};

void CommitSync::Private::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        wakes.wait(lock, [this] { return stopping || !waiting.empty(); });
        if (waiting.empty())
            return;
        const std::vector<Then> batch = std::exchange(waiting, {});
        const qint64 reached = wanted;
        const bool mayTry = !failed;
        lock.unlock();
        const bool done = mayTry && sync().has_value();
        lock.lock();
        if (done)
            synced = reached;
        else
            failed = true;
        lock.unlock();
        for (const Then &then : batch)
            then(done);
        lock.lock();
    }
}

CommitSync::CommitSync(Sync sync)
    : d(std::make_unique<Private>())
{
    d->sync = std::move(sync);
    d->thread = std::thread([this] { d->run(); });
}

CommitSync::~CommitSync()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
        d->wakes.notify_one();
    }
    d->thread.join();
}

void CommitSync::whenSynced(qint64 writes, Then then)
{
    bool failed = false;
    {
        const std::lock_guard lock(d->mutex);
        failed = d->failed;
        if (writes > d->synced && !failed) {
            d->wanted = std::max(d->wanted, writes);
            d->waiting.push_back(std::move(then));
            d->wakes.notify_one();
            return;
        }
    }
    then(!failed);
}

CommitSync::Sync CommitSync::syncOfLog(const QString &databasePath)
{
    // SQLite's locks are on other files than the log, so closing this does not release them.
    struct Log
    {
        QByteArray path;
        int file = -1;
        ~Log()
        {
            if (file >= 0)
                ::close(file);
        }
    };
    const auto log = std::make_shared<Log>();
    log->path = QFile::encodeName(databasePath + QStringLiteral("-wal"));
    const auto open = [log] {
        while (log->file < 0) {
            log->file = ::open(log->path.constData(), O_RDONLY | O_CLOEXEC);
            if (log->file < 0 && errno != EINTR)
                return;
        }
    };
    open(); // it stands once the schema is there: a lack of files later must not end the sandbox
    return [log, open]() -> Result<void> {
        open();
        if (log->file >= 0 && ::fdatasync(log->file) == 0)
            return {};
        const QString reason = qt_error_string(errno);
        qCWarning(lcSandbox, "What was changed could not be brought to the disk: %s", qUtf8Printable(reason));
        return failure(Error::storage(
            QStringLiteral("NotOnDisk"),
            QCoreApplication::translate("Sandbox",
                                        "What was changed last could not be brought to the disk: %1. Nobody was "
                                        "told that it was done. See to the disk, then start the sandbox again.")
                .arg(reason)));
    };
}

} // namespace poolscope::sandbox
