#include "testworld.h"

#include <QRegularExpression>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// User pools, app clients and the list of users.
class TestPoolOperations final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void poolLifeCycle();
    void clientLifeCycle();
    void settingsCountAtOnce();
    void deletedPoolTakesAll();
    void pagesOfPools();
    void pagesOfClients();
    void usersFiltered_data();
    void usersFiltered();
    void pagesOfUsers();
    void pageTokens();
    void attributesToGet();

private:
    QStringList usernames(const QString &pool, const QString &filter);
    QString populatedPool();

    std::unique_ptr<TestWorld> m_world;
};

void TestPoolOperations::poolLifeCycle()
{
    SandboxBench &bench = m_world->bench;
    const auto made = bench.call(
        idp::CreateUserPoolRequest{.poolName = u"shop"_s, .userPoolTags = QMap<QString, QString>{{u"team"_s, u"a"_s}}});
    QCOMPARE(verdict(made), QString());
    const QString id = *made->userPool->id;
    QVERIFY(QRegularExpression(u"^us-east-1_[0-9A-Za-z]{9}$"_s).match(id).hasMatch());
    QCOMPARE(made->userPool->arn, u"arn:aws:cognito-idp:us-east-1:123456789012:userpool/"_s + id);
    QCOMPARE(made->userPool->estimatedNumberOfUsers, 0);
    bench.advance(1000);
    QCOMPARE(verdict(bench.call(idp::UpdateUserPoolRequest{.userPoolId = id, .poolName = u"shop2"_s})), QString());
    const auto described = bench.call(idp::DescribeUserPoolRequest{.userPoolId = id});
    QCOMPARE(described->userPool->name, u"shop2"_s);
    QVERIFY(!described->userPool->userPoolTags);
    QCOMPARE(*described->userPool->lastModifiedDate - *described->userPool->creationDate, 1.0);
    QCOMPARE(verdict(bench.call(idp::DeleteUserPoolRequest{.userPoolId = id})), QString());
    QVERIFY(!bench.call(idp::DescribeUserPoolRequest{.userPoolId = id}));
}

void TestPoolOperations::clientLifeCycle()
{
    SandboxBench &bench = m_world->bench;
    const auto made = bench.call(idp::CreateUserPoolClientRequest{
        .userPoolId = m_world->namesPool, .clientName = u"web"_s, .generateSecret = true, .accessTokenValidity = 2});
    QCOMPARE(verdict(made), QString());
    const QString id = *made->userPoolClient->clientId;
    QVERIFY(QRegularExpression(u"^[0-9a-z]{26}$"_s).match(id).hasMatch());
    QVERIFY(QRegularExpression(u"^[0-9a-z]{52}$"_s).match(*made->userPoolClient->clientSecret).hasMatch());
    const auto updated = bench.call(
        idp::UpdateUserPoolClientRequest{.userPoolId = m_world->namesPool, .clientId = id, .idTokenValidity = 3});
    QCOMPARE(verdict(updated), QString());
    QCOMPARE(updated->userPoolClient->clientName, u"web"_s);
    QVERIFY(!updated->userPoolClient->accessTokenValidity);
    const idp::DescribeUserPoolClientRequest describe{.userPoolId = m_world->namesPool, .clientId = id};
    QCOMPARE(bench.call(describe)->userPoolClient->clientSecret, made->userPoolClient->clientSecret);
    QCOMPARE(verdict(bench.call(idp::DeleteUserPoolClientRequest{.userPoolId = m_world->namesPool, .clientId = id})),
             QString());
    QVERIFY(!bench.call(describe));
}

void TestPoolOperations::settingsCountAtOnce()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool();
    const QString client = w.bench.createClient({.userPoolId = pool});
    const idp::SignUpRequest request{.clientId = client, .username = u"jane"_s, .password = u"simple"_s};
    QVERIFY(!w.bench.call(request));
    w.bench.call(idp::UpdateUserPoolRequest{
        .userPoolId = pool,
        .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = 6}}});
    QCOMPARE(verdict(w.bench.call(request)), QString());
}

