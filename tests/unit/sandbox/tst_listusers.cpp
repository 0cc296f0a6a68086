#include "errors/errortable.h"

#include <algorithm>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// ListUsers: what every filter finds, page by page, and what is told of whom it finds.
class TestListUsers final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_world.reset(); }
    void filter_data();
    void filter();
    void refused_data();
    void refused();
    void findsBySub();
    void attributesToGet();
    void tokenOfAnotherFilter();
    void pageTokensAge();

private:
    QStringList listed(const QString &pool, const QString &filter, qint64 limit);

    std::unique_ptr<TestWorld> m_world;
    QString m_pool;      // user names in any case are different ones
    QString m_otherPool; // where they are not
};

namespace {

struct Person
{
    const char *username;
    const char *email;
    const char *name;
};
constexpr Person people[] = {{"anna", "Anna@example.com", "Anna"},
                             {"Anna2", "anna2@example.com", "Anna"},
                             {"bert", "bert@example.org", "B \"Bob\" Ert"},
                             {"b\u00e9a", "bea@example.com", "B\u00e9a Blank"},
                             {"zoe", "zoe@example.com", ""},
                             {"a%b_c", "percent@example.com", "100%"}};

} // namespace

void TestListUsers::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pool = m_world->bench.createPool();
    m_otherPool =
        m_world->bench.createPool({.usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}});
    for (const QString &pool : {m_pool, m_otherPool}) {
        for (const Person &person : people) {
            const QString name = QString::fromUtf8(person.name);
            Names attributes{{.name = u"email"_s, .value = QString::fromUtf8(person.email)}};
            if (!name.isEmpty())
                attributes.append({.name = u"name"_s, .value = name});
            if (QByteArrayView(person.username) == "bert") {
                attributes.append({.name = u"given_name"_s, .value = u"Bertram"_s});
                attributes.append({.name = u"family_name"_s, .value = u"Ertl"_s});
                attributes.append({.name = u"preferred_username"_s, .value = u"Bertie"_s});
                attributes.append({.name = u"phone_number"_s, .value = u"+12025550123"_s});
            }
            QVERIFY(m_world->bench.call(idp::AdminCreateUserRequest{.userPoolId = pool,
                                                                    .username = QString::fromUtf8(person.username),
                                                                    .userAttributes = attributes,
                                                                    .messageAction = u"SUPPRESS"_s}));
        }
        m_world->bench.call(idp::AdminDisableUserRequest{.userPoolId = pool, .username = u"zoe"_s});
        m_world->bench.call(idp::AdminSetUserPasswordRequest{
            .userPoolId = pool, .username = u"bert"_s, .password = goodPassword, .permanent = true});
    }
}

// All pages; each user once.
QStringList TestListUsers::listed(const QString &pool, const QString &filter, qint64 limit)
{
    QStringList names;
    std::optional<QString> token;
    do {
        const auto page = m_world->bench.call(
            idp::ListUsersRequest{.userPoolId = pool, .limit = limit, .paginationToken = token, .filter = filter});
        if (!page)
            return {verdict(page)};
        for (const auto &user : *page->users)
            names << *user.username;
        token = page->paginationToken;
    } while (token);
    names.sort();
    return names;
}

void TestListUsers::filter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    const QString zoe = u"zoe"_s, anna = u"anna"_s, anna2 = u"Anna2"_s, bert = u"bert"_s, bea = u"b\u00e9a"_s,
                  percent = u"a%b_c"_s;
    const auto row = [](const char *filter, QStringList expected) {
        expected.sort();
        QTest::newRow(filter) << QString::fromUtf8(filter) << expected;
    };
    row("", {anna, anna2, bert, bea, zoe, percent});
    row("username = \"anna\"", {anna});
    row("username = \"Anna\"", {});
    row("username ^= \"a\"", {anna, percent});
    row("username ^= \"A\"", {anna2});
    row("username ^= \"a%\"", {percent});
    row("username^=\"b\"", {bert, bea});
    row("  username   =\"bert\"  ", {bert});
    row("username ^= \"\"", {anna, anna2, bert, bea, zoe, percent});
    row("email = \"ANNA@example.com\"", {anna});
    row("email ^= \"anna\"", {anna, anna2});
    row("email ^= \"@\"", {});
    row("name = \"anna\"", {anna, anna2});
    row("name ^= \"b \\\"bob\\\"\"", {bert});
    row("name = \"b \\\"bob\\\" ert\"", {bert});
    row("name ^= \"B\u00c9A \"", {bea});
    row("name = \"\"", {}); // who has none has not an empty one
    row("name ^= \"\"", {anna, anna2, bert, bea, percent});
    row("given_name = \"bertram\"", {bert});
    row("given_name ^= \"BERT\"", {bert});
    row("given_name = \"Bert\"", {});
    row("family_name = \"ertl\"", {bert});
    row("family_name ^= \"Er\"", {bert});
    row("family_name = \"Bertram\"", {});
    row("preferred_username = \"Bertie\"", {bert});
    row("preferred_username ^= \"Bert\"", {bert});
    row("preferred_username = \"bert\"", {});
    row("phone_number = \"+12025550123\"", {bert});
    row("phone_number ^= \"+1202\"", {bert});
    row("phone_number = \"+1202\"", {});
    row("cognito:user_status = \"confirmed\"", {bert});
    row("cognito:user_status = \"FORCE_CHANGE_PASSWORD\"", {anna, anna2, bea, zoe, percent});
    row("cognito:user_status ^= \"force\"", {anna, anna2, bea, zoe, percent});
    row("status = \"Enabled\"", {anna, anna2, bert, bea, percent});
    row("status = \"Disabled\"", {zoe});
    row("status = \"disabled\"", {});
    row("status ^= \"Dis\"", {zoe});
    row("status ^= \"\"", {anna, anna2, bert, bea, zoe, percent});
    row("sub ^= \"nobody\"", {});
}

