#include "sandbox/store.h"

#include "crypto/hash.h"
#include "sandbox/message.h"
#include "json/reader.h"
#include "json/writer.h"

// The store's codes, sessions, grants and attempts.
namespace poolscope::sandbox {

namespace {

QByteArray hashed(const QString &token)
{
    return crypto::sha256(token.toUtf8());
}

constexpr QLatin1StringView grantColumns("g.id, g.user, g.client, g.origin_jti, g.auth_time, g.expires, g.revoked, "
                                         "g.scope, g.device_key");

GrantRecord grantFromRow(const database::Row &row)
{
    GrantRecord grant;
    grant.rowId = row.integer(0);
    grant.userRowId = row.integer(1);
    grant.clientRowId = row.integer(2);
    grant.originJti = row.text(3);
    grant.authTimeMs = row.integer(4);
    grant.expiresMs = row.integer(5);
    grant.revokedMs = row.optionalInteger(6);
    grant.scope = row.text(7);
    grant.deviceKey = row.text(8);
    return grant;
}

// Under which a code is kept that a newer one does not replace; the id of the newer one's message makes it unlike the others.
const QString formerCode = QStringLiteral("%1 before %2");
const QString ofPurpose = QStringLiteral("user = ? AND (purpose = ? OR purpose GLOB ?)");

QVariantList whoseCodes(qint64 userRowId, const QString &purpose)
{
    return {userRowId, purpose, formerCode.arg(purpose, QStringLiteral("*"))};
}

} // namespace

void Store::putCode(const CodeRecord &code, Former former)
{
    const auto before = this->code(code.userRowId, code.purpose);
    if (before && former == Former::Kept)
        run(QStringLiteral("UPDATE codes SET purpose = ? WHERE user = ? AND purpose = ?"),
            {formerCode.arg(code.purpose).arg(code.messageId), code.userRowId, code.purpose});
    else if (before)
        dropCode(*before, code.createdMs);
    run(QStringLiteral("INSERT INTO codes (user, purpose, code, attribute, destination, created, expires, message)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {code.userRowId, code.purpose, code.code, code.attribute, code.destination, code.createdMs, code.expiresMs,
         code.messageId});
}

std::optional<CodeRecord> Store::code(qint64 userRowId, const QString &purpose)
{
    const QList<CodeRecord> all = codes(userRowId, purpose);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

// The newest has the purpose's own name, which sorts before all that begin with it.
QList<CodeRecord> Store::codes(qint64 userRowId, const QString &purpose)
{
    QList<CodeRecord> all;
    rows(QStringLiteral("SELECT code, attribute, destination, created, expires, message FROM codes WHERE %1"
                        " ORDER BY purpose")
             .arg(ofPurpose),
         whoseCodes(userRowId, purpose), [&](const database::Row &row) {
             all << CodeRecord{.userRowId = userRowId,
                               .purpose = purpose,
                               .code = row.text(0),
                               .attribute = row.text(1),
                               .destination = row.text(2),
                               .createdMs = row.integer(3),
                               .expiresMs = row.integer(4),
                               .messageId = row.integer(5)};
         });
    return all;
}

void Store::useCode(const CodeRecord &code, qint64 nowMs)
{
    run(QStringLiteral("UPDATE messages SET state = ? WHERE id = ?"), {int(Message::State::Used), code.messageId});
    dropCode(code, nowMs);
}

void Store::dropCode(const CodeRecord &code, qint64 nowMs)
{
    const QList<CodeRecord> all = codes(code.userRowId, code.purpose);
    for (const CodeRecord &one : all) {
        if (one.expiresMs > nowMs)
            run(QStringLiteral("UPDATE messages SET state = ? WHERE id = ? AND state = ?"),
                {int(Message::State::Replaced), one.messageId, int(Message::State::Current)});
    }
    run(QStringLiteral("DELETE FROM codes WHERE ") + ofPurpose, whoseCodes(code.userRowId, code.purpose));
}

void Store::putSession(const AuthSessionRecord &session)
{
    run(QStringLiteral("INSERT INTO auth_sessions (token, pool, client, user, state, created, expires, used)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (token) DO UPDATE SET state = excluded.state, expires = excluded.expires,"
                       " used = excluded.used"),
        {hashed(session.token), session.poolRowId, session.clientRowId, session.userRowId,
         QString::fromUtf8(json::write(session.state)), session.createdMs, session.expiresMs, session.used});
}

std::optional<AuthSessionRecord> Store::session(const QString &token)
{
    std::optional<AuthSessionRecord> found;
    rows(QStringLiteral("SELECT pool, client, user, state, created, expires, used FROM auth_sessions WHERE token = ?"),
         {hashed(token)}, [&](const database::Row &row) {
             const auto state = json::read(row.text(3).toUtf8());
             found = AuthSessionRecord{.token = token,
                                       .poolRowId = row.integer(0),
                                       .clientRowId = row.integer(1),
                                       .userRowId = row.integer(2),
                                       .state = state ? state->root : json::Value(),
                                       .createdMs = row.integer(4),
                                       .expiresMs = row.integer(5),
                                       .used = row.boolean(6)};
         });
    return found;
}

void Store::markSessionUsed(const QString &token)
{
    run(QStringLiteral("UPDATE auth_sessions SET used = 1 WHERE token = ?"), {hashed(token)});
}

void Store::addGrant(GrantRecord &grant)
{
    run(QStringLiteral("INSERT INTO grants (user, client, origin_jti, auth_time, expires, revoked, scope, device_key)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {grant.userRowId, grant.clientRowId, grant.originJti, grant.authTimeMs, grant.expiresMs,
         database::nullable(grant.revokedMs), grant.scope, grant.deviceKey});
    grant.rowId = m_connection->lastInsertId();
}

void Store::addRefreshToken(qint64 grantRowId, const QString &token, qint64 createdMs)
{
    run(QStringLiteral("INSERT INTO refresh_tokens (token, grant_id, created) VALUES (?, ?, ?)"),
        {hashed(token), grantRowId, createdMs});
}

std::optional<RefreshTokenRecord> Store::refreshToken(const QString &token)
{
    std::optional<RefreshTokenRecord> found;
    rows(QStringLiteral("SELECT %1, r.replaced FROM refresh_tokens r JOIN grants g ON g.id = r.grant_id"
                        " WHERE r.token = ?")
             .arg(grantColumns),
         {hashed(token)}, [&](const database::Row &row) {
             found = RefreshTokenRecord{grantFromRow(row), row.optionalInteger(9)};
         });
    return found;
}

void Store::markRefreshTokenReplaced(const QString &token, qint64 nowMs)
{
    run(QStringLiteral("UPDATE refresh_tokens SET replaced = ? WHERE token = ? AND replaced IS NULL"),
        {nowMs, hashed(token)});
}

std::optional<GrantRecord> Store::grantByOriginJti(const QString &originJti)
{
    if (const GrantRecord *const known = m_grants.object(originJti))
        return *known;
    std::optional<GrantRecord> found;
    rows(QStringLiteral("SELECT %1 FROM grants g WHERE g.origin_jti = ?").arg(grantColumns), {originJti},
         [&](const database::Row &row) { found = grantFromRow(row); });
    if (found)
        m_grants.insert(originJti, new GrantRecord(*found));
    return found;
}

bool Store::hasLiveGrant(qint64 userRowId, qint64 clientRowId, qint64 authTimeSeconds)
{
    return number(QStringLiteral("SELECT count(*) FROM grants WHERE user = ? AND client = ? AND revoked IS NULL"
                                 " AND auth_time BETWEEN ? AND ?"),
                  {userRowId, clientRowId, authTimeSeconds * 1000, authTimeSeconds * 1000 + 999}) > 0;
}

void Store::revokeGrant(qint64 grantRowId, qint64 nowMs)
{
    run(QStringLiteral("UPDATE grants SET revoked = ? WHERE id = ? AND revoked IS NULL"), {nowMs, grantRowId});
}

void Store::revokeGrantsOf(qint64 userRowId, qint64 nowMs)
{
    run(QStringLiteral("UPDATE grants SET revoked = ? WHERE user = ? AND revoked IS NULL"), {nowMs, userRowId});
}

AttemptRecord Store::attempts(qint64 poolRowId, const QString &subject, const QString &kind)
{
    AttemptRecord record;
    rows(QStringLiteral("SELECT count, first, last, locked_until FROM attempts"
                        " WHERE pool = ? AND subject = ? AND kind = ?"),
         {poolRowId, subject, kind}, [&](const database::Row &row) {
             record = AttemptRecord{int(row.integer(0)), row.integer(1), row.integer(2), row.integer(3)};
         });
    return record;
}

void Store::putAttempts(qint64 poolRowId, const QString &subject, const QString &kind, const AttemptRecord &record)
{
    run(QStringLiteral("INSERT OR REPLACE INTO attempts (pool, subject, kind, count, first, last, locked_until)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {poolRowId, subject, kind, record.count, record.firstMs, record.lastMs, record.lockedUntilMs});
    if (!subject.startsWith(unknownNamePrefix))
        return;
    // The condition is the index's own (attempts_of_names), which makes this a walk over that index.
    const QString names = QStringLiteral("subject >= 'name:' AND subject < 'name:g'");
    run(QStringLiteral("DELETE FROM attempts WHERE %1 AND last <="
                       " (SELECT last FROM attempts WHERE %1 ORDER BY last DESC LIMIT 1 OFFSET ?)")
            .arg(names),
        {maximumUnknownNames});
}

void Store::clearAttempts(qint64 poolRowId, const QString &subject, const QString &kind)
{
    run(QStringLiteral("DELETE FROM attempts WHERE pool = ? AND subject = ? AND kind = ?"), {poolRowId, subject, kind});
}

} // namespace poolscope::sandbox
