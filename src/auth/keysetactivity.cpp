#include "auth/keysetactivity.h"

#include "core/background.h"
#include "core/redaction.h"
#include "tokens/jwkscache.h"
#include "transport/activitylog.h"
#include "transport/awsjsonrequest.h"
#include "json/reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <initializer_list>
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
    const QUrl url = fetch.url.adjusted(QUrl::RemoveUserInfo); // may hold a password
    json::Value request = json::Value::object();
    request.set(QStringLiteral("method"), QStringLiteral("GET"));
    request.set(QStringLiteral("url"), url.toString(QUrl::FullyEncoded));
    return {.startedAt = QDateTime::currentDateTimeUtc(),
            .action = QCoreApplication::translate("KeySetActivity", "Fetch the pool's keys"),
            .service = QStringLiteral("cognito-idp"),
            .operation = QStringLiteral("GET ") + url.fileName(),
            .endpointHost = QString::fromLatin1(transport::hostHeader(url)),
            .url = url,
            .request = request};
}

// Reading more than this takes too long for the GUI thread.
constexpr qsizetype readAtOnce = 64 * 1024;

json::Value publicPart(const json::Value &value, std::initializer_list<QStringView> shown)
{
    if (!value.isObject())
        return json::Value(redactedMark());
    QList<json::Member> members;
    for (const json::Member &member : value.members()) {
        const bool isShown = member.value.isString() && std::count(shown.begin(), shown.end(), member.name) > 0;
        members.append({member.name, isShown ? member.value : json::Value(redactedMark())});
    }
    return members;
}

json::Value recordedKeySet(const QByteArray &body)
{
    const auto answer = json::read(body);
    if (!answer)
        return {};
    json::Value recorded = publicPart(answer->root, {});
    const json::Value keys = answer->root.value(u"keys");
    if (!keys.isArray())
        return recorded;
    json::Value shown = json::Value::array();
    for (const json::Value &key : keys.elements())
        shown.append(publicPart(key, {u"kty", u"kid", u"alg", u"use", u"n", u"e"}));
    recorded.set(QStringLiteral("keys"), shown);
    return recorded;
}

void conclude(ActivityEntry &entry, const JwksFetch &fetch)
{
    entry.httpStatus = fetch.httpStatus;
    entry.bodyBytes = fetch.body.size();
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
        const auto record = [&log, entry = request.entry](const json::Value &response) {
            ActivityEntry whole = entry;
            whole.response = response;
            log.update(whole);
        };
        if (fetch.body.size() > readAtOnce)
            runInBackground(
                &log, [body = fetch.body] { return recordedKeySet(body); }, record);
        else
            record(recordedKeySet(fetch.body));
    });
}

} // namespace poolscope::auth
