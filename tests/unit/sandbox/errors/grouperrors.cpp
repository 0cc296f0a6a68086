#include "errors/errortable.h"
#include "errors/tables.h"

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

// So many groups at once, which the service would take one by one.
void fill(TestWorld &w, const QString &pool, int count)
{
    w.bench.onService([&](Services &services) {
        Store::Unit unit(services.store);
        services.store.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                           " INSERT INTO user_groups (pool, name, created, modified) SELECT ?, 'g' || i, 0, 0 FROM n"_s,
                           {count, services.store.pool(pool)->rowId});
        unit.commit();
        return true;
    });
}

QString add(TestWorld &w, const QString &pool, const QString &user, const QString &group)
{
    return verdict(
        w.bench.call(idp::AdminAddUserToGroupRequest{.userPoolId = pool, .username = user, .groupName = group}));
}

} // namespace

void groupErrors_data()
{
    row(
        "CreateGroup: name taken",
        [](TestWorld &w) {
            const QString name = w.newName();
            const idp::CreateGroupRequest request{.groupName = name, .userPoolId = w.namesPool};
            return verdict(w.bench.call(request)) + verdict(w.bench.call(request));
        },
        u"GroupExistsException: A group with the name already exists"_s);
    row(
        "CreateGroup: ten thousand and one",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool();
            fill(w, pool, 10'000);
            return verdict(w.bench.call(idp::CreateGroupRequest{.groupName = u"one-more"_s, .userPoolId = pool}));
        },
        u"LimitExceededException: A user pool has at most 10000 groups."_s);
    row(
        "CreateGroup: no ARN of a role",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::CreateGroupRequest{
                .groupName = w.newName(), .userPoolId = w.namesPool, .roleArn = u"arn:aws:iam:role/staff"_s}));
        },
        u"InvalidParameterException: 1 validation error detected: Value 'arn:aws:iam:role/staff' at 'roleArn' failed "
        u"to "
        "satisfy constraint: Member must satisfy regular expression pattern: "
        "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?"_s);
    row(
        "AdminAddUserToGroup: a hundred and one",
        [](TestWorld &w) {
            const QString pool = w.bench.createPool();
            const QString user = w.newName();
            w.bench.call(
                idp::AdminCreateUserRequest{.userPoolId = pool, .username = user, .messageAction = u"SUPPRESS"_s});
            fill(w, pool, 101);
            QString all;
            for (int i = 1; i <= 100; ++i)
                all += add(w, pool, user, u"g"_s + QString::number(i));
            return all + add(w, pool, user, u"g1"_s) + add(w, pool, user, u"g101"_s);
        },
        u"InvalidParameterException: A user is in at most 100 groups."_s);
    const QString badToken = u"InvalidParameterException: Invalid pagination token"_s;
    row(
        "ListGroups: invented token",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::ListGroupsRequest{.userPoolId = w.namesPool, .nextToken = u"abc"_s}));
        },
        badToken);
    row(
        "ListUsersInGroup: invented token",
        [](TestWorld &w) {
            const QString name = w.newName();
            w.bench.call(idp::CreateGroupRequest{.groupName = name, .userPoolId = w.namesPool});
            return verdict(w.bench.call(
                idp::ListUsersInGroupRequest{.userPoolId = w.namesPool, .groupName = name, .nextToken = u"abc"_s}));
        },
        badToken);
    row(
        "AdminListGroupsForUser: invented token",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::AdminListGroupsForUserRequest{
                .username = w.confirmed(w.names, w.newName()), .userPoolId = w.namesPool, .nextToken = u"abc"_s}));
        },
        badToken);
}

} // namespace poolscope::sandbox::test
