#include "sandbox/operations/operations.h"

#include "sandbox/operations/choicenames.h"
#include "sandbox/operations/listing.h"
#include "sandbox/rules/userfilter.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// A list in the order of one index, so that a page costs the same in a pool of any size: by row id, or by a text first.
struct Query
{
    QString from = u"users u"_s;
    QString where = u"u.pool = ?"_s;
    QVariantList values;
    QString order; // a column that is not unique; empty: none
    QString first; // the least value of it

    void also(const QString &condition, const QVariantList &more = {})
    {
        where += u" AND "_s + condition;
        values += more;
    }
    // A condition that an index answers: equal to, or in the range that starts with.
    void matching(const QString &column, UserFilter::Operator op, const QString &value)
    {
        if (op == UserFilter::Operator::Equals)
            return also(column + u" = ?"_s, {value});
        also(column + u" < ? || char(1114111)"_s, {value});
        order = column;
        first = value;
    }
};

// "Enabled" or "Disabled" or the beginning of them. The few that are disabled have an index of their own.
void matchEnabled(Query &query, const UserFilter &filter)
{
    const auto fits = [&](const QString &word) {
        return filter.op == UserFilter::Operator::Equals ? word == filter.value : word.startsWith(filter.value);
    };
    const bool enabled = fits(u"Enabled"_s);
    const bool disabled = fits(u"Disabled"_s);
    if (enabled != disabled)
        query.also(enabled ? u"u.enabled = 1"_s : u"u.enabled = 0"_s);
    else if (!enabled)
        query.also(u"0"_s);
}

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
        query.also(u"substr(u.username, 1, length(?)) = ?"_s, {filter->value, filter->value});
    } else if (name == u"sub"_s) {
        query.matching(u"u.sub"_s, filter->op, filter->value.toLower());
    } else if (name == u"cognito:user_status"_s) {
        query.matching(u"u.status"_s, filter->op, filter->value.toUpper());
    } else if (name == u"status"_s) {
        matchEnabled(query, *filter);
    } else {
        query.from = u"user_lookup l JOIN users u ON u.id = l.user"_s;
        query.where = u"l.pool = ?"_s;
        query.also(u"l.attribute = ?"_s, {name});
        query.matching(u"l.key"_s, filter->op, filter->value.toCaseFolded());
    }
    return query;
}

struct Page
{
    QList<UserRecord> users;
    QString last; // where the next page begins; empty: there is none
};

// A position is the last user's row id, then a blank and the text that the list is ordered by.
Page readPage(const Call &call, Query query, const QString &position, qint64 limit)
{
    const QString id = query.from == u"users u"_s ? u"u.id"_s : u"l.user"_s;
    const bool begins = position.isEmpty();
    if (query.order.isEmpty() && !begins)
        query.also(id + u" > ?"_s, {position.section(u' ', 0, 0).toLongLong()});
    else if (!query.order.isEmpty() && begins)
        query.also(query.order + u" >= ?"_s, {query.first});
    else if (!query.order.isEmpty())
        query.also(u"(%1, %2) > (?, ?)"_s.arg(query.order, id),
                   {position.section(u' ', 1), position.section(u' ', 0, 0).toLongLong()});
    query.values << limit + 1;
    const QString key = query.order.isEmpty() ? u"''"_s : query.order;
    const QString order = query.order.isEmpty() ? id : query.order + u", "_s + id;
    const QString sql = u"SELECT %1, %2 FROM %3 WHERE %4 ORDER BY %5 LIMIT ?"_s.arg(Store::userColumns(), key,
                                                                                    query.from, query.where, order);
    Page page;
    QString last;
    call->services.store.rows(sql, query.values, [&](const database::Row &row) {
        if (page.users.size() == limit) {
            page.last = last;
            return;
        }
        page.users << Store::userFromRow(row);
        last = QString::number(page.users.last().rowId) + u' ' + row.text(Store::userColumnCount);
    });
    return page;
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
            return refuse(refusals::requestedAttribute, name);
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
    const Listing listing{call, (*pool)->secret,
                          u"ListUsers "_s + (*pool)->id + u' ' + request.filter.value_or(QString())};
    const auto position = listing.position(request.paginationToken);
    if (!position)
        return reply.fail(position.error());
    const Page page = readPage(call, queryFor(**pool, *filter), *position, pageSize(request.limit));
    const auto list = described(call, page.users, request.attributesToGet);
    if (!list)
        return reply.fail(list.error());
    idp::ListUsersResponse response;
    if (!page.last.isEmpty())
        response.paginationToken = listing.token(page.last);
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
