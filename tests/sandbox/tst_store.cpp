#include "database/schema.h"
#include "sandbox/mailbox.h"
#include "sandbox/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;

class TestStore final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsPoolsAndClients();
    void keepsUsers();
    void findsUsersByTheirNames();
    void refusesANameThatIsTaken();
    void savingKeepsTheNames();
    void countsUsers();
    void deletingAPoolTakesEverythingAlong();
    void rollsBackWhatWasNotCommitted();
    void oneCodeAtATime();
    void anExpiredCodeIsNotReplaced();
    void aUsedCodeMarksItsMessage();
    void sessionsAreStoredAsHashes();
    void grantsAndRefreshTokens();
    void attempts();
    void attemptsOfUnknownNamesAreBounded();
    void passwordHistoryNewestFirst();
    void rowIdsAreNeverGivenTwice();
    void removesWhatExpiredLongAgo();
    void expiringAMessageEndsItsCode();
    void expiringAnInvitationEndsThePassword();
    void messagesAreFiltered();
    void keepsTheNewestMessages();
    void messagesGoWithTheirUserAndPool();
    void wipesTemporaryPasswords();

private:
    PoolRecord addPool(const QString &id = QStringLiteral("us-east-1_Abc123"));
    ClientRecord addClient(const PoolRecord &pool, const QString &id = QStringLiteral("client1"));
    UserRecord addUser(const PoolRecord &pool, const QString &name, const QString &email = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    ManualClock m_clock{1'000'000};
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = database::openWithSchema(database::Options{.path = m_folder->filePath(QStringLiteral("s.db"))},
                                           Store::migrations(), QDateTime::currentDateTimeUtc());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_store = std::make_unique<Store>(std::move(opened->connection));
    m_clock.set(1'000'000);
}

void TestStore::cleanup()
{
    m_store.reset();
}

PoolRecord TestStore::addPool(const QString &id)
{
    PoolRecord pool;
    pool.id = id;
    pool.settings.name = QStringLiteral("A pool");
    pool.settings.usernameAttributes = QStringList{QStringLiteral("email")};
    pool.secret = QByteArray(32, 's');
    pool.createdMs = 11;
    pool.modifiedMs = 12;
    m_store->addPool(pool);
    return pool;
}

ClientRecord TestStore::addClient(const PoolRecord &pool, const QString &id)
{
    ClientRecord client;
    client.poolRowId = pool.rowId;
    client.poolId = pool.id;
    client.id = id;
    client.settings.clientName = QStringLiteral("web");
    client.secrets = QStringList{QStringLiteral("one"), QStringLiteral("two")};
    m_store->addClient(client);
    return client;
}

UserRecord TestStore::addUser(const PoolRecord &pool, const QString &name, const QString &email)
{
    UserRecord user;
    user.poolRowId = pool.rowId;
    user.username = name;
    user.sub = QStringLiteral("sub-") + name;
    user.status = QStringLiteral("CONFIRMED");
    QList<SignInName> names{{NameKind::Username, name.toCaseFolded()}};
    if (!email.isEmpty()) {
        user.setAttribute(QStringLiteral("email"), email);
        names << SignInName{NameKind::Email, email.toCaseFolded()};
    }
    m_store->addUser(user, names);
    return user;
}

void TestStore::keepsPoolsAndClients()
{
    PoolRecord pool = addPool();
    const ClientRecord client = addClient(pool);
    QCOMPARE(m_store->pool(pool.id)->settings.usernameAttributes.value(), QStringList{QStringLiteral("email")});
    QCOMPARE(m_store->pool(pool.id)->secret, pool.secret);
    QCOMPARE(m_store->pool(pool.id)->createdMs, 11);
    QVERIFY(!m_store->pool(QStringLiteral("us-east-1_None")));
    pool.settings.name = QStringLiteral("Renamed");
    m_store->savePool(pool);
    QCOMPARE(m_store->pool(pool.id)->settings.name.value(), QStringLiteral("Renamed"));
    QCOMPARE(m_store->poolByRow(pool.rowId)->id, pool.id);
    QCOMPARE(m_store->client(client.id)->secrets, client.secrets);
    QCOMPARE(m_store->client(client.id)->poolId, pool.id);
    QCOMPARE(m_store->client(client.id)->settings.clientName.value(), QStringLiteral("web"));
    QCOMPARE(m_store->clients(pool.rowId).size(), 1);
    m_store->deleteClient(client.rowId);
    QVERIFY(!m_store->client(client.id));
    QCOMPARE(m_store->pools().size(), 1);
}

