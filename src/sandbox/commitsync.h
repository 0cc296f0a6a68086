#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <memory>

namespace poolscope::sandbox {

// Brings what was committed to the disk before anybody is told of it. SQLite hands a commit to the system and goes on, so
// that it survives kill -9; a thread of its own then syncs once for all that came meanwhile, so that it survives a
// power loss too, and many clients at once do not wait for one sync each.
class CommitSync final
{
public:
    using Sync = std::function<Result<void>()>; // on the own thread
    using Then = std::function<void(bool)>;     // likewise, or at once; whether it is on the disk
    using SyncOf = std::function<Sync(const QString &databasePath)>;

    explicit CommitSync(Sync sync);
    ~CommitSync(); // who still waits is told first

    // Calls `then` once the first `writes` of all changes are on the disk: at once where they are. From one thread.
    // After a sync that failed it is never tried again and everybody is told false: the system forgets what it could not
    // write, so that a later sync succeeds without it.
    void whenSynced(qint64 writes, Then then);

    // Of the write-ahead log of that database, which is open as long as this is used. Error: Storage "NotOnDisk".
    static Sync syncOfLog(const QString &databasePath);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace poolscope::sandbox
