#include "sandbox/store.h"

#include "core/logging.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

StorageFailure::StorageFailure(Error error)
    : m_error(std::move(error))
    , m_text(m_error.message.toUtf8())
{
}

Store::Unit::Unit(Store &store)
    : m_store(store)
    , m_transaction(store.begin())
{
}

Store::Unit::~Unit()
{
    if (!m_committed)
        m_store.forgetCached();
}

void Store::Unit::commit()
{
    m_store.orThrow(m_transaction.commit());
    ++m_store.m_writes;
    m_committed = true;
}

Store::Store(std::unique_ptr<database::Connection> connection)
    : m_connection(std::move(connection))
{
}

Store::~Store() = default;

void Store::forgetCached()
{
    m_pools.clear();
    m_clients.clear();
    m_users.clear();
    m_grants.clear();
}

void Store::orThrow(const Result<void> &result)
{
    if (result)
        return;
    m_failure = result.error();
    throw StorageFailure(result.error());
}

database::Transaction Store::begin()
{
    auto transaction = database::Transaction::begin(*m_connection);
    if (!transaction) {
        m_failure = transaction.error();
        throw StorageFailure(std::move(transaction).error());
    }
    return std::move(*transaction);
}

// Rows that hang on others are deleted with them, so every DELETE counts.
void Store::forgetChanged(const QString &sql)
{
    for (const QLatin1StringView change : {"UPDATE users"_L1, "UPDATE grants"_L1, "DELETE"_L1}) {
        if (sql.startsWith(change)) {
            m_users.clear();
            m_grants.clear();
        }
    }
}

void Store::run(const QString &sql, const QVariantList &values)
{
    orThrow(m_connection->execute(sql, values));
    ++m_writes;
    forgetChanged(sql);
}

void Store::rows(const QString &sql, const QVariantList &values, const database::Connection::RowHandler &eachRow)
{
    orThrow(m_connection->query(sql, values, eachRow));
}

qint64 Store::number(const QString &sql, const QVariantList &values)
{
    std::optional<qint64> first;
    rows(sql, values, [&](const database::Row &row) {
        if (!first)
            first = row.integer(0);
    });
    return first.value_or(0);
}

QString Store::setting(const QString &name)
{
    QString value;
    rows(QStringLiteral("SELECT value FROM settings WHERE name = ?"), {name},
         [&](const database::Row &row) { value = row.text(0); });
    return value;
}

void Store::putSetting(const QString &name, const QString &value)
{
    run(QStringLiteral("INSERT INTO settings (name, value) VALUES (?, ?)"
                       " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
        {name, value});
}

void Store::removeExpired(qint64 nowMs)
{
    // A day of grace: testers move the clock forth and back.
    const qint64 before = nowMs - 24 * 3600 * qint64(1000);
    run(QStringLiteral("DELETE FROM auth_sessions WHERE expires < ?"), {before});
    run(QStringLiteral("DELETE FROM codes WHERE expires < ?"), {before - 30 * 24 * 3600 * qint64(1000)});
    run(QStringLiteral("DELETE FROM grants WHERE expires < ? AND id <= (SELECT max(id) FROM grants) - ?"),
        {before - 30 * 24 * 3600 * qint64(1000), keptGrants});
    run(QStringLiteral("DELETE FROM attempts WHERE last < ? AND locked_until < ?"), {before, before});
}

} // namespace poolscope::sandbox
