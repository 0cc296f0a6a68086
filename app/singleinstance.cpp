#include "app/singleinstance.h"

#include "core/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace poolscope {

namespace {

// QLocalServer wants room for two more bytes in it.
constexpr qsizetype longestSocketPath = sizeof(sockaddr_un::sun_path) - 2;

// In the folder of the session: a profile's own path may be longer than a socket's can be. Where there is none, that path
// all the same if it can be used: what lies in the common temporary folder, others may have put there before.
QString socketPath(const QString &configDir)
{
    const QString canonical = QDir(configDir).canonicalPath();
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString own = canonical + QStringLiteral("/window.socket");
    const bool canBeOwn = !canonical.isEmpty() && QFile::encodeName(own).size() <= longestSocketPath;
    if (folder.isEmpty() && canBeOwn)
        return own;
    if (folder.isEmpty())
        folder = QDir::tempPath();
    const QByteArray name = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
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
    // Of one that was killed: the lock is ours. Where it cannot be removed, listening fails.
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(path))
        qCWarning(lcUi).noquote() << "A second start cannot show this window:" << path << m_server.errorString();
}

} // namespace poolscope
