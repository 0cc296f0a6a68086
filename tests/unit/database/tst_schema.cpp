#include "database/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::database;

namespace {

QStringList migrationsOfTwo()
{
    return {QStringLiteral("CREATE TABLE a (x); INSERT INTO a VALUES (1);"), QStringLiteral("CREATE TABLE b (x)")};
}

} // namespace

class TestSchema final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesAndKeeps();
    void migratesAnOlderOne();
    void aFailedMigrationLeavesTheOldSchema();
    void refusesANewerOne();
    void movesADamagedFileAside_data();
    void movesADamagedFileAside();
    void soundDataSurvivesAnUncleanEnd();
    void foldersArePrivate();
    void refusesOpenFoldersWithContents();

private:
    Result<OpenedDatabase> open(const QStringList &migrations = migrationsOfTwo());
    QString path() const { return m_folder->filePath(QStringLiteral("t.db")); }
    static qint64 number(Connection &connection, const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    const QDateTime m_now{QDate(2026, 11, 22), QTime(3, 4, 5), Qt::UTC};
};

void TestSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Result<OpenedDatabase> TestSchema::open(const QStringList &migrations)
{
    return openWithSchema(Options{.path = path()}, migrations, m_now);
}

qint64 TestSchema::number(Connection &connection, const QString &sql)
{
    qint64 value = -1;
    (void)connection.query(sql, {}, [&](const Row &row) { value = row.integer(0); });
    return value;
}

void TestSchema::makesAndKeeps()
{
    auto first = open();
    QVERIFY(first);
    QVERIFY(first->movedAside.isEmpty());
    QCOMPARE(number(*first->connection, QStringLiteral("PRAGMA user_version")), 2);
    QVERIFY(first->connection->execute(QStringLiteral("INSERT INTO b VALUES (7)")));
    QVERIFY(closeCleanly(std::move(first->connection)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("t.db")});
    const auto second = open();
    QVERIFY(second);
    QCOMPARE(number(*second->connection, QStringLiteral("SELECT x FROM b")), 7);
    QCOMPARE(number(*second->connection, QStringLiteral("SELECT count(*) FROM a")), 1);
}

void TestSchema::migratesAnOlderOne()
{
    {
        QVERIFY(open(migrationsOfTwo().first(1)));
    }
    const auto newer = open();
    QVERIFY(newer);
    QCOMPARE(number(*newer->connection, QStringLiteral("PRAGMA user_version")), 2);
    QCOMPARE(number(*newer->connection, QStringLiteral("SELECT count(*) FROM a")), 1);
    QCOMPARE(number(*newer->connection, QStringLiteral("SELECT count(*) FROM b")), 0);
}

void TestSchema::aFailedMigrationLeavesTheOldSchema()
{
    {
        QVERIFY(open(migrationsOfTwo().first(1)));
    }
    const QStringList broken = migrationsOfTwo()
                               << QStringLiteral("CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)");
    QVERIFY(!open(broken));
    const auto old = open(migrationsOfTwo().first(1));
    QVERIFY(old);
    QCOMPARE(number(*old->connection, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")), 1);
}

void TestSchema::refusesANewerOne()
{
    {
        QVERIFY(open());
    }
    const auto refused = open(migrationsOfTwo().first(1));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Storage);
    QCOMPARE(refused.error().code, QStringLiteral("NewerSchema"));
    QVERIFY(refused.error().message.contains(path()));
    QVERIFY(QFile::exists(path())); // and left alone
    QVERIFY(open());
}

void TestSchema::movesADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("rubbish");
    QTest::addColumn<qint64>("at");
    QTest::newRow("no database at all") << QByteArray(8192, 'x') << qint64(0);
    QTest::newRow("a page overwritten") << QByteArray(4096, 'x') << qint64(4096);
}

void TestSchema::movesADamagedFileAside()
{
    QFETCH(QByteArray, rubbish);
    QFETCH(qint64, at);
    {
        auto made = open();
        QVERIFY(made);
        QVERIFY(closeCleanly(std::move(made->connection)));
        QFile mark(path() + QStringLiteral(".open")); // as after kill -9
        QVERIFY(mark.open(QIODevice::WriteOnly));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    file.write(rubbish);
    file.close();
    const auto opened = open();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
    QCOMPARE(opened->movedAside, path() + QStringLiteral(".damaged-20261122-030405"));
    QVERIFY(QFile::exists(opened->movedAside));
    QCOMPARE(number(*opened->connection, QStringLiteral("SELECT count(*) FROM a")), 1);
}

void TestSchema::soundDataSurvivesAnUncleanEnd()
{
    {
        auto made = open();
        QVERIFY(made);
        QVERIFY(made->connection->execute(QStringLiteral("INSERT INTO b VALUES (7)")));
    } // not closed cleanly
    QVERIFY(QFile::exists(path() + QStringLiteral(".open")));
    const auto again = open();
    QVERIFY(again);
    QVERIFY(again->movedAside.isEmpty());
    QCOMPARE(number(*again->connection, QStringLiteral("SELECT x FROM b")), 7);
}

void TestSchema::foldersArePrivate()
{
    const QString deep = m_folder->filePath(QStringLiteral("one/two"));
    QVERIFY(makePrivateFolder(deep));
    QVERIFY(makePrivateFolder(deep)); // again is fine
    const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(deep).permissions() & others));
    QVERIFY(!(QFileInfo(m_folder->filePath(QStringLiteral("one"))).permissions() & others));
}

void TestSchema::refusesOpenFoldersWithContents()
{
    const QString shared = m_folder->filePath(QStringLiteral("shared"));
    QVERIFY(QDir().mkdir(shared));
    const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(shared, open));
    QVERIFY(makePrivateFolder(shared)); // empty: narrowed
    QVERIFY(!(QFileInfo(shared).permissions() & QFile::ReadOther));
    QVERIFY(QFile::setPermissions(shared, open));
    QFile file(shared + QStringLiteral("/theirs"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = makePrivateFolder(shared);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("FolderNotPrivate"));
    QVERIFY(QFileInfo(shared).permissions() & QFile::ReadOther);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
