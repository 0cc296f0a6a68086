#include "errors/errortable.h"

#include "sandbox/rules/groups.h"

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// Groups: making them, who is in them, and what tokens say of them.
class TestGroups final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void claims_data();
    void claims();
    void lives();
    void members();
    void deletedUsersAndGroups();
    void tokens();
    void pages();

private:
    std::unique_ptr<TestWorld> m_world;
};

namespace {

GroupRecord group(const QString &name, std::optional<qint64> precedence, const QString &role)
{
    GroupRecord group;
    group.name = name;
    group.precedence = precedence;
    if (!role.isEmpty())
        group.roleArn = role;
    return group;
}

QStringList namesOf(const std::optional<QList<idp::GroupType>> &groups)
{
    QStringList names;
    for (const auto &one : *groups)
        names << *one.groupName;
    return names;
}

const QString roleA = u"arn:aws:iam::123456789012:role/a"_s;
const QString roleB = u"arn:aws:iam::123456789012:role/b"_s;

} // namespace

void TestGroups::claims_data()
{
    QTest::addColumn<QList<GroupRecord>>("groups");
    QTest::addColumn<QString>("expected"); // groups | roles | preferred role
    const auto row = [](const char *name, const QList<GroupRecord> &groups, const QString &expected) {
        QTest::newRow(name) << groups << expected;
    };
    row("none", {}, u"||"_s);
    row("one without a role", {group(u"a"_s, 1, {})}, u"a||"_s);
    row("one with a role", {group(u"a"_s, {}, u"A"_s)}, u"a|A|A"_s);
    row("lowest precedence first", {group(u"a"_s, 2, u"A"_s), group(u"b"_s, 1, u"B"_s)}, u"b,a|B,A|B"_s);
    row("zero is the lowest", {group(u"a"_s, 1, u"A"_s), group(u"b"_s, 0, u"B"_s)}, u"b,a|B,A|B"_s);
    row("none comes last", {group(u"a"_s, {}, u"A"_s), group(u"b"_s, 9, u"B"_s)}, u"b,a|B,A|B"_s);
    row("equal, one role", {group(u"a"_s, 1, u"A"_s), group(u"b"_s, 1, u"A"_s)}, u"a,b|A|A"_s);
    row("equal, two roles", {group(u"a"_s, 1, u"A"_s), group(u"b"_s, 1, u"B"_s)}, u"a,b|A,B|"_s);
    row("no precedence, two roles", {group(u"a"_s, {}, u"A"_s), group(u"b"_s, {}, u"B"_s)}, u"a,b|A,B|"_s);
    row("lowest has no role", {group(u"a"_s, 1, {}), group(u"b"_s, 2, u"B"_s)}, u"a,b|B|B"_s);
}

void TestGroups::claims()
{
    QFETCH(const QList<GroupRecord>, groups);
    const GroupClaims claims = groupClaims(groups);
    QTEST(claims.groups.join(u',') + u'|' + claims.roles.join(u',') + u'|' + claims.preferredRole, "expected");
}

void TestGroups::lives()
{
    TestWorld &w = *m_world;
    const auto created = w.bench.call(idp::CreateGroupRequest{.groupName = u"staff"_s,
                                                              .userPoolId = w.namesPool,
                                                              .description = u"people"_s,
                                                              .roleArn = roleA,
                                                              .precedence = 0});
    QVERIFY(created);
    QCOMPARE(created->group->userPoolId, w.namesPool);
    QCOMPARE(created->group->creationDate, created->group->lastModifiedDate);
    w.bench.advance(1000);
    QVERIFY(
        w.bench.call(idp::UpdateGroupRequest{.groupName = u"staff"_s, .userPoolId = w.namesPool, .roleArn = roleB}));
    const auto got = w.bench.call(idp::GetGroupRequest{.groupName = u"staff"_s, .userPoolId = w.namesPool});
    QCOMPARE(got->group->description, u"people"_s);
    QCOMPARE(got->group->roleArn, roleB);
    QCOMPARE(got->group->precedence, 0);
    QVERIFY(got->group->lastModifiedDate > got->group->creationDate);
    QVERIFY(w.bench.call(idp::DeleteGroupRequest{.groupName = u"staff"_s, .userPoolId = w.namesPool}));
    QVERIFY(!w.bench.call(idp::GetGroupRequest{.groupName = u"staff"_s, .userPoolId = w.namesPool}));
}

void TestGroups::members()
{
    TestWorld &w = *m_world;
    const QString first = w.confirmed(w.names, w.newName());
    const QString second = w.confirmed(w.names, w.newName());
    w.bench.call(idp::CreateGroupRequest{.groupName = u"m1"_s, .userPoolId = w.namesPool});
    w.bench.call(idp::CreateGroupRequest{.groupName = u"m2"_s, .userPoolId = w.namesPool});
    const auto add = [&](const QString &name, const QString &group) {
        return w.bench.call(
            idp::AdminAddUserToGroupRequest{.userPoolId = w.namesPool, .username = name, .groupName = group});
    };
    QVERIFY(add(first, u"m1"_s) && add(first, u"m1"_s) && add(first, u"m2"_s) && add(second, u"m1"_s));
    const auto groups = [&](const QString &name) {
        return namesOf(
            w.bench.call(idp::AdminListGroupsForUserRequest{.username = name, .userPoolId = w.namesPool})->groups);
    };
    QCOMPARE(groups(first), QStringList({u"m1"_s, u"m2"_s}));
    const auto users =
        w.bench.call(idp::ListUsersInGroupRequest{.userPoolId = w.namesPool, .groupName = u"m1"_s})->users;
    QCOMPARE(users->size(), 2);
    QCOMPARE(users->first().username, first);
    QCOMPARE(users->first().userStatus, u"CONFIRMED"_s);
    for (int i = 0; i < 2; ++i) // who is not in it may be removed as well
        QVERIFY(w.bench.call(
            idp::AdminRemoveUserFromGroupRequest{.userPoolId = w.namesPool, .username = first, .groupName = u"m1"_s}));
    QCOMPARE(groups(first), QStringList{u"m2"_s});
}