void TestPoolOperations::deletedPoolTakesAll()
{
    TestWorld &w = *m_world;
    const QString pool = w.bench.createPool();
    const QString client =
        w.bench.createClient({.userPoolId = pool, .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s}});
    w.bench.call(idp::SignUpRequest{.clientId = client, .username = u"jane"_s, .password = goodPassword});
    w.bench.call(idp::AdminConfirmSignUpRequest{.userPoolId = pool, .username = u"jane"_s});
    const auto tokens = w.tokens(client, u"jane"_s);
    QCOMPARE(w.bench.call(idp::DescribeUserPoolRequest{.userPoolId = pool})->userPool->estimatedNumberOfUsers, 1);
    w.bench.call(idp::DeleteUserPoolRequest{.userPoolId = pool});
    QVERIFY(verdict(w.passwordSignIn(client, u"jane"_s)).startsWith(u"ResourceNotFoundException: User pool client"_s));
    QCOMPARE(verdict(w.bench.call(idp::GetUserRequest{.accessToken = tokens.accessToken})),
             u"NotAuthorizedException: Invalid Access Token"_s);
}

void TestPoolOperations::pagesOfPools()
{
    SandboxBench &bench = m_world->bench;
    QStringList ids;
    idp::ListUserPoolsRequest request{.maxResults = 2};
    do {
        const auto page = bench.call(request);
        QCOMPARE(verdict(page), QString());
        QVERIFY(page->userPools->size() <= 2);
        for (const auto &pool : *page->userPools)
            ids << *pool.id;
        request.nextToken = page->nextToken;
    } while (request.nextToken);
    QCOMPARE(ids.removeDuplicates(), 0);
    for (const QString &pool : {m_world->namesPool, m_world->emailPool, m_world->aliasPool, m_world->invitesPool})
        QVERIFY(ids.contains(pool));
    QVERIFY(
        verdict(bench.call(idp::ListUserPoolsRequest{.maxResults = 61})).startsWith(u"InvalidParameterException"_s));
}

void TestPoolOperations::pagesOfClients()
{
    SandboxBench &bench = m_world->bench;
    QStringList ids;
    idp::ListUserPoolClientsRequest request{.userPoolId = m_world->namesPool, .maxResults = 1};
    do {
        const auto page = bench.call(request);
        QCOMPARE(verdict(page), QString());
        ids << *page->userPoolClients->first().clientId;
        request.nextToken = page->nextToken;
    } while (request.nextToken);
    QVERIFY(ids.contains(m_world->names) && ids.contains(m_world->secretive));
    QCOMPARE(ids.removeDuplicates(), 0);
}

QString TestPoolOperations::populatedPool()
{
    SandboxBench &bench = m_world->bench;
    const QString pool = bench.createPool();
    for (const auto &[name, email, family] : {std::tuple{u"Ann"_s, u"ann@example.com"_s, u"Lee"_s},
                                              {u"ann2"_s, u"Ann.Two@example.com"_s, u"\"Quote\""_s},
                                              {u"bob"_s, u"bob@example.org"_s, u"lee"_s}})
        bench.call(idp::AdminCreateUserRequest{
            .userPoolId = pool,
            .username = name,
            .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = email},
                                                        {.name = u"family_name"_s, .value = family}},
            .messageAction = u"SUPPRESS"_s});
    bench.call(idp::AdminSetUserPasswordRequest{
        .userPoolId = pool, .username = u"bob"_s, .password = goodPassword, .permanent = true});
    return pool;
}

QStringList TestPoolOperations::usernames(const QString &pool, const QString &filter)
{
    const auto list = m_world->bench.call(idp::ListUsersRequest{.userPoolId = pool, .filter = filter});
    if (!list)
        return {verdict(list)};
    QStringList names;
    for (const auto &user : *list->users)
        names << *user.username;
    names.sort(); // the service's order is not documented
    return names;
}

