#include "storefixture.h"

#include "sandbox/mailbox.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;

class TestStore final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_fixture.open()); }
    void cleanup() { m_fixture.close(); }
    void keepsPoolsAndClients();
    void keepsUsers();
    void findsUsersByTheirNames();
    void refusesANameThatIsTaken();
    void savingKeepsTheNames();
    void countsUsers();
    void deletingAPoolTakesEverythingAlong();
    void rollsBackWhatWasNotCommitted();
    void remembersNothingThatChanged();
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
    void theNewestSignInsStay();
    void formerCodesMayBeKept();

private:
    StoreFixture m_fixture;
};

void TestStore::keepsPoolsAndClients()
{
    PoolRecord pool = m_fixture.addPool();
    const ClientRecord client = m_fixture.addClient(pool);
    QCOMPARE(m_fixture.store().pool(pool.id)->settings.usernameAttributes.value(),
             QStringList{QStringLiteral("email")});
    QCOMPARE(m_fixture.store().pool(pool.id)->secret, pool.secret);
    QCOMPARE(m_fixture.store().pool(pool.id)->createdMs, 11);
    QVERIFY(!m_fixture.store().pool(QStringLiteral("us-east-1_None")));
    pool.settings.name = QStringLiteral("Renamed");
    m_fixture.store().savePool(pool);
    QCOMPARE(m_fixture.store().pool(pool.id)->settings.name.value(), QStringLiteral("Renamed"));
    QCOMPARE(m_fixture.store().poolByRow(pool.rowId)->id, pool.id);
    QCOMPARE(m_fixture.store().client(client.id)->secrets, client.secrets);
    QCOMPARE(m_fixture.store().client(client.id)->poolId, pool.id);
    QCOMPARE(m_fixture.store().client(client.id)->settings.clientName.value(), QStringLiteral("web"));
    QCOMPARE(m_fixture.store().clients(pool.rowId).size(), 1);
    m_fixture.store().deleteClient(client.rowId);
    QVERIFY(!m_fixture.store().client(client.id));
    QCOMPARE(m_fixture.store().pools().size(), 1);
}

void TestStore::keepsUsers()
{
    const PoolRecord pool = m_fixture.addPool();
    UserRecord user = m_fixture.addUser(pool, QStringLiteral("anna"), QStringLiteral("anna@example.com"));
    user.setAttribute(QStringLiteral("custom:x"), QStringLiteral("한국\n\"quoted\""));
    user.enabled = false;
    user.saltHex = QStringLiteral("aa");
    user.verifierHex = QStringLiteral("bb");
    user.temporaryPasswordExpiresMs = 77;
    user.signedOutMs = 5;
    m_fixture.store().saveUser(user);
    const auto found = m_fixture.store().user(user.rowId);
    QVERIFY(found);
    QCOMPARE(found->attributes, user.attributes);
    QVERIFY(!found->enabled);
    QCOMPARE(found->verifierHex, QStringLiteral("bb"));
    QCOMPARE(found->temporaryPasswordExpiresMs.value(), 77);
    QCOMPARE(found->signedOutMs, 5);
    user.temporaryPasswordExpiresMs.reset();
    user.removeAttribute(u"custom:x");
    m_fixture.store().saveUser(user);
    QVERIFY(!m_fixture.store().user(user.rowId)->temporaryPasswordExpiresMs);
    QVERIFY(!m_fixture.store().user(user.rowId)->attribute(u"custom:x"));
    m_fixture.store().deleteUser(user);
    QVERIFY(!m_fixture.store().user(user.rowId));
}

void TestStore::findsUsersByTheirNames()
{
    const PoolRecord pool = m_fixture.addPool();
    const PoolRecord other = m_fixture.addPool(QStringLiteral("us-east-1_Other"));
    const UserRecord anna = m_fixture.addUser(pool, QStringLiteral("Anna"), QStringLiteral("Anna@Example.com"));
    m_fixture.addUser(pool, QStringLiteral("bert"), QStringLiteral("bert@example.com"));
    QCOMPARE(m_fixture.store().findUser(pool.rowId, NameKind::Username, QStringLiteral("anna"))->rowId, anna.rowId);
    QCOMPARE(m_fixture.store().findUser(pool.rowId, NameKind::Sub, anna.sub)->rowId, anna.rowId);
    QCOMPARE(m_fixture.store().findUser(pool.rowId, NameKind::Email, QStringLiteral("anna@example.com"))->rowId,
             anna.rowId);
    QVERIFY(!m_fixture.store().findUser(pool.rowId, NameKind::Email,
                                        QStringLiteral("Anna@Example.com"))); // keys are folded
    QVERIFY(!m_fixture.store().findUser(pool.rowId, NameKind::PhoneNumber, QStringLiteral("anna@example.com")));
    QVERIFY(!m_fixture.store().findUser(other.rowId, NameKind::Username, QStringLiteral("anna")));
}