void TestStore::keepsUsers()
{
    const PoolRecord pool = addPool();
    UserRecord user = addUser(pool, QStringLiteral("anna"), QStringLiteral("anna@example.com"));
    user.setAttribute(QStringLiteral("custom:x"), QStringLiteral("한국\n\"quoted\""));
    user.enabled = false;
    user.saltHex = QStringLiteral("aa");
    user.verifierHex = QStringLiteral("bb");
    user.temporaryPasswordExpiresMs = 77;
    user.signedOutMs = 5;
    m_store->saveUser(user);
    const auto found = m_store->user(user.rowId);
    QVERIFY(found);
    QCOMPARE(found->attributes, user.attributes);
    QVERIFY(!found->enabled);
    QCOMPARE(found->verifierHex, QStringLiteral("bb"));
    QCOMPARE(found->temporaryPasswordExpiresMs.value(), 77);
    QCOMPARE(found->signedOutMs, 5);
    user.temporaryPasswordExpiresMs.reset();
    user.removeAttribute(u"custom:x");
    m_store->saveUser(user);
    QVERIFY(!m_store->user(user.rowId)->temporaryPasswordExpiresMs);
    QVERIFY(!m_store->user(user.rowId)->attribute(u"custom:x"));
    m_store->deleteUser(user);
    QVERIFY(!m_store->user(user.rowId));
}

void TestStore::findsUsersByTheirNames()
{
    const PoolRecord pool = addPool();
    const PoolRecord other = addPool(QStringLiteral("us-east-1_Other"));
    const UserRecord anna = addUser(pool, QStringLiteral("Anna"), QStringLiteral("Anna@Example.com"));
    addUser(pool, QStringLiteral("bert"), QStringLiteral("bert@example.com"));
    QCOMPARE(m_store->findUser(pool.rowId, NameKind::Username, QStringLiteral("anna"))->rowId, anna.rowId);
    QCOMPARE(m_store->findUser(pool.rowId, NameKind::Sub, anna.sub)->rowId, anna.rowId);
    QCOMPARE(m_store->findUser(pool.rowId, NameKind::Email, QStringLiteral("anna@example.com"))->rowId, anna.rowId);
    QVERIFY(!m_store->findUser(pool.rowId, NameKind::Email, QStringLiteral("Anna@Example.com"))); // keys are folded
    QVERIFY(!m_store->findUser(pool.rowId, NameKind::PhoneNumber, QStringLiteral("anna@example.com")));
    QVERIFY(!m_store->findUser(other.rowId, NameKind::Username, QStringLiteral("anna")));
}

void TestStore::refusesANameThatIsTaken()
{
    const PoolRecord pool = addPool();
    addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    QVERIFY_EXCEPTION_THROWN(addUser(pool, QStringLiteral("anna")), StorageFailure);
    QVERIFY_EXCEPTION_THROWN(addUser(pool, QStringLiteral("other"), QStringLiteral("a@example.com")), StorageFailure);
}

void TestStore::savingKeepsTheNames()
{
    const PoolRecord pool = addPool();
    UserRecord user = addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    user.setAttribute(QStringLiteral("email"), QStringLiteral("A@example.com"));
    m_store->saveUser(user);
    QVERIFY(m_store->findUser(pool.rowId, NameKind::Email, QStringLiteral("a@example.com")));
    m_store->setNames(user, {{NameKind::Username, QStringLiteral("anna")}}); // the e-mail is no alias any more
    QVERIFY(!m_store->findUser(pool.rowId, NameKind::Email, QStringLiteral("a@example.com")));
    addUser(pool, QStringLiteral("bert"), QStringLiteral("a@example.com")); // and free
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM user_lookup WHERE attribute = 'email'")), 2);
}

