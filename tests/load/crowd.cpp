#include "crowd.h"

#include "json/writer.h"

namespace poolscope::load {

using namespace Qt::StringLiterals;

namespace {

constexpr int pages = 10;

} // namespace

bool Crowd::findPool(Client &client)
{
    const Answer pools = client.call("ListUserPools", object({{u"MaxResults"_s, json::Value(10)}}));
    if (pools.json.value(u"UserPools").size() == 0)
        return false;
    m_pool.poolId = pools.json.value(u"UserPools").elements().first().value(u"Id").toString();
    const Answer clients = client.call("ListUserPoolClients", object({{u"UserPoolId"_s, m_pool.poolId}}));
    if (clients.json.value(u"UserPoolClients").size() == 0)
        return false;
    m_pool.clientId = clients.json.value(u"UserPoolClients").elements().first().value(u"ClientId").toString();
    return !m_pool.clientId.isEmpty();
}

bool Crowd::load(Client &client)
{
    if (!findPool(client))
        return false;
    json::Value request = object({{u"UserPoolId"_s, m_pool.poolId}});
    for (int page = 0; page < pages; ++page) {
        const Answer answer = client.call("ListUsers", request);
        m_users += answer.json.value(u"Users").elements();
        const json::Value next = answer.json.value(u"PaginationToken");
        if (next.isNull())
            break;
        request.set(u"PaginationToken"_s, next);
    }
    return !m_users.isEmpty();
}

QString Crowd::ask(Client &client, Dice &dice) const
{
    const json::Value &user = m_users.at(static_cast<qsizetype>(dice() % static_cast<std::size_t>(m_users.size())));
    const QString name = user.value(u"Username").toString();
    json::Value request = object({{u"UserPoolId"_s, m_pool.poolId}});
    Answer answer;
    json::Value found;
    if (dice() % 2 == 0) {
        request.set(u"Username"_s, name);
        answer = client.call("AdminGetUser", request);
        found = answer.json;
        found.set(u"Attributes"_s, found.value(u"UserAttributes"));
    } else {
        request.set(u"Filter"_s, u"username = \"%1\""_s.arg(name));
        answer = client.call("ListUsers", request);
        if (answer.status == 200 && answer.json.value(u"Users").size() != 1)
            return name + u" is not found once"_s;
        found = answer.isCut() ? json::Value() : answer.json.value(u"Users").elements().value(0);
    }
    if (answer.isCut())
        return {};
    for (const QString &member : {u"Username"_s, u"Attributes"_s, u"UserStatus"_s, u"Enabled"_s}) {
        if (found.value(member) != user.value(member))
            return name + u" is told with another "_s + member + u": "_s + QString::fromUtf8(json::write(answer.json));
    }
    return {};
}

} // namespace poolscope::load
