#pragma once

#include <QProcess>
#include <QTemporaryFile>

#include <memory>

#include <sys/types.h>

namespace poolscope::load {

// A server as a process of its own, which says on which port of 127.0.0.1 it listens. Used by one thread, without an
// event loop.
class Server final
{
public:
    ~Server(); // kills
    Server(Server &&) = default;
    Server &operator=(Server &&) = default;

    static Server sandbox(const QString &program, const QStringList &arguments);
    // Of npm; with a folder of its own.
    static Server cognitoLocal(const QString &node, const QString &npmFolder, const QString &folder);

    bool start();            // until it listens; false: it ended instead, or does not in two minutes
    void kill();             // SIGKILL, and waits for the end
    void signalKill() const; // SIGKILL only; from any thread
    quint16 port() const { return m_port; }
    QByteArray output() const;    // so far
    double peakMegabytes() const; // of memory in use so far (VmHWM); 0 where it is not known

private:
    Server();
    quint16 announcedPort() const;

    std::unique_ptr<QProcess> m_process;
    QString m_program;
    QStringList m_arguments;
    QByteArray m_announcement;
    std::unique_ptr<QTemporaryFile> m_output; // no pipe, which would fill up
    pid_t m_processId = 0;
    quint16 m_port = 0;
};

} // namespace poolscope::load
