#include "hostprocess.h"
#include "httpcaller.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace poolscope;
using namespace poolscope::test;
using namespace Qt::StringLiterals;

// `poolscope sandbox seed` as a program.
class TestSeedCommand final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void fillsTheDemoPool();
    void fillsAnotherPool();
    void folderInUse();
    void ended_data();
    void ended();

private:
    QString data() const { return m_folder->filePath(u"data"_s); }
    int run(const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_output;
    QString m_errors;
};

namespace {

// The pool that stands at this place of the list, with its first users.
struct SeenPool
{
    QString id;
    qint64 users = 0;
    QList<json::Value> first;
};

SeenPool seenPool(HttpCaller &caller, int place = 0)
{
    const Answer pools = caller.call("ListUserPools", object({{u"MaxResults"_s, json::Value(10)}}), true);
    SeenPool seen;
    seen.id = pools.json.value(u"UserPools").elements().value(place).value(u"Id").toString();
    const json::Value named = object({{u"UserPoolId"_s, seen.id}});
    seen.users = caller.call("DescribeUserPool", named, true)
                     .json.value(u"UserPool")
                     .value(u"EstimatedNumberOfUsers")
                     .toInteger()
                     .value_or(-1);
    seen.first = caller.call("ListUsers", named, true).json.value(u"Users").elements();
    return seen;
}

} // namespace

void TestSeedCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

// The exit code.
int TestSeedCommand::run(const QStringList &arguments)
{
    HostProcess host;
    host.start(QStringList{u"seed"_s} + arguments);
    if (!host.waitForEnd() || !host.endedByItself())
        return -1;
    m_output = QString::fromUtf8(host.output());
    m_errors = QString::fromUtf8(host.errors());
    return host.exitCode();
}

void TestSeedCommand::refusesWrongOptions_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QString() << u"--users"_s;
    QTest::newRow("no number") << u"--users many"_s << u"--users"_s;
    QTest::newRow("none") << u"--users 0"_s << u"--users"_s;
    QTest::newRow("too many") << u"--users 10000001"_s << u"10000000"_s;
    QTest::newRow("seed") << u"--users 1 --seed x"_s << u"\"x\""_s;
    QTest::newRow("sign-in") << u"--users 1 --sign-in -1"_s << u"--sign-in"_s;
    QTest::newRow("extra word") << u"--users 1 now"_s << u"now"_s;
    QTest::newRow("unknown option") << u"--user 1"_s << u"user"_s;
    QTest::newRow("empty folder") << u"--users 1 --data="_s << u"--data"_s;
}

void TestSeedCommand::refusesWrongOptions()
{
    QFETCH(QString, arguments);
    QFETCH(QString, named);
    QCOMPARE(run(arguments.split(u' ', Qt::SkipEmptyParts)), 2);
    QVERIFY2(m_errors.contains(named), qPrintable(m_errors));
    QVERIFY(m_output.isEmpty());
}