void TestStore::countsUsers()
{
    const PoolRecord pool = addPool();
    QCOMPARE(m_store->userCount(pool.rowId), 0);
    const UserRecord anna = addUser(pool, QStringLiteral("anna"));
    addUser(pool, QStringLiteral("bert"));
    QCOMPARE(m_store->userCount(pool.rowId), 2);
    m_store->deleteUser(anna);
    m_store->deleteUser(anna);
    QCOMPARE(m_store->userCount(pool.rowId), 1);
}

void TestStore::deletingAPoolTakesEverythingAlong()
{
    const PoolRecord pool = addPool();
    const ClientRecord client = addClient(pool);
    const UserRecord user = addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    m_store->putCode(CodeRecord{.userRowId = user.rowId, .purpose = QStringLiteral("signup")});
    GrantRecord grant{.userRowId = user.rowId, .clientRowId = client.rowId, .originJti = QStringLiteral("j")};
    m_store->addGrant(grant);
    m_store->addRefreshToken(grant.rowId, QStringLiteral("r"), 1);
    m_store->putAttempts(pool.rowId, QStringLiteral("s"), QStringLiteral("k"), {});
    m_store->putSession(AuthSessionRecord{.token = QStringLiteral("t"), .poolRowId = pool.rowId});
    m_store->deletePool(pool.rowId);
    QVERIFY(!m_store->pool(pool.id));
    QVERIFY(!m_store->client(client.id));
    for (const char *table :
         {"users", "user_lookup", "clients", "codes", "grants", "refresh_tokens", "attempts", "auth_sessions"}) {
        QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table))), 0);
    }
}

void TestStore::rollsBackWhatWasNotCommitted()
{
    {
        Store::Unit unit(*m_store);
        const PoolRecord pool = addPool();
        QVERIFY(m_store->pool(pool.id)); // seen inside, and cached
    }
    QVERIFY(!m_store->pool(QStringLiteral("us-east-1_Abc123")));
    try {
        Store::Unit unit(*m_store);
        addPool();
        addPool(); // the same id again
        QFAIL("taken twice");
    } catch (const StorageFailure &failed) {
        QCOMPARE(failed.error().code, QStringLiteral("Constraint"));
    }
    QCOMPARE(m_store->pools().size(), 0);
    {
        Store::Unit unit(*m_store);
        addPool();
        unit.commit();
    }
    QCOMPARE(m_store->pools().size(), 1);
}

void TestStore::oneCodeAtATime()
{
    const UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    Mailbox mailbox(*m_store, m_clock, [] {});
    const qint64 first = mailbox.put(Message{.code = QStringLiteral("111111")}, user.rowId, 2'000'000);
    CodeRecord code{.userRowId = user.rowId,
                    .purpose = QStringLiteral("signup"),
                    .code = QStringLiteral("111111"),
                    .expiresMs = 2'000'000,
                    .messageId = first};
    m_store->putCode(code);
    const qint64 second = mailbox.put(Message{.code = QStringLiteral("222222")}, user.rowId, 2'000'000);
    code.code = QStringLiteral("222222");
    code.messageId = second;
    m_store->putCode(code);
    QCOMPARE(m_store->code(user.rowId, QStringLiteral("signup"))->code, QStringLiteral("222222"));
    QVERIFY(!m_store->code(user.rowId, QStringLiteral("forgot")));
    const QList<Message> messages = mailbox.list();
    QCOMPARE(messages.at(0).id, second);
    QVERIFY(messages.at(0).state == Message::State::Current);
    QVERIFY(messages.at(1).state == Message::State::Replaced);
    QVERIFY(messages.at(0).purpose == Message::Purpose::Confirmation);
}

void TestStore::anExpiredCodeIsNotReplaced()
{
    const UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    Mailbox mailbox(*m_store, m_clock, [] {});
    CodeRecord code{.userRowId = user.rowId, .purpose = QStringLiteral("forgot"), .expiresMs = 2'000'000};
    code.messageId = mailbox.put({}, user.rowId, code.expiresMs);
    m_store->putCode(code);
    QVERIFY(mailbox.list().first().purpose == Message::Purpose::PasswordReset);
    QVERIFY(mailbox.expire(code.messageId));
    code.createdMs = m_clock.nowMs();
    code.messageId = mailbox.put({}, user.rowId, code.expiresMs);
    m_store->putCode(code);
    QVERIFY(mailbox.list().at(0).state == Message::State::Current);
    QVERIFY(mailbox.list().at(1).state == Message::State::Expired);
}

