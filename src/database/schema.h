#pragma once

#include "database/connection.h"

#include <QDateTime>
#include <QStringList>

namespace poolscope::database {

struct OpenedDatabase
{
    std::unique_ptr<Connection> connection;
    QString movedAside; // where a damaged file was moved to; empty when there was none
};

// Opens the database at options.path and brings it to the newest schema. migrations[i] is the script from
// user_version i to i + 1; all that are missing run in one transaction. A file with a newer version is refused
// (code "NewerSchema"). When the last owner did not end cleanly, quick_check runs first; a damaged file (with its
// -wal and -shm) is moved to "<name>.damaged-<date>" and a new one is made.
Result<OpenedDatabase> openWithSchema(const Options &options, const QStringList &migrations, const QDateTime &now);

// Brings an open connection to the newest schema.
Result<void> migrate(Connection &connection, const QStringList &migrations);

// Notes a clean end (checkpoint, and the mark that saves the check at the next start).
Result<void> closeCleanly(std::unique_ptr<Connection> connection);

// Makes the folder (and those above it that are missing) for the owner only: 0700. One that exists is narrowed when
// it is empty, and refused ("FolderNotPrivate") when others may look into it and something is in it.
Result<void> makePrivateFolder(const QString &path);

} // namespace poolscope::database
