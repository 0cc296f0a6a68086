#include "sandbox/tokenminter.h"

#include "crypto/base64url.h"
#include "sandbox/rules/refusals.h"
#include "tokens/jwt.h"
#include "transport/endpoints.h"
#include "json/writer.h"

namespace poolscope::sandbox {

namespace {

// The pool stands last in every form of the issuer. The rest of it is not compared: with a local issuer it holds the
// port of the run that issued the token, and the signature says whose it is.
QString poolOfIssuer(const QString &issuer)
{
    return issuer.section(u'/', -1);
}

QString randomPart(crypto::RandomSource &random, int bytes)
{
    return QString::fromLatin1(crypto::encodeBase64Url(random.bytes(bytes)));
}

} // namespace

QByteArray signToken(const SigningKey &key, const json::Value &claims, TypeHeader type)
{
    json::Value header = json::Value::object();
    if (type == TypeHeader::Present)
        header.set(QStringLiteral("typ"), QStringLiteral("JWT"));
    header.set(QStringLiteral("kid"), key.kid);
    header.set(QStringLiteral("alg"), QStringLiteral("RS256"));
    const QByteArray input =
        crypto::encodeBase64Url(json::write(header)) + '.' + crypto::encodeBase64Url(json::write(claims));
    return input + '.' + crypto::encodeBase64Url(key.key.signRs256(input));
}

QString makeRefreshToken(crypto::RandomSource &random, RefreshTokenForm form)
{
    if (form == RefreshTokenForm::Opaque)
        return randomPart(random, 768);
    const QByteArray header = R"({"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"})";
    // Lengths as RSA-OAEP with 2048 bits and A256GCM give them: key, nonce, text, tag.
    return QStringList{QString::fromLatin1(crypto::encodeBase64Url(header)), randomPart(random, 256),
                       randomPart(random, 12), randomPart(random, 768), randomPart(random, 16)}
        .join(u'.');
}

QString makeSession(crypto::RandomSource &random)
{
    const QByteArray header("\x01\x80\x01\x78", 4); // of an encrypted message; "AYABe" in base64url
    return QString::fromLatin1(crypto::encodeBase64Url(header + random.bytes(476)));
}

QString makeSecretBlock(crypto::RandomSource &random)
{
    return QString::fromLatin1(random.bytes(768).toBase64());
}

TokenMinter::TokenMinter(Store &store, KeyRing &keys, Executor &executor, QUrl endpoint, bool localIssuer)
    : m_store(store)
    , m_keys(keys)
    , m_executor(executor)
    , m_endpoint(std::move(endpoint))
    , m_localIssuer(localIssuer)
{
}

QString TokenMinter::issuer(const QString &poolId) const
{
    if (m_localIssuer)
        return m_endpoint.toString(QUrl::RemovePath) + u'/' + poolId;
    return transport::issuerFor(poolId).toString();
}

void TokenMinter::sign(const PoolPtr &pool, json::Value idClaims, json::Value accessClaims,
                       std::function<void(Outcome<SignedTokens>)> then, TypeHeader type)
{
    m_keys.withKeys(pool->rowId, [this, type, idClaims = std::move(idClaims), accessClaims = std::move(accessClaims),
                                  then = std::move(then)](const PoolKeysPtr &keys) {
        if (!keys) {
            then(tl::unexpected(internalError())); // the log says what went wrong with the keys
            return;
        }
        m_executor.compute(
            [keys, type, idClaims, accessClaims] {
                return SignedTokens{QString::fromLatin1(signToken(keys->idToken, idClaims, type)),
                                    QString::fromLatin1(signToken(keys->accessToken, accessClaims, type))};
            },
            [then](SignedTokens tokens) { then(std::move(tokens)); });
    });
}

// Answers where it is: the pool must still be there, with the same keys.
bool TokenMinter::isRemembered(const QString &token, const std::function<void(Outcome<AccessTokenFacts>)> &then)
{
    const Genuine *const known = m_genuine.object(token);
    if (!known)
        return false;
    const json::Value claims = known->claims;
    const PoolPtr pool = m_store.pool(poolOfIssuer(claims.value(u"iss").toString()));
    if (!pool || m_keys.loaded(pool->rowId) != known->keys)
        return false;
    then(AccessTokenFacts{claims, pool});
    return true;
}

void TokenMinter::readAccessToken(const QString &token, std::function<void(Outcome<AccessTokenFacts>)> then)
{
    if (isRemembered(token, then))
        return;
    const auto jwt = tokens::parseJwt(token.toUtf8());
    if (!jwt || jwt->algorithm() != QLatin1StringView("RS256") || jwt->tokenUse() != QLatin1StringView("access")) {
        then(refuse(refusals::accessTokenInvalid));
        return;
    }
    const json::Value &claims = jwt->payload.root;
    const PoolPtr pool = m_store.pool(poolOfIssuer(claims.value(u"iss").toString()));
    if (!pool) {
        then(refuse(refusals::accessTokenInvalid));
        return;
    }
    m_keys.withKeys(pool->rowId, [this, token, jwt = *jwt, pool, then = std::move(then)](const PoolKeysPtr &keys) {
        const bool genuine = keys && keys->accessToken.kid == jwt.keyId() &&
                             keys->accessToken.key.verifyRs256(jwt.signingInput(), jwt.signature);
        if (!genuine)
            return then(refuse(refusals::accessTokenSignature));
        m_genuine.insert(token, new Genuine{jwt.payload.root, keys});
        then(AccessTokenFacts{jwt.payload.root, pool});
    });
}

} // namespace poolscope::sandbox
