#include "sandbox/datafolder.h"

#include "database/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace poolscope::sandbox {

QString windowDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sandbox");
}

DataFolder::DataFolder() = default;

DataFolder::~DataFolder()
{
    if (m_lockFile >= 0)
        ::close(m_lockFile);
}

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &path)
{
    std::unique_ptr<DataFolder> folder(new DataFolder);
    if (path.isEmpty()) {
        folder->m_temporary =
            std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/poolscope-sandbox-XXXXXX"));
        if (!folder->m_temporary->isValid())
            return failure(Error::storage(QStringLiteral("CannotMakeFolder"), folder->m_temporary->errorString()));
        folder->m_path = folder->m_temporary->path();
    } else {
        folder->m_path = QDir::cleanPath(QDir(path).absolutePath());
        if (auto made = database::makePrivateFolder(folder->m_path); !made)
            return failure(std::move(made).error());
    }
    if (auto locked = folder->lock(); !locked)
        return failure(std::move(locked).error());
    return folder;
}

Result<void> DataFolder::lock()
{
    const QByteArray name = QFile::encodeName(m_path + QStringLiteral("/lock"));
    m_lockFile = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_lockFile >= 0 && ::flock(m_lockFile, LOCK_EX | LOCK_NB) == 0)
        return {};
    if (m_lockFile >= 0 && errno == EWOULDBLOCK) {
        return failure(Error::storage(
            QStringLiteral("FolderInUse"),
            QCoreApplication::translate("Sandbox", "Another sandbox is already running with the folder %1.")
                .arg(m_path)));
    }
    return failure(Error::storage(QStringLiteral("CannotLockFolder"),
                                  QCoreApplication::translate("Sandbox", "The folder %1 cannot be used: %2.")
                                      .arg(m_path, QString::fromLocal8Bit(std::strerror(errno)))));
}

QString DataFolder::databasePath() const
{
    return m_path + QStringLiteral("/sandbox.db");
}

} // namespace poolscope::sandbox