void TestSeedCommand::fillsTheDemoPool()
{
    QCOMPARE(run({u"--users"_s, u"2500"_s, u"--data"_s, data(), u"--sign-in"_s, u"1"_s}), 0);
    QVERIFY2(m_output.startsWith(u"2,500 users were made in the user pool us-east-1_"_s), qPrintable(m_output));
    QVERIFY(m_output.contains(u" disabled\n"_s));
    const QString password = m_output.section(u"have the password "_s, 1).section(u".\n"_s, 0, 0);
    QCOMPARE(password, u"Sandbox-seed-1"_s);
    QVERIFY(m_output.contains(u"No password fits the others"_s));
    QCOMPARE(QDir(data()).entryList(QDir::Files), (QStringList{u"lock"_s, u"sandbox.db"_s})); // closed cleanly

    HostProcess host;
    QVERIFY(host.start({u"--data"_s, data()}));
    HttpCaller caller(host.endpoint());
    const SeenPool seen = seenPool(caller);
    QCOMPARE(seen.users, 2'500);
    QCOMPARE(seen.first.size(), 60);
    const Answer clients = caller.call("ListUserPoolClients", object({{u"UserPoolId"_s, seen.id}}), true);
    const QString client = clients.json.value(u"UserPoolClients").elements().value(0).value(u"ClientId").toString();
    const auto signIn = [&](int user) {
        return caller.call(
            "InitiateAuth",
            object({{u"ClientId"_s, client},
                    {u"AuthFlow"_s, u"USER_PASSWORD_AUTH"_s},
                    {u"AuthParameters"_s,
                     object({{u"USERNAME"_s, seen.first.at(user).value(u"Username")}, {u"PASSWORD"_s, password}})}}));
    };
    QVERIFY2(!signIn(0).json.value(u"AuthenticationResult").value(u"AccessToken").toString().isEmpty(),
             signIn(0).body.constData());
    QCOMPARE(signIn(7).errorMessage(), u"Incorrect username or password."_s);
}

void TestSeedCommand::fillsAnotherPool()
{
    HostProcess host;
    QVERIFY(host.start({u"--data"_s, data()}));
    HttpCaller caller(host.endpoint());
    const Answer made = caller.call("CreateUserPool", object({{u"PoolName"_s, u"Mine"_s}}), true);
    const QString id = made.json.value(u"UserPool").value(u"Id").toString();
    host.terminate(SIGTERM);
    QCOMPARE(run({u"--users"_s, u"10"_s, u"--data"_s, data(), u"--pool"_s, id}), 0);
    QVERIFY2(m_output.contains(id + u" (Mine)"_s), qPrintable(m_output));
    QCOMPARE(run({u"--users"_s, u"10"_s, u"--data"_s, data(), u"--pool"_s, u"us-east-1_None"_s}), 1);
    QVERIFY2(m_errors.contains(u"us-east-1_None"_s), qPrintable(m_errors));
}

void TestSeedCommand::folderInUse()
{
    HostProcess host;
    QVERIFY(host.start({u"--data"_s, data()}));
    QCOMPARE(run({u"--users"_s, u"10"_s, u"--data"_s, data()}), 1);
    QVERIFY2(m_errors.contains(u"already running with the folder"_s), qPrintable(m_errors));
    HttpCaller caller(host.endpoint());
    QCOMPARE(seenPool(caller).users, 0);
}

void TestSeedCommand::ended_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGKILL") << SIGKILL;
}

// Nothing is half made, however it ends.
void TestSeedCommand::ended()
{
    QFETCH(int, signal);
    QCOMPARE(run({u"--users"_s, u"20"_s, u"--data"_s, data()}), 0);
    QProcess seeding;
    QStringList arguments{u"seed"_s, u"--users"_s, u"5000000"_s, u"--data"_s, data()};
#ifdef SANDBOX_WORD
    arguments.prepend(QStringLiteral(SANDBOX_WORD));
#endif
    seeding.start(QStringLiteral(SANDBOX_HOST), arguments);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += seeding.readAllStandardError()).contains("5,000,000"), 60'000);
    ::kill(pid_t(seeding.processId()), signal);
    QTRY_COMPARE_WITH_TIMEOUT(seeding.state(), QProcess::NotRunning, 60'000);
    said += seeding.readAllStandardError();
    if (signal != SIGKILL) {
        QCOMPARE(seeding.exitStatus(), QProcess::NormalExit);
        QCOMPARE(seeding.exitCode(), 1);
        QVERIFY2(said.contains("No user was made"), said.constData());
        QCOMPARE(QDir(data()).entryList(QDir::Files), (QStringList{u"lock"_s, u"sandbox.db"_s}));
    }
    HostProcess host;
    QVERIFY(host.start({u"--data"_s, data()}));
    QVERIFY2(!host.errors().contains("damaged"), host.errors().constData());
    HttpCaller caller(host.endpoint());
    const SeenPool seen = seenPool(caller);
    QCOMPARE(seen.users, 20);
    QCOMPARE(seen.first.size(), 20);
}

QTEST_GUILESS_MAIN(TestSeedCommand)
#include "tst_seedcommand.moc"