void TestStore::aUsedCodeMarksItsMessage()
{
    const UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    Mailbox mailbox(*m_store, m_clock, [] {});
    const CodeRecord code{.userRowId = user.rowId,
                          .purpose = QStringLiteral("signup"),
                          .expiresMs = 2'000'000,
                          .messageId = mailbox.put({}, user.rowId, 2'000'000)};
    m_store->putCode(code);
    m_store->useCode(code);
    QVERIFY(!m_store->code(user.rowId, QStringLiteral("signup")));
    QVERIFY(mailbox.list().first().state == Message::State::Used);
    m_clock.set(3'000'000);
    QVERIFY(mailbox.list().first().state == Message::State::Used); // stays so
}

void TestStore::sessionsAreStoredAsHashes()
{
    const PoolRecord pool = addPool();
    json::Value state = json::Value::object();
    state.set(QStringLiteral("b"), QStringLiteral("ff"));
    m_store->putSession(AuthSessionRecord{.token = QStringLiteral("opaque-session"),
                                          .poolRowId = pool.rowId,
                                          .clientRowId = 3,
                                          .userRowId = 4,
                                          .state = state,
                                          .createdMs = 5,
                                          .expiresMs = 6});
    const auto session = m_store->session(QStringLiteral("opaque-session"));
    QVERIFY(session);
    QCOMPARE(session->state, state);
    QCOMPARE(session->userRowId, 4);
    QVERIFY(!session->used);
    m_store->markSessionUsed(QStringLiteral("opaque-session"));
    QVERIFY(m_store->session(QStringLiteral("opaque-session"))->used);
    QVERIFY(!m_store->session(QStringLiteral("another")));
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM auth_sessions WHERE length(token) = 32")), 1);
}

void TestStore::grantsAndRefreshTokens()
{
    const PoolRecord pool = addPool();
    const ClientRecord client = addClient(pool);
    const UserRecord user = addUser(pool, QStringLiteral("anna"));
    GrantRecord grant{.userRowId = user.rowId,
                      .clientRowId = client.rowId,
                      .originJti = QStringLiteral("origin"),
                      .authTimeMs = 9,
                      .expiresMs = 10,
                      .scope = QStringLiteral("s")};
    m_store->addGrant(grant);
    m_store->addRefreshToken(grant.rowId, QStringLiteral("token"), 9);
    QCOMPARE(m_store->grantByRefreshToken(QStringLiteral("token"))->originJti, QStringLiteral("origin"));
    QVERIFY(!m_store->grantByRefreshToken(QStringLiteral("origin")));
    m_store->revokeGrantsOf(user.rowId, 20);
    m_store->revokeGrant(grant.rowId, 30); // the first time counts
    QCOMPARE(m_store->grantByOriginJti(QStringLiteral("origin"))->revokedMs.value(), 20);
}

void TestStore::attempts()
{
    const PoolRecord pool = addPool();
    const QString subject = QStringLiteral("user:1");
    const QString kind = QStringLiteral("password");
    QCOMPARE(m_store->attempts(pool.rowId, subject, kind).count, 0);
    m_store->putAttempts(pool.rowId, subject, kind, {.count = 3, .firstMs = 1, .lastMs = 2, .lockedUntilMs = 4});
    QCOMPARE(m_store->attempts(pool.rowId, subject, kind).count, 3);
    QCOMPARE(m_store->attempts(pool.rowId, subject, kind).lockedUntilMs, 4);
    QCOMPARE(m_store->attempts(pool.rowId, subject, QStringLiteral("other")).count, 0);
    m_store->clearAttempts(pool.rowId, subject, kind);
    QCOMPARE(m_store->attempts(pool.rowId, subject, kind).count, 0);
}

