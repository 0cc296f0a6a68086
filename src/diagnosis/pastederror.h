#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace poolscope::diagnosis {

// The service's errors in a text from somewhere else: the service's own JSON, a line of the AWS CLI, what an SDK throws
// or prints (JavaScript, Java, Kotlin, Python, Go, .NET), HTTP headers, or any of them inside a stack trace. Each error
// once, those with a message first, otherwise in the order of the text; at most 10. Operation and request id where the text has them. A text is looked through
// as far as its first 64 KB; what looks like a secret is redacted. Pure; reentrant.
QList<Error> errorsIn(const QString &text);

} // namespace poolscope::diagnosis
