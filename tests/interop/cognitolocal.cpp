#include "cognitolocal.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace poolscope::tests {

CognitoLocal::CognitoLocal()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOST"_qs, u"127.0.0.1"_qs);
    environment.insert(u"PORT"_qs, u"0"_qs);
    environment.insert(u"CODE"_qs, QString(code));
    environment.insert(u"AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"_qs, u"1"_qs);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::readyRead, this, &CognitoLocal::readOutput);
}

CognitoLocal::~CognitoLocal()
{
    m_process.kill();
    m_process.waitForFinished();
}

void CognitoLocal::start()
{
    m_process.start(QStringLiteral(POOLSCOPE_NODE), {QStringLiteral(POOLSCOPE_NPM "/cognito-local/lib/bin/start.js")});
}

void CognitoLocal::readOutput()
{
    static const QRegularExpression listening(u"running on (http://127\\.0\\.0\\.1:\\d+)"_qs);
    m_output += m_process.readAll();
    const QRegularExpressionMatch match = listening.match(QString::fromUtf8(m_output));
    if (match.hasMatch())
        m_endpoint = QUrl(match.captured(1));
}

} // namespace poolscope::tests
