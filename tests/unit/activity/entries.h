#pragma once

#include "transport/activitylog.h"

namespace poolscope::activity {

// A request that waits for its answer.
inline transport::ActivityEntry entryOf(const QString &operation, const transport::UserAction &action = {})
{
    transport::ActivityEntry entry;
    entry.startedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    entry.action = action;
    entry.service = QStringLiteral("cognito-idp");
    entry.operation = operation;
    entry.endpointHost = QStringLiteral("127.0.0.1:9229");
    entry.url = QUrl(QStringLiteral("http://127.0.0.1:9229/"));
    entry.region = QStringLiteral("us-east-1");
    entry.request = json::Value::object();
    return entry;
}

inline transport::ActivityEntry succeeded(transport::ActivityEntry entry)
{
    entry.state = transport::ActivityEntry::State::Succeeded;
    entry.httpStatus = 200;
    entry.durationMs = 42;
    entry.requestId = QStringLiteral("id-1");
    entry.response = json::Value::object();
    return entry;
}

inline transport::ActivityEntry failed(transport::ActivityEntry entry, const QString &code)
{
    entry = succeeded(std::move(entry));
    entry.state = transport::ActivityEntry::State::Failed;
    entry.httpStatus = 400;
    entry.errorCode = code;
    return entry;
}

} // namespace poolscope::activity
