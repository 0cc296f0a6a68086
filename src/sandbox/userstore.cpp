#include "sandbox/store.h"

#include "sandbox/userrows.h"
#include "json/reader.h"

#include <algorithm>

// The store's users.
namespace poolscope::sandbox {

namespace {

QString attributesText(const QList<UserAttribute> &attributes)
{
    return QString::fromUtf8(userrows::attributesJson(attributes));
}

QList<UserAttribute> attributesFrom(const QByteArray &text)
{
    const auto document = json::read(text);
    if (!document)
        throw StorageFailure(Error::storage(QStringLiteral("Corrupt"), document.error().message));
    QList<UserAttribute> attributes;
    for (const json::Value &pair : document->root.elements()) {
        if (pair.size() == 2)
            attributes << UserAttribute{pair.elements().at(0).toString(), pair.elements().at(1).toString()};
    }
    return attributes;
}

} // namespace

std::optional<QString> UserRecord::attribute(QStringView name) const
{
    for (const UserAttribute &attribute : attributes) {
        if (attribute.name == name)
            return attribute.value;
    }
    return std::nullopt;
}

void UserRecord::setAttribute(const QString &name, const QString &value)
{
    for (UserAttribute &attribute : attributes) {
        if (attribute.name == name) {
            attribute.value = value;
            return;
        }
    }
    attributes << UserAttribute{name, value};
}

void UserRecord::removeAttribute(QStringView name)
{
    attributes.removeIf([&](const UserAttribute &attribute) { return attribute.name == name; });
}

void Store::addUser(UserRecord &user, const QList<SignInName> &names)
{
    QString usernameKey = user.username;
    for (const SignInName &name : names) {
        if (name.kind == NameKind::Username)
            usernameKey = name.key;
    }
    run(QStringLiteral("INSERT INTO users (pool, username, username_key, sub, status, enabled, attributes, salt,"
                       " verifier, password_set, temporary_until, signed_out, created, modified)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {user.poolRowId, user.username, usernameKey, user.sub, user.status, user.enabled,
         attributesText(user.attributes), user.saltHex, user.verifierHex, user.passwordSetMs,
         database::nullable(user.temporaryPasswordExpiresMs), user.signedOutMs, user.createdMs, user.modifiedMs});
    user.rowId = m_connection->lastInsertId();
    run(QStringLiteral("UPDATE pools SET users = users + 1 WHERE id = ?"), {user.poolRowId});
    writeSearch(user);
    setNames(user, names);
}

void Store::saveUser(const UserRecord &user)
{
    run(QStringLiteral("UPDATE users SET status = ?, enabled = ?, attributes = ?, salt = ?, verifier = ?,"
                       " password_set = ?, temporary_until = ?, signed_out = ?, modified = ? WHERE id = ?"),
        {user.status, user.enabled, attributesText(user.attributes), user.saltHex, user.verifierHex, user.passwordSetMs,
         database::nullable(user.temporaryPasswordExpiresMs), user.signedOutMs, user.modifiedMs, user.rowId});
    writeSearch(user);
}

void Store::writeSearch(const UserRecord &user)
{
    for (const QLatin1StringView attribute : userrows::searchable) {
        const auto value = user.attribute(QString(attribute));
        if (value) {
            run(QStringLiteral("INSERT INTO user_lookup (user, attribute, pool, key) VALUES (?, ?, ?, ?)"
                               " ON CONFLICT (user, attribute) DO UPDATE SET key = excluded.key"
                               " WHERE key <> excluded.key"),
                {user.rowId, QString(attribute), user.poolRowId, value->toCaseFolded()});
        } else {
            run(QStringLiteral("DELETE FROM user_lookup WHERE user = ? AND attribute = ?"),
                {user.rowId, QString(attribute)});
        }
    }
}

void Store::setNames(const UserRecord &user, const QList<SignInName> &names)
{
    for (const NameKind kind : {NameKind::Email, NameKind::PhoneNumber, NameKind::PreferredUsername}) {
        const QString attribute = userrows::attributeOf(kind);
        const auto name = std::find_if(names.begin(), names.end(), [&](const SignInName &n) { return n.kind == kind; });
        if (name == names.end()) {
            run(QStringLiteral("UPDATE user_lookup SET alias_key = NULL"
                               " WHERE user = ? AND attribute = ? AND alias_key IS NOT NULL"),
                {user.rowId, attribute});
        } else {
            run(QStringLiteral("INSERT INTO user_lookup (user, attribute, pool, key, alias_key) VALUES (?, ?, ?, ?, ?)"
                               " ON CONFLICT (user, attribute) DO UPDATE SET alias_key = excluded.alias_key"),
                {user.rowId, attribute, user.poolRowId, name->key.toCaseFolded(), name->key});
        }
    }
}

void Store::deleteUser(const UserRecord &user)
{
    run(QStringLiteral("DELETE FROM users WHERE id = ?"), {user.rowId});
    if (m_connection->changedRows() > 0)
        run(QStringLiteral("UPDATE pools SET users = users - 1 WHERE id = ?"), {user.poolRowId});
    run(QStringLiteral("DELETE FROM messages WHERE user = ?"), {user.rowId});
}

QString Store::userColumns()
{
    return QStringLiteral("u.id, u.pool, u.username, u.sub, u.status, u.enabled, u.attributes, u.salt, u.verifier, "
                          "u.password_set, u.temporary_until, u.signed_out, u.created, u.modified");
}

UserRecord Store::userFromRow(const database::Row &row)
{
    UserRecord user;
    user.rowId = row.integer(0);
    user.poolRowId = row.integer(1);
    user.username = row.text(2);
    user.sub = row.text(3);
    user.status = row.text(4);
    user.enabled = row.boolean(5);
    user.attributes = attributesFrom(row.text(6).toUtf8());
    user.saltHex = row.text(7);
    user.verifierHex = row.text(8);
    user.passwordSetMs = row.integer(9);
    user.temporaryPasswordExpiresMs = row.optionalInteger(10);
    user.signedOutMs = row.integer(11);
    user.createdMs = row.integer(12);
    user.modifiedMs = row.integer(13);
    return user;
}

std::optional<UserRecord> Store::user(qint64 userRowId)
{
    std::optional<UserRecord> found;
    rows(QStringLiteral("SELECT %1 FROM users u WHERE u.id = ?").arg(userColumns()), {userRowId},
         [&](const database::Row &row) { found = userFromRow(row); });
    return found;
}

std::optional<UserRecord> Store::findUser(qint64 poolRowId, NameKind kind, const QString &key)
{
    if (const UserRecord *const known = kind == NameKind::Sub ? m_users.object(key) : nullptr) {
        if (known->poolRowId == poolRowId)
            return *known;
    }
    QString sql;
    QVariantList values{poolRowId};
    if (kind == NameKind::Username || kind == NameKind::Sub) {
        sql = QStringLiteral("SELECT %1 FROM users u WHERE u.pool = ? AND u.%2 = ?")
                  .arg(userColumns(), kind == NameKind::Sub ? QStringLiteral("sub") : QStringLiteral("username_key"));
        values << key;
    } else {
        sql = QStringLiteral("SELECT %1 FROM user_lookup l JOIN users u ON u.id = l.user"
                             " WHERE l.pool = ? AND l.attribute = ? AND l.alias_key = ?")
                  .arg(userColumns());
        values << QString(userrows::attributeOf(kind)) << key;
    }
    std::optional<UserRecord> found;
    rows(sql, values, [&](const database::Row &row) { found = userFromRow(row); });
    if (found && kind == NameKind::Sub)
        m_users.insert(key, new UserRecord(*found));
    return found;
}

void Store::addToPasswordHistory(const UserRecord &user)
{
    run(QStringLiteral("INSERT INTO password_history (user, salt, verifier) VALUES (?, ?, ?)"),
        {user.rowId, user.saltHex, user.verifierHex});
    run(QStringLiteral("DELETE FROM password_history WHERE user = ? AND id <="
                       " (SELECT id FROM password_history WHERE user = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"),
        {user.rowId, user.rowId, longestPasswordHistory});
}

QList<std::pair<QString, QString>> Store::passwordHistory(qint64 userRowId, int newest)
{
    QList<std::pair<QString, QString>> history;
    rows(QStringLiteral("SELECT salt, verifier FROM password_history WHERE user = ? ORDER BY id DESC LIMIT ?"),
         {userRowId, newest}, [&](const database::Row &row) { history.emplaceBack(row.text(0), row.text(1)); });
    return history;
}

} // namespace poolscope::sandbox