void TestStore::refusesANameThatIsTaken()
{
    const PoolRecord pool = m_fixture.addPool();
    m_fixture.addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    QVERIFY_EXCEPTION_THROWN(m_fixture.addUser(pool, QStringLiteral("anna")), StorageFailure);
    QVERIFY_EXCEPTION_THROWN(m_fixture.addUser(pool, QStringLiteral("other"), QStringLiteral("a@example.com")),
                             StorageFailure);
}

void TestStore::savingKeepsTheNames()
{
    const PoolRecord pool = m_fixture.addPool();
    UserRecord user = m_fixture.addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    user.setAttribute(QStringLiteral("email"), QStringLiteral("A@example.com"));
    m_fixture.store().saveUser(user);
    QVERIFY(m_fixture.store().findUser(pool.rowId, NameKind::Email, QStringLiteral("a@example.com")));
    m_fixture.store().setNames(user, {{NameKind::Username, QStringLiteral("anna")}}); // the e-mail is no alias any more
    QVERIFY(!m_fixture.store().findUser(pool.rowId, NameKind::Email, QStringLiteral("a@example.com")));
    m_fixture.addUser(pool, QStringLiteral("bert"), QStringLiteral("a@example.com")); // and free
    QCOMPARE(m_fixture.store().number(QStringLiteral("SELECT count(*) FROM user_lookup WHERE attribute = 'email'")), 2);
}

void TestStore::countsUsers()
{
    const PoolRecord pool = m_fixture.addPool();
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 0);
    const UserRecord anna = m_fixture.addUser(pool, QStringLiteral("anna"));
    m_fixture.addUser(pool, QStringLiteral("bert"));
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 2);
    m_fixture.store().deleteUser(anna);
    m_fixture.store().deleteUser(anna);
    QCOMPARE(m_fixture.store().userCount(pool.rowId), 1);
}

void TestStore::deletingAPoolTakesEverythingAlong()
{
    const PoolRecord pool = m_fixture.addPool();
    const ClientRecord client = m_fixture.addClient(pool);
    const UserRecord user = m_fixture.addUser(pool, QStringLiteral("anna"), QStringLiteral("a@example.com"));
    m_fixture.store().putCode(CodeRecord{.userRowId = user.rowId, .purpose = QStringLiteral("signup")});
    GrantRecord grant{.userRowId = user.rowId, .clientRowId = client.rowId, .originJti = QStringLiteral("j")};
    m_fixture.store().addGrant(grant);
    m_fixture.store().addRefreshToken(grant.rowId, QStringLiteral("r"), 1);
    m_fixture.store().putAttempts(pool.rowId, QStringLiteral("s"), QStringLiteral("k"), {});
    m_fixture.store().putSession(AuthSessionRecord{.token = QStringLiteral("t"), .poolRowId = pool.rowId});
    m_fixture.store().deletePool(pool.rowId);
    QVERIFY(!m_fixture.store().pool(pool.id));
    QVERIFY(!m_fixture.store().client(client.id));
    for (const char *table :
         {"users", "user_lookup", "clients", "codes", "grants", "refresh_tokens", "attempts", "auth_sessions"}) {
        QCOMPARE(m_fixture.store().number(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table))), 0);
    }
}

void TestStore::rollsBackWhatWasNotCommitted()
{
    {
        Store::Unit unit(m_fixture.store());
        const PoolRecord pool = m_fixture.addPool();
        QVERIFY(m_fixture.store().pool(pool.id)); // seen inside, and cached
    }
    QVERIFY(!m_fixture.store().pool(QStringLiteral("us-east-1_Abc123")));
    try {
        Store::Unit unit(m_fixture.store());
        m_fixture.addPool();
        m_fixture.addPool(); // the same id again
        QFAIL("taken twice");
    } catch (const StorageFailure &failed) {
        QCOMPARE(failed.error().code, QStringLiteral("Constraint"));
    }
    QCOMPARE(m_fixture.store().pools().size(), 0);
    {
        Store::Unit unit(m_fixture.store());
        m_fixture.addPool();
        unit.commit();
    }
    QCOMPARE(m_fixture.store().pools().size(), 1);
}

