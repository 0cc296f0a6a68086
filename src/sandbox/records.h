#pragma once

#include "model/cognitoidp.h"
#include "json/value.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace poolscope::sandbox {

// What the store keeps. All times are milliseconds since 1970 UTC by the sandbox's clock; row ids are the
// database's own and never leave the sandbox.

struct PoolRecord
{
    qint64 rowId = 0;
    QString id;                 // us-east-1_AbCdEfGhI
    idp::UserPoolType settings; // all but id, dates and EstimatedNumberOfUsers, which the store keeps itself
    QByteArray secret;          // 32 random bytes made with the pool: for made-up salts and ids of unknown users
    qint64 createdMs = 0;
    qint64 modifiedMs = 0;
};
using PoolPtr = std::shared_ptr<const PoolRecord>;

struct ClientSecret
{
    QString id;
    QString value;
    qint64 createdMs = 0;
    bool withClient = false; // made with the client: the one that its description shows
    bool operator==(const ClientSecret &) const = default;
};

struct ClientRecord
{
    qint64 rowId = 0;
    qint64 poolRowId = 0;
    QString poolId;
    QString id;
    idp::UserPoolClientType settings; // without ClientSecret
    QList<ClientSecret> secrets;      // empty for a public client; any of them is accepted
    qint64 createdMs = 0;
    qint64 modifiedMs = 0;
};
using ClientPtr = std::shared_ptr<const ClientRecord>;

struct UserAttribute
{
    QString name;
    QString value;
    bool operator==(const UserAttribute &) const = default;
};

struct UserRecord
{
    qint64 rowId = 0;
    qint64 poolRowId = 0;
    QString username;
    QString sub;
    QString status; // UNCONFIRMED, CONFIRMED, ... as on the wire
    bool enabled = true;
    QList<UserAttribute> attributes; // in order, without sub
    QString saltHex;                 // SRP salt and verifier; empty: no password
    QString verifierHex;
    qint64 passwordSetMs = 0;
    std::optional<qint64> temporaryPasswordExpiresMs;
    qint64 signedOutMs = 0; // tokens issued before this are revoked (GlobalSignOut)
    qint64 createdMs = 0;
    qint64 modifiedMs = 0;

    std::optional<QString> attribute(QStringView name) const;
    void setAttribute(const QString &name, const QString &value);
    void removeAttribute(QStringView name);
};

struct GroupRecord
{
    qint64 rowId = 0;
    qint64 poolRowId = 0;
    QString name;
    std::optional<QString> description;
    std::optional<QString> roleArn;
    std::optional<qint64> precedence; // the lowest goes first, none goes last
    qint64 createdMs = 0;
    qint64 modifiedMs = 0;
};

// The names a user is found by; unique per pool and kind. `key` is already folded as the pool's case rule says.
enum class NameKind { Username = 0, Sub = 1, Email = 2, PhoneNumber = 3, PreferredUsername = 4 };
struct SignInName
{
    NameKind kind = NameKind::Username;
    QString key;
    bool operator==(const SignInName &) const = default;
};

namespace purpose {
inline constexpr QLatin1StringView SignUp("signup");
inline constexpr QLatin1StringView Forgot("forgot");
inline constexpr QLatin1StringView VerifyEmail("verify:email");
inline constexpr QLatin1StringView VerifyPhone("verify:phone_number");
} // namespace purpose

// One code per user and purpose, which a new one replaces; former ones may stay valid beside it.
struct CodeRecord
{
    qint64 userRowId = 0;
    QString purpose; // as above
    QString code;
    QString attribute; // email or phone_number: where it went
    QString destination;
    qint64 createdMs = 0;
    qint64 expiresMs = 0;
    qint64 messageId = 0; // 0: no message
};

// A Session (or SECRET_BLOCK) between two steps of a sign-in. Kept until it expires also when used, so that the
// second use can be told from an unknown one.
struct AuthSessionRecord
{
    QString token; // as given to the client; only its hash is stored
    qint64 poolRowId = 0;
    qint64 clientRowId = 0;
    qint64 userRowId = 0; // 0: a made-up user
    json::Value state;
    qint64 createdMs = 0;
    qint64 expiresMs = 0;
    bool used = false;
};

// One sign-in and what hangs on it: its access tokens by origin_jti, its refresh tokens.
struct GrantRecord
{
    qint64 rowId = 0;
    qint64 userRowId = 0;
    qint64 clientRowId = 0;
    QString originJti;
    qint64 authTimeMs = 0;
    qint64 expiresMs = 0; // of the refresh token
    std::optional<qint64> revokedMs;
    QString scope;
    QString deviceKey;
};

struct RefreshTokenRecord
{
    GrantRecord grant;
    std::optional<qint64> replacedMs; // rotation: a newer one was given out then
};

// Attempts have a subject: a user's row id, or a name that nobody has, of which the hash stands after this prefix.
inline const QString unknownNamePrefix = QStringLiteral("name:");
struct AttemptRecord // of one subject at one thing
{
    int count = 0;
    qint64 firstMs = 0;
    qint64 lastMs = 0;
    qint64 lockedUntilMs = 0;
};

} // namespace poolscope::sandbox
