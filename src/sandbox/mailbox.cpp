#include "sandbox/mailbox.h"

namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView columns(
    "id, time, medium, recipient, subject, body, code, pool_id, username, state, expires, "
    "temporary_password, coalesce(nullif(purpose, ''),"
    " (SELECT codes.purpose FROM codes WHERE user = messages.user AND message = messages.id))"); // of older data

QString nameOf(Message::Purpose one)
{
    switch (one) {
    case Message::Purpose::None:
        break;
    case Message::Purpose::Confirmation:
        return purpose::SignUp;
    case Message::Purpose::PasswordReset:
        return purpose::Forgot;
    case Message::Purpose::EmailVerification:
        return purpose::VerifyEmail;
    case Message::Purpose::PhoneVerification:
        return purpose::VerifyPhone;
    }
    return QStringLiteral(""); // a null one would be NULL
}

Message fromRow(const database::Row &row, qint64 nowMs)
{
    Message message;
    message.id = row.integer(0);
    message.timeMs = row.integer(1);
    message.medium = Message::Medium(row.integer(2));
    message.to = row.text(3);
    message.subject = row.text(4);
    message.body = row.text(5);
    message.code = row.text(6);
    message.userPoolId = row.text(7);
    message.username = row.text(8);
    message.state = Message::State(row.integer(9));
    const auto expires = row.optionalInteger(10);
    message.isInvitation = row.boolean(11);
    message.purpose = purposeNamed(row.text(12).section(u' ', 0, 0)); // that of a former code goes on after a blank
    if (message.state == Message::State::Current && expires && *expires <= nowMs)
        message.state = Message::State::Expired;
    return message;
}

} // namespace

Message::Purpose purposeNamed(const QString &name)
{
    for (const auto one : {Message::Purpose::Confirmation, Message::Purpose::PasswordReset,
                           Message::Purpose::EmailVerification, Message::Purpose::PhoneVerification}) {
        if (name == nameOf(one))
            return one;
    }
    return Message::Purpose::None;
}

Mailbox::Mailbox(Store &store, const Clock &clock, std::function<void()> changed)
    : m_store(store)
    , m_clock(clock)
    , m_changed(std::move(changed))
{
}

qint64 Mailbox::put(Message message, qint64 userRowId, std::optional<qint64> expiresMs)
{
    m_store.run(QStringLiteral("INSERT INTO messages (time, medium, recipient, subject, body, code, pool_id, username,"
                               " user, state, expires, temporary_password, purpose)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {m_clock.nowMs(), int(message.medium), message.to, message.subject, message.body, message.code,
                 message.userPoolId, message.username, userRowId, int(Message::State::Current),
                 database::nullable(expiresMs), message.isInvitation, nameOf(message.purpose)});
    const qint64 id = m_store.database().lastInsertId();
    m_store.run(QStringLiteral("DELETE FROM messages WHERE pool_id = ? AND id <="
                               " (SELECT id FROM messages WHERE pool_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"),
                {message.userPoolId, message.userPoolId, keptPerPool});
    return id;
}

QList<Message> Mailbox::list(const MessageFilter &filter) const
{
    QString sql = QStringLiteral("SELECT %1 FROM messages WHERE time >= ?").arg(columns);
    QVariantList values{filter.sinceMs};
    const auto also = [&](const QString &column, const QString &wanted) {
        if (wanted.isEmpty())
            return;
        sql += QStringLiteral(" AND %1 = ?").arg(column);
        values << wanted;
    };
    also(QStringLiteral("recipient"), filter.to);
    also(QStringLiteral("username"), filter.username);
    also(QStringLiteral("pool_id"), filter.userPoolId);
    sql += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    values << (filter.limit > 0 ? filter.limit : -1);
    QList<Message> messages;
    const qint64 nowMs = m_clock.nowMs();
    m_store.rows(sql, values, [&](const database::Row &row) { messages << fromRow(row, nowMs); });
    return messages;
}

void Mailbox::endInvitations(qint64 userRowId, Message::State state)
{
    const QString starred = QStringLiteral("replace(%1, code, replace(hex(zeroblob(length(code))), '00', '*'))");
    m_store.run(
        QStringLiteral("UPDATE messages SET state = iif(state = 0, ?, state), subject = %1, body = %2, code = ''"
                       " WHERE user = ? AND temporary_password = 1")
            .arg(starred.arg(QStringLiteral("subject")), starred.arg(QStringLiteral("body"))),
        {int(state), userRowId});
}

std::optional<bool> Mailbox::expire(qint64 id)
{
    const qint64 nowMs = m_clock.nowMs();
    Store::Unit unit(m_store);
    std::optional<bool> wasGood;
    m_store.rows(QStringLiteral("SELECT state = 0 AND (expires IS NULL OR expires > ?) FROM messages WHERE id = ?"),
                 {nowMs, id}, [&](const database::Row &row) { wasGood = row.boolean(0); });
    if (!wasGood.value_or(false))
        return wasGood;
    m_store.run(QStringLiteral("UPDATE messages SET expires = ? WHERE id = ?"), {nowMs, id});
    m_store.run(QStringLiteral("UPDATE codes SET expires = ? WHERE message = ?"), {nowMs, id});
    // An invitation stands for no code: what lapses is the temporary password that it carries.
    m_store.run(QStringLiteral("UPDATE users SET temporary_until = ? WHERE temporary_until IS NOT NULL AND id ="
                               " (SELECT user FROM messages WHERE id = ? AND state = 0 AND NOT EXISTS"
                               " (SELECT 1 FROM codes WHERE message = messages.id))"),
                {nowMs, id});
    unit.commit();
    announce();
    return true;
}

} // namespace poolscope::sandbox
