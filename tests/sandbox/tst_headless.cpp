#include "hostprocess.h"
#include "httpcaller.h"

#include "sandbox/sandbox.h"
#include "sandbox/unverifiedtexts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace poolscope::test;

// The command line of the headless sandbox.
class TestHeadless final : public QObject
{
    Q_OBJECT

private slots:
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void endsAtASignal_data();
    void endsAtASignal();
    void listsTheChoices();
    void help();
    void speaksTheUsersLanguage_data();
    void speaksTheUsersLanguage();
    void saysThatTheFolderIsInUse();
    void saysThatThePortIsInUse();
    void servesWhatWasChosen();
    void namesTheRisks();
};

void TestHeadless::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &named) {
        QTest::newRow(name) << arguments << named;
    };
    row("unknown option", {QStringLiteral("--prot"), QStringLiteral("1")}, "prot");
    row("port is no number", {QStringLiteral("--port"), QStringLiteral("http")}, "http");
    row("port too large", {QStringLiteral("--port"), QStringLiteral("65536")}, "65536");
    row("port without value", {QStringLiteral("--port")}, "port");
    row("empty folder", {QStringLiteral("--data"), QString()}, "--data");
    row("issuer", {QStringLiteral("--issuer"), QStringLiteral("mine")}, "mine");
    row("region", {QStringLiteral("--region"), QStringLiteral("Mars")}, "Mars");
    row("unknown choice", {QStringLiteral("--choice"), QStringLiteral("colour=blue")}, "colour");
    row("unknown value", {QStringLiteral("--choice"), QStringLiteral("check-signatures=blue")}, "blue");
    for (const char *host : {"*", "", "pool:9229", "http://pool", "po ol", "pool/"})
        row(qPrintable(QStringLiteral("host \"%1\"").arg(QLatin1StringView(host))),
            {QStringLiteral("--allow-host"), QString::fromLatin1(host)}, "--allow-host");
    for (const char *origin : {"*", "null", "", "app.example.com", "ftp://app.example.com", "https://app.example.com/",
                               "https://", "https://app.example.com:x", "https://*.example.com"})
        row(qPrintable(QStringLiteral("origin \"%1\"").arg(QLatin1StringView(origin))),
            {QStringLiteral("--allow-origin"), QString::fromLatin1(origin)}, "--allow-origin");
    row("extra word", {QStringLiteral("now")}, "now");
}

void TestHeadless::refusesWrongOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    HostProcess host;
    QVERIFY(!host.start(arguments));
    QVERIFY(host.waitForEnd());
    QCOMPARE(host.exitCode(), 2);
    QVERIFY2(host.errors().contains(named), host.errors().constData());
    QVERIFY(host.output().isEmpty());
}

void TestHeadless::endsAtASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestHeadless::endsAtASignal()
{
    QFETCH(int, signal);
    QTemporaryDir folder;
    HostProcess host;
    QVERIFY(host.start({QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--data"),
                        folder.filePath(QStringLiteral("data"))}));
    host.terminate(signal);
    QVERIFY(host.endedByItself());
    QCOMPARE(host.exitCode(), 0);
    const QStringList left = QDir(folder.filePath(QStringLiteral("data"))).entryList(QDir::Files);
    QCOMPARE(left, (QStringList{QStringLiteral("lock"), QStringLiteral("sandbox.db")})); // closed cleanly
}

void TestHeadless::listsTheChoices()
{
    HostProcess host;
    QVERIFY(!host.start({QStringLiteral("--list-choices")}));
    QVERIFY(host.waitForEnd());
    QCOMPARE(host.exitCode(), 0);
    using namespace poolscope::sandbox;
    QByteArray expected;
    for (const Choice &choice : allChoices()) {
        const QString values = choice.values.join(QStringLiteral(" | "));
        expected += QStringLiteral("%1 = %2 (%3)\n").arg(choice.name, values, choice.mark).toUtf8();
        expected += "    " + choice.description.toUtf8() + '\n';
    }
    expected += "Accepted without effect (a star stands for unknown keys):\n";
    for (const QString &line : acceptedWithoutEffect())
        expected += "    " + line.toUtf8() + '\n';
    expected += "Texts that are not verified (… stands for what they name):\n";
    for (const UnverifiedText &one : unverifiedTexts())
        expected += QStringLiteral("    %1 (%2)\n").arg(one.text, one.mark).toUtf8();
    QCOMPARE(host.output(), expected);
    // As people read it.
    QVERIFY(expected.contains("check-signatures = well-formed | verified | none (ours)\n"));
    QVERIFY(expected.contains("    InitiateAuth: AnalyticsMetadata, UserContextData, AuthParameters.*\n"));
    QVERIFY(expected.contains("two-client-secrets = both | newest (inferred)\n"));
    QVERIFY(expected.contains("    NotAuthorizedException: Auto verification not turned on. (recalled)\n"));
}

