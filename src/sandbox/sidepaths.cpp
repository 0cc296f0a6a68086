#include "sandbox/sidepaths.h"

#include "sandbox/sesmailbox.h"

#include <algorithm>

namespace poolscope::sandbox {

namespace {

json::Value errorBody(const QString &message)
{
    json::Value body = json::Value::object();
    body.set(QStringLiteral("message"), message);
    return body;
}

QString stateName(Message::State state)
{
    switch (state) {
    case Message::State::Current:
        return QStringLiteral("current");
    case Message::State::Replaced:
        return QStringLiteral("replaced");
    case Message::State::Used:
        return QStringLiteral("used");
    case Message::State::Expired:
        break;
    }
    return QStringLiteral("expired");
}

json::Value toJson(const Message &message)
{
    const bool email = message.medium == Message::Medium::Email;
    json::Value value = json::Value::object();
    value.set(QStringLiteral("id"), message.id);
    value.set(QStringLiteral("time"), json::Value::number(QByteArray::number(double(message.timeMs) / 1000, 'f', 3)));
    value.set(QStringLiteral("medium"), email ? QStringLiteral("EMAIL") : QStringLiteral("SMS"));
    value.set(QStringLiteral("to"), message.to);
    value.set(QStringLiteral("subject"), message.subject);
    value.set(QStringLiteral("body"), message.body);
    value.set(QStringLiteral("code"), message.code);
    value.set(QStringLiteral("username"), message.username);
    value.set(QStringLiteral("userPoolId"), message.userPoolId);
    value.set(QStringLiteral("state"), stateName(message.state));
    return value;
}

// Seconds since 1970; what is no number, or before that, counts as 0. The bound is far beyond the year 9999.
qint64 toMilliseconds(const QString &seconds)
{
    const double value = seconds.toDouble();
    return value > 0 ? qint64(std::min(value, 1e12) * 1000) : 0;
}

json::Value list(std::initializer_list<QString> texts)
{
    json::Value array = json::Value::array();
    for (const QString &text : texts)
        array.append(text);
    return array;
}

} // namespace

SidePaths::SidePaths(Services &services, QUrl endpoint)
    : m_services(services)
    , m_endpoint(std::move(endpoint))
{
}

void SidePaths::serve(const httpserver::HttpRequest &request, const HttpAnswer &reply) const
{
    if (request.path == sesPath) {
        m_services.executor.post([this, request, reply] { reply(answerSes(m_services, request)); });
        return;
    }
    const QStringList parts = request.path.split(u'/');
    if (request.method != "GET" && request.method != "HEAD") {
        answer(reply, 405, errorBody(QStringLiteral("Only GET is served here.")));
        return;
    }
    std::function<void()> task;
    if (request.path == QLatin1StringView("/_poolscope/messages"))
        task = [this, request, reply] { messages(request, reply); };
    else if (request.path == QLatin1StringView("/_poolscope/health"))
        task = [this, reply] { health(reply); };
    else if (parts.size() == 4 && parts.at(2) == QLatin1StringView(".well-known")) {
        if (parts.at(3) == QLatin1StringView("jwks.json"))
            task = [this, poolId = parts.at(1), reply] { keySet(poolId, reply); };
        else if (parts.at(3) == QLatin1StringView("openid-configuration"))
            task = [this, poolId = parts.at(1), reply] { discovery(poolId, reply); };
    }
    if (task)
        m_services.executor.post(std::move(task));
    else
        answer(reply, 404, errorBody(QStringLiteral("There is nothing at this path.")));
}

void SidePaths::answer(const HttpAnswer &reply, int status, const json::Value &body) const
{
    reply(jsonAnswer(status, body, m_services.clock));
}

void SidePaths::messages(const httpserver::HttpRequest &request, const HttpAnswer &reply) const
{
    MessageFilter filter;
    filter.to = request.queryValue(u"to");
    filter.username = request.queryValue(u"username");
    filter.userPoolId = request.queryValue(u"userPoolId");
    filter.sinceMs = toMilliseconds(request.queryValue(u"since"));
    filter.limit = request.queryValue(u"limit").toInt();
    json::Value all = json::Value::array();
    const QList<Message> found = m_services.mailbox.list(filter);
    for (const Message &message : found)
        all.append(toJson(message));
    answer(reply, 200, all);
}

void SidePaths::health(const HttpAnswer &reply) const
{
    json::Value body = json::Value::object();
    body.set(QStringLiteral("status"), QStringLiteral("ok"));
    body.set(QStringLiteral("version"), QStringLiteral(POOLSCOPE_VERSION));
    body.set(QStringLiteral("region"), m_services.region);
    body.set(QStringLiteral("userPools"), m_services.store.number(QStringLiteral("SELECT count(*) FROM pools")));
    answer(reply, 200, body);
}

void SidePaths::keySet(const QString &poolId, const HttpAnswer &reply) const
{
    const PoolPtr pool = m_services.store.pool(poolId);
    if (!pool) {
        answer(reply, 404, errorBody(QStringLiteral("User pool %1 does not exist.").arg(poolId)));
        return;
    }
    m_services.keys.withKeys(pool->rowId, [this, reply](const PoolKeysPtr &keys) {
        if (keys)
            answer(reply, 200, KeyRing::jwks(*keys));
        else
            answer(reply, 500, errorBody(QStringLiteral("The user pool's keys could not be made.")));
    });
}

void SidePaths::discovery(const QString &poolId, const HttpAnswer &reply) const
{
    if (!m_services.store.pool(poolId)) {
        answer(reply, 404, errorBody(QStringLiteral("User pool %1 does not exist.").arg(poolId)));
        return;
    }
    json::Value body = json::Value::object();
    body.set(QStringLiteral("id_token_signing_alg_values_supported"), list({QStringLiteral("RS256")}));
    body.set(QStringLiteral("issuer"), m_services.tokens.issuer(poolId));
    // Where these keys really are, also when the issuer has the service's form.
    body.set(QStringLiteral("jwks_uri"),
             QStringLiteral("%1/%2/.well-known/jwks.json").arg(m_endpoint.toString(QUrl::RemovePath), poolId));
    body.set(QStringLiteral("response_types_supported"), list({QStringLiteral("code"), QStringLiteral("token")}));
    body.set(QStringLiteral("scopes_supported"), list({QStringLiteral("openid"), QStringLiteral("email"),
                                                       QStringLiteral("phone"), QStringLiteral("profile")}));
    body.set(QStringLiteral("subject_types_supported"), list({QStringLiteral("public")}));
    answer(reply, 200, body);
}

} // namespace poolscope::sandbox
