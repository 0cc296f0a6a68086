#include "sandbox/operations/operations.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/common.h"
#include "sandbox/operations/paging.h"
#include "sandbox/rules/userfilter.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPage = 60;

struct Query
{
    QString from = u"users u"_s;
    QString where = u"u.pool = ?"_s;
    QVariantList values;

    void also(const QString &condition, const QVariantList &more)
    {
        where += u" AND "_s + condition;
        values += more;
    }
    // A condition that an index answers: equal to, or in the range that starts with.
    void matching(const QString &column, UserFilter::Operator op, const QString &value)
    {
        if (op == UserFilter::Operator::Equals)
            also(column + u" = ?"_s, {value});
        else
            also(column + u" >= ? AND "_s + column + u" < ? || char(1114111)"_s, {value, value});
    }
};

// The store keeps the keys of searchable attributes case-folded.
Query queryFor(const PoolRecord &pool, const std::optional<UserFilter> &filter)
{
    Query query;
    query.values = {pool.rowId};
    if (!filter)
        return query;
    const QString &name = filter->attribute;
    if (name == u"username"_s) {
        query.matching(u"u.username_key"_s, filter->op, foldedName(pool.settings, filter->value));
        query.matching(u"u.username"_s, filter->op, filter->value);
    } else if (name == u"sub"_s) {
        query.matching(u"u.sub"_s, filter->op, filter->value.toLower());
    } else if (name == u"cognito:user_status"_s) {
        query.matching(u"u.status"_s, filter->op, filter->value.toUpper());
    } else if (name == u"status"_s) {
        const auto fits = [&](const QString &word) {
            return filter->op == UserFilter::Operator::Equals ? word == filter->value : word.startsWith(filter->value);
        };
        query.also(u"u.enabled IN (?, ?)"_s, {fits(u"Enabled"_s) ? 1 : -1, fits(u"Disabled"_s) ? 0 : -1});
    } else {
        query.from = u"user_lookup l JOIN users u ON u.id = l.user"_s;
        query.where = u"l.pool = ?"_s;
        query.also(u"l.attribute = ?"_s, {name});
        query.matching(u"l.key"_s, filter->op, filter->value.toCaseFolded());
    }
    return query;
}

QList<UserRecord> readUsers(const Call &call, Query query, qint64 after, qint64 count)
{
    query.also(u"u.id > ?"_s, {after});
    query.values << count;
    QList<UserRecord> users;
    const QString sql =
        u"SELECT %1 FROM %2 WHERE %3 ORDER BY u.id LIMIT ?"_s.arg(Store::userColumns(), query.from, query.where);
    call->services.store.rows(sql, query.values, [&](const database::Row &row) { users << Store::userFromRow(row); });
    return users;
}

// Absent: all attributes. Documented: an attribute that one of the users lacks is an error (its text is not known).
Outcome<QList<idp::AttributeType>> chosenAttributes(const UserRecord &user, const std::optional<QStringList> &wanted,
                                                    bool refusesMissing)
{
    const auto all = toAttributeTypes(user);
    if (!wanted || wanted->isEmpty())
        return all;
    QList<idp::AttributeType> chosen;
    for (const QString &name : *wanted) {
        const auto one = std::find_if(all.begin(), all.end(), [&](const auto &given) { return given.name == name; });
        if (one != all.end())
            chosen << *one;
        else if (refusesMissing)
            return refuse({refusals::name::invalidParameter, "One or more requested attributes do not exist: %1."_L1},
                          name);
    }
    return chosen;
}

Outcome<QList<idp::UserType>> described(const Call &call, const QList<UserRecord> &users,
                                        const std::optional<QStringList> &attributesToGet)
{
    const bool refusesMissing = call->services.choices.is(choice::ListMissingAttribute, "refuse"_L1);
    QList<idp::UserType> list;
    for (const UserRecord &user : users) {
        auto attributes = chosenAttributes(user, attributesToGet, refusesMissing);
        if (!attributes)
            return tl::unexpected(attributes.error());
        idp::UserType one = toUserType(user);
        one.attributes = std::move(*attributes);
        list << one;
    }
    return list;
}

void listUsers(const Call &call, const idp::ListUsersRequest &request, const ReplyTo<idp::ListUsersResponse> &reply)
{
    const auto pool = poolOf(call, request.userPoolId);
    if (!pool)
        return reply.fail(pool.error());
    const auto filter = parseUserFilter(request.filter.value_or(QString()));
    if (!filter)
        return reply.fail(filter.error());
    const QString scope = u"ListUsers "_s + (*pool)->id + u' ' + request.filter.value_or(QString());
    const qint64 nowMs = call->services.clock.nowMs();
    qint64 after = 0;
    if (request.paginationToken) {
        const auto position = readPageToken((*pool)->secret, scope, *request.paginationToken, nowMs);
        if (!position)
            return reply.fail(refusal(refusals::badPaginationToken));
        after = position->toLongLong();
    }
    const qint64 limit = request.limit.value_or(0) == 0 ? largestPage : *request.limit;
    QList<UserRecord> users = readUsers(call, queryFor(**pool, *filter), after, limit + 1);
    idp::ListUsersResponse response;
    if (users.size() > limit) {
        users.removeLast();
        response.paginationToken = makePageToken((*pool)->secret, scope, QString::number(users.last().rowId), nowMs);
    }
    const auto list = described(call, users, request.attributesToGet);
    if (!list)
        return reply.fail(list.error());
    response.users = *list;
    reply(response);
}

} // namespace

void registerListUsers(Registry &registry)
{
    registry.add<idp::ListUsersRequest>(
        {.members = names({"UserPoolId", "AttributesToGet", "Limit", "PaginationToken", "Filter"})}, listUsers);
}

} // namespace poolscope::sandbox
