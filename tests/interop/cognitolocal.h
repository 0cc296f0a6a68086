#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace poolscope::tests {

// A cognito-local process on a free port of 127.0.0.1, with a folder of its own. Every code it sends is `code`.
class CognitoLocal final : public QObject
{
    Q_OBJECT

public:
    static constexpr QLatin1StringView code{"271828"};

    CognitoLocal();
    ~CognitoLocal() override;

    void start();
    // Empty until it listens.
    QUrl endpoint() const { return m_endpoint; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    // All it has printed.
    QByteArray output() const { return m_output; }

private:
    void readOutput();

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
    QUrl m_endpoint;
};

} // namespace poolscope::tests
