#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poolscope {

namespace {

// In the folder of the session: a profile's own path may be longer than a socket's can be.
QString socketPath(const QString &configDir)
{
    const QString canonical = QDir(configDir).canonicalPath();
    const QByteArray name = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR", QDir::tempPath());
    return folder + QStringLiteral("/poolscope-") + QString::fromLatin1(name);
}

} // namespace

SingleInstance::SingleInstance(const QString &configDir, QObject *parent)
    : QObject(parent)
    , m_configDir(configDir)
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            caller->deleteLater();
            emit called();
        }
    });
}

SingleInstance::~SingleInstance()
{
    m_server.close();
    if (m_lockFile >= 0)
        ::close(m_lockFile);
}

SingleInstance::Claim SingleInstance::claim()
{
    QDir().mkpath(m_configDir);
    if (lock()) {
        listen();
        return Claim::First;
    }
    // A local socket is connected at once or not at all.
    QLocalSocket first;
    first.connectToServer(socketPath(m_configDir));
    return first.state() == QLocalSocket::ConnectedState ? Claim::Called : Claim::NoAnswer;
}

// False only where another one has it.
bool SingleInstance::lock()
{
    const QByteArray name = QFile::encodeName(m_configDir + QStringLiteral("/window.lock"));
    m_lockFile = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return m_lockFile < 0 || ::flock(m_lockFile, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

void SingleInstance::listen()
{
    const QString path = socketPath(m_configDir);
    QLocalServer::removeServer(path); // of one that was killed: the lock is ours
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(path);
}

} // namespace poolscope
