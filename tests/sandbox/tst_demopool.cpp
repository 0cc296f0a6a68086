#include "httpcaller.h"
#include "sandbox/sandbox.h"
#include "support/signingkeys.h"

#include <QDir>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using poolscope::test::Answer;
using poolscope::test::HttpCaller;
using poolscope::test::object;

// The demo pool where making it fails: SQLite refuses a row, by a trigger that the test puts into the sandbox's database.
class TestDemoPool final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void failureIsToldAndLeavesNothing_data();
    void failureIsToldAndLeavesNothing();
    void resetWithoutDemoPool();
    void severalAskAtOnce();
    void halfMadeGoesAtTheNextStart();
    void whatIsInUseStays();

private:
    std::unique_ptr<Sandbox> start();
    void change(const QStringList &statements);
    Result<DemoPool> demoPool(Sandbox &sandbox);
    QStringList pools(const Sandbox &sandbox);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString breakClients =
    QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON clients BEGIN SELECT RAISE(ABORT, 'no space left'); END");
const QString mend = QStringLiteral("DROP TRIGGER broken");
const QStringList deletePools{QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("DELETE FROM pools"),
                              QStringLiteral("DELETE FROM settings WHERE name = 'demoPool'")};
// As it is between the making of the pool and of its client.
const QString unfinishedNote =
    QStringLiteral("UPDATE settings SET value = json_set(value, '$.clientId', '') WHERE name = 'demoPool'");

} // namespace

// Every test finds the data of a sandbox that ran once.
void TestDemoPool::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto sandbox = start();
    QVERIFY(demoPool(*sandbox));
}

std::unique_ptr<Sandbox> TestDemoPool::start()
{
    auto sandbox = std::make_unique<Sandbox>(
        Options{.dataDir = m_folder->filePath(QStringLiteral("data")), .makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(sandbox.get(), &Sandbox::started);
    sandbox->start();
    if (!started.wait(60'000))
        qFatal("The sandbox did not start.");
    return sandbox;
}

void TestDemoPool::change(const QStringList &statements)
{
    const QDir folder(m_folder->filePath(QStringLiteral("data")));
    const QStringList files = folder.entryList({QStringLiteral("*.db")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(folder.filePath(files.first()));
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

Result<DemoPool> TestDemoPool::demoPool(Sandbox &sandbox)
{
    std::optional<Result<DemoPool>> told;
    sandbox.demoPool(this, [&](const Result<DemoPool> &demo) { told = demo; });
    (void)QTest::qWaitFor([&] { return told.has_value(); }, 30'000);
    return told.value_or(failure(Error{.kind = Error::Kind::Timeout}));
}

QStringList TestDemoPool::pools(const Sandbox &sandbox)
{
    HttpCaller caller(sandbox.endpoint());
    const Answer answer = caller.call("ListUserPools", object({{QStringLiteral("MaxResults"), 60}}), true);
    QStringList ids;
    const json::Value list = answer.json.value(u"UserPools");
    for (const json::Value &pool : list.elements())
        ids << pool.value(u"Id").toString();
    return answer.status == 200 ? ids : QStringList{QStringLiteral("not listed")};
}

void TestDemoPool::failureIsToldAndLeavesNothing_data()
{
    QTest::addColumn<QString>("trigger");
    QTest::newRow("the pool") << QStringLiteral("BEFORE INSERT ON pools");
    QTest::newRow("its app client") << QStringLiteral("BEFORE INSERT ON clients");
    QTest::newRow("the note of the pool") << QStringLiteral("BEFORE INSERT ON settings WHEN NEW.name = 'demoPool'");
    QTest::newRow("the note of both") << QStringLiteral(
        "BEFORE INSERT ON settings WHEN NEW.name = 'demoPool' AND NEW.value NOT LIKE '%\"clientId\":\"\"%'");
}

void TestDemoPool::failureIsToldAndLeavesNothing()
{
    QFETCH(QString, trigger);
    change(deletePools);
    change({QStringLiteral("CREATE TRIGGER broken %1 BEGIN SELECT RAISE(ABORT, 'no space left'); END").arg(trigger)});
    const auto sandbox = start(); // all the same: it can be used without
    QCOMPARE(pools(*sandbox), QStringList());
    const auto refused = demoPool(*sandbox);
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Storage);
    QCOMPARE(refused.error().code, QStringLiteral("NoDemoPool"));
    QVERIFY2(refused.error().message.contains(u"no space left"), qPrintable(refused.error().message));
    QVERIFY2(refused.error().message.contains(u"try again"), qPrintable(refused.error().message));
    QCOMPARE(pools(*sandbox), QStringList());

    change({mend});
    const auto made = demoPool(*sandbox);
    QVERIFY(made);
    QVERIFY(!made->clientId.isEmpty());
    QCOMPARE(pools(*sandbox), QStringList(made->userPoolId));
}

void TestDemoPool::resetWithoutDemoPool()
{
    change({breakClients});
    const auto sandbox = start();
    QSignalSpy wasReset(sandbox.get(), &Sandbox::wasReset);
    std::optional<Result<void>> told;
    sandbox->reset(this, [&](const Result<void> &result) { told = result; });
    QTRY_VERIFY(told);
    QVERIFY(*told); // everything is gone, as was asked for
    QCOMPARE(wasReset.size(), 1);
    QCOMPARE(pools(*sandbox), QStringList());
    const auto refused = demoPool(*sandbox);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("NoDemoPool"));
}

void TestDemoPool::severalAskAtOnce()
{
    change(deletePools);
    change({breakClients});
    const auto sandbox = start();
    change({mend});
    QStringList told;
    for (int i = 0; i < 3; ++i)
        sandbox->demoPool(this, [&](const Result<DemoPool> &demo) { told << (demo ? demo->userPoolId : QString()); });
    QTRY_COMPARE(told.size(), 3);
    QVERIFY(!told.first().isEmpty());
    QCOMPARE(told, QStringList(3, told.first()));
    QCOMPARE(pools(*sandbox), told.first(1));
}

void TestDemoPool::halfMadeGoesAtTheNextStart()
{
    change({QStringLiteral("DELETE FROM clients"), unfinishedNote});
    const auto sandbox = start();
    const auto made = demoPool(*sandbox);
    QVERIFY(made);
    QVERIFY(!made->clientId.isEmpty());
    QCOMPARE(pools(*sandbox), QStringList(made->userPoolId));
}

void TestDemoPool::whatIsInUseStays()
{
    change({unfinishedNote}); // the pool has an app client, which somebody else may have made
    const auto sandbox = start();
    QVERIFY(demoPool(*sandbox));
    QCOMPARE(pools(*sandbox).size(), 2);
}

QTEST_GUILESS_MAIN(TestDemoPool)
#include "tst_demopool.moc"