void TestStore::remembersNothingThatChanged()
{
    Store &store = m_fixture.store();
    const PoolRecord pool = m_fixture.addPool();
    const ClientRecord client = m_fixture.addClient(pool);
    UserRecord user = m_fixture.addUser(pool, QStringLiteral("mira"));
    const auto found = [&] { return store.findUser(pool.rowId, NameKind::Sub, user.sub); };
    QCOMPARE(found()->status, user.status);
    QVERIFY(!store.findUser(pool.rowId + 1, NameKind::Sub, user.sub));
    user.status = QStringLiteral("RESET_REQUIRED");
    store.saveUser(user);
    QCOMPARE(found()->status, user.status);
    store.run(QStringLiteral("UPDATE users SET temporary_until = 7 WHERE id = ?"), {user.rowId});
    QCOMPARE(found()->temporaryPasswordExpiresMs, 7);
    {
        const Store::Unit unit(store);
        UserRecord other = user;
        other.enabled = !user.enabled;
        store.saveUser(other);
        QCOMPARE(found()->enabled, other.enabled);
    }
    QCOMPARE(found()->enabled, user.enabled); // it was rolled back

    GrantRecord grant{.userRowId = user.rowId, .clientRowId = client.rowId, .originJti = QStringLiteral("jti")};
    store.addGrant(grant);
    QVERIFY(!store.grantByOriginJti(grant.originJti)->revokedMs);
    store.revokeGrant(grant.rowId, 5);
    QCOMPARE(store.grantByOriginJti(grant.originJti)->revokedMs, 5);
    store.deleteUser(user);
    QVERIFY(!found());
    QVERIFY(!store.grantByOriginJti(grant.originJti));
}

void TestStore::oneCodeAtATime()
{
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    const qint64 first = mailbox.put(Message{.code = QStringLiteral("111111")}, user.rowId, 2'000'000);
    CodeRecord code{.userRowId = user.rowId,
                    .purpose = QStringLiteral("signup"),
                    .code = QStringLiteral("111111"),
                    .expiresMs = 2'000'000,
                    .messageId = first};
    m_fixture.store().putCode(code);
    const qint64 second = mailbox.put(Message{.code = QStringLiteral("222222")}, user.rowId, 2'000'000);
    code.code = QStringLiteral("222222");
    code.messageId = second;
    m_fixture.store().putCode(code);
    QCOMPARE(m_fixture.store().code(user.rowId, QStringLiteral("signup"))->code, QStringLiteral("222222"));
    QVERIFY(!m_fixture.store().code(user.rowId, QStringLiteral("forgot")));
    const QList<Message> messages = mailbox.list();
    QCOMPARE(messages.at(0).id, second);
    QVERIFY(messages.at(0).state == Message::State::Current);
    QVERIFY(messages.at(1).state == Message::State::Replaced);
    QVERIFY(messages.at(0).purpose == Message::Purpose::Confirmation);
}

void TestStore::anExpiredCodeIsNotReplaced()
{
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    CodeRecord code{.userRowId = user.rowId, .purpose = QStringLiteral("forgot"), .expiresMs = 2'000'000};
    code.messageId = mailbox.put({}, user.rowId, code.expiresMs);
    m_fixture.store().putCode(code);
    QVERIFY(mailbox.list().first().purpose == Message::Purpose::PasswordReset);
    QVERIFY(mailbox.expire(code.messageId));
    code.createdMs = m_fixture.clock().nowMs();
    code.messageId = mailbox.put({}, user.rowId, code.expiresMs);
    m_fixture.store().putCode(code);
    QVERIFY(mailbox.list().at(0).state == Message::State::Current);
    QVERIFY(mailbox.list().at(1).state == Message::State::Expired);
}

void TestStore::aUsedCodeMarksItsMessage()
{
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    const CodeRecord code{.userRowId = user.rowId,
                          .purpose = QStringLiteral("signup"),
                          .expiresMs = 2'000'000,
                          .messageId = mailbox.put({}, user.rowId, 2'000'000)};
    m_fixture.store().putCode(code);
    m_fixture.store().useCode(code, m_fixture.clock().nowMs());
    QVERIFY(!m_fixture.store().code(user.rowId, QStringLiteral("signup")));
    QVERIFY(mailbox.list().first().state == Message::State::Used);
    m_fixture.clock().set(3'000'000);
    QVERIFY(mailbox.list().first().state == Message::State::Used); // stays so
}

