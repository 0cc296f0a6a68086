#include "sandbox/control/controlpaths.h"

#include "sandbox/control/clockcontrol.h"
#include "sandbox/control/liveproofs.h"
#include "json/reader.h"

namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView clockPath("/_poolscope/clock");
constexpr QLatin1StringView faultsPath("/_poolscope/faults");
constexpr QLatin1StringView expirePath("/_poolscope/expire");

QByteArrayList allowedMethods(const QString &path)
{
    if (path == clockPath)
        return {"GET", "HEAD", "POST"};
    return path == faultsPath ? QByteArrayList{"GET", "HEAD", "POST", "PUT", "DELETE"} : QByteArrayList{"POST"};
}

bool isRead(const httpserver::HttpRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

bool isJson(const httpserver::HttpRequest &request)
{
    const QByteArray type = request.header("Content-Type").split(';').constFirst().trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) == 0;
}

} // namespace

ControlPaths::ControlPaths(Services &services, Controls &controls)
    : m_services(services)
    , m_controls(controls)
{
}

bool ControlPaths::owns(const QString &path)
{
    return path == clockPath || path == faultsPath || path == expirePath;
}

tl::unexpected<ControlPaths::Wrong> ControlPaths::wrong(const QString &message, int status)
{
    return tl::unexpected(Wrong{status, message});
}

ControlPaths::Body ControlPaths::bodyOf(const httpserver::HttpRequest &request)
{
    if (!isJson(request))
        return wrong(QStringLiteral("The body must come as Content-Type: application/json."), 415);
    const auto document = json::read(request.body);
    if (!document)
        return wrong(QStringLiteral("The body is no JSON: %1").arg(document.error().message));
    if (!document->duplicates.isEmpty())
        return wrong(QStringLiteral("The member %1 stands more than once.").arg(document->duplicates.constFirst()));
    return document->root;
}

void ControlPaths::serve(const httpserver::HttpRequest &request, const HttpAnswer &reply) const
{
    Answer answer;
    try {
        answer = answerTo(request);
    } catch (const StorageFailure &failed) {
        answer = wrong(failed.error().message, 500);
    }
    json::Value body = json::Value::object();
    if (answer)
        body = *answer;
    else
        body.set(QStringLiteral("message"), answer.error().message);
    httpserver::HttpResponse response = jsonAnswer(answer ? 200 : answer.error().status, body, m_services.clock);
    if (response.status == 405)
        response.headers << httpserver::Header("Allow", allowedMethods(request.path).join(", "));
    reply(std::move(response));
}

ControlPaths::Answer ControlPaths::answerTo(const httpserver::HttpRequest &request) const
{
    const QByteArrayList allowed = allowedMethods(request.path);
    if (!allowed.contains(request.method))
        return wrong(QStringLiteral("This path takes %1.").arg(QString::fromLatin1(allowed.join(", "))), 405);
    if (request.path == clockPath)
        return clock(request);
    return request.path == faultsPath ? faults(request) : expire(request);
}

ControlPaths::Answer ControlPaths::clock(const httpserver::HttpRequest &request) const
{
    const qint64 realMs = m_services.realClock.nowMs();
    qint64 offsetMs = m_controls.clock().offsetMs();
    if (!isRead(request)) {
        const Body body = bodyOf(request);
        if (!body)
            return body;
        QString problem;
        m_controls.moveClockFrom([&](qint64 before) -> std::optional<qint64> {
            const auto wanted = readClockCommand(*body, before, realMs);
            if (!wanted) {
                problem = wanted.error();
                return {};
            }
            offsetMs = *wanted;
            return offsetMs;
        });
        if (!problem.isEmpty())
            return wrong(problem);
    }
    return clockState(offsetMs, realMs);
}

ControlPaths::Answer ControlPaths::faults(const httpserver::HttpRequest &request) const
{
    FaultBoard &board = m_controls.faults();
    if (request.method == "DELETE") {
        board.clear();
    } else if (!isRead(request)) {
        const Body body = bodyOf(request);
        if (!body)
            return body;
        if (request.method == "PUT") {
            const auto wanted = readFaults(*body);
            if (!wanted)
                return wrong(wanted.error());
            board.set(*wanted);
        } else {
            const auto wanted = readFault(*body);
            if (!wanted)
                return wrong(wanted.error());
            if (!board.add(*wanted))
                return wrong(QStringLiteral("There can be %1 faults at once.").arg(FaultBoard::maximumFaults));
        }
    }
    return faultsState(board.faults());
}

ControlPaths::Answer ControlPaths::expire(const httpserver::HttpRequest &request) const
{
    const Body command = bodyOf(request);
    if (!command)
        return command;
    if (!command->isObject() || !command->contains(u"message"))
        return expireOfUser(*command);
    const auto id = command->value(u"message").isNumber() ? command->value(u"message").toInteger() : std::nullopt;
    if (command->size() != 1 || !id)
        return wrong(QStringLiteral("\"message\" takes the id of a message, and nothing stands beside it."));
    const auto expired = m_services.mailbox.expire(*id);
    if (!expired)
        return wrong(QStringLiteral("There is no message %1.").arg(*id), 404);
    json::Value answer = json::Value::object();
    answer.set(QStringLiteral("expired"), *expired ? 1 : 0);
    return answer;
}

ControlPaths::Answer ControlPaths::expireOfUser(const json::Value &command) const
{
    const auto text = [&](QStringView name) { return command.value(name).toString(); };
    const auto kind = proofKindNamed(text(u"what"));
    if (command.size() != 3 || text(u"userPoolId").isEmpty() || text(u"username").isEmpty() || !kind)
        return wrong(
            QStringLiteral("The body takes \"message\", or \"userPoolId\", \"username\" and \"what\", which is "
                           "one of codes, sessions, temporaryPassword, refreshTokens and lockOut."));
    const PoolPtr pool = m_services.store.pool(text(u"userPoolId"));
    if (!pool)
        return wrong(QStringLiteral("User pool %1 does not exist.").arg(text(u"userPoolId")), 404);
    const auto user = userMeant(m_services.store, *pool, text(u"username"));
    if (!user)
        return wrong(QStringLiteral("The pool has no user of that name."), 404);
    json::Value answer = json::Value::object();
    answer.set(QStringLiteral("expired"),
               expireProofs(m_services.store, m_services.mailbox, m_services.clock, *user, *kind));
    return answer;
}

} // namespace poolscope::sandbox
