#pragma once

#include <QProcess>
#include <QUrl>

namespace poolscope::test {

// The headless sandbox as a process of its own.
class HostProcess final
{
public:
    ~HostProcess();

    void setLocale(const QString &locale) { m_locale = locale; } // of the user, before start()
    bool start(const QStringList &arguments);                    // until it listens; false: it ended instead
    QUrl endpoint() const { return m_endpoint; }
    void kill();                // SIGKILL
    void terminate(int signal); // and waits for the end
    bool waitForEnd();
    int exitCode() const { return m_process.exitCode(); }
    bool endedByItself() const { return m_process.exitStatus() == QProcess::NormalExit; }
    QByteArray output() const { return m_output; }
    QByteArray errors() const { return m_errors; }

private:
    QProcess m_process;
    QString m_locale = QStringLiteral("C.UTF-8");
    QUrl m_endpoint;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace poolscope::test