void TestPoolOperations::usersFiltered_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << QString() << QStringList{u"Ann"_s, u"ann2"_s, u"bob"_s};
    QTest::newRow("user name") << u"username = \"Ann\""_s << QStringList{u"Ann"_s};
    QTest::newRow("user name in another case") << u"username = \"ann\""_s << QStringList();
    QTest::newRow("user name starts") << u"username ^= \"ann\""_s << QStringList{u"ann2"_s};
    QTest::newRow("e-mail in another case") << u"email = \"ANN@example.com\""_s << QStringList{u"Ann"_s};
    QTest::newRow("e-mail starts") << u"email ^= \"ann\""_s << QStringList{u"Ann"_s, u"ann2"_s};
    QTest::newRow("family name") << u"family_name = \"LEE\""_s << QStringList{u"Ann"_s, u"bob"_s};
    QTest::newRow("quotation marks") << u"family_name = \"\\\"quote\\\"\""_s << QStringList{u"ann2"_s};
    QTest::newRow("user status") << u"cognito:user_status = \"confirmed\""_s << QStringList{u"bob"_s};
    QTest::newRow("status") << u"status = \"Enabled\""_s << QStringList{u"Ann"_s, u"ann2"_s, u"bob"_s};
    QTest::newRow("status disabled") << u"status = \"Disabled\""_s << QStringList();
    QTest::newRow("nobody") << u"sub = \"x\""_s << QStringList();
    QTest::newRow("percent is no wildcard") << u"email ^= \"%\""_s << QStringList();
}

void TestPoolOperations::usersFiltered()
{
    static const QString pool = populatedPool();
    QFETCH(const QString, filter);
    QTEST(usernames(pool, filter), "expected");
}

void TestPoolOperations::pagesOfUsers()
{
    SandboxBench &bench = m_world->bench;
    const QString pool = populatedPool();
    QStringList names;
    idp::ListUsersRequest request{.userPoolId = pool, .limit = 1};
    do {
        const auto page = bench.call(request);
        QCOMPARE(verdict(page), QString());
        QCOMPARE(page->users->size(), 1);
        names << *page->users->first().username;
        request.paginationToken = page->paginationToken;
    } while (request.paginationToken);
    QCOMPARE(names, QStringList({u"Ann"_s, u"ann2"_s, u"bob"_s}));
}

void TestPoolOperations::pageTokens()
{
    SandboxBench &bench = m_world->bench;
    const QString pool = populatedPool();
    const auto first = bench.call(idp::ListUsersRequest{.userPoolId = pool, .limit = 1});
    idp::ListUsersRequest next{.userPoolId = pool, .limit = 1, .paginationToken = first->paginationToken};
    QCOMPARE(verdict(bench.call(next)), QString());
    next.filter = u"username = \"bob\""_s; // a token of another list
    QVERIFY(!bench.call(next));
    next.filter.reset();
    bench.advance(3'600'000);
    QVERIFY(!bench.call(next)); // good for an hour
}

void TestPoolOperations::attributesToGet()
{
    SandboxBench &bench = m_world->bench;
    const QString pool = populatedPool();
    idp::ListUsersRequest request{.userPoolId = pool, .attributesToGet = QStringList{u"email"_s}};
    const auto list = bench.call(request);
    QCOMPARE(verdict(list), QString());
    QCOMPARE(list->users->first().attributes->size(), 1);
    QCOMPARE(list->users->first().userStatus, u"FORCE_CHANGE_PASSWORD"_s);
    request.attributesToGet = QStringList{u"birthdate"_s};
    QVERIFY(verdict(bench.call(request)).startsWith(u"InvalidParameterException"_s));
}

QTEST_GUILESS_MAIN(TestPoolOperations)
#include "tst_pooloperations.moc"
