#include "database/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope::database {

struct Connection::Private
{
    QString name; // of the QSqlDatabase
    QSqlDatabase database;
    QHash<QString, std::shared_ptr<QSqlQuery>> statements;
};

namespace {

// SQLite's primary result codes that a caller may want to tell apart.
QString codeOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5:
    case 6:
        return QStringLiteral("Busy");
    case 8:
        return QStringLiteral("ReadOnly");
    case 11:
    case 26:
        return QStringLiteral("Corrupt");
    case 13:
        return QStringLiteral("Full");
    case 14:
        return QStringLiteral("CannotOpen");
    case 19:
        return QStringLiteral("Constraint");
    default:
        return QStringLiteral("Database");
    }
}

Error errorFrom(const QSqlError &error)
{
    // databaseText() never contains bound values.
    return Error::storage(
        codeOf(error), QCoreApplication::translate("Database", "The database reported: %1.").arg(error.databaseText()));
}

// Qt would bind a null QString or QByteArray as NULL; only QVariant() is meant to be NULL here.
QVariant withoutNullText(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

// SQLite gives -wal and -shm the mode of the main file, so making that one first is enough.
void makePrivateFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_CREAT | O_CLOEXEC | O_RDWR, S_IRUSR | S_IWUSR);
    if (file < 0)
        return; // opening the database will say why
    ::fchmod(file, S_IRUSR | S_IWUSR);
    ::close(file);
}

} // namespace

qint64 Row::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Row::blob(int column) const
{
    return m_query.value(column).toByteArray();
}

bool Row::isNull(int column) const
{
    return m_query.value(column).isNull();
}

std::optional<qint64> Row::optionalInteger(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

Connection::Connection()
    : d(std::make_unique<Private>())
{
}

Connection::~Connection()
{
    const QString name = d->name;
    d->statements.clear();
    d->database.close();
    d->database = {};
    d.reset();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Connection>> Connection::open(const Options &options)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_path = options.path;
    Private &d = *connection->d;
    d.name = QStringLiteral("poolscope-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    d.database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d.name);
    if (!d.database.isValid()) {
        return failure(Error::storage(QStringLiteral("NoDriver"),
                                      QCoreApplication::translate("Database", "Qt's SQLite driver is missing.")));
    }
    if (!options.readOnly)
        makePrivateFile(options.path);
    d.database.setDatabaseName(options.path);
    QString flags = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
    if (options.readOnly)
        flags += QStringLiteral(";QSQLITE_OPEN_READONLY");
    d.database.setConnectOptions(flags);
    if (!d.database.open())
        return failure(errorFrom(d.database.lastError()));
    if (auto configured = connection->configure(options); !configured)
        return failure(std::move(configured).error());
    return connection;
}

Result<void> Connection::configure(const Options &options)
{
    QStringList pragmas{QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA trusted_schema = OFF")};
    if (!options.readOnly)
        pragmas << QStringLiteral("PRAGMA journal_mode = WAL");
    pragmas << (options.synchronous == Synchronous::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                         : QStringLiteral("PRAGMA synchronous = NORMAL"));
    for (const QString &pragma : pragmas) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    d->statements.clear();
    return {};
}

Result<QSqlQuery *> Connection::run(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = d->statements[sql];
    if (!query) {
        auto prepared = std::make_shared<QSqlQuery>(d->database);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            d->statements.remove(sql);
            return failure(errorFrom(prepared->lastError()));
        }
        query = std::move(prepared);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, withoutNullText(values.at(i)));
    if (!query->exec()) {
        const QSqlError error = query->lastError();
        d->statements.remove(sql);
        return failure(errorFrom(error));
    }
    return query.get();
}

Result<void> Connection::execute(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return failure(std::move(query).error());
    m_changedRows = (*query)->numRowsAffected();
    m_lastInsertId = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return {};
}

Result<void> Connection::query(const QString &sql, const QVariantList &values, const RowHandler &eachRow)
{
    // A handler may run the same statement again: the one being read is taken out of the cache meanwhile.
    auto started = run(sql, values);
    if (!started)
        return failure(std::move(started).error());
    const std::shared_ptr<QSqlQuery> query = d->statements.take(sql);
    const Row row(*query);
    while (query->next())
        eachRow(row);
    const QSqlError error = query->lastError();
    query->finish();
    if (error.isValid())
        return failure(errorFrom(error));
    d->statements.insert(sql, query);
    return {};
}

Result<void> Connection::script(const QString &sql)
{
    for (const QString &statement : sql.split(u';')) {
        if (statement.trimmed().isEmpty())
            continue;
        QSqlQuery query(d->database);
        if (!query.exec(statement))
            return failure(errorFrom(query.lastError()));
    }
    return {};
}

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return failure(std::move(begun).error());
    connection.m_inTransaction = true;
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    m_connection->m_inTransaction = false;
    // A statement's failure may have rolled back already; then there is nothing to roll back and that is fine.
    (void)m_connection->execute(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (auto done = m_connection->execute(QStringLiteral("COMMIT")); !done)
        return done; // the destructor rolls back
    m_connection->m_inTransaction = false;
    m_connection = nullptr;
    return {};
}

} // namespace poolscope::database
