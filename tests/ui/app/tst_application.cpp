#include "app/bannerids.h"
#include "app/openconnection.h"
#include "applicationbench.h"
#include "cognito/idpclient.h"
#include "profiles/connectionstore.h"
#include "sandbox/sandbox.h"
#include "secrets/memorystore.h"
#include "support/scriptedserver.h"
#include "ui/common/copyableid.h"
#include "ui/common/secretclipboard.h"
#include "ui/keyboard.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"
#include "unit/secrets/fakekeychain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <functional>
#include <optional>
#include <utility>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

namespace {

const QString user = u"sunny@example.com"_s;
const QString password = u"Correct-horse-7"_s;
const QByteArray newPassword =
    QByteArray("{'ChallengeName':'NEW_PASSWORD_REQUIRED','Session':'session-of-twenty-characters',"
               "'ChallengeParameters':{'requiredAttributes':'[]','userAttributes':'{}'}}")
        .replace('\'', '"');

// Calls at the first paint of a main window, before anything is told of it.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(std::function<void()> handler)
        : m_handler(std::move(handler))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_handler && event->type() == QEvent::Paint && qobject_cast<MainWindow *>(watched))
            std::exchange(m_handler, {})();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_handler;
};

} // namespace

// The whole program in a profile of its own: what it does with several connections and a sandbox that does not start.
class TestApplication final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theKeychainIsAskedAfterTheFirstPaint();
    void theSandboxIsTriedAgain();
    void itsFailureDisturbsNobodyElse();
    void choosingTheOpenConnectionChangesNothing();
    void choosingTheOpenConnectionReadsFailedSettingsAgain();
    void theSandboxsNoticesStandWhereItIsUsed_data();
    void theSandboxsNoticesStandWhereItIsUsed();
    void whatIsTypedOutlivesALookElsewhere();
    void keysAreTheSameInEveryConnection();
    void correctingTheSandboxMeansItsPage();
    void addressAndKeysAreChangedTogether();
    void keysThatAreOfNoUseAreExplained();

private:
    void start(const QString &lastUsed, quint16 sandboxPort = 0,
               std::unique_ptr<secrets::KeychainBackend> keychain = {});
    static quint16 freePort();
    void choose(const QString &connectionId) { emit m_window->connectionChosen(connectionId); }
    QString profilePath(const QString &name) const { return m_bench->path(name); }
    bool isShown(const QString &banner) { return m_window->banners()->isShown(banner); }
    bool isOpen() { return m_window->findChild<QLineEdit *>(u"signin.username"_s); }
    void showSignIn();
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_window, name); }
    void signIn();
    bool deleteClientInUse();

    std::unique_ptr<ApplicationBench> m_bench;
    std::unique_ptr<tests::ScriptedServer> m_server;
    std::unique_ptr<sandbox::Sandbox> m_owner; // of the sandbox's folder, in another program
    MainWindow *m_window = nullptr;
    QString m_other; // a connection to the server
    const QString m_sandbox = QString(profiles::sandboxId);
};

void TestApplication::init()
{
    m_bench = std::make_unique<ApplicationBench>();
    m_server = std::make_unique<tests::ScriptedServer>();
    profiles::ConnectionStore store(profilePath(u"connections.json"_s));
    store.load();
    const auto added = store.add({.id = {},
                                  .name = u"acme"_s,
                                  .kind = profiles::Connection::Kind::Endpoint,
                                  .userPoolId = u"us-east-1_Acme12345"_s,
                                  .clientId = u"acmeclient"_s,
                                  .endpoint = m_server->url()});
    QVERIFY(added);
    m_other = *added;
}

void TestApplication::cleanup()
{
    m_owner.reset();
    m_bench.reset();
    m_server.reset();
}

void TestApplication::start(const QString &lastUsed, quint16 sandboxPort,
                            std::unique_ptr<secrets::KeychainBackend> keychain)
{
    {
        profiles::ConnectionStore store(profilePath(u"connections.json"_s));
        store.load();
        QVERIFY(store.setLastUsed(lastUsed));
    }
    m_bench->start(sandboxPort, std::move(keychain));
    m_window = m_bench->window();
    m_window->showPage(QString(pages::SignIn));
}

void TestApplication::showSignIn()
{
    m_window->showPage(QString(pages::SignIn));
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 30'000);
}

