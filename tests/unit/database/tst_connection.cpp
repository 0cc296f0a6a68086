#include "database/connection.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace poolscope;
using namespace poolscope::database;

class TestConnection final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bindsAndReadsEveryType();
    void keepsEmptyTextsApartFromNull();
    void namesFailures_data();
    void namesFailures();
    void sameStatementInsideItsOwnRows();
    void worksOnAnyThread();
    void waitsForAnotherWriter();
    void rollsBackWithoutCommit();
    void rollsBackAfterAFailure();
    void usesWalAndPrivateFiles();
    void obeysForeignKeys();
    void readOnlyRefusesToWrite();

private:
    std::unique_ptr<Connection> open(bool readOnly = false);
    qint64 count(Connection &connection, const QString &table);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConnection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Connection> TestConnection::open(bool readOnly)
{
    auto opened = Connection::open(Options{.path = m_folder->filePath(QStringLiteral("t.db")), .readOnly = readOnly});
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    return std::move(*opened);
}

qint64 TestConnection::count(Connection &connection, const QString &table)
{
    qint64 rows = -1;
    (void)connection.query(QStringLiteral("SELECT count(*) FROM %1").arg(table), {},
                           [&](const Row &row) { rows = row.integer(0); });
    return rows;
}

void TestConnection::bindsAndReadsEveryType()
{
    const auto db = open();
    QVERIFY(db->execute(QStringLiteral("CREATE TABLE t (i INTEGER, r REAL, t TEXT, b BLOB, n INTEGER) STRICT")));
    const QByteArray blob("\0\x01\xff", 3);
    const QString text = QStringLiteral("한국 '\"; --");
    QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (?, ?, ?, ?, ?)"),
                        {qint64(9'007'199'254'740'993), 1.5, text, blob, QVariant()}));
    QCOMPARE(db->lastInsertId(), 1);
    QCOMPARE(db->changedRows(), 1);
    int rows = 0;
    QVERIFY(db->query(QStringLiteral("SELECT i, r, t, b, n FROM t"), {}, [&](const Row &row) {
        ++rows;
        QCOMPARE(row.integer(0), 9'007'199'254'740'993);
        QCOMPARE(row.text(1), QStringLiteral("1.5"));
        QCOMPARE(row.text(2), text);
        QCOMPARE(row.blob(3), blob);
        QVERIFY(row.isNull(4));
        QVERIFY(!row.optionalInteger(4));
        QCOMPARE(row.optionalInteger(0).value(), 9'007'199'254'740'993);
    }));
    QCOMPARE(rows, 1);
}

void TestConnection::keepsEmptyTextsApartFromNull()
{
    const auto db = open();
    QVERIFY(db->execute(QStringLiteral("CREATE TABLE t (t TEXT NOT NULL, b BLOB NOT NULL) STRICT")));
    QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (?, ?)"), {QString(), QByteArray()}));
    const auto refused = db->execute(QStringLiteral("INSERT INTO t VALUES (?, ?)"), {QVariant(), QByteArray()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("Constraint"));
}

void TestConnection::namesFailures_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("code");
    QTest::newRow("syntax") << QStringLiteral("SELEKT 1") << QStringLiteral("Database");
    QTest::newRow("no such table") << QStringLiteral("INSERT INTO nowhere VALUES (1)") << QStringLiteral("Database");
    QTest::newRow("unique") << QStringLiteral("INSERT INTO t VALUES (1)") << QStringLiteral("Constraint");
}

void TestConnection::namesFailures()
{
    QFETCH(QString, sql);
    QFETCH(QString, code);
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1);")));
    const auto failed = db->execute(sql);
    QVERIFY(!failed);
    QVERIFY(failed.error().kind == Error::Kind::Storage);
    QCOMPARE(failed.error().code, code);
    QVERIFY(!failed.error().message.isEmpty());
    QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (2)"))); // it goes on
}

void TestConnection::sameStatementInsideItsOwnRows()
{
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3);")));
    const QString sql = QStringLiteral("SELECT a FROM t ORDER BY a");
    int inner = 0;
    int outer = 0;
    QVERIFY(db->query(sql, {}, [&](const Row &) {
        ++outer;
        QVERIFY(db->query(sql, {}, [&](const Row &) { ++inner; }));
    }));
    QCOMPARE(outer, 3);
    QCOMPARE(inner, 9);
}

void TestConnection::worksOnAnyThread()
{
    {
        const auto made = open();
        QVERIFY(made->script(QStringLiteral("CREATE TABLE t (a)")));
    }
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic_int done = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            const auto db = open();
            for (int n = 0; n < 25; ++n) {
                if (db->execute(QStringLiteral("INSERT INTO t VALUES (?)"), {i * 100 + n}))
                    ++done;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(done.load(), 100);
    const auto db = open();
    QCOMPARE(count(*db, QStringLiteral("t")), 100);
}

void TestConnection::waitsForAnotherWriter()
{
    const auto first = open();
    QVERIFY(first->script(QStringLiteral("CREATE TABLE t (a)")));
    auto impatient = Connection::open(Options{.path = m_folder->filePath(QStringLiteral("t.db")), .busyTimeoutMs = 10});
    QVERIFY(impatient);
    auto held = Transaction::begin(*first);
    QVERIFY(held);
    const auto refused = Transaction::begin(**impatient);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("Busy"));
    QVERIFY(held->commit());
    QVERIFY(Transaction::begin(**impatient));
}

void TestConnection::rollsBackWithoutCommit()
{
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE t (a)")));
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        QVERIFY(db->inTransaction());
        QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
        QCOMPARE(count(*db, QStringLiteral("t")), 1);
    }
    QVERIFY(!db->inTransaction());
    QCOMPARE(count(*db, QStringLiteral("t")), 0);
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(count(*db, QStringLiteral("t")), 1);
}

void TestConnection::rollsBackAfterAFailure()
{
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE t (a UNIQUE)")));
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(!db->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
    QCOMPARE(count(*db, QStringLiteral("t")), 0);
    QVERIFY(Transaction::begin(*db)); // nothing is left open
}

void TestConnection::usesWalAndPrivateFiles()
{
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE t (a)")));
    QString mode;
    QVERIFY(db->query(QStringLiteral("PRAGMA journal_mode"), {}, [&](const Row &row) { mode = row.text(0); }));
    QCOMPARE(mode, QStringLiteral("wal"));
    qint64 synchronous = -1;
    QVERIFY(db->query(QStringLiteral("PRAGMA synchronous"), {}, [&](const Row &row) { synchronous = row.integer(0); }));
    QCOMPARE(synchronous, 2);
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(db->path() + QLatin1StringView(suffix));
        QVERIFY2(file.exists(), suffix);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2(!(file.permissions() & others), suffix);
    }
}

void TestConnection::obeysForeignKeys()
{
    const auto db = open();
    QVERIFY(db->script(QStringLiteral("CREATE TABLE parent (id INTEGER PRIMARY KEY);"
                                      "CREATE TABLE child (p INTEGER REFERENCES parent ON DELETE CASCADE);"
                                      "INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1);")));
    QVERIFY(!db->execute(QStringLiteral("INSERT INTO child VALUES (2)")));
    QVERIFY(db->execute(QStringLiteral("DELETE FROM parent")));
    QCOMPARE(count(*db, QStringLiteral("child")), 0);
}

void TestConnection::readOnlyRefusesToWrite()
{
    {
        const auto made = open();
        QVERIFY(made->script(QStringLiteral("CREATE TABLE t (a)")));
    }
    const auto db = open(true);
    QCOMPARE(count(*db, QStringLiteral("t")), 0);
    const auto refused = db->execute(QStringLiteral("INSERT INTO t VALUES (1)"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("ReadOnly"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