void TestStore::sessionsAreStoredAsHashes()
{
    const PoolRecord pool = m_fixture.addPool();
    json::Value state = json::Value::object();
    state.set(QStringLiteral("b"), QStringLiteral("ff"));
    m_fixture.store().putSession(AuthSessionRecord{.token = QStringLiteral("opaque-session"),
                                                   .poolRowId = pool.rowId,
                                                   .clientRowId = 3,
                                                   .userRowId = 4,
                                                   .state = state,
                                                   .createdMs = 5,
                                                   .expiresMs = 6});
    const auto session = m_fixture.store().session(QStringLiteral("opaque-session"));
    QVERIFY(session);
    QCOMPARE(session->state, state);
    QCOMPARE(session->userRowId, 4);
    QVERIFY(!session->used);
    m_fixture.store().markSessionUsed(QStringLiteral("opaque-session"));
    QVERIFY(m_fixture.store().session(QStringLiteral("opaque-session"))->used);
    QVERIFY(!m_fixture.store().session(QStringLiteral("another")));
    QCOMPARE(m_fixture.store().number(QStringLiteral("SELECT count(*) FROM auth_sessions WHERE length(token) = 32")),
             1);
}

void TestStore::grantsAndRefreshTokens()
{
    const PoolRecord pool = m_fixture.addPool();
    const ClientRecord client = m_fixture.addClient(pool);
    const UserRecord user = m_fixture.addUser(pool, QStringLiteral("anna"));
    GrantRecord grant{.userRowId = user.rowId,
                      .clientRowId = client.rowId,
                      .originJti = QStringLiteral("origin"),
                      .authTimeMs = 9,
                      .expiresMs = 10,
                      .scope = QStringLiteral("s")};
    m_fixture.store().addGrant(grant);
    m_fixture.store().addRefreshToken(grant.rowId, QStringLiteral("token"), 9);
    QCOMPARE(m_fixture.store().refreshToken(QStringLiteral("token"))->grant.originJti, QStringLiteral("origin"));
    QVERIFY(!m_fixture.store().refreshToken(QStringLiteral("origin")));
    m_fixture.store().revokeGrantsOf(user.rowId, 20);
    m_fixture.store().revokeGrant(grant.rowId, 30); // the first time counts
    QCOMPARE(m_fixture.store().grantByOriginJti(QStringLiteral("origin"))->revokedMs.value(), 20);
}

void TestStore::attempts()
{
    const PoolRecord pool = m_fixture.addPool();
    const QString subject = QStringLiteral("user:1");
    const QString kind = QStringLiteral("password");
    QCOMPARE(m_fixture.store().attempts(pool.rowId, subject, kind).count, 0);
    m_fixture.store().putAttempts(pool.rowId, subject, kind,
                                  {.count = 3, .firstMs = 1, .lastMs = 2, .lockedUntilMs = 4});
    QCOMPARE(m_fixture.store().attempts(pool.rowId, subject, kind).count, 3);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, subject, kind).lockedUntilMs, 4);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, subject, QStringLiteral("other")).count, 0);
    m_fixture.store().clearAttempts(pool.rowId, subject, kind);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, subject, kind).count, 0);
}

// Anybody can invent names that nobody has: the newest stay, and so do the users'.
void TestStore::attemptsOfUnknownNamesAreBounded()
{
    const PoolRecord pool = m_fixture.addPool();
    const QString kind = QStringLiteral("password");
    const auto name = [](int i) { return unknownNamePrefix + QString::number(i); };
    m_fixture.store().putAttempts(pool.rowId, QStringLiteral("user:1"), kind, {.count = 1, .lastMs = 0});
    const int count = Store::maximumUnknownNames + 3;
    Store::Unit unit(m_fixture.store());
    for (int i = 0; i < count; ++i) {
        m_fixture.store().run(
            QStringLiteral("INSERT INTO attempts (pool, subject, kind, count, first, last, locked_until)"
                           " VALUES (?, ?, ?, 1, 0, ?, 0)"),
            {pool.rowId, name(i), kind, i + 1});
    }
    m_fixture.store().putAttempts(pool.rowId, name(count), kind, {.count = 1, .lastMs = count + 1});
    unit.commit();
    QCOMPARE(m_fixture.store().number(QStringLiteral("SELECT count(*) FROM attempts WHERE subject LIKE 'name:%'")),
             Store::maximumUnknownNames);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, name(0), kind).count, 0);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, name(count), kind).count, 1);
    QCOMPARE(m_fixture.store().attempts(pool.rowId, QStringLiteral("user:1"), kind).count, 1);
}