void TestListUsers::filter()
{
    QFETCH(const QString, filter);
    QFETCH(const QStringList, expected);
    for (const qint64 limit : {0, 1, 2, 60})
        QCOMPARE(listed(m_pool, filter, limit), expected);
    QCOMPARE(listed(m_otherPool, filter, 2), expected); // case counts by the filter's own rules, not by the pool's
}

void TestListUsers::refused_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto syntax = [](const char *filter) {
        QTest::newRow(filter) << QString::fromUtf8(filter)
                              << u"InvalidParameterException: Error while parsing filter"_s;
    };
    syntax("username");
    syntax("username =");
    syntax("username = anna");
    syntax("username = 'anna'");
    syntax("username = \"anna");
    syntax("username = \"an\"na\"");
    syntax("username != \"anna\"");
    syntax("username > \"anna\"");
    syntax("username ^ = \"anna\"");
    syntax("= \"anna\"");
    syntax("username = \"anna\" and status = \"Enabled\"");
    const auto attribute = [](const char *name) {
        QTest::newRow(name) << QString::fromUtf8(name) + u" = \"1\""_s
                            << u"InvalidParameterException: Invalid search attribute: "_s + QString::fromUtf8(name);
    };
    attribute("custom:team");
    attribute("nickname");
    attribute("Username");
    attribute("enabled");
    QTest::newRow("257 characters") << QString(257, u'x')
                                    << u"InvalidParameterException: 1 validation error detected: Value '"_s +
                                           QString(257, u'x') +
                                           u"' at 'filter' failed to satisfy constraint: Member must have length less "
                                           "than or equal to 256"_s;
}

void TestListUsers::refused()
{
    QFETCH(const QString, filter);
    QTEST(verdict(m_world->bench.call(idp::ListUsersRequest{.userPoolId = m_pool, .filter = filter})), "expected");
}

void TestListUsers::findsBySub()
{
    for (const Person &person : people) {
        const QString name = QString::fromUtf8(person.username);
        const auto user = m_world->bench.call(idp::AdminGetUserRequest{.userPoolId = m_pool, .username = name});
        QVERIFY(user);
        const auto sub = std::find_if(user->userAttributes->cbegin(), user->userAttributes->cend(),
                                      [](const idp::AttributeType &one) { return one.name == u"sub"_s; });
        QVERIFY(sub != user->userAttributes->cend());
        QCOMPARE(listed(m_pool, u"sub = \"%1\""_s.arg(*sub->value), 60), QStringList{name});
        QCOMPARE(listed(m_pool, u"sub ^= \"%1\""_s.arg(sub->value->left(18)), 60), QStringList{name});
        QCOMPARE(listed(m_pool, u"sub = \"%1\""_s.arg(sub->value->left(18)), 60), QStringList());
        QCOMPARE(listed(m_otherPool, u"sub = \"%1\""_s.arg(*sub->value), 60), QStringList());
    }
}

void TestListUsers::attributesToGet()
{
    const auto list = m_world->bench.call(idp::ListUsersRequest{.userPoolId = m_pool,
                                                                .attributesToGet = QStringList{u"email"_s, u"sub"_s},
                                                                .filter = u"username = \"bert\""_s});
    QVERIFY(list);
    const auto &bert = list->users->first();
    QCOMPARE(bert.attributes->size(), 2);
    QCOMPARE(bert.attributes->first().value, u"bert@example.org"_s);
    QCOMPARE(bert.enabled, true);
    QVERIFY(bert.userCreateDate && bert.userLastModifiedDate);
    QCOMPARE(verdict(m_world->bench.call(
                 idp::ListUsersRequest{.userPoolId = m_pool, .attributesToGet = QStringList{u"name"_s}})),
             u"InvalidParameterException: One or more requested attributes do not exist: name."_s);
}

void TestListUsers::tokenOfAnotherFilter()
{
    const auto page = m_world->bench.call(idp::ListUsersRequest{.userPoolId = m_pool, .limit = 1});
    QCOMPARE(verdict(m_world->bench.call(idp::ListUsersRequest{
                 .userPoolId = m_pool, .paginationToken = page->paginationToken, .filter = u"name ^= \"A\""_s})),
             u"InvalidParameterException: Invalid pagination token"_s);
}

void TestListUsers::pageTokensAge()
{
    const auto page = m_world->bench.call(idp::ListUsersRequest{.userPoolId = m_pool, .limit = 1});
    m_world->bench.advance(3'599'999);
    QVERIFY(m_world->bench.call(
        idp::ListUsersRequest{.userPoolId = m_pool, .limit = 1, .paginationToken = page->paginationToken}));
    m_world->bench.advance(1);
    QVERIFY(!m_world->bench.call(
        idp::ListUsersRequest{.userPoolId = m_pool, .limit = 1, .paginationToken = page->paginationToken}));
}

QTEST_GUILESS_MAIN(TestListUsers)
#include "tst_listusers.moc"
