#include "server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcessEnvironment>

#include <csignal>

namespace poolscope::load {

using namespace Qt::StringLiterals;

Server::Server()
    : m_process(std::make_unique<QProcess>())
{
    m_process->setProcessChannelMode(QProcess::MergedChannels);
}

Server::~Server()
{
    if (m_process)
        kill();
}

Server Server::sandbox(const QString &program, const QStringList &arguments)
{
    Server server;
    server.m_program = program;
    server.m_arguments = QStringList{u"sandbox"_s, u"--port"_s, u"0"_s} + arguments;
    server.m_announcement = "Listening on http://127.0.0.1:";
    return server;
}

Server Server::cognitoLocal(const QString &node, const QString &npmFolder, const QString &folder)
{
    Server server;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOST"_s, u"127.0.0.1"_s);
    environment.insert(u"PORT"_s, u"0"_s);
    environment.insert(u"AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"_s, u"1"_s);
    server.m_process->setProcessEnvironment(environment);
    server.m_process->setWorkingDirectory(folder);
    server.m_program = node;
    server.m_arguments = QStringList{npmFolder + u"/cognito-local/lib/bin/start.js"_s};
    server.m_announcement = "running on http://127.0.0.1:";
    return server;
}

// The number behind the announcement; 0 while there is none.
quint16 Server::announcedPort() const
{
    const QByteArray printed = output();
    const qsizetype found = printed.indexOf(m_announcement);
    const qsizetype end = found < 0 ? -1 : printed.indexOf('\n', found);
    if (end < 0)
        return 0;
    qsizetype digit = found + m_announcement.size();
    int number = 0;
    for (; printed.at(digit) >= '0' && printed.at(digit) <= '9'; ++digit)
        number = 10 * number + (printed.at(digit) - '0');
    return static_cast<quint16>(number);
}

bool Server::start()
{
    QElapsedTimer elapsed;
    elapsed.start();
    m_port = 0;
    m_output = std::make_unique<QTemporaryFile>();
    if (!m_output->open())
        return false;
    m_process->setStandardOutputFile(m_output->fileName());
    m_process->start(m_program, m_arguments);
    if (!m_process->waitForStarted())
        return false;
    m_processId = static_cast<pid_t>(m_process->processId());
    while (m_port == 0 && !m_process->waitForFinished(1) && !elapsed.hasExpired(120'000))
        m_port = announcedPort();
    return m_port != 0;
}

QByteArray Server::output() const
{
    QFile printed(m_output->fileName());
    return printed.open(QIODevice::ReadOnly) ? printed.readAll() : QByteArray();
}

void Server::signalKill() const
{
    ::kill(m_processId, SIGKILL);
}

void Server::kill()
{
    m_process->kill();
    m_process->waitForFinished();
}

double Server::peakMegabytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_processId));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace poolscope::load
