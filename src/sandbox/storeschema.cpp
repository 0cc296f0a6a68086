#include "sandbox/store.h"

namespace poolscope::sandbox {

namespace {

// Row ids are never given twice (AUTOINCREMENT): a session of a deleted user must not become another's.
constexpr char poolTables[] = R"(
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE pools (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pool_id TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL, -- UserPoolType as JSON
    secret BLOB NOT NULL,
    users INTEGER NOT NULL DEFAULT 0, -- how many there are
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL) STRICT;
CREATE TABLE pool_keys (
    pool INTEGER NOT NULL REFERENCES pools ON DELETE CASCADE,
    use TEXT NOT NULL, -- id, access
    kid TEXT NOT NULL,
    pem BLOB NOT NULL,
    PRIMARY KEY (pool, use)) WITHOUT ROWID, STRICT;
CREATE TABLE clients (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pool INTEGER NOT NULL REFERENCES pools ON DELETE CASCADE,
    client_id TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL, -- UserPoolClientType as JSON
    secrets TEXT NOT NULL, -- JSON array
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL) STRICT;
CREATE INDEX clients_by_pool ON clients (pool);
)";

// user_lookup: one row for each attribute that ListUsers can search (key: case-folded) or a sign-in may name
// (alias_key: folded by the pool's rule, unique in the pool; NULL where it is no alias of this user).
constexpr char userTables[] = R"(
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pool INTEGER NOT NULL REFERENCES pools ON DELETE CASCADE,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL,
    sub TEXT NOT NULL,
    status TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    attributes TEXT NOT NULL, -- JSON array of [name, value]
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL,
    password_set INTEGER NOT NULL,
    temporary_until INTEGER,
    signed_out INTEGER NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX users_by_name ON users (pool, username_key);
CREATE UNIQUE INDEX users_by_sub ON users (pool, sub);
CREATE INDEX users_by_pool ON users (pool);
CREATE TABLE user_lookup (
    user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    attribute TEXT NOT NULL,
    pool INTEGER NOT NULL,
    key TEXT NOT NULL,
    alias_key TEXT,
    PRIMARY KEY (user, attribute)) WITHOUT ROWID, STRICT;
CREATE INDEX user_lookup_by_key ON user_lookup (pool, attribute, key);
CREATE UNIQUE INDEX user_lookup_by_alias ON user_lookup (pool, attribute, alias_key) WHERE alias_key IS NOT NULL;
CREATE TABLE password_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    salt TEXT NOT NULL,
    verifier TEXT NOT NULL) STRICT;
CREATE INDEX password_history_by_user ON password_history (user);
)";

// Tokens and sessions are stored as SHA-256 hashes.
constexpr char proofTables[] = R"(
CREATE TABLE codes (
    user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    code TEXT NOT NULL,
    attribute TEXT NOT NULL,
    destination TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    message INTEGER NOT NULL,
    wrong_tries INTEGER NOT NULL,
    PRIMARY KEY (user, purpose)) WITHOUT ROWID, STRICT;
CREATE TABLE auth_sessions (
    token BLOB PRIMARY KEY,
    pool INTEGER NOT NULL,
    client INTEGER NOT NULL,
    user INTEGER NOT NULL,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    client INTEGER NOT NULL REFERENCES clients ON DELETE CASCADE,
    origin_jti TEXT NOT NULL UNIQUE,
    auth_time INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    revoked INTEGER,
    scope TEXT NOT NULL,
    device_key TEXT NOT NULL) STRICT;
CREATE INDEX grants_by_user ON grants (user);
CREATE INDEX grants_by_client ON grants (client);
CREATE TABLE refresh_tokens (
    token BLOB PRIMARY KEY,
    grant_id INTEGER NOT NULL REFERENCES grants ON DELETE CASCADE,
    created INTEGER NOT NULL,
    replaced INTEGER) WITHOUT ROWID, STRICT;
CREATE INDEX refresh_tokens_by_grant ON refresh_tokens (grant_id);
CREATE TABLE attempts (
    pool INTEGER NOT NULL REFERENCES pools ON DELETE CASCADE,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    PRIMARY KEY (pool, subject, kind)) WITHOUT ROWID, STRICT;
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    medium INTEGER NOT NULL, -- Message::Medium
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    code TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    username TEXT NOT NULL,
    user INTEGER NOT NULL,
    state INTEGER NOT NULL, -- Message::State
    expires INTEGER) STRICT;
)";

constexpr char messageColumns[] = R"(
ALTER TABLE messages ADD COLUMN temporary_password INTEGER NOT NULL DEFAULT 0; -- the code is one
CREATE INDEX messages_by_pool ON messages (pool_id, id);
CREATE INDEX messages_by_user ON messages (user);
)";

// What a code was for is of interest also when it is gone. Messages from before have it only as long as their codes.
constexpr char messagePurposes[] = R"(
ALTER TABLE messages ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
)";

// Names that nobody has stand as "name:" and a hash in hexadecimal, thus before "name:g".
constexpr char boundedAttempts[] = R"(
CREATE INDEX attempts_of_names ON attempts (last) WHERE subject >= 'name:' AND subject < 'name:g';
)";

constexpr char unusedColumns[] = R"(
ALTER TABLE codes DROP COLUMN wrong_tries;
ALTER TABLE refresh_tokens DROP COLUMN replaced;
)";

// Rotation: when a newer one was given out.
constexpr char rotatedTokens[] = R"(
ALTER TABLE refresh_tokens ADD COLUMN replaced INTEGER;
)";

constexpr char groupTables[] = R"(
CREATE TABLE user_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pool INTEGER NOT NULL REFERENCES pools ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT,
    role_arn TEXT,
    precedence INTEGER,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX user_groups_by_name ON user_groups (pool, name);
CREATE TABLE group_members (
    group_id INTEGER NOT NULL REFERENCES user_groups ON DELETE CASCADE,
    user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (group_id, user)) WITHOUT ROWID, STRICT;
CREATE INDEX group_members_by_user ON group_members (user);
)";

// For ListUsers with a filter by status in large pools; disabled users are few.
constexpr char statusIndexes[] = R"(
CREATE INDEX users_by_status ON users (pool, status);
CREATE INDEX users_disabled ON users (pool) WHERE enabled = 0;
)";

constexpr char sessionIndex[] = R"(
CREATE INDEX auth_sessions_by_user ON auth_sessions (user);
)";

} // namespace

QStringList Store::migrations()
{
    return {QString::fromLatin1(poolTables) + QString::fromLatin1(userTables) + QString::fromLatin1(proofTables),
            QString::fromLatin1(messageColumns),
            QString::fromLatin1(boundedAttempts),
            QString::fromLatin1(unusedColumns),
            QString::fromLatin1(rotatedTokens) + QString::fromLatin1(groupTables) + QString::fromLatin1(statusIndexes),
            QString::fromLatin1(sessionIndex),
            QString::fromLatin1(messagePurposes)};
}

} // namespace poolscope::sandbox
