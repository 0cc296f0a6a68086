#include "sandbox/store.h"

// The store's groups and who is in them.
namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView groupColumns("g.id, g.pool, g.name, g.description, g.role_arn, g.precedence, g.created, "
                                         "g.modified");

std::optional<QString> optionalText(const database::Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

GroupRecord groupFromRow(const database::Row &row)
{
    GroupRecord group;
    group.rowId = row.integer(0);
    group.poolRowId = row.integer(1);
    group.name = row.text(2);
    group.description = optionalText(row, 3);
    group.roleArn = optionalText(row, 4);
    group.precedence = row.optionalInteger(5);
    group.createdMs = row.integer(6);
    group.modifiedMs = row.integer(7);
    return group;
}

} // namespace

void Store::addGroup(GroupRecord &group)
{
    run(QStringLiteral("INSERT INTO user_groups (pool, name, description, role_arn, precedence, created, modified)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {group.poolRowId, group.name, database::nullable(group.description), database::nullable(group.roleArn),
         database::nullable(group.precedence), group.createdMs, group.modifiedMs});
    group.rowId = m_connection->lastInsertId();
}

void Store::saveGroup(const GroupRecord &group)
{
    run(QStringLiteral("UPDATE user_groups SET description = ?, role_arn = ?, precedence = ?, modified = ?"
                       " WHERE id = ?"),
        {database::nullable(group.description), database::nullable(group.roleArn), database::nullable(group.precedence),
         group.modifiedMs, group.rowId});
}

void Store::deleteGroup(qint64 groupRowId)
{
    run(QStringLiteral("DELETE FROM user_groups WHERE id = ?"), {groupRowId});
}

std::optional<GroupRecord> Store::group(qint64 poolRowId, const QString &name)
{
    std::optional<GroupRecord> found;
    rows(QStringLiteral("SELECT %1 FROM user_groups g WHERE g.pool = ? AND g.name = ?").arg(groupColumns),
         {poolRowId, name}, [&](const database::Row &row) { found = groupFromRow(row); });
    return found;
}

QList<GroupRecord> Store::groups(qint64 poolRowId, const QString &afterName, qint64 count)
{
    QList<GroupRecord> found;
    rows(QStringLiteral("SELECT %1 FROM user_groups g WHERE g.pool = ? AND g.name > ? ORDER BY g.name LIMIT ?")
             .arg(groupColumns),
         {poolRowId, afterName, count}, [&](const database::Row &row) { found << groupFromRow(row); });
    return found;
}

qint64 Store::groupCount(qint64 poolRowId)
{
    return number(QStringLiteral("SELECT count(*) FROM user_groups WHERE pool = ?"), {poolRowId});
}

void Store::addToGroup(qint64 groupRowId, qint64 userRowId)
{
    run(QStringLiteral("INSERT INTO group_members (group_id, user) VALUES (?, ?) ON CONFLICT DO NOTHING"),
        {groupRowId, userRowId});
}

void Store::removeFromGroup(qint64 groupRowId, qint64 userRowId)
{
    run(QStringLiteral("DELETE FROM group_members WHERE group_id = ? AND user = ?"), {groupRowId, userRowId});
}

QList<GroupRecord> Store::groupsOf(qint64 userRowId, const QString &afterName, qint64 count)
{
    QList<GroupRecord> found;
    rows(QStringLiteral("SELECT %1 FROM group_members m JOIN user_groups g ON g.id = m.group_id"
                        " WHERE m.user = ? AND g.name > ? ORDER BY g.name LIMIT ?")
             .arg(groupColumns),
         {userRowId, afterName, count}, [&](const database::Row &row) { found << groupFromRow(row); });
    return found;
}

QList<UserRecord> Store::usersIn(qint64 groupRowId, qint64 afterUserRowId, qint64 count)
{
    QList<UserRecord> found;
    rows(QStringLiteral("SELECT %1 FROM group_members m JOIN users u ON u.id = m.user"
                        " WHERE m.group_id = ? AND m.user > ? ORDER BY m.user LIMIT ?")
             .arg(userColumns()),
         {groupRowId, afterUserRowId, count}, [&](const database::Row &row) { found << userFromRow(row); });
    return found;
}

} // namespace poolscope::sandbox