void TestStore::passwordHistoryNewestFirst()
{
    UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    for (const char *salt : {"a", "b", "c"}) {
        user.saltHex = QString::fromLatin1(salt);
        m_fixture.store().addToPasswordHistory(user);
    }
    const auto history = m_fixture.store().passwordHistory(user.rowId, 2);
    QCOMPARE(history.size(), 2);
    QCOMPARE(history.at(0).first, QStringLiteral("c"));
    QCOMPARE(history.at(1).first, QStringLiteral("b"));
}

void TestStore::rowIdsAreNeverGivenTwice()
{
    const PoolRecord pool = m_fixture.addPool();
    const UserRecord anna = m_fixture.addUser(pool, QStringLiteral("anna"));
    m_fixture.store().deleteUser(anna);
    QVERIFY(m_fixture.addUser(pool, QStringLiteral("bert")).rowId > anna.rowId);
}

void TestStore::removesWhatExpiredLongAgo()
{
    const qint64 dayMs = 24 * 3600 * 1000;
    const PoolRecord pool = m_fixture.addPool();
    for (const qint64 expires : {dayMs, 3 * dayMs}) {
        m_fixture.store().putSession(
            AuthSessionRecord{.token = QString::number(expires), .poolRowId = pool.rowId, .expiresMs = expires});
    }
    m_fixture.store().removeExpired(3 * dayMs);
    QVERIFY(!m_fixture.store().session(QString::number(dayMs)));
    QVERIFY(m_fixture.store().session(QString::number(3 * dayMs)));
}

// A clock that was moved back makes sign-ins that expired before they were made.
void TestStore::theNewestSignInsStay()
{
    const PoolRecord pool = m_fixture.addPool();
    const ClientRecord client = m_fixture.addClient(pool);
    const UserRecord user = m_fixture.addUser(pool, QStringLiteral("anna"));
    const auto name = [](int i) { return QStringLiteral("sign-in %1").arg(i); };
    {
        Store::Unit unit(m_fixture.store());
        for (int i = 0; i <= Store::keptGrants; ++i) {
            GrantRecord grant{
                .userRowId = user.rowId, .clientRowId = client.rowId, .originJti = name(i), .expiresMs = 1};
            m_fixture.store().addGrant(grant);
        }
        unit.commit();
    }
    m_fixture.store().removeExpired(40 * 24 * 3600 * qint64(1000));
    QVERIFY(!m_fixture.store().grantByOriginJti(name(0)));
    QVERIFY(m_fixture.store().grantByOriginJti(name(1)));
    QVERIFY(m_fixture.store().grantByOriginJti(name(Store::keptGrants)));
}

void TestStore::formerCodesMayBeKept()
{
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    CodeRecord code{.userRowId = user.rowId, .purpose = QStringLiteral("forgot"), .expiresMs = 2'000'000};
    for (const char *digits : {"111111", "222222", "333333"}) {
        code.code = QString::fromLatin1(digits);
        code.messageId = mailbox.put(Message{.code = code.code}, user.rowId, code.expiresMs);
        m_fixture.store().putCode(code, Store::Former::Kept);
    }
    m_fixture.store().putCode(CodeRecord{.userRowId = user.rowId, .purpose = QStringLiteral("signup")});
    QCOMPARE(m_fixture.store().code(user.rowId, code.purpose)->code, QStringLiteral("333333"));
    QList<CodeRecord> all = m_fixture.store().codes(user.rowId, code.purpose);
    QCOMPARE(all.size(), 3);
    const QList<Message> sent = mailbox.list();
    for (const Message &message : sent)
        QVERIFY(message.purpose == Message::Purpose::PasswordReset && message.state == Message::State::Current);
    const auto second = std::find_if(all.begin(), all.end(),
                                     [](const CodeRecord &one) { return one.code == QStringLiteral("222222"); });
    m_fixture.store().useCode(*second, m_fixture.clock().nowMs());
    QVERIFY(m_fixture.store().codes(user.rowId, code.purpose).isEmpty());
    QVERIFY(m_fixture.store().code(user.rowId, QStringLiteral("signup")));
    const QList<Message> now = mailbox.list();
    QVERIFY(now.at(1).state == Message::State::Used);
    for (const int other : {0, 2})
        QVERIFY(now.at(other).state == Message::State::Replaced);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
