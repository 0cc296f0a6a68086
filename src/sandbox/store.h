#pragma once

#include "database/connection.h"
#include "sandbox/records.h"

#include <QCache>
#include <QHash>

#include <optional>
#include <utility>

namespace poolscope::sandbox {

// Thrown by the store when SQLite fails; caught in one place, where the caller gets InternalErrorException.
// Operations need not look at every statement's result: a transaction rolls back while it unwinds.
class StorageFailure final : public std::exception
{
public:
    explicit StorageFailure(Error error);
    const char *what() const noexcept override { return m_text.constData(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    QByteArray m_text;
};

// The sandbox's data: one writing connection, used only on the service thread. Every change belongs into a Unit;
// what was committed survives kill -9, and a power loss once CommitSync has seen to it. Functions throw StorageFailure.
class Store final
{
public:
    // A transaction; without commit() it rolls back. Never kept across a trigger or a continuation.
    class Unit final
    {
    public:
        explicit Unit(Store &store);
        ~Unit();
        void commit();

    private:
        Store &m_store;
        database::Transaction m_transaction;
        bool m_committed = false;
    };

    static QStringList migrations();
    explicit Store(std::unique_ptr<database::Connection> connection);
    ~Store();

    database::Connection &database() { return *m_connection; }
    std::unique_ptr<database::Connection> release() { return std::move(m_connection); }

    // How many changes were made so far; those in a Unit count once it is committed.
    qint64 writes() const { return m_writes; }

    // For queries of one's own; they throw StorageFailure.
    void run(const QString &sql, const QVariantList &values = {});
    void rows(const QString &sql, const QVariantList &values, const database::Connection::RowHandler &eachRow);
    qint64 number(const QString &sql, const QVariantList &values = {}); // first column of the first row, else 0

    // Pools and clients are kept in memory as well, and some users and grants: reading them costs nothing.
    void addPool(PoolRecord &pool); // sets rowId
    void savePool(const PoolRecord &pool);
    void deletePool(qint64 poolRowId); // and all that hangs on it
    PoolPtr pool(const QString &poolId);
    PoolPtr poolByRow(qint64 poolRowId);
    QList<PoolPtr> pools(); // by id
    qint64 userCount(qint64 poolRowId);

    void addClient(ClientRecord &client); // sets rowId
    void saveClient(const ClientRecord &client);
    void deleteClient(qint64 clientRowId);
    ClientPtr client(const QString &clientId);
    QList<ClientPtr> clients(qint64 poolRowId);
    qint64 clientCount(qint64 poolRowId);

    void addUser(UserRecord &user, const QList<SignInName> &names); // sets rowId
    void saveUser(const UserRecord &user);                          // all but its names
    void setNames(const UserRecord &user, const QList<SignInName> &names);
    void deleteUser(const UserRecord &user); // and its messages
    std::optional<UserRecord> user(qint64 userRowId);
    std::optional<UserRecord> findUser(qint64 poolRowId, NameKind kind, const QString &key);
    static QString userColumns();              // for SELECTs of one's own over table users (alias u)
    static constexpr int userColumnCount = 14; // one's own columns come after them
    static UserRecord userFromRow(const database::Row &row);
    QList<std::pair<QString, QString>> passwordHistory(qint64 userRowId, int newest); // salt, verifier
    static constexpr int longestPasswordHistory = 24;                                 // more is not kept
    void addToPasswordHistory(const UserRecord &user);

    void addGroup(GroupRecord &group); // sets rowId
    void saveGroup(const GroupRecord &group);
    void deleteGroup(qint64 groupRowId);
    std::optional<GroupRecord> group(qint64 poolRowId, const QString &name);
    QList<GroupRecord> groups(qint64 poolRowId, const QString &afterName, qint64 count); // by name
    qint64 groupCount(qint64 poolRowId);
    void addToGroup(qint64 groupRowId, qint64 userRowId);
    void removeFromGroup(qint64 groupRowId, qint64 userRowId);
    // By name; all of them, or a page.
    QList<GroupRecord> groupsOf(qint64 userRowId, const QString &afterName = {}, qint64 count = -1);
    QList<UserRecord> usersIn(qint64 groupRowId, qint64 afterUserRowId, qint64 count); // in the order they were made

    enum class Former { Dropped, Kept };
    void putCode(const CodeRecord &code, Former former = Former::Dropped);
    std::optional<CodeRecord> code(qint64 userRowId, const QString &purpose); // the newest
    QList<CodeRecord> codes(qint64 userRowId, const QString &purpose);        // and those that were kept beside it
    // Both delete all of the user and purpose. The message of the one that was used becomes Used, those of the others
    // Replaced, or stay Expired.
    void useCode(const CodeRecord &code, qint64 nowMs);
    void dropCode(const CodeRecord &code, qint64 nowMs);

    void putSession(const AuthSessionRecord &session);
    std::optional<AuthSessionRecord> session(const QString &token);
    void markSessionUsed(const QString &token);
    void removeExpired(qint64 nowMs);        // sessions, codes, refresh tokens, attempts long past
    static constexpr int keptGrants = 1'000; // the newest, whatever their time: it is of a clock that may be moved

    void addGrant(GrantRecord &grant); // sets rowId
    void addRefreshToken(qint64 grantRowId, const QString &token, qint64 createdMs);
    std::optional<RefreshTokenRecord> refreshToken(const QString &token);
    void markRefreshTokenReplaced(const QString &token, qint64 nowMs); // the first time counts
    std::optional<GrantRecord> grantByOriginJti(const QString &originJti);
    bool hasLiveGrant(qint64 userRowId, qint64 clientRowId, qint64 authTimeSeconds); // made in that second
    void revokeGrant(qint64 grantRowId, qint64 nowMs);
    void revokeGrantsOf(qint64 userRowId, qint64 nowMs);

    AttemptRecord attempts(qint64 poolRowId, const QString &subject, const QString &kind);
    // Of names that nobody has only the newest are kept, because anybody can invent more of them.
    static constexpr int maximumUnknownNames = 10'000;
    void putAttempts(qint64 poolRowId, const QString &subject, const QString &kind, const AttemptRecord &record);
    void clearAttempts(qint64 poolRowId, const QString &subject, const QString &kind);

    void forgetCached(); // after changing pools or clients with queries of one's own

    QString setting(const QString &name); // the sandbox's own notes, such as the demo pool's id
    void putSetting(const QString &name, const QString &value);

    // What SQLite reported since this was last asked: an operation's caller only hears InternalErrorException.
    std::optional<Error> takeFailure() { return std::exchange(m_failure, std::nullopt); }

private:
    friend class Unit;
    void orThrow(const Result<void> &result);
    database::Transaction begin();
    void forgetChanged(const QString &sql);
    void writeSearch(const UserRecord &user);

    std::unique_ptr<database::Connection> m_connection;
    QHash<QString, PoolPtr> m_pools;
    QHash<QString, ClientPtr> m_clients;
    // Who asks with access tokens asks again: the users by sub, and the sign-ins by origin_jti.
    static constexpr int rememberedRows = 500;
    QCache<QString, UserRecord> m_users{rememberedRows};
    QCache<QString, GrantRecord> m_grants{rememberedRows};
    std::optional<Error> m_failure;
    qint64 m_writes = 0;
};

} // namespace poolscope::sandbox
