#include "app/clientsecrets.h"
#include "app/endpointtester.h"
#include "app/openconnection.h"
#include "cognito/idpclient.h"
#include "credentials/storedkeys.h"
#include "crypto/random.h"
#include "model/cognitoidp.h"
#include "sandbox/signatures.h"
#include "secrets/memorystore.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "ui/common/secretclipboard.h"
#include "ui/shell/mainwindow.h"

#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;
using Kind = profiles::Connection::Kind;
using KeysKind = profiles::KeySource::Kind;

// Whose keys sign what a connection sends, and what "Test connection" says of them.
class TestSignedCalls final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keysOfTheConnection_data();
    void keysOfTheConnection();
    void missingKeysAreSaidAndNothingIsSent();
    void onlyWithKeysAdministratorsCalls_data();
    void onlyWithKeysAdministratorsCalls();
    void readOnlyIsObeyed();
    void testSaysWhoseKeys_data();
    void testSaysWhoseKeys();
    void testStopsAtTheAppClient();
    void typedKeysAreKept();

private:
    profiles::Connection connection(KeysKind keys) const;
    OpenConnection::Parts parts();
    credentials::KeyOrigins origins();

    std::unique_ptr<tests::ScriptedServer> m_server;
    std::unique_ptr<secrets::MemoryStore> m_store;
    std::unique_ptr<transport::ActivityLog> m_log;
    crypto::SystemRandom m_random;
    ui::SecretClipboard m_clipboard;
    QProcessEnvironment m_environment;
};

void TestSignedCalls::init()
{
    m_server = std::make_unique<tests::ScriptedServer>();
    m_store = std::make_unique<secrets::MemoryStore>();
    m_log = std::make_unique<transport::ActivityLog>();
    m_environment.clear();
    m_environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"AKIAENV"_s);
    m_environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"s"_s);
}

profiles::Connection TestSignedCalls::connection(KeysKind keys) const
{
    return {.id = u"c1"_s,
            .name = u"acme"_s,
            .kind = Kind::Endpoint,
            .userPoolId = u"eu-west-1_A1"_s,
            .clientId = u"abc"_s,
            .endpoint = m_server->url(),
            .keys = {keys, {}}};
}

credentials::KeyOrigins TestSignedCalls::origins()
{
    return {m_environment, {}, m_store.get()};
}

OpenConnection::Parts TestSignedCalls::parts()
{
    return {.secrets = m_store.get(),
            .random = &m_random,
            .log = m_log.get(),
            .clipboard = &m_clipboard,
            .keyOrigins = origins()};
}

void TestSignedCalls::keysOfTheConnection_data()
{
    QTest::addColumn<KeysKind>("keys");
    QTest::addColumn<QString>("keyId");
    QTest::newRow("environment") << KeysKind::Environment << u"AKIAENV"_s;
    QTest::newRow("typed in") << KeysKind::Kept << u"AKIAKEPT"_s;
    QTest::newRow("none, on this computer") << KeysKind::None << sandbox::sandboxKeys().accessKeyId;
}

void TestSignedCalls::keysOfTheConnection()
{
    QFETCH(KeysKind, keys);
    QFETCH(QString, keyId);
    m_store->write(profiles::awsKeysKey(u"c1"_s), credentials::storedKeys({u"AKIAKEPT"_s, u"s"_s, u"tok"_s}), this,
                   [](const auto &) {});
    m_server->addOk("{\"UserPool\":{\"Id\":\"eu-west-1_A1\"}}");
    m_server->addOk("{\"UserPoolClient\":{\"ClientId\":\"abc\"}}");
    OpenConnection open(connection(keys), m_server->url(), parts());
    QVERIFY(open.access().canSign());
    open.access().loadSettings();
    QTRY_COMPARE(open.access().settings().state, auth::PoolSettings::State::Known);
    QCOMPARE(m_server->requests().size(), 2);
    for (const tests::ReceivedRequest &request : m_server->requests()) {
        QVERIFY(request.header("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=" + keyId.toLatin1() + '/'));
        QCOMPARE(request.header("X-Amz-Security-Token"), QByteArray(keys == KeysKind::Kept ? "tok" : ""));
    }
}

void TestSignedCalls::missingKeysAreSaidAndNothingIsSent()
{
    m_environment.remove(u"AWS_SECRET_ACCESS_KEY"_s);
    OpenConnection open(connection(KeysKind::Environment), m_server->url(), parts());
    open.access().loadSettings();
    QTRY_COMPARE(open.access().settings().state, auth::PoolSettings::State::NotAllowed);
    QVERIFY(open.access().settingsError()->message.contains(u"AWS_SECRET_ACCESS_KEY"_s));
    QCOMPARE(m_server->connectionCount(), 0);
}

void TestSignedCalls::onlyWithKeysAdministratorsCalls_data()
{
    QTest::addColumn<KeysKind>("keys");
    QTest::addColumn<bool>("canSign");
    QTest::newRow("none") << KeysKind::None << false;
    QTest::newRow("environment") << KeysKind::Environment << true;
}

