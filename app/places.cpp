#include "app/places.h"

#include "sandbox/datafolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace poolscope {

QString configDir(const WindowOptions &options)
{
    if (!options.profileDir.isEmpty())
        return QDir(options.profileDir).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString sandboxDir(const WindowOptions &options)
{
    if (!options.profileDir.isEmpty())
        return QDir(options.profileDir).absoluteFilePath(QStringLiteral("sandbox"));
    return sandbox::windowDataFolder();
}

QString keychainService(const WindowOptions &options)
{
    if (options.profileDir.isEmpty())
        return QStringLiteral("Poolscope");
    const QByteArray path = QDir(options.profileDir).absolutePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(12);
    return QStringLiteral("Poolscope ") + QString::fromLatin1(name);
}

} // namespace poolscope