// Anybody can invent names that nobody has: the newest stay, and so do the users'.
void TestStore::attemptsOfUnknownNamesAreBounded()
{
    const PoolRecord pool = addPool();
    const QString kind = QStringLiteral("password");
    const auto name = [](int i) { return unknownNamePrefix + QString::number(i); };
    m_store->putAttempts(pool.rowId, QStringLiteral("user:1"), kind, {.count = 1, .lastMs = 0});
    const int count = Store::maximumUnknownNames + 3;
    Store::Unit unit(*m_store);
    for (int i = 0; i < count; ++i) {
        m_store->run(QStringLiteral("INSERT INTO attempts (pool, subject, kind, count, first, last, locked_until)"
                                    " VALUES (?, ?, ?, 1, 0, ?, 0)"),
                     {pool.rowId, name(i), kind, i + 1});
    }
    m_store->putAttempts(pool.rowId, name(count), kind, {.count = 1, .lastMs = count + 1});
    unit.commit();
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM attempts WHERE subject LIKE 'name:%'")),
             Store::maximumUnknownNames);
    QCOMPARE(m_store->attempts(pool.rowId, name(0), kind).count, 0);
    QCOMPARE(m_store->attempts(pool.rowId, name(count), kind).count, 1);
    QCOMPARE(m_store->attempts(pool.rowId, QStringLiteral("user:1"), kind).count, 1);
}

void TestStore::passwordHistoryNewestFirst()
{
    UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    for (const char *salt : {"a", "b", "c"}) {
        user.saltHex = QString::fromLatin1(salt);
        m_store->addToPasswordHistory(user);
    }
    const auto history = m_store->passwordHistory(user.rowId, 2);
    QCOMPARE(history.size(), 2);
    QCOMPARE(history.at(0).first, QStringLiteral("c"));
    QCOMPARE(history.at(1).first, QStringLiteral("b"));
}

void TestStore::rowIdsAreNeverGivenTwice()
{
    const PoolRecord pool = addPool();
    const UserRecord anna = addUser(pool, QStringLiteral("anna"));
    m_store->deleteUser(anna);
    QVERIFY(addUser(pool, QStringLiteral("bert")).rowId > anna.rowId);
}

void TestStore::removesWhatExpiredLongAgo()
{
    const qint64 dayMs = 24 * 3600 * 1000;
    const PoolRecord pool = addPool();
    for (const qint64 expires : {dayMs, 3 * dayMs}) {
        m_store->putSession(
            AuthSessionRecord{.token = QString::number(expires), .poolRowId = pool.rowId, .expiresMs = expires});
    }
    m_store->removeExpired(3 * dayMs);
    QVERIFY(!m_store->session(QString::number(dayMs)));
    QVERIFY(m_store->session(QString::number(3 * dayMs)));
}

void TestStore::expiringAMessageEndsItsCode()
{
    const UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    int changes = 0;
    Mailbox mailbox(*m_store, m_clock, [&] { ++changes; });
    const qint64 id = mailbox.put({}, user.rowId, 2'000'000);
    m_store->putCode(CodeRecord{
        .userRowId = user.rowId, .purpose = QStringLiteral("signup"), .expiresMs = 2'000'000, .messageId = id});
    QVERIFY(mailbox.expire(id));
    QCOMPARE(changes, 1);
    QVERIFY(m_store->code(user.rowId, QStringLiteral("signup"))->expiresMs <= m_clock.nowMs());
    QVERIFY(mailbox.list().first().state == Message::State::Expired);
    QVERIFY(!mailbox.expire(id + 1));
}

void TestStore::expiringAnInvitationEndsThePassword()
{
    UserRecord user = addUser(addPool(), QStringLiteral("anna"));
    user.temporaryPasswordExpiresMs = 5'000'000;
    m_store->saveUser(user);
    Mailbox mailbox(*m_store, m_clock, [] {});
    const qint64 id = mailbox.put(Message{.code = QStringLiteral("Temp-1")}, user.rowId, 5'000'000);
    QVERIFY(mailbox.expire(id));
    QCOMPARE(m_store->user(user.rowId)->temporaryPasswordExpiresMs.value(), m_clock.nowMs());
}

