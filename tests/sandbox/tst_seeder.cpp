#include "storefixture.h"

#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/poolsettings.h"
#include "sandbox/seed/person.h"
#include "sandbox/seed/seeder.h"

#include <QTest>

#include <numeric>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

// Filling a pool in one go.
class TestSeeder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesWhatTheStoreWrites();
    void fillsWhatIsNotEmpty_data();
    void fillsWhatIsNotEmpty();
    void givesUp_data();
    void givesUp();
    void nameTaken();
    void unknownPool();
    void longPasswords();

private:
    Result<SeedReport> seed(const SeedRequest &request);
    PoolRecord addPool(int minimumLength = 8);
    QStringList dump(const QString &sql);
    QStringList indexes();

    StoreFixture m_fixture;
    std::atomic_bool m_unwanted = false;
    std::function<void(const SeedProgress &)> m_progress;
};

namespace {

const QString usersTable = u"SELECT username, username_key, sub, status, enabled, attributes, salt, verifier,"
                           " password_set, temporary_until, signed_out, created, modified FROM users ORDER BY id"_s;
const QString lookupTable =
    u"SELECT u.username, l.attribute, l.key, l.alias_key FROM user_lookup l JOIN users u ON u.id = l.user"
    " ORDER BY u.id, l.attribute"_s;

} // namespace

void TestSeeder::init()
{
    QVERIFY(m_fixture.open());
    m_fixture.clock().set(1'800'000'000'000);
    m_unwanted = false;
    m_progress = [](const SeedProgress &) {};
}

PoolRecord TestSeeder::addPool(int minimumLength)
{
    PoolRecord pool;
    pool.id = u"us-east-1_Seed12345"_s;
    pool.settings = *newPoolSettings(
        {.poolName = u"Seeded"_s,
         .policies = idp::UserPoolPolicyType{.passwordPolicy = idp::PasswordPolicyType{.minimumLength = minimumLength}},
         .aliasAttributes = QStringList{u"email"_s}});
    m_fixture.store().addPool(pool);
    return pool;
}

Result<SeedReport> TestSeeder::seed(const SeedRequest &request)
{
    return Seeder(m_fixture.store(), m_fixture.clock(), m_unwanted, m_progress).run(request);
}

QStringList TestSeeder::dump(const QString &sql)
{
    const auto columns = qsizetype(sql.section(u" FROM"_s, 0, 0).count(u',') + 1);
    QStringList lines;
    m_fixture.store().rows(sql, {}, [&](const database::Row &row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells << (row.isNull(column) ? u"NULL"_s : row.text(column));
        lines << cells.join(u'|');
    });
    return lines;
}

QStringList TestSeeder::indexes()
{
    return dump(u"SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"_s);
}

void TestSeeder::writesWhatTheStoreWrites()
{
    const PoolRecord pool = addPool();
    const auto report = seed({.users = 120, .poolId = pool.id, .signIn = 3});
    QVERIFY(report);
    QCOMPARE(report->users, 120);
    QCOMPARE(report->signIn, 3);
    QCOMPARE(std::accumulate(report->states.begin(), report->states.end(), qint64(0)), 120);
    const QStringList users = dump(usersTable);
    const QStringList lookups = dump(lookupTable);
    QCOMPARE(users.size(), 120);
    QVERIFY(m_fixture.store().number(u"SELECT count(*) FROM group_members"_s) > 10);
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 120);

    QVERIFY(m_fixture.open());
    m_fixture.clock().set(1'800'000'000'000);
    const auto again = std::make_shared<PoolRecord>(addPool());
    const SeedPeople people({.pool = again,
                             .seed = 1,
                             .count = 120,
                             .nowMs = m_fixture.clock().nowMs(),
                             .signIn = 3,
                             .password = report->password});
    for (qint64 index = 0; index < 120; ++index) {
        NewUser one = people.person(index);
        m_fixture.store().addUser(one.user, one.names);
    }
    QCOMPARE(dump(usersTable), users);
    QCOMPARE(dump(lookupTable), lookups);
}

void TestSeeder::fillsWhatIsNotEmpty_data()
{
    QTest::addColumn<qint64>("users");
    QTest::newRow("few more") << qint64(20);
    QTest::newRow("many more") << qint64(4'500);
}

void TestSeeder::fillsWhatIsNotEmpty()
{
    QFETCH(qint64, users);
    const QStringList before = indexes();
    const PoolRecord pool = addPool();
    QVERIFY(seed({.users = 100, .poolId = pool.id, .signIn = 0}));
    m_fixture.addUser(pool, u"guest"_s);
    QVERIFY(seed({.users = users, .poolId = pool.id, .signIn = 0}));
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 101 + users);
    QCOMPARE(m_fixture.store().number(u"SELECT count(*) FROM users"_s), 101 + users);
    QCOMPARE(m_fixture.store().groupCount(pool.rowId), 3);
    QCOMPARE(indexes(), before);
    QVERIFY(m_fixture.store().findUser(pool.rowId, NameKind::Username, u"guest"_s));
    const UserRecord after = m_fixture.addUser(pool, u"after"_s);
    QCOMPARE(after.rowId, 102 + users);
    QCOMPARE(dump(u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    QCOMPARE(dump(u"PRAGMA foreign_key_check"_s), QStringList());
}

void TestSeeder::givesUp_data()
{
    QTest::addColumn<bool>("indexing");
    QTest::newRow("while users are made") << false;
    QTest::newRow("while indexes are made") << true;
}

void TestSeeder::givesUp()
{
    QFETCH(bool, indexing);
    const QStringList before = indexes();
    const PoolRecord pool = addPool();
    int steps = 0;
    m_progress = [&](const SeedProgress &progress) {
        ++steps;
        m_unwanted = m_unwanted || progress.indexing == indexing;
    };
    const auto report = seed({.users = 9'000, .poolId = pool.id, .signIn = 0});
    QVERIFY(!report);
    QVERIFY(report.error().kind == Error::Kind::Cancelled);
    QCOMPARE(steps, indexing ? 6 : 1);
    QCOMPARE(m_fixture.store().number(u"SELECT count(*) FROM users"_s), 0);
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 0);
    QCOMPARE(m_fixture.store().groupCount(pool.rowId), 0);
    QCOMPARE(indexes(), before);
}

void TestSeeder::nameTaken()
{
    const PoolRecord pool = addPool();
    const SeedPeople people({.pool = std::make_shared<PoolRecord>(pool),
                             .seed = 1,
                             .count = 50,
                             .firstRowId = 2,
                             .nowMs = m_fixture.clock().nowMs()});
    m_fixture.addUser(pool, people.person(30).user.username);
    const auto report = seed({.users = 50, .poolId = pool.id, .signIn = 0});
    QVERIFY(!report);
    QCOMPARE(report.error().code, u"NameTaken"_s);
    QCOMPARE(m_fixture.store().number(u"SELECT count(*) FROM users"_s), 1);
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 1);
}

void TestSeeder::unknownPool()
{
    const auto report = seed({.users = 5, .poolId = u"us-east-1_None"_s});
    QVERIFY(!report);
    QCOMPARE(report.error().code, u"NoSuchPool"_s);
    QVERIFY(report.error().message.contains(u"us-east-1_None"_s));
}

void TestSeeder::longPasswords()
{
    const PoolRecord pool = addPool(40);
    const auto report = seed({.users = 1, .poolId = pool.id});
    QVERIFY(report);
    QCOMPARE(report->password.size(), 40);
    QCOMPARE(report->signIn, 1);
}

QTEST_GUILESS_MAIN(TestSeeder)
#include "tst_seeder.moc"