void TestSignedCalls::onlyWithKeysAdministratorsCalls()
{
    QFETCH(KeysKind, keys);
    QFETCH(bool, canSign);
    profiles::Connection aws = connection(keys);
    aws.kind = Kind::Aws;
    aws.endpoint.clear();
    OpenConnection open(aws, endpointOf(aws), parts());
    QCOMPARE(open.access().canSign(), canSign);
}

void TestSignedCalls::readOnlyIsObeyed()
{
    m_server->addOk("{}");
    profiles::Connection guarded = connection(KeysKind::Environment);
    guarded.readOnly = true;
    OpenConnection open(guarded, m_server->url(), parts());
    std::optional<Error> error;
    open.access().client().call(idp::AdminDeleteUserRequest{.userPoolId = u"eu-west-1_A1"_s, .username = u"mira"_s},
                                this, [&error](const auto &result) {
                                    if (!result)
                                        error = result.error();
                                });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, u"ReadOnly"_s);
    QCOMPARE(m_server->connectionCount(), 0);
}

void TestSignedCalls::testSaysWhoseKeys_data()
{
    QTest::addColumn<QByteArray>("error"); // of DescribeUserPool; empty: none
    QTest::addColumn<ui::Tone>("tone");
    QTest::addColumn<QString>("title");
    const QString answers = u"The app client answers."_s;
    QTest::newRow("they may read it") << QByteArray() << ui::Tone::Good << answers;
    QTest::newRow("they may not") << QByteArray("AccessDeniedException") << ui::Tone::Caution << answers;
    QTest::newRow("nobody's") << QByteArray("UnrecognizedClientException") << ui::Tone::Bad
                              << u"AWS does not know this access key."_s;
}

void TestSignedCalls::testSaysWhoseKeys()
{
    QFETCH(QByteArray, error);
    QFETCH(ui::Tone, tone);
    QFETCH(QString, title);
    m_server->addError("UserNotFoundException", "User does not exist.");
    m_server->addOk("{\"keys\":[]}");
    if (error.isEmpty())
        m_server->addOk("{\"UserPool\":{\"Id\":\"eu-west-1_A1\"}}");
    else
        m_server->addError(error, "No.");
    EndpointTester tester(m_random, *m_log, *m_store);
    tester.setKeyOrigins(origins());
    std::optional<ui::Callout::Content> verdict;
    tester.test(connection(KeysKind::Kept), {.clientSecret = {}, .keys = {u"AKIATYPED"_s, u"s"_s, {}}}, this,
                [&verdict](const ui::Callout::Content &said) { verdict = said; });
    QTRY_VERIFY(verdict);
    QCOMPARE(verdict->tone, tone);
    QCOMPARE(verdict->title, title);
    QVERIFY(!verdict->body.isEmpty());
    QCOMPARE(m_server->requests().size(), 3);
    QVERIFY(m_server->requests().at(0).header("Authorization").isEmpty());
    QVERIFY(m_server->requests().at(2).header("Authorization").contains("Credential=AKIATYPED/"));
}

void TestSignedCalls::testStopsAtTheAppClient()
{
    m_server->addError("ResourceNotFoundException", "User pool client abc does not exist.");
    EndpointTester tester(m_random, *m_log, *m_store);
    tester.setKeyOrigins(origins());
    std::optional<ui::Callout::Content> verdict;
    tester.test(connection(KeysKind::Environment), {}, this,
                [&verdict](const ui::Callout::Content &said) { verdict = said; });
    QTRY_VERIFY(verdict);
    QCOMPARE(verdict->tone, ui::Tone::Bad);
    QCOMPARE(m_server->requests().size(), 1);

    // And when whoever asked is gone, nobody is told.
    auto context = std::make_unique<QObject>();
    bool called = false;
    tester.test(connection(KeysKind::Environment), {}, context.get(), [&called](const auto &) { called = true; });
    context.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QVERIFY(!called);
}

void TestSignedCalls::typedKeysAreKept()
{
    ui::MainWindow window{ui::MainWindow::Parts()};
    ClientSecrets secrets(*m_store, window);
    const QString key = profiles::awsKeysKey(u"c1"_s);
    std::optional<QByteArray> kept;
    const auto read = [&] {
        bool answered = false;
        m_store->read(key, this, [&](const Result<std::optional<QByteArray>> &found) {
            kept = found.value();
            answered = true;
        });
        return QTest::qWaitFor([&answered] { return answered; });
    };
    secrets.keepKeys(connection(KeysKind::Kept), {u"AKIA1"_s, u"s"_s, u"t"_s});
    QVERIFY(read());
    QVERIFY(kept);
    QCOMPARE(credentials::keysFromStored(*kept)->sessionToken, u"t"_s);
    secrets.forgetKeys(connection(KeysKind::Kept));
    QVERIFY(read());
    QVERIFY(!kept);
    secrets.keepKeys(connection(KeysKind::Kept), {u"AKIA1"_s, u"s"_s, {}});
    secrets.drop(u"c1"_s);
    QVERIFY(read());
    QVERIFY(!kept);
}

QTEST_MAIN(TestSignedCalls)
#include "tst_signedcalls.moc"
