#include "storefixture.h"

#include "database/schema.h"

#include <QDateTime>

namespace poolscope::sandbox {

bool StoreFixture::open()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = database::openWithSchema(database::Options{.path = m_folder->filePath(QStringLiteral("s.db"))},
                                           Store::migrations(), QDateTime::currentDateTimeUtc());
    if (opened)
        m_store = std::make_unique<Store>(std::move(opened->connection));
    m_clock.set(1'000'000);
    return opened.has_value();
}

PoolRecord StoreFixture::addPool(const QString &id)
{
    PoolRecord pool;
    pool.id = id;
    pool.settings.name = QStringLiteral("A pool");
    pool.settings.usernameAttributes = QStringList{QStringLiteral("email")};
    pool.secret = QByteArray(32, 's');
    pool.createdMs = 11;
    pool.modifiedMs = 12;
    m_store->addPool(pool);
    return pool;
}

ClientRecord StoreFixture::addClient(const PoolRecord &pool, const QString &id)
{
    ClientRecord client;
    client.poolRowId = pool.rowId;
    client.poolId = pool.id;
    client.id = id;
    client.settings.clientName = QStringLiteral("web");
    client.secrets = {{.id = QStringLiteral("1"), .value = QStringLiteral("one"), .createdMs = 5},
                      {.id = QStringLiteral("2"), .value = QStringLiteral("two"), .createdMs = 6}};
    m_store->addClient(client);
    return client;
}

UserRecord StoreFixture::addUser(const PoolRecord &pool, const QString &name, const QString &email)
{
    UserRecord user;
    user.poolRowId = pool.rowId;
    user.username = name;
    user.sub = QStringLiteral("sub-") + name;
    user.status = QStringLiteral("CONFIRMED");
    QList<SignInName> names{{NameKind::Username, name.toCaseFolded()}};
    if (!email.isEmpty()) {
        user.setAttribute(QStringLiteral("email"), email);
        names << SignInName{NameKind::Email, email.toCaseFolded()};
    }
    m_store->addUser(user, names);
    return user;
}

} // namespace poolscope::sandbox