void TestGroups::deletedUsersAndGroups()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.call(idp::CreateGroupRequest{.groupName = u"d1"_s, .userPoolId = w.namesPool});
    w.bench.call(idp::CreateGroupRequest{.groupName = u"d2"_s, .userPoolId = w.namesPool});
    for (const QString &group : {u"d1"_s, u"d2"_s})
        w.bench.call(idp::AdminAddUserToGroupRequest{.userPoolId = w.namesPool, .username = name, .groupName = group});
    w.bench.call(idp::DeleteGroupRequest{.groupName = u"d1"_s, .userPoolId = w.namesPool});
    QCOMPARE(
        namesOf(w.bench.call(idp::AdminListGroupsForUserRequest{.username = name, .userPoolId = w.namesPool})->groups),
        QStringList{u"d2"_s});
    w.bench.call(idp::AdminDeleteUserRequest{.userPoolId = w.namesPool, .username = name});
    QVERIFY(
        w.bench.call(idp::ListUsersInGroupRequest{.userPoolId = w.namesPool, .groupName = u"d2"_s})->users->isEmpty());
}

void TestGroups::tokens()
{
    TestWorld &w = *m_world;
    const QString name = w.confirmed(w.names, w.newName());
    w.bench.call(idp::CreateGroupRequest{
        .groupName = u"t-late"_s, .userPoolId = w.namesPool, .roleArn = roleA, .precedence = 5});
    w.bench.call(idp::CreateGroupRequest{
        .groupName = u"t-soon"_s, .userPoolId = w.namesPool, .roleArn = roleB, .precedence = 1});
    QVERIFY(!claimsOf(*w.tokens(w.names, name).idToken).contains(u"cognito:groups"));
    for (const QString &group : {u"t-late"_s, u"t-soon"_s})
        w.bench.call(idp::AdminAddUserToGroupRequest{.userPoolId = w.namesPool, .username = name, .groupName = group});
    w.bench.triggers.events.clear();
    const auto tokens = w.tokens(w.names, name);
    const json::Value id = claimsOf(*tokens.idToken);
    const json::Value access = claimsOf(*tokens.accessToken);
    const QList<json::Value> groups{u"t-soon"_s, u"t-late"_s};
    QCOMPARE(id.value(u"cognito:groups").elements(), groups);
    QCOMPARE(access.value(u"cognito:groups").elements(), groups);
    QCOMPARE(id.value(u"cognito:roles").elements(), (QList<json::Value>{roleB, roleA}));
    QCOMPARE(id.value(u"cognito:preferred_role").toString(), roleB);
    QVERIFY(!access.contains(u"cognito:roles") && !access.contains(u"cognito:preferred_role"));
    const json::Value told = w.bench.triggers.events.last().request.value(u"groupConfiguration");
    QCOMPARE(told.value(u"groupsToOverride").elements(), groups);
    QCOMPARE(told.value(u"preferredRole").toString(), roleB);
    QCOMPARE(claimsOf(*w.refresh(w.names, *tokens.refreshToken)->authenticationResult->idToken)
                 .value(u"cognito:groups")
                 .elements(),
             groups);
}

void TestGroups::pages()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool();
    const QString user = u"jane"_s;
    w.bench.call(idp::AdminCreateUserRequest{.userPoolId = pool, .username = user, .messageAction = u"SUPPRESS"_s});
    // UTF-8 and UTF-16 put the last two in different orders.
    const QStringList sorted{u"a"_s, u"b"_s, u"c"_s, u"\uF900"_s, u"\U0001F600"_s};
    for (const QString &name : {sorted[2], sorted[4], sorted[0], sorted[3], sorted[1]}) {
        w.bench.call(idp::CreateGroupRequest{.groupName = name, .userPoolId = pool});
        w.bench.call(idp::AdminAddUserToGroupRequest{.userPoolId = pool, .username = user, .groupName = name});
    }
    QStringList listed;
    QStringList ofUser;
    std::optional<QString> token;
    do {
        const auto page = w.bench.call(idp::ListGroupsRequest{.userPoolId = pool, .limit = 2, .nextToken = token});
        listed += namesOf(page->groups);
        token = page->nextToken;
    } while (token);
    do {
        const auto page = w.bench.call(
            idp::AdminListGroupsForUserRequest{.username = user, .userPoolId = pool, .limit = 1, .nextToken = token});
        ofUser += namesOf(page->groups);
        token = page->nextToken;
    } while (token);
    QCOMPARE(listed, sorted);
    QCOMPARE(ofUser, listed);
    const auto first = w.bench.call(idp::ListGroupsRequest{.userPoolId = pool, .limit = 2});
    w.bench.advance(3'600'000);
    QVERIFY(!w.bench.call(idp::ListGroupsRequest{.userPoolId = pool, .limit = 2, .nextToken = first->nextToken}));
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
