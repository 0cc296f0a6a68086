#pragma once

#include <QLoggingCategory>

namespace poolscope {

Q_DECLARE_LOGGING_CATEGORY(lcTransport)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)
Q_DECLARE_LOGGING_CATEGORY(lcAuth)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

// From now on every log line passes redactText() (core/redaction.h) before it is written to stderr.
void installRedactingMessageHandler();

} // namespace poolscope
