#include "sandbox/store.h"

#include "model/codec.h"
#include "json/reader.h"
#include "json/writer.h"

// The store's pools and app clients.
namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView poolColumns("id, pool_id, settings, secret, created, modified");
constexpr QLatin1StringView clientColumns(
    "clients.id, clients.pool, pools.pool_id, clients.client_id, clients.settings, clients.secrets, clients.created, "
    "clients.modified");

QString jsonText(const json::Value &value)
{
    return QString::fromUtf8(json::write(value));
}

json::Value jsonFrom(const QString &text)
{
    auto document = json::read(text.toUtf8());
    if (!document)
        throw StorageFailure(Error::storage(QStringLiteral("Corrupt"), document.error().message));
    return document->root;
}

template<class T>
T decoded(const QString &text)
{
    auto value = model::decode<T>(jsonFrom(text));
    if (!value)
        throw StorageFailure(Error::storage(QStringLiteral("Corrupt"), value.error().message));
    return std::move(*value);
}

PoolPtr poolFromRow(const database::Row &row)
{
    PoolRecord pool;
    pool.rowId = row.integer(0);
    pool.id = row.text(1);
    pool.settings = decoded<idp::UserPoolType>(row.text(2));
    pool.secret = row.blob(3);
    pool.createdMs = row.integer(4);
    pool.modifiedMs = row.integer(5);
    return std::make_shared<const PoolRecord>(std::move(pool));
}

QString secretsText(const QList<ClientSecret> &secrets)
{
    json::Value list = json::Value::array();
    for (const ClientSecret &secret : secrets) {
        json::Value one = json::Value::object();
        one.set(QStringLiteral("id"), secret.id);
        one.set(QStringLiteral("value"), secret.value);
        one.set(QStringLiteral("created"), secret.createdMs);
        one.set(QStringLiteral("withClient"), secret.withClient);
        list.append(one);
    }
    return jsonText(list);
}

// Those of older data folders are plain texts, made with the client, or do not say whether they were: the first was.
ClientSecret secretFrom(const json::Value &value, const ClientRecord &client)
{
    if (value.isString())
        return {client.id, value.toString(), client.createdMs, true};
    const bool isFirst = client.secrets.isEmpty();
    return {value.value(u"id").toString(), value.value(u"value").toString(),
            value.value(u"created").toInteger().value_or(0),
            value.contains(u"withClient") ? value.value(u"withClient").toBool() : isFirst};
}

ClientPtr clientFromRow(const database::Row &row)
{
    ClientRecord client;
    client.rowId = row.integer(0);
    client.poolRowId = row.integer(1);
    client.poolId = row.text(2);
    client.id = row.text(3);
    client.settings = decoded<idp::UserPoolClientType>(row.text(4));
    client.createdMs = row.integer(6);
    const json::Value secrets = jsonFrom(row.text(5));
    for (const json::Value &secret : secrets.elements())
        client.secrets << secretFrom(secret, client);
    client.modifiedMs = row.integer(7);
    return std::make_shared<const ClientRecord>(std::move(client));
}

} // namespace

void Store::addPool(PoolRecord &pool)
{
    run(QStringLiteral("INSERT INTO pools (pool_id, settings, secret, created, modified) VALUES (?, ?, ?, ?, ?)"),
        {pool.id, jsonText(model::encode(pool.settings)), pool.secret, pool.createdMs, pool.modifiedMs});
    pool.rowId = m_connection->lastInsertId();
    m_pools.remove(pool.id);
}

void Store::savePool(const PoolRecord &pool)
{
    run(QStringLiteral("UPDATE pools SET settings = ?, secret = ?, created = ?, modified = ? WHERE id = ?"),
        {jsonText(model::encode(pool.settings)), pool.secret, pool.createdMs, pool.modifiedMs, pool.rowId});
    m_pools.remove(pool.id);
}