void TestStore::messagesAreFiltered()
{
    Mailbox mailbox(*m_store, m_clock, [] {});
    const auto put = [&](const QString &to, qint64 atMs) {
        m_clock.set(atMs);
        mailbox.put(Message{.to = to, .username = QStringLiteral("u-") + to}, 0, std::nullopt);
    };
    put(QStringLiteral("a"), 1'000);
    put(QStringLiteral("b"), 2'000);
    put(QStringLiteral("a"), 3'000);
    QCOMPARE(mailbox.list().size(), 3);
    QCOMPARE(mailbox.list().first().timeMs, 3'000);
    QCOMPARE(mailbox.list({.to = QStringLiteral("a")}).size(), 2);
    QCOMPARE(mailbox.list({.username = QStringLiteral("u-b")}).size(), 1);
    QCOMPARE(mailbox.list({.sinceMs = 2'000}).size(), 2);
    QCOMPARE(mailbox.list({.limit = 1, .to = QStringLiteral("a")}).size(), 1);
}

void TestStore::keepsTheNewestMessages()
{
    Mailbox mailbox(*m_store, m_clock, [] {});
    Store::Unit unit(*m_store);
    const qint64 other = mailbox.put(Message{.userPoolId = QStringLiteral("other")}, 0, std::nullopt);
    const qint64 first = mailbox.put(Message{.userPoolId = QStringLiteral("full")}, 0, std::nullopt);
    for (int i = 0; i < Mailbox::keptPerPool; ++i)
        mailbox.put(Message{.userPoolId = QStringLiteral("full")}, 0, std::nullopt);
    unit.commit();
    const QList<Message> left = mailbox.list({.userPoolId = QStringLiteral("full"), .limit = 0});
    QCOMPARE(left.size(), Mailbox::keptPerPool);
    QCOMPARE(left.last().id, first + 1);
    QCOMPARE(mailbox.list().last().id, other);
    QCOMPARE(mailbox.list({.userPoolId = QStringLiteral("full")}).size(), 200);
}

void TestStore::messagesGoWithTheirUserAndPool()
{
    const PoolRecord pool = addPool();
    const UserRecord anna = addUser(pool, QStringLiteral("anna"));
    const UserRecord bob = addUser(pool, QStringLiteral("bob"));
    Mailbox mailbox(*m_store, m_clock, [] {});
    mailbox.put(Message{.userPoolId = pool.id, .username = anna.username}, anna.rowId, std::nullopt);
    mailbox.put(Message{.userPoolId = pool.id, .username = bob.username}, bob.rowId, std::nullopt);
    mailbox.put(Message{.userPoolId = QStringLiteral("other")}, 0, std::nullopt);
    m_store->deleteUser(anna);
    QCOMPARE(mailbox.list({.userPoolId = pool.id}).size(), 1);
    QCOMPARE(mailbox.list({.userPoolId = pool.id}).first().username, bob.username);
    m_store->deletePool(pool.rowId);
    QCOMPARE(mailbox.list().size(), 1);
    QCOMPARE(mailbox.list().first().userPoolId, QStringLiteral("other"));
}

void TestStore::wipesTemporaryPasswords()
{
    Mailbox mailbox(*m_store, m_clock, [] {});
    const auto put = [&](const QString &code, bool isInvitation, qint64 user) {
        mailbox.put(Message{.body = QStringLiteral("It is %1.").arg(code), .code = code, .isInvitation = isInvitation},
                    user, std::nullopt);
    };
    put(QStringLiteral("Größe_1%"), true, 7);
    put(QStringLiteral("123456"), false, 7);
    put(QStringLiteral("Other-1"), true, 8);
    mailbox.endInvitations(7, Message::State::Used);
    mailbox.endInvitations(7, Message::State::Replaced);
    const QList<Message> all = mailbox.list();
    QCOMPARE(all.at(2).body, QStringLiteral("It is ********."));
    QVERIFY(all.at(2).code.isEmpty());
    QVERIFY(all.at(2).state == Message::State::Used); // stays so
    QCOMPARE(all.at(1).code, QStringLiteral("123456"));
    QCOMPARE(all.at(0).body, QStringLiteral("It is Other-1."));
    QVERIFY(all.at(0).state == Message::State::Current);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
