#include "storefixture.h"

#include "sandbox/mailbox.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;

class TestMailbox final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_fixture.open()); }
    void cleanup() { m_fixture.close(); }
    void expiringAMessageEndsItsCode();
    void expiringAnInvitationEndsThePassword();
    void namesWhatACodeIsFor_data();
    void namesWhatACodeIsFor();
    void messagesAreFiltered();
    void keepsTheNewestMessages();
    void messagesGoWithTheirUserAndPool();
    void wipesTemporaryPasswords();

private:
    StoreFixture m_fixture;
};

void TestMailbox::expiringAMessageEndsItsCode()
{
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    int changes = 0;
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [&] { ++changes; });
    const qint64 id = mailbox.put({}, user.rowId, 2'000'000);
    m_fixture.store().putCode(CodeRecord{
        .userRowId = user.rowId, .purpose = QStringLiteral("signup"), .expiresMs = 2'000'000, .messageId = id});
    QVERIFY(mailbox.expire(id));
    QCOMPARE(changes, 1);
    QVERIFY(m_fixture.store().code(user.rowId, QStringLiteral("signup"))->expiresMs <= m_fixture.clock().nowMs());
    QVERIFY(mailbox.list().first().state == Message::State::Expired);
    QVERIFY(!mailbox.expire(id + 1));
}

void TestMailbox::expiringAnInvitationEndsThePassword()
{
    UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    user.temporaryPasswordExpiresMs = 5'000'000;
    m_fixture.store().saveUser(user);
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    const qint64 id = mailbox.put(Message{.code = QStringLiteral("Temp-1")}, user.rowId, 5'000'000);
    QVERIFY(mailbox.expire(id));
    QCOMPARE(m_fixture.store().user(user.rowId)->temporaryPasswordExpiresMs.value(), m_fixture.clock().nowMs());
}

void TestMailbox::namesWhatACodeIsFor_data()
{
    using Purpose = Message::Purpose;
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<int>("named");
    QTest::addColumn<bool>("ofAnAttribute");
    QTest::newRow("sign-up") << QStringLiteral("signup") << int(Purpose::Confirmation) << false;
    QTest::newRow("reset") << QStringLiteral("forgot") << int(Purpose::PasswordReset) << false;
    QTest::newRow("e-mail") << QStringLiteral("verify:email") << int(Purpose::EmailVerification) << true;
    QTest::newRow("phone") << QStringLiteral("verify:phone_number") << int(Purpose::PhoneVerification) << true;
    QTest::newRow("unknown") << QStringLiteral("other") << int(Purpose::None) << false;
}

void TestMailbox::namesWhatACodeIsFor()
{
    QFETCH(QString, purpose);
    const UserRecord user = m_fixture.addUser(m_fixture.addPool(), QStringLiteral("anna"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    const qint64 id = mailbox.put({}, user.rowId, 2'000'000);
    m_fixture.store().putCode(
        CodeRecord{.userRowId = user.rowId, .purpose = purpose, .expiresMs = 2'000'000, .messageId = id});
    const Message listed = mailbox.list().first();
    QTEST(int(listed.purpose), "named");
    QTEST(verifiesAttribute(listed), "ofAnAttribute");
}

void TestMailbox::messagesAreFiltered()
{
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    const auto put = [&](const QString &to, qint64 atMs) {
        m_fixture.clock().set(atMs);
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

void TestMailbox::keepsTheNewestMessages()
{
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    Store::Unit unit(m_fixture.store());
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

void TestMailbox::messagesGoWithTheirUserAndPool()
{
    const PoolRecord pool = m_fixture.addPool();
    const UserRecord anna = m_fixture.addUser(pool, QStringLiteral("anna"));
    const UserRecord bob = m_fixture.addUser(pool, QStringLiteral("bob"));
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
    mailbox.put(Message{.userPoolId = pool.id, .username = anna.username}, anna.rowId, std::nullopt);
    mailbox.put(Message{.userPoolId = pool.id, .username = bob.username}, bob.rowId, std::nullopt);
    mailbox.put(Message{.userPoolId = QStringLiteral("other")}, 0, std::nullopt);
    m_fixture.store().deleteUser(anna);
    QCOMPARE(mailbox.list({.userPoolId = pool.id}).size(), 1);
    QCOMPARE(mailbox.list({.userPoolId = pool.id}).first().username, bob.username);
    m_fixture.store().deletePool(pool.rowId);
    QCOMPARE(mailbox.list().size(), 1);
    QCOMPARE(mailbox.list().first().userPoolId, QStringLiteral("other"));
}

void TestMailbox::wipesTemporaryPasswords()
{
    Mailbox mailbox(m_fixture.store(), m_fixture.clock(), [] {});
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

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