void Store::deletePool(qint64 poolRowId)
{
    run(QStringLiteral("DELETE FROM auth_sessions WHERE pool = ?"), {poolRowId});
    run(QStringLiteral("DELETE FROM messages WHERE pool_id = (SELECT pool_id FROM pools WHERE id = ?)"), {poolRowId});
    run(QStringLiteral("DELETE FROM pools WHERE id = ?"), {poolRowId});
    forgetCached();
}

PoolPtr Store::pool(const QString &poolId)
{
    if (const auto known = m_pools.constFind(poolId); known != m_pools.cend())
        return *known;
    PoolPtr pool;
    rows(QStringLiteral("SELECT %1 FROM pools WHERE pool_id = ?").arg(poolColumns), {poolId},
         [&](const database::Row &row) { pool = poolFromRow(row); });
    if (pool)
        m_pools.insert(poolId, pool);
    return pool;
}

PoolPtr Store::poolByRow(qint64 poolRowId)
{
    for (const PoolPtr &known : std::as_const(m_pools)) {
        if (known->rowId == poolRowId)
            return known;
    }
    QString poolId;
    rows(QStringLiteral("SELECT pool_id FROM pools WHERE id = ?"), {poolRowId},
         [&](const database::Row &row) { poolId = row.text(0); });
    return poolId.isEmpty() ? nullptr : pool(poolId);
}

QList<PoolPtr> Store::pools()
{
    QStringList ids;
    rows(QStringLiteral("SELECT pool_id FROM pools ORDER BY pool_id"), {},
         [&](const database::Row &row) { ids << row.text(0); });
    QList<PoolPtr> all;
    for (const QString &id : std::as_const(ids))
        all << pool(id);
    return all;
}

qint64 Store::userCount(qint64 poolRowId)
{
    return number(QStringLiteral("SELECT users FROM pools WHERE id = ?"), {poolRowId});
}

void Store::addClient(ClientRecord &client)
{
    run(QStringLiteral("INSERT INTO clients (pool, client_id, settings, secrets, created, modified)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {client.poolRowId, client.id, jsonText(model::encode(client.settings)), secretsText(client.secrets),
         client.createdMs, client.modifiedMs});
    client.rowId = m_connection->lastInsertId();
    m_clients.remove(client.id);
}

void Store::saveClient(const ClientRecord &client)
{
    run(QStringLiteral("UPDATE clients SET settings = ?, secrets = ?, created = ?, modified = ? WHERE id = ?"),
        {jsonText(model::encode(client.settings)), secretsText(client.secrets), client.createdMs, client.modifiedMs,
         client.rowId});
    m_clients.remove(client.id);
}

void Store::deleteClient(qint64 clientRowId)
{
    run(QStringLiteral("DELETE FROM clients WHERE id = ?"), {clientRowId});
    m_clients.clear();
}

ClientPtr Store::client(const QString &clientId)
{
    if (const auto known = m_clients.constFind(clientId); known != m_clients.cend())
        return *known;
    ClientPtr client;
    rows(QStringLiteral("SELECT %1 FROM clients JOIN pools ON pools.id = clients.pool WHERE client_id = ?")
             .arg(clientColumns),
         {clientId}, [&](const database::Row &row) { client = clientFromRow(row); });
    if (client)
        m_clients.insert(clientId, client);
    return client;
}

qint64 Store::clientCount(qint64 poolRowId)
{
    return number(QStringLiteral("SELECT count(*) FROM clients WHERE pool = ?"), {poolRowId});
}

QList<ClientPtr> Store::clients(qint64 poolRowId)
{
    QStringList ids;
    rows(QStringLiteral("SELECT client_id FROM clients WHERE pool = ? ORDER BY client_id"), {poolRowId},
         [&](const database::Row &row) { ids << row.text(0); });
    QList<ClientPtr> all;
    for (const QString &id : std::as_const(ids))
        all << client(id);
    return all;
}

} // namespace poolscope::sandbox