void TestApplication::signIn()
{
    edit(u"signin.username"_s)->setText(user);
    edit(u"signin.password"_s)->setText(password);
    auto *flow = find<QComboBox>(m_window, u"signin.flow"_s);
    flow->setCurrentIndex(1);
    find<QPushButton>(m_window, u"signin.submit"_s)->click();
}

// A keychain may take its time, or ask for a password in a window of its own.
void TestApplication::theKeychainIsAskedAfterTheFirstPaint()
{
    const auto keychain = std::make_shared<tests::FakeKeychain::State>();
    std::optional<qsizetype> askedBefore;
    FirstPaint firstPaint([&] { askedBefore = keychain->jobs.size(); });
    start(m_other, 0, std::make_unique<tests::FakeKeychain>(keychain));
    QTRY_VERIFY(askedBefore);
    QCOMPARE(*askedBefore, 0);
    QTRY_VERIFY(!keychain->jobs.isEmpty());
    QCOMPARE(keychain->jobs.constFirst(), QString(u"read "_s + secrets::probeEntry));
    QTRY_VERIFY(isOpen());
}

void TestApplication::theSandboxIsTriedAgain()
{
    m_owner = std::make_unique<sandbox::Sandbox>(sandbox::Options{.dataDir = profilePath(u"sandbox"_s)});
    QSignalSpy started(m_owner.get(), &sandbox::Sandbox::started);
    m_owner->start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    start(m_sandbox);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(bannerids::Sandbox), 30'000);
    find<QPushButton>(m_window, u"calloutAction.retry"_s)->click();
    QTRY_VERIFY(!isShown(bannerids::Sandbox)); // while it is tried
    QTRY_VERIFY_WITH_TIMEOUT(isShown(bannerids::Sandbox), 30'000);
    m_owner.reset();
    find<QPushButton>(m_window, u"calloutAction.retry"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 30'000);
    QVERIFY(!isShown(bannerids::Sandbox));
}

void TestApplication::itsFailureDisturbsNobodyElse()
{
    m_owner = std::make_unique<sandbox::Sandbox>(sandbox::Options{.dataDir = profilePath(u"sandbox"_s)});
    QSignalSpy started(m_owner.get(), &sandbox::Sandbox::started);
    m_owner->start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    start(m_sandbox);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(bannerids::Sandbox), 30'000);
    choose(m_other);
    QVERIFY(!isShown(bannerids::Sandbox)); // its "Try again" would leave what is open now
    QTRY_VERIFY(isOpen());
    choose(m_sandbox); // is started once more, and left before it fails
    choose(m_other);
    m_server->addOk(newPassword);
    signIn();
    QTRY_VERIFY(m_window->findChild<QLineEdit *>(u"challenge.NEW_PASSWORD"_s));
    QVERIFY(!isShown(bannerids::Sandbox));
    choose(m_sandbox); // whoever wants it is told
    QTRY_VERIFY_WITH_TIMEOUT(isShown(bannerids::Sandbox), 30'000);
    QVERIFY(!isOpen());
}

void TestApplication::choosingTheOpenConnectionChangesNothing()
{
    start(m_other);
    QTRY_VERIFY(isOpen());
    m_server->addOk(newPassword);
    signIn();
    QTRY_VERIFY(m_window->findChild<QLineEdit *>(u"challenge.NEW_PASSWORD"_s));
    edit(u"challenge.NEW_PASSWORD"_s)->setText(password);
    choose(m_other); // the menu lists it, with a check mark
    QVERIFY(m_window->findChild<QLineEdit *>(u"challenge.NEW_PASSWORD"_s));
    QCOMPARE(edit(u"challenge.NEW_PASSWORD"_s)->text(), password);
    choose(m_sandbox);
    showSignIn();
    const QPointer<QWidget> page = m_window->page(QString(pages::SignIn));
    choose(m_sandbox);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(page);
}

// The emulator was not right yet when the program began.
void TestApplication::choosingTheOpenConnectionReadsFailedSettingsAgain()
{
    for (int i = 0; i < 2; ++i)
        m_server->addOk("no JSON");
    start(m_other);
    QTRY_COMPARE(m_server->requests().size(), 2); // the pool and its app client
    m_server->addOk("{\"UserPool\":{\"Name\":\"People\"}}");
    m_server->addOk("{\"UserPoolClient\":{}}");
    // Once the second answer was read they have failed.
    QTRY_VERIFY((choose(m_other), m_server->requests().size() > 2));
    QVERIFY(m_server->requests().at(2).header("x-amz-target").endsWith(".DescribeUserPool"));
    QTRY_COMPARE(m_server->requests().size(), 4);
}

quint16 TestApplication::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

void TestApplication::theSandboxsNoticesStandWhereItIsUsed_data()
{
    QTest::addColumn<bool>("own");
    QTest::newRow("an endpoint that is this sandbox") << true;
    QTest::newRow("another emulator, whose port is not named") << false;
}

// Both are open before the sandbox has started.
void TestApplication::theSandboxsNoticesStandWhereItIsUsed()
{
    QFETCH(bool, own);
    const quint16 port = freePort();
    QString id;
    {
        profiles::ConnectionStore store(profilePath(u"connections.json"_s));
        store.load();
        id = store
                 .add({.name = u"emulator"_s,
                       .kind = profiles::Connection::Kind::Endpoint,
                       .userPoolId = u"us-east-1_Acme12345"_s,
                       .clientId = u"acmeclient"_s,
                       .endpoint = QUrl(own ? u"http://127.0.0.1:%1"_s.arg(port) : u"http://localhost"_s)})
                 .value_or(QString());
    }
    start(id, port);
    QNetworkAccessManager network;
    const auto moveClock = [&network, port] {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/_poolscope/clock"_s.arg(port)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(network.post(request, "{\"advance\":86400}"));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }) && reply->error() == QNetworkReply::NoError;
    };
    QTRY_VERIFY_WITH_TIMEOUT(moveClock(), 30'000); // once it has started
    if (own) {
        QTRY_VERIFY(isShown(bannerids::SandboxControls));
    } else {
        QVERIFY(!isShown(bannerids::SandboxControls));
        choose(m_sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(bannerids::SandboxControls), 30'000);
        choose(id);
        QTRY_VERIFY(!isShown(bannerids::SandboxControls));
    }
}

void TestApplication::whatIsTypedOutlivesALookElsewhere()
{
    start(m_other);
    QTRY_VERIFY(isOpen());
    edit(u"signin.username"_s)->setText(user);
    choose(m_sandbox);
    showSignIn();
    QCOMPARE(edit(u"signin.username"_s)->text(), QString());
    choose(m_other);
    QTRY_VERIFY(isOpen());
    QCOMPARE(edit(u"signin.username"_s)->text(), user);
}

void TestApplication::keysAreTheSameInEveryConnection()
{
    const auto keys = [this] {
        QMap<QString, QString> found;
        const auto actions = m_window->findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (action->objectName().startsWith(u"command.page."))
                found.insert(action->objectName(), action->shortcut().toString());
        }
        return found;
    };
    start(m_other);
    QTRY_VERIFY(isOpen()); // until then it is not known which pages there will be
    const QMap<QString, QString> here = keys();
    QVERIFY(!here.contains(u"command.page.sandboxusers"_s));
    choose(m_sandbox);
    QMap<QString, QString> there = keys();
    QCOMPARE(there.take(u"command.page.sandboxusers"_s), u"Ctrl+4"_s);
    QCOMPARE(there, here);
    QCOMPARE(QSet<QString>(here.cbegin(), here.cend()).size(), here.size());
}

bool TestApplication::deleteClientInUse()
{
    profiles::ConnectionStore store(profilePath(u"connections.json"_s));
    store.load();
    const profiles::Connection connection = store.find(m_sandbox).value_or(profiles::Connection());
    m_window->showPage(QString(pages::SandboxUsers));
    const QString address = find<CopyableId>(m_window, u"sandbox.address"_s)->text();
    secrets::MemoryStore secrets;
    crypto::SystemRandom random;
    transport::ActivityLog log;
    SecretClipboard clipboard;
    OpenConnection opened(connection, QUrl(address),
                          {.secrets = &secrets, .random = &random, .log = &log, .clipboard = &clipboard});
    bool done = false;
    opened.access().client().call(
        idp::DeleteUserPoolClientRequest{.userPoolId = connection.userPoolId, .clientId = connection.clientId}, this,
        [&done](const auto &result) { done = result.has_value(); });
    return QTest::qWaitFor([&done] { return done; }, 30'000);
}

// The sandbox's connection has no form: there would be nothing to do in it.
void TestApplication::correctingTheSandboxMeansItsPage()
{
    start(m_sandbox);
    showSignIn();
    // While its settings are still asked for, a missing app client has the demo pool taken instead.
    const auto *card = find<QPushButton>(m_window, u"connectionCard"_s);
    QTRY_VERIFY_WITH_TIMEOUT(card->toolTip().contains(u"Demo"_s), 30'000);
    QVERIFY(deleteClientInUse());
    showSignIn();
    signIn();
    const auto edit = [this] { return m_window->findChild<QPushButton *>(u"calloutAction.editConnection"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(edit() && edit()->isVisible(), 30'000);
    QCOMPARE(edit()->text(), u"Choose another app client"_s);
    edit()->click();
    QTRY_COMPARE(m_window->currentPage(), QString(pages::SandboxUsers));
    QVERIFY(!m_window->findChild<QDialog *>());
}

// Whoever moves on to another host does not want the new keys sent to the old one.
void TestApplication::addressAndKeysAreChangedTogether()
{
    {
        profiles::ConnectionStore store(profilePath(u"connections.json"_s));
        store.load();
        profiles::Connection connection = store.find(m_other).value_or(profiles::Connection());
        connection.keys.kind = profiles::KeySource::Kind::Kept;
        QVERIFY(store.update(connection));
    }
    tests::ScriptedServer other;
    for (tests::ScriptedServer *server : {m_server.get(), &other}) {
        server->addOk("{\"UserPool\":{\"Name\":\"People\"}}");
        server->addOk("{\"UserPoolClient\":{}}");
    }
    start(m_other);
    QTRY_VERIFY(isOpen());
    emit m_window->manageConnectionsRequested();
    QWidget *dialog = openDialog(u"connectionsDialog"_s);
    QVERIFY(dialog);
    find<QLineEdit>(dialog, u"connectionEndpoint"_s)->setText(other.url().toString());
    find<QLineEdit>(dialog, u"connectionAccessKeyId"_s)->setText(u"AKIATYPED"_s);
    find<QLineEdit>(dialog, u"connectionSecretAccessKey"_s)->setText(u"s"_s);
    find<QPushButton>(dialog, u"connectionSave"_s)->click();
    QTRY_COMPARE(other.requests().size(), 2);
    for (const tests::ReceivedRequest &request : other.requests())
        QVERIFY(request.header("Authorization").contains("Credential=AKIATYPED/"));
    QCOMPARE(m_server->connectionCount(), 0);
}

void TestApplication::keysThatAreOfNoUseAreExplained()
{
    const auto forget = qScopeGuard([] {
        qunsetenv("AWS_ACCESS_KEY_ID");
        qunsetenv("AWS_SECRET_ACCESS_KEY");
    });
    qputenv("AWS_ACCESS_KEY_ID", "AKIAENV");
    qputenv("AWS_SECRET_ACCESS_KEY", "s");
    {
        profiles::ConnectionStore store(profilePath(u"connections.json"_s));
        store.load();
        profiles::Connection connection = store.find(m_other).value_or(profiles::Connection());
        connection.keys = {profiles::KeySource::Kind::Environment, {}};
        QVERIFY(store.update(connection));
    }
    m_server->addError("UnrecognizedClientException", "The security token included in the request is invalid.");
    start(m_other);
    QTRY_VERIFY(m_bench->banner(bannerids::AwsKeys));
    const Callout::Content said = m_bench->banner(bannerids::AwsKeys)->content();
    QVERIFY2(said.body.contains(u"AWS does not know this access key."), qPrintable(said.body));
    QVERIFY2(said.whatToDo.contains(u"Compare the access key ID"), qPrintable(said.whatToDo));
    QVERIFY2(said.serviceWords.contains(u"UnrecognizedClientException"), qPrintable(said.serviceWords));
    // The guide has more of it.
    auto *guide = find<QAbstractButton>(m_bench->banner(bannerids::AwsKeys), u"calloutGuide"_s);
    QVERIFY(guide);
    guide->click();
    QTRY_COMPARE(m_window->currentPage(), QString(pages::Guide));
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
