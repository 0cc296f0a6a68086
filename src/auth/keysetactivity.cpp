#include "auth/keysetactivity.h"

#include "tokens/jwkscache.h"
#include "transport/activitylog.h"
#include "transport/awsjsonrequest.h"
#include "json/reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <memory>

namespace poolscope::auth {

namespace {

using tokens::JwksFetch;
using transport::ActivityEntry;

struct KeySetRequest
{
    ActivityEntry entry;
    QElapsedTimer duration;
};

ActivityEntry startedEntry(const JwksFetch &fetch)
{
    json::Value request = json::Value::object();
    request.set(QStringLiteral("method"), QStringLiteral("GET"));
    request.set(QStringLiteral("url"), fetch.url.toString(QUrl::FullyEncoded));
    return {.startedAt = QDateTime::currentDateTimeUtc(),
            .action = QCoreApplication::translate("KeySetActivity", "Fetch the pool's keys"),
            .service = QStringLiteral("cognito-idp"),
            .operation = QStringLiteral("GET ") + fetch.url.fileName(),
            .endpointHost = QString::fromLatin1(transport::hostHeader(fetch.url)),
            .url = fetch.url,
            .request = request};
}

void conclude(ActivityEntry &entry, const JwksFetch &fetch)
{
    entry.httpStatus = fetch.httpStatus;
    entry.bodyBytes = fetch.body.size();
    if (const auto answer = json::read(fetch.body))
        entry.response = answer->root;
    entry.state = ActivityEntry::State::Succeeded;
    if (!fetch.error)
        return;
    const bool given = fetch.error->kind == Error::Kind::Cancelled;
    entry.state = given ? ActivityEntry::State::Cancelled : ActivityEntry::State::Failed;
    entry.errorCode = fetch.error->code;
    entry.errorMessage = fetch.error->message;
}

} // namespace

void logKeySetRequests(tokens::JwksCache &keys, transport::ActivityLog &log)
{
    const auto running = std::make_shared<QHash<qint64, KeySetRequest>>();
    QObject::connect(&keys, &tokens::JwksCache::fetchStarted, &log, [&log, running](const JwksFetch &fetch) {
        KeySetRequest request{.entry = startedEntry(fetch), .duration = {}};
        request.duration.start();
        request.entry.id = log.add(request.entry);
        running->insert(fetch.id, request);
    });
    QObject::connect(&keys, &tokens::JwksCache::fetchEnded, &log, [&log, running](const JwksFetch &fetch) {
        KeySetRequest request = running->take(fetch.id);
        conclude(request.entry, fetch);
        request.entry.durationMs = request.duration.isValid() ? request.duration.elapsed() : 0;
        log.update(request.entry);
    });
}

} // namespace poolscope::auth
