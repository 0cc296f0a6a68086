#include "hostprocess.h"

#include <QTest>

#include <csignal>

namespace poolscope::test {

namespace {

constexpr int patienceMs = 60'000;

} // namespace

HostProcess::~HostProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool HostProcess::start(const QStringList &arguments)
{
    m_output.clear();
    m_errors.clear();
    m_endpoint.clear();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), m_locale);
    m_process.setProcessEnvironment(environment);
    QStringList all = arguments;
#ifdef SANDBOX_WORD
    all.prepend(QStringLiteral(SANDBOX_WORD));
#endif
    m_process.start(QStringLiteral(SANDBOX_HOST), all);
    const QByteArray announcement = "Listening on ";
    (void)QTest::qWaitFor(
        [&] {
            m_output += m_process.readAllStandardOutput();
            m_errors += m_process.readAllStandardError();
            return m_output.contains('\n') || m_process.state() == QProcess::NotRunning;
        },
        patienceMs);
    if (m_process.state() == QProcess::NotRunning || !m_output.startsWith(announcement))
        return false;
    m_endpoint = QUrl(QString::fromUtf8(m_output.mid(announcement.size()).trimmed()));
    return true;
}

void HostProcess::kill()
{
    m_process.kill();
    (void)waitForEnd();
}

void HostProcess::terminate(int signal)
{
    ::kill(pid_t(m_process.processId()), signal);
    (void)waitForEnd();
}

bool HostProcess::waitForEnd()
{
    const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patienceMs);
    m_output += m_process.readAllStandardOutput();
    m_errors += m_process.readAllStandardError();
    return ended;
}

} // namespace poolscope::test
