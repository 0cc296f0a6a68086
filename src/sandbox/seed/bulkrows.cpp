#include "sandbox/seed/bulkrows.h"

#include "core/logging.h"
#include "sandbox/store.h"
#include "sandbox/userrows.h"
#include "json/writer.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// "row" keeps each array's text: json_each() would make it anew for every value that is taken out of it.
constexpr QLatin1StringView insertUsers(
    "INSERT INTO users (id, pool, username, username_key, sub, status, enabled, attributes, salt, verifier, "
    "password_set, temporary_until, signed_out, created, modified) WITH row AS MATERIALIZED "
    "(SELECT value FROM json_each(CAST(? AS TEXT))) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, "
    "value ->> 4, value ->> 5, value ->> 6, value -> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, "
    "value ->> 12, value ->> 13, value ->> 14 FROM row");
constexpr QLatin1StringView insertLookups(
    "INSERT INTO user_lookup (user, attribute, pool, key, alias_key) WITH row AS MATERIALIZED "
    "(SELECT value FROM json_each(CAST(? AS TEXT))) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, "
    "value ->> 4 FROM row");
constexpr QLatin1StringView
    insertMembers("INSERT INTO group_members (group_id, user) WITH row AS MATERIALIZED "
                  "(SELECT value FROM json_each(CAST(? AS TEXT))) SELECT value ->> 0, value ->> 1 FROM row");

// One row after the other, value by value.
class RowWriter final
{
public:
    explicit RowWriter(QByteArray &to)
        : m_to(to)
    {
        m_to += '[';
    }
    ~RowWriter() { m_to.replace(m_to.size() - 1, 1, "],"); }
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    RowWriter &operator<<(qint64 number) { return raw(QByteArray::number(number)); }
    RowWriter &operator<<(QStringView text)
    {
        const bool plain = std::all_of(text.begin(), text.end(),
                                       [](QChar c) { return c.unicode() >= 0x20 && c != u'"' && c != u'\\'; });
        return raw(plain ? '"' + text.toUtf8() + '"' : json::write(json::Value(text.toString())));
    }
    RowWriter &raw(const QByteArray &json)
    {
        m_to += json;
        m_to += ',';
        return *this;
    }

private:
    QByteArray &m_to;
};

void writeRows(Store &store, QLatin1StringView statement, const QByteArray &rows)
{
    if (!rows.isEmpty())
        store.run(QString(statement), {'[' + rows.first(rows.size() - 1) + ']'});
}

// To its end: it answers with a row, and a statement that is not through keeps the database locked.
void setPragma(Store &store, QLatin1StringView pragma)
{
    store.rows(QString(pragma), {}, [](const database::Row &) {});
}

} // namespace

void BulkRows::add(const NewUser &one)
{
    const UserRecord &user = one.user;
    QString usernameKey = user.username;
    for (const SignInName &name : one.names) {
        if (name.kind == NameKind::Username)
            usernameKey = name.key;
    }
    RowWriter row(m_users);
    row << user.rowId << user.poolRowId << user.username << usernameKey << user.sub << user.status
        << qint64(user.enabled);
    row.raw(userrows::attributesJson(user.attributes)) << user.saltHex << user.verifierHex << user.passwordSetMs;
    if (user.temporaryPasswordExpiresMs)
        row << *user.temporaryPasswordExpiresMs;
    else
        row.raw("null");
    row << user.signedOutMs << user.createdMs << user.modifiedMs;
    addSearch(one);
    for (const qint64 group : one.groupRowIds)
        RowWriter(m_members) << group << user.rowId;
    m_memberships += one.groupRowIds.size();
}

void BulkRows::addSearch(const NewUser &one)
{
    const UserRecord &user = one.user;
    for (const QLatin1StringView attribute : userrows::searchable) {
        const auto value = user.attribute(QString(attribute));
        if (!value)
            continue;
        const auto alias = std::find_if(one.names.begin(), one.names.end(), [&](const SignInName &name) {
            return userrows::attributeOf(name.kind) == attribute;
        });
        RowWriter row(m_lookups);
        row << user.rowId << QString(attribute) << user.poolRowId << value->toCaseFolded();
        if (alias == one.names.end())
            row.raw("null");
        else
            row << alias->key;
    }
}

void BulkRows::writeTo(Store &store) const
{
    writeRows(store, insertUsers, m_users);
    writeRows(store, insertLookups, m_lookups);
    writeRows(store, insertMembers, m_members);
}

BulkMode::BulkMode(Store &store)
    : m_store(store)
{
    setPragma(store, "PRAGMA journal_mode = DELETE"_L1);
    setPragma(store, "PRAGMA cache_size = -262144"_L1); // KiB
    setPragma(store, "PRAGMA threads = 2"_L1);          // sorting for indexes
}

BulkMode::~BulkMode()
{
    try {
        setPragma(m_store, "PRAGMA cache_size = -2000"_L1); // SQLite's own
    } catch (const StorageFailure &failed) {
        qCWarning(lcSandbox, "The cache keeps its size: %s", failed.what());
    }
}

BulkIndexes::BulkIndexes(Store &store)
    : m_store(store)
{
    m_store.rows(QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                                " AND tbl_name IN ('users', 'user_lookup', 'group_members') ORDER BY name"),
                 {}, [this](const database::Row &row) {
                     m_names << row.text(0);
                     m_statements << row.text(1);
                 });
}

void BulkIndexes::drop()
{
    for (const QString &name : std::as_const(m_names))
        m_store.run(QStringLiteral("DROP INDEX %1").arg(name));
}

void BulkIndexes::make(int index)
{
    m_store.run(m_statements.at(index));
}

} // namespace poolscope::sandbox
