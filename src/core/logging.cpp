#include "core/logging.h"

#include "core/redaction.h"

#include <cstdio>

namespace poolscope {

Q_LOGGING_CATEGORY(lcTransport, "poolscope.transport", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSandbox, "poolscope.sandbox", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "poolscope.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "poolscope.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "poolscope.ui", QtInfoMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, redactText(message)).toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installRedactingMessageHandler()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace poolscope
