#pragma once

#include "core/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

class QSqlQuery;

namespace poolscope::database {

// Full: a commit survives the machine's power loss; for what people made. Normal: survives a crash of the
// program; for caches that can be fetched again, and for who syncs the log before telling anybody of a commit.
enum class Synchronous { Normal, Full };

struct Options
{
    QString path; // the folder must exist; the file is made with 0600
    Synchronous synchronous = Synchronous::Full;
    int busyTimeoutMs = 5'000;
    bool readOnly = false;
};

// What a statement is given for a value that may be absent.
template<class T>
QVariant nullable(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

// One row of a result while it is being read.
class Row final
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;
    std::optional<qint64> optionalInteger(int column) const;

private:
    const QSqlQuery &m_query;
};

// One SQLite connection: WAL, foreign keys on, statements prepared once and kept. Belongs to the thread that opened
// it (any std::thread); every call must come from there. Errors are Kind::Storage; their code is the SQLite
// result code's name where it matters: "Constraint", "Busy", "Corrupt", "Full", "ReadOnly", otherwise "Database".
class Connection final
{
public:
    static Result<std::unique_ptr<Connection>> open(const Options &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    using RowHandler = std::function<void(const Row &)>;

    // One statement, `values` bound to its ? in order. A QByteArray is bound as a blob, QVariant() as NULL.
    Result<void> execute(const QString &sql, const QVariantList &values = {});
    Result<void> query(const QString &sql, const QVariantList &values, const RowHandler &eachRow);
    // Several statements separated by ";" and without values (schema scripts; no triggers with bodies).
    Result<void> script(const QString &sql);

    qint64 lastInsertId() const { return m_lastInsertId; }
    int changedRows() const { return m_changedRows; } // by the last execute()
    QString path() const { return m_path; }
    bool inTransaction() const { return m_inTransaction; }

private:
    friend class Transaction;
    Connection();
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values);
    Result<void> configure(const Options &options);

    struct Private;
    std::unique_ptr<Private> d;
    QString m_path;
    qint64 m_lastInsertId = 0;
    int m_changedRows = 0;
    bool m_inTransaction = false;
};

// BEGIN IMMEDIATE now; rolls back when it goes out of scope without commit(). Not nested.
class Transaction final
{
public:
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Connection &connection);
    Connection *m_connection = nullptr;
};

} // namespace poolscope::database
