#include "httpcaller.h"
#include "sandbox/sandbox.h"

#include "support/rawclient.h"
#include "support/signingkeys.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace poolscope;
using namespace poolscope::sandbox;
using poolscope::test::Answer;
using poolscope::test::HttpCaller;
using poolscope::test::object;

// The sandbox as the window uses it.
class TestSandboxFacade final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsStopsAndStartsAgain();
    void keepsItsDataInAFolder();
    void aTemporaryFolderGoesAway();
    void aFolderHasOneOwner();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void movesADamagedDatabaseAside();
    void endsWhereTheDiskTakesNothing();
    void announcesMessages();
    void expiresAMessage();
    void resetMakesANewDemoPool();
    void aDeletedDemoPoolIsReplaced();
    void issuerNamesThePartition();
    void callsWhileStopped();
    void contextMayDie();
    void mayDieWithCallsInFlight();
    void stopsWithRequestsInFlight();
    void localIssuer();

private:
    std::unique_ptr<Sandbox> start(Options options);
    Options inFolder() const
    {
        return Options{.dataDir = m_folder->filePath(QStringLiteral("data")),
                       .makeKey = poolscope::tests::sharedSigningKey};
    }
    DemoPool demoPool(Sandbox &sandbox);
    QList<Message> messages(Sandbox &sandbox);
    void signUp(Sandbox &sandbox, const QString &email);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSandboxFacade::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Sandbox> TestSandboxFacade::start(Options options)
{
    auto sandbox = std::make_unique<Sandbox>(std::move(options));
    QSignalSpy started(sandbox.get(), &Sandbox::started);
    sandbox->start();
    if (!started.wait(60'000))
        qFatal("The sandbox did not start.");
    return sandbox;
}

DemoPool TestSandboxFacade::demoPool(Sandbox &sandbox)
{
    std::optional<Result<DemoPool>> told;
    sandbox.demoPool(this, [&](const Result<DemoPool> &demo) { told = demo; });
    (void)QTest::qWaitFor([&] { return told.has_value(); }, 30'000);
    return told && *told ? **told : DemoPool{};
}

QList<Message> TestSandboxFacade::messages(Sandbox &sandbox)
{
    std::optional<Result<QList<Message>>> told;
    sandbox.messages(this, [&](const Result<QList<Message>> &all) { told = all; });
    (void)QTest::qWaitFor([&] { return told.has_value(); }, 30'000);
    return told && *told ? **told : QList<Message>{};
}

void TestSandboxFacade::signUp(Sandbox &sandbox, const QString &email)
{
    HttpCaller caller(sandbox.endpoint());
    const Answer answer = caller.call("SignUp", object({{QStringLiteral("ClientId"), demoPool(sandbox).clientId},
                                                        {QStringLiteral("Username"), email},
                                                        {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}}));
    QVERIFY2(answer.status == 200, answer.body.constData());
}

void TestSandboxFacade::startsStopsAndStartsAgain()
{
    const auto sandbox = start(inFolder());
    QVERIFY(sandbox->isRunning());
    QCOMPARE(sandbox->endpoint().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(sandbox->endpoint().port() > 0);
    const DemoPool demo = demoPool(*sandbox);
    QVERIFY(demo.userPoolId.startsWith(QStringLiteral("us-east-1_")));
    QVERIFY(!demo.clientId.isEmpty());
    QSignalSpy stopped(sandbox.get(), &Sandbox::stopped);
    QSignalSpy started(sandbox.get(), &Sandbox::started);
    sandbox->stop();
    QVERIFY(!sandbox->isRunning());
    sandbox->start(); // at once
    QVERIFY(started.wait(60'000));
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(demoPool(*sandbox).userPoolId, demo.userPoolId);
}

void TestSandboxFacade::keepsItsDataInAFolder()
{
    DemoPool demo;
    QByteArray keys;
    const auto keysOf = [&](Sandbox &sandbox) {
        HttpCaller caller(sandbox.endpoint());
        return caller.get(u'/' + demo.userPoolId + QStringLiteral("/.well-known/jwks.json")).body;
    };
    {
        const auto sandbox = start(inFolder());
        demo = demoPool(*sandbox);
        signUp(*sandbox, QStringLiteral("anna@example.com"));
        keys = keysOf(*sandbox);
    }
    const QDir folder(inFolder().dataDir);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(folder.path()).permissions() & others));
    const QFileInfoList files = folder.entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    const auto again = start(inFolder());
    QCOMPARE(demoPool(*again).userPoolId, demo.userPoolId);
    QCOMPARE(demoPool(*again).clientId, demo.clientId);
    QCOMPARE(messages(*again).first().to, QStringLiteral("anna@example.com"));
    QCOMPARE(keysOf(*again), keys);
}

void TestSandboxFacade::aTemporaryFolderGoesAway()
{
    QString path;
    {
        const auto sandbox = start({});
        path = sandbox->dataDir();
        QVERIFY(QFileInfo(path).isDir());
    }
    QVERIFY(!QFileInfo::exists(path));
}

void TestSandboxFacade::aFolderHasOneOwner()
{
    const auto first = start(inFolder());
    Sandbox second(inFolder());
    QSignalSpy failed(&second, &Sandbox::failed);
    second.start();
    QVERIFY(failed.wait(30'000));
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, QStringLiteral("FolderInUse"));
    QVERIFY(error.message.contains(inFolder().dataDir));
    QVERIFY(!second.isRunning());
    QVERIFY(!demoPool(*first).clientId.isEmpty()); // undisturbed
}

void TestSandboxFacade::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("code");
    QTest::newRow("a file in the way") << QStringLiteral("/dev/null/data") << QString()
                                       << QStringLiteral("CannotMakeFolder");
    QTest::newRow("unknown choice") << QString() << QStringLiteral("colour") << QStringLiteral("UnknownChoice");
    QTest::newRow("unknown value") << QString() << QStringLiteral("check-signatures")
                                   << QStringLiteral("UnknownChoiceValue");
}

void TestSandboxFacade::tellsWhatIsWrong()
{
    QFETCH(QString, folder);
    QFETCH(QString, choice);
    QFETCH(QString, code);
    Options options{.dataDir = folder};
    if (!choice.isEmpty())
        options.choices.insert(choice, QStringLiteral("blue"));
    Sandbox sandbox(options);
    QSignalSpy failed(&sandbox, &Sandbox::failed);
    sandbox.start();
    QVERIFY(failed.wait(30'000));
    QCOMPARE(failed.first().first().value<Error>().code, code);
}

// Nobody may be told of what can be lost; and somebody has to learn why nothing is answered.
void TestSandboxFacade::endsWhereTheDiskTakesNothing()
{
    auto full = std::make_shared<std::atomic_bool>(false);
    Options options = inFolder();
    options.syncOf = [full](const QString &) -> CommitSync::Sync {
        return [full]() -> Result<void> {
            if (*full)
                return failure(Error::storage(QStringLiteral("NotOnDisk"), QStringLiteral("The disk is full.")));
            return {};
        };
    };
    const auto sandbox = start(options);
    const DemoPool pool = demoPool(*sandbox);
    QSignalSpy failed(sandbox.get(), &Sandbox::failed);
    *full = true;
    // As raw bytes: QNetworkAccessManager would send a request that was cut again, to a sandbox that is ending.
    Client client(sandbox->endpoint().port());
    client.send(post(json::write(object({{QStringLiteral("ClientId"), pool.clientId},
                                         {QStringLiteral("Username"), QStringLiteral("ann@example.com")},
                                         {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}})),
                     "Content-Type: application/x-amz-json-1.1\r\n"
                     "X-Amz-Target: AWSCognitoIdentityProviderService.SignUp\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QCOMPARE(failed.first().first().value<Error>().code, QStringLiteral("NotOnDisk"));
    QVERIFY(!sandbox->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(client.closed(), 30'000);
    QCOMPARE(client.received(), QByteArray()); // neither done nor refused

    *full = false;
    QSignalSpy started(sandbox.get(), &Sandbox::started);
    sandbox->start();
    QVERIFY(started.wait(60'000));
    QCOMPARE(demoPool(*sandbox).clientId, pool.clientId);
}

void TestSandboxFacade::movesADamagedDatabaseAside()
{
    const QString path = inFolder().dataDir + QStringLiteral("/sandbox.db");
    {
        start(inFolder());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    Sandbox sandbox(inFolder());
    QSignalSpy moved(&sandbox, &Sandbox::damagedDataMovedAside);
    QSignalSpy started(&sandbox, &Sandbox::started);
    sandbox.start();
    QVERIFY(started.wait(60'000));
    QCOMPARE(moved.count(), 1);
    QVERIFY(QFile::exists(moved.first().first().toString()));
    QVERIFY(!demoPool(sandbox).clientId.isEmpty());
}

void TestSandboxFacade::announcesMessages()
{
    const auto sandbox = start({});
    QSignalSpy changed(sandbox.get(), &Sandbox::messagesChanged);
    signUp(*sandbox, QStringLiteral("anna@example.com"));
    QTRY_VERIFY(changed.count() > 0);
    const QList<Message> all = messages(*sandbox);
    QCOMPARE(all.size(), 1);
    QVERIFY(all.first().medium == Message::Medium::Email);
    QVERIFY(all.first().state == Message::State::Current);
    QCOMPARE(all.first().userPoolId, demoPool(*sandbox).userPoolId);
    std::optional<qsizetype> others;
    sandbox->messages({.userPoolId = QStringLiteral("us-east-1_other")}, this,
                      [&](const Result<QList<Message>> &some) { others = some ? some->size() : -1; });
    QTRY_VERIFY(others);
    QCOMPARE(*others, 0);
    for (const QString &since : {QStringLiteral("1e300"), QStringLiteral("nan"), QStringLiteral("-5")}) {
        const Answer listed =
            HttpCaller(sandbox->endpoint()).get(QStringLiteral("/_poolscope/messages?since=") + since);
        QCOMPARE(listed.status, 200);
        QCOMPARE(listed.json.size(), since == QStringLiteral("1e300") ? 0 : 1);
    }
}

void TestSandboxFacade::expiresAMessage()
{
    const auto sandbox = start({});
    signUp(*sandbox, QStringLiteral("anna@example.com"));
    const Message message = messages(*sandbox).first();
    std::optional<Result<void>> done;
    sandbox->expireMessage(message.id, this, [&](const Result<void> &result) { done = result; });
    QTRY_VERIFY(done);
    QVERIFY(*done);
    QVERIFY(messages(*sandbox).first().state == Message::State::Expired);
    HttpCaller caller(sandbox->endpoint());
    const Answer late =
        caller.call("ConfirmSignUp", object({{QStringLiteral("ClientId"), demoPool(*sandbox).clientId},
                                             {QStringLiteral("Username"), QStringLiteral("anna@example.com")},
                                             {QStringLiteral("ConfirmationCode"), message.code}}));
    QCOMPARE(late.errorCode(), QStringLiteral("ExpiredCodeException"));
    done.reset();
    sandbox->expireMessage(message.id + 100, this, [&](const Result<void> &result) { done = result; });
    QTRY_VERIFY(done);
    QCOMPARE(done->error().code, QStringLiteral("NoSuchMessage"));
}

void TestSandboxFacade::resetMakesANewDemoPool()
{
    const auto sandbox = start({});
    const DemoPool before = demoPool(*sandbox);
    signUp(*sandbox, QStringLiteral("anna@example.com"));
    bool done = false;
    sandbox->reset(this, [&](const Result<void> &result) { done = result.has_value(); });
    QTRY_VERIFY(done);
    const DemoPool after = demoPool(*sandbox);
    QVERIFY(!after.userPoolId.isEmpty());
    QVERIFY(after.userPoolId != before.userPoolId);
    QVERIFY(messages(*sandbox).isEmpty());
    HttpCaller caller(sandbox->endpoint());
    QCOMPARE(caller.get(u'/' + before.userPoolId + QStringLiteral("/.well-known/jwks.json")).status, 404);
    signUp(*sandbox, QStringLiteral("anna@example.com")); // the name is free again
}

void TestSandboxFacade::aDeletedDemoPoolIsReplaced()
{
    const auto sandbox = start({.choices = {{QStringLiteral("check-signatures"), QStringLiteral("none")}}});
    HttpCaller caller(sandbox->endpoint());
    const DemoPool first = demoPool(*sandbox);
    const auto pool = object({{QStringLiteral("UserPoolId"), first.userPoolId}});
    const Answer client =
        caller.call("CreateUserPoolClient", object({{QStringLiteral("UserPoolId"), first.userPoolId},
                                                    {QStringLiteral("ClientName"), QStringLiteral("Another")}}));
    const QString other = client.json.value(u"UserPoolClient").value(u"ClientId").toString();
    QVERIFY(!other.isEmpty());
    const auto deleteClient = [&](const QString &id) {
        return caller
            .call("DeleteUserPoolClient",
                  object({{QStringLiteral("UserPoolId"), first.userPoolId}, {QStringLiteral("ClientId"), id}}))
            .status;
    };
    QCOMPARE(deleteClient(first.clientId), 200);
    QCOMPARE(demoPool(*sandbox).clientId, other);
    QCOMPARE(deleteClient(other), 200);
    const DemoPool second = demoPool(*sandbox); // no pool has a client
    QVERIFY(!second.clientId.isEmpty());
    QVERIFY(second.userPoolId != first.userPoolId);
    QCOMPARE(caller.call("DeleteUserPool", object({{QStringLiteral("UserPoolId"), second.userPoolId}})).status, 200);
    QCOMPARE(caller.call("DeleteUserPool", pool).status, 200);
    QVERIFY(!demoPool(*sandbox).clientId.isEmpty());
}

void TestSandboxFacade::issuerNamesThePartition()
{
    const auto sandbox = start({.region = QStringLiteral("cn-north-1")});
    HttpCaller caller(sandbox->endpoint());
    const QString poolId = demoPool(*sandbox).userPoolId;
    const Answer answer = caller.get(u'/' + poolId + QStringLiteral("/.well-known/openid-configuration"));
    QCOMPARE(answer.json.value(u"issuer").toString(),
             QStringLiteral("https://cognito-idp.cn-north-1.amazonaws.com.cn/") + poolId);
}

void TestSandboxFacade::callsWhileStopped()
{
    Sandbox sandbox({});
    std::optional<Result<DemoPool>> told;
    sandbox.demoPool(this, [&](const Result<DemoPool> &demo) { told = demo; });
    QVERIFY(!told); // never before the call returns
    QTRY_VERIFY(told);
    QCOMPARE(told->error().code, QStringLiteral("NotRunning"));
}

void TestSandboxFacade::contextMayDie()
{
    const auto sandbox = start({});
    auto context = std::make_unique<QObject>();
    bool called = false;
    sandbox->messages(context.get(), [&](const Result<QList<Message>> &) { called = true; });
    context.reset();
    messages(*sandbox); // answered after the first
    QVERIFY(!called);
}

void TestSandboxFacade::mayDieWithCallsInFlight()
{
    for (int round = 0; round < 5; ++round) {
        auto sandbox = std::make_unique<Sandbox>(inFolder());
        QSignalSpy started(sandbox.get(), &Sandbox::started);
        sandbox->start();
        if (round > 0)
            QVERIFY(started.wait(60'000));
        for (int i = 0; i < 20; ++i) {
            sandbox->messages(this, [](const Result<QList<Message>> &) { QFAIL("answered after its end"); });
            sandbox->reset(this, [](const Result<void> &) { QFAIL("answered after its end"); });
        }
        sandbox.reset();
        QCoreApplication::sendPostedEvents();
    }
}

void TestSandboxFacade::stopsWithRequestsInFlight()
{
    const auto sandbox = start({});
    HttpCaller caller(sandbox->endpoint());
    const QString clientId = demoPool(*sandbox).clientId;
    QList<QNetworkReply *> replies;
    for (int i = 0; i < 20; ++i) {
        replies << caller.send("SignUp", object({{QStringLiteral("ClientId"), clientId},
                                                 {QStringLiteral("Username"), QStringLiteral("u%1@example.com").arg(i)},
                                                 {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}}));
    }
    QTRY_VERIFY(std::any_of(replies.begin(), replies.end(), [](QNetworkReply *reply) { return reply->isFinished(); }));
    QSignalSpy stopped(sandbox.get(), &Sandbox::stopped);
    sandbox->stop();
    QVERIFY(stopped.wait(30'000));
    for (QNetworkReply *reply : std::as_const(replies)) {
        QTRY_VERIFY(reply->isFinished()); // answered or cut off, but not left hanging
        delete reply;
    }
}

void TestSandboxFacade::localIssuer()
{
    const auto sandbox = start({.localIssuer = true});
    HttpCaller caller(sandbox->endpoint());
    const QString poolId = demoPool(*sandbox).userPoolId;
    const Answer answer = caller.get(u'/' + poolId + QStringLiteral("/.well-known/openid-configuration"));
    QCOMPARE(answer.json.value(u"issuer").toString(), sandbox->endpoint().toString() + u'/' + poolId);
}

QTEST_GUILESS_MAIN(TestSandboxFacade)
#include "tst_sandboxfacade.moc"
