#pragma once

#include "sandbox/keyring.h"
#include "sandbox/outcome.h"

#include <QCache>
#include <QUrl>

namespace poolscope::sandbox {

// Whether the header names the type "JWT" beside "kid" and "alg".
enum class TypeHeader { Absent, Present };

// Compact RS256 JWS. Reentrant.
QByteArray signToken(const SigningKey &key, const json::Value &claims, TypeHeader type = TypeHeader::Absent);

// Random bytes, from which nothing can be read: in the five parts of an encrypted token (recalled), or in one.
enum class RefreshTokenForm { Encrypted, Opaque };
QString makeRefreshToken(crypto::RandomSource &random, RefreshTokenForm form = RefreshTokenForm::Encrypted);
// An opaque Session or SECRET_BLOCK: base64url / base64 of random bytes. Sessions begin as the service's do, and so never
// with a hyphen, which the AWS CLI would take for an option.
QString makeSession(crypto::RandomSource &random);
QString makeSecretBlock(crypto::RandomSource &random);

struct SignedTokens
{
    QString idToken;
    QString accessToken;
};

// What an access token that was handed in says, once its signature holds.
struct AccessTokenFacts
{
    json::Value claims;
    PoolPtr pool;
};

// Makes and checks the pool's tokens. Service thread only.
class TokenMinter final
{
public:
    // endpoint: the sandbox's own URL, taken as issuer when localIssuer. Otherwise it is the service's, in the pool's
    // region and partition.
    TokenMinter(Store &store, KeyRing &keys, Executor &executor, QUrl endpoint, bool localIssuer);

    QString issuer(const QString &poolId) const;
    // Signs both on a worker; `iss` must already be among the claims. NotAuthorized never comes from here; an
    // InternalErrorException when there are no keys.
    void sign(const PoolPtr &pool, json::Value idClaims, json::Value accessClaims,
              std::function<void(Outcome<SignedTokens>)> then, TypeHeader type = TypeHeader::Absent);
    // Parses, finds the pool by issuer, checks the key and the signature, and that token_use is "access". Expiry,
    // revocation and scope are the caller's. Errors: NotAuthorizedException `Invalid Access Token` (malformed, unknown
    // pool, wrong token_use), `Could not verify signature for Access Token`.
    void readAccessToken(const QString &token, std::function<void(Outcome<AccessTokenFacts>)> then);

private:
    // The claims of a token whose signature was found to hold with these keys: the same bytes hold again.
    struct Genuine
    {
        json::Value claims;
        PoolKeysPtr keys;
    };
    static constexpr int remembered = 500; // tokens

    bool isRemembered(const QString &token, const std::function<void(Outcome<AccessTokenFacts>)> &then);

    Store &m_store;
    KeyRing &m_keys;
    Executor &m_executor;
    QUrl m_endpoint;
    bool m_localIssuer;
    QCache<QString, Genuine> m_genuine{remembered};
};

} // namespace poolscope::sandbox
