#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace poolscope::sandbox {

// Where the sandbox of the window keeps its data unless told otherwise.
QString windowDataFolder();

// The folder with the sandbox's data, 0700, owned by one process at a time (flock: gone with the process, however it
// ends). Blocking; for the service thread.
class DataFolder final
{
public:
    // Empty path: a temporary folder that goes with this object. Error codes: "FolderInUse", and those of
    // database::makePrivateFolder.
    static Result<std::unique_ptr<DataFolder>> open(const QString &path);
    ~DataFolder();
    DataFolder(const DataFolder &) = delete;
    DataFolder &operator=(const DataFolder &) = delete;

    QString path() const { return m_path; }
    QString databasePath() const;

private:
    DataFolder();
    Result<void> lock();

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_path;
    int m_lockFile = -1;
};

} // namespace poolscope::sandbox
