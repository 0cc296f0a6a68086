#include "app/carriedover.h"
#include "app/openconnection.h"
#include "crypto/random.h"
#include "secrets/memorystore.h"
#include "transport/activitylog.h"
#include "ui/common/secretclipboard.h"

#include <QTest>

#include <memory>

using namespace poolscope;
using namespace Qt::StringLiterals;
using profiles::Connection;

namespace {

const QString user = u"sunny@example.com"_s;

Connection connection(const QString &id, Connection::Kind kind = Connection::Kind::Endpoint)
{
    return {.id = id,
            .name = id,
            .kind = kind,
            .userPoolId = u"us-east-1_First1234"_s,
            .clientId = u"client"_s,
            .endpoint = kind == Connection::Kind::Endpoint ? QUrl(u"http://127.0.0.1:9"_s) : QUrl()};
}

Connection inPool(Connection connection, const QString &userPoolId)
{
    connection.userPoolId = userPoolId;
    return connection;
}

} // namespace

// What is typed and what was tried outlives a connection that is closed.
class TestCarriedOver final : public QObject
{
    Q_OBJECT

private slots:
    void nothingAtFirst();
    void toTheSameConnection();
    void pastAnotherConnection();
    void eachConnectionHasItsOwn();
    void toAnotherPool_data();
    void toAnotherPool();
    void notOnceItWasDeleted();
    void onlyOnce();
    void triesBelongToThePool();

private:
    using Opened = std::unique_ptr<OpenConnection>;
    Opened open(const Connection &connection);
    void close(Opened connection) { m_carried->takeFrom(*connection); }
    static void typeInto(OpenConnection &connection, const QString &username);
    static QString typedIn(const Opened &connection);

    secrets::MemoryStore m_secrets;
    crypto::SystemRandom m_random;
    transport::ActivityLog m_log;
    ui::SecretClipboard m_clipboard;
    std::unique_ptr<CarriedOver> m_carried;
};

TestCarriedOver::Opened TestCarriedOver::open(const Connection &connection)
{
    if (!m_carried)
        m_carried = std::make_unique<CarriedOver>();
    const QUrl endpoint(u"http://127.0.0.1:9"_s);
    auto opened = std::make_unique<OpenConnection>(
        connection, endpoint,
        OpenConnection::Parts{.secrets = &m_secrets, .random = &m_random, .log = &m_log, .clipboard = &m_clipboard});
    m_carried->giveTo(*opened);
    return opened;
}

void TestCarriedOver::typeInto(OpenConnection &connection, const QString &username)
{
    ui::Drafts &drafts = connection.workspace().drafts();
    drafts.signIn = auth::SignInForm{.username = username, .password = u"secret"_s};
    drafts.confirmation = ui::Drafts::Confirmation{.username = username, .password = {}, .code = u"123"_s};
    drafts.reset = ui::Drafts::PasswordReset{.username = username, .code = u"456"_s, .password = {}, .hasCode = true};
    drafts.pastedToken = u"a.b.c"_s;
}

QString TestCarriedOver::typedIn(const Opened &connection)
{
    const auto &form = connection->workspace().drafts().signIn;
    return form ? form->username : QString();
}

void TestCarriedOver::nothingAtFirst()
{
    m_carried.reset();
    const Opened opened = open(connection(u"a"_s));
    QVERIFY(!opened->workspace().drafts().signIn);
    QVERIFY(!opened->workspace().drafts().reset);
}

void TestCarriedOver::toTheSameConnection()
{
    m_carried.reset();
    Opened opened = open(connection(u"a"_s));
    typeInto(*opened, user);
    close(std::move(opened));
    Connection changed = connection(u"a"_s);
    changed.clientId = u"another"_s;
    opened = open(changed);
    QCOMPARE(typedIn(opened), user);
    const ui::Drafts &drafts = opened->workspace().drafts();
    QCOMPARE(drafts.confirmation->code, u"123"_s);
    QCOMPARE(drafts.reset->code, u"456"_s);
    QCOMPARE(drafts.pastedToken, u"a.b.c"_s);
}

// Somebody only wants to compare something.
void TestCarriedOver::pastAnotherConnection()
{
    m_carried.reset();
    Opened opened = open(connection(u"a"_s));
    typeInto(*opened, user);
    close(std::move(opened));
    opened = open(connection(u"b"_s));
    QCOMPARE(typedIn(opened), QString());
    QVERIFY(opened->workspace().drafts().pastedToken.isEmpty());
    close(std::move(opened));
    QCOMPARE(typedIn(open(connection(u"a"_s))), user);
}

void TestCarriedOver::eachConnectionHasItsOwn()
{
    m_carried.reset();
    for (const QString &id : {u"a"_s, u"b"_s}) {
        Opened opened = open(connection(id));
        typeInto(*opened, u"user of "_s + id);
        close(std::move(opened));
    }
    for (const QString &id : {u"a"_s, u"b"_s})
        QCOMPARE(typedIn(open(connection(id))), u"user of "_s + id);
}

void TestCarriedOver::toAnotherPool_data()
{
    QTest::addColumn<bool>("sandbox");
    QTest::newRow("corrected in a connection") << false;
    QTest::newRow("chosen on the sandbox") << true;
}

void TestCarriedOver::toAnotherPool()
{
    QFETCH(bool, sandbox);
    m_carried.reset();
    const Connection first =
        sandbox ? connection(QString(profiles::sandboxId), Connection::Kind::Sandbox) : connection(u"a"_s);
    Opened opened = open(first);
    typeInto(*opened, user);
    close(std::move(opened));
    opened = open(inPool(first, u"us-east-1_Second123"_s));
    QCOMPARE(typedIn(opened), sandbox ? QString() : user);
    QVERIFY(!opened->workspace().drafts().confirmation); // that user is the first pool's
    QVERIFY(!opened->workspace().drafts().reset);
}

void TestCarriedOver::notOnceItWasDeleted()
{
    m_carried.reset();
    Opened opened = open(connection(u"a"_s));
    typeInto(*opened, user);
    close(std::move(opened));
    m_carried->keepOnly({connection(u"a"_s), connection(u"b"_s)});
    opened = open(connection(u"a"_s));
    QCOMPARE(typedIn(opened), user);
    typeInto(*opened, user);
    close(std::move(opened));
    m_carried->keepOnly({connection(u"b"_s)});
    QCOMPARE(typedIn(open(connection(u"a"_s))), QString());
}

// What the pages have taken and emptied does not come back.
void TestCarriedOver::onlyOnce()
{
    m_carried.reset();
    Opened opened = open(connection(u"a"_s));
    typeInto(*opened, user);
    close(std::move(opened));
    opened = open(connection(u"a"_s));
    opened->workspace().drafts() = {};
    close(std::move(opened));
    QCOMPARE(typedIn(open(connection(u"a"_s))), QString());
}

void TestCarriedOver::triesBelongToThePool()
{
    m_carried.reset();
    const QString action = u"ResendConfirmationCode"_s;
    Opened opened = open(connection(u"a"_s));
    opened->access().attempts().note(action, user);
    close(std::move(opened));
    opened = open(inPool(connection(u"a"_s), u"us-east-1_Second123"_s));
    QCOMPARE(opened->access().attempts().used(action, user), 0);
    close(std::move(opened));
    // Through another connection to the same pool the service counts on.
    opened = open(connection(u"b"_s));
    QCOMPARE(opened->access().attempts().used(action, user), 1);
}

QTEST_MAIN(TestCarriedOver)
#include "tst_carriedover.moc"