void TestHeadless::help()
{
    HostProcess host;
    QVERIFY(!host.start({QStringLiteral("--help")}));
    QVERIFY(host.waitForEnd());
    QCOMPARE(host.exitCode(), 0);
    QVERIFY(host.output().contains("--port"));
}

void TestHeadless::speaksTheUsersLanguage_data()
{
    QTest::addColumn<bool>("sandbox"); // or the window's options
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("sandbox, bad option") << true << QStringList{QStringLiteral("--port"), QStringLiteral("http")}
                                         << QStringLiteral("--port에는 0부터 65535까지의 숫자를 지정합니다");
    QTest::newRow("sandbox, help") << true << QStringList{QStringLiteral("--help")}
                                   << QStringLiteral("이 도움말을 표시하고 끝냅니다.");
    QTest::newRow("window, bad option") << false << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")}
                                        << QStringLiteral("--theme에는 light, dark, system 중 하나를 지정합니다");
    QTest::newRow("window, help") << false << QStringList{QStringLiteral("--help")}
                                  << QStringLiteral("이 도움말을 표시하고 끝냅니다.");
}

void TestHeadless::speaksTheUsersLanguage()
{
#ifdef SANDBOX_WORD
    QFETCH(bool, sandbox);
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("ko_KR.UTF-8"));
    environment.remove(QStringLiteral("DISPLAY")); // nothing here needs one
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(SANDBOX_HOST),
                  sandbox ? QStringList{QStringLiteral(SANDBOX_WORD)} + arguments : arguments);
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 60'000);
    const QString said = QString::fromUtf8(program.readAll());
    QVERIFY2(said.contains(text), qPrintable(said));

    HostProcess host; // programs read this line
    host.setLocale(QStringLiteral("ko_KR.UTF-8"));
    QVERIFY(host.start({QStringLiteral("--port"), QStringLiteral("0")}));
    QCOMPARE(host.output(), "Listening on " + host.endpoint().toString().toUtf8() + '\n');
#else
    QSKIP("Only the program itself has the translations.");
#endif
}

void TestHeadless::saysThatTheFolderIsInUse()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    HostProcess first;
    QVERIFY(first.start({QStringLiteral("--data"), data}));
    HostProcess second;
    QVERIFY(!second.start({QStringLiteral("--data"), data}));
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(second.errors().contains("already running with the folder " + data.toUtf8()), second.errors().constData());
}

void TestHeadless::saysThatThePortIsInUse()
{
    HostProcess first;
    QVERIFY(first.start({}));
    const QString port = QString::number(first.endpoint().port());
    HostProcess second;
    QVERIFY(!second.start({QStringLiteral("--port"), port}));
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(second.errors().contains(port.toLatin1()), second.errors().constData());
}

void TestHeadless::servesWhatWasChosen()
{
    HostProcess host;
    QVERIFY(host.start({QStringLiteral("--region"), QStringLiteral("eu-central-1"), QStringLiteral("--choice"),
                        QStringLiteral("check-signatures=none")}));
    HttpCaller caller(host.endpoint());
    QCOMPARE(caller.get(QStringLiteral("/_poolscope/health")).json.value(u"region").toString(),
             QStringLiteral("eu-central-1"));
    const Answer pools =
        caller.call("ListUserPools", object({{QStringLiteral("MaxResults"), poolscope::json::Value(10)}}));
    QCOMPARE(pools.status, 200); // without a signature
    const auto list = pools.json.value(u"UserPools").elements();
    QCOMPARE(list.size(), 1);
    QVERIFY(list.first().value(u"Id").toString().startsWith(QStringLiteral("eu-central-1_")));
}

void TestHeadless::namesTheRisks()
{
    HostProcess host;
    QVERIFY(host.start({QStringLiteral("--allow-host"), QStringLiteral("Host.docker.internal"),
                        QStringLiteral("--allow-origin"), QStringLiteral("https://app.example.com"),
                        QStringLiteral("--allow-origin"), QStringLiteral("http://[::1]:3000")}));
    HttpCaller caller(host.endpoint());
    const HttpCaller::Headers container{{"Host", "host.docker.internal:9229"}};
    QCOMPARE(caller.get(QStringLiteral("/_poolscope/health"), container).status, 200);
    const HttpCaller::Headers page{{"Origin", "https://app.example.com"}};
    QCOMPARE(caller.get(QStringLiteral("/_poolscope/health"), page).status, 403);
    QCOMPARE(caller.get(QStringLiteral("/us-east-1_None/.well-known/jwks.json"), page).status, 404);
    host.terminate(SIGTERM);
    QCOMPARE(host.output(), "Listening on " + host.endpoint().toString().toUtf8() + '\n'); // programs read this
    QCOMPARE(host.errors().count("Risk:"), 2);
    QVERIFY(host.errors().contains("as host.docker.internal "));
    QVERIFY(host.errors().contains("https://app.example.com"));

    HostProcess plain;
    QVERIFY(plain.start({}));
    plain.terminate(SIGTERM);
    QCOMPARE(plain.errors(), QByteArray());
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
