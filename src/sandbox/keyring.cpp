#include "sandbox/keyring.h"

#include "core/logging.h"
#include "crypto/base64url.h"

namespace poolscope::sandbox {

namespace {

constexpr int kidBytes = 32;

Result<SigningKey> signingKey(crypto::RandomSource &random, const MakeKey &makeKey)
{
    auto key = makeKey();
    if (!key)
        return failure(std::move(key).error());
    return SigningKey{QString::fromLatin1(random.bytes(kidBytes).toBase64()), std::move(*key)};
}

Result<PoolKeysPtr> makeKeys(crypto::RandomSource &random, const MakeKey &makeKey)
{
    auto idToken = signingKey(random, makeKey);
    if (!idToken)
        return failure(std::move(idToken).error());
    auto accessToken = signingKey(random, makeKey);
    if (!accessToken)
        return failure(std::move(accessToken).error());
    return std::make_shared<const PoolKeys>(PoolKeys{std::move(*idToken), std::move(*accessToken)});
}

json::Value jwk(const SigningKey &key)
{
    json::Value value = json::Value::object();
    value.set(QStringLiteral("alg"), QStringLiteral("RS256"));
    value.set(QStringLiteral("e"), QString::fromLatin1(crypto::encodeBase64Url(key.key.exponent())));
    value.set(QStringLiteral("kid"), key.kid);
    value.set(QStringLiteral("kty"), QStringLiteral("RSA"));
    value.set(QStringLiteral("n"), QString::fromLatin1(crypto::encodeBase64Url(key.key.modulus())));
    value.set(QStringLiteral("use"), QStringLiteral("sig"));
    return value;
}

} // namespace

KeyRing::KeyRing(Store &store, Executor &executor, crypto::RandomSource &random, MakeKey makeKey)
    : m_store(store)
    , m_executor(executor)
    , m_random(random)
    , m_makeKey(makeKey ? std::move(makeKey) : [] { return crypto::RsaKey::generate(); })
{
}

KeyRing::~KeyRing() = default;

void KeyRing::prepare(qint64 poolRowId)
{
    withKeys(poolRowId, [](const PoolKeysPtr &) {});
}

void KeyRing::withKeys(qint64 poolRowId, Handler handler)
{
    if (const PoolKeysPtr known = load(poolRowId)) {
        handler(known);
        return;
    }
    QList<Handler> &waiting = m_waiting[poolRowId];
    waiting << std::move(handler);
    if (waiting.size() > 1)
        return; // being made
    m_executor.compute([&random = m_random, makeKey = m_makeKey] { return makeKeys(random, makeKey); },
                       [this, poolRowId](const Result<PoolKeysPtr> &made) { finish(poolRowId, made); });
}

void KeyRing::finish(qint64 poolRowId, const Result<PoolKeysPtr> &made)
{
    const QList<Handler> waiting = m_waiting.take(poolRowId);
    PoolKeysPtr keys;
    if (!made)
        qCWarning(lcSandbox, "No keys could be made: %s", qUtf8Printable(made.error().message));
    else if (m_store.poolByRow(poolRowId)) // it may have been deleted meanwhile
        keys = *made;
    if (keys)
        keep(poolRowId, keys);
    for (const Handler &handler : waiting)
        handler(keys);
}

PoolKeysPtr KeyRing::load(qint64 poolRowId)
{
    if (const auto known = m_keys.constFind(poolRowId); known != m_keys.cend())
        return *known;
    PoolKeys keys;
    m_store.rows(QStringLiteral("SELECT use, kid, pem FROM pool_keys WHERE pool = ?"), {poolRowId},
                 [&](const database::Row &row) {
                     auto key = crypto::RsaKey::fromPrivatePem(row.blob(2));
                     if (!key)
                         throw StorageFailure(std::move(key).error());
                     (row.text(0) == QLatin1StringView("id") ? keys.idToken : keys.accessToken) =
                         SigningKey{row.text(1), std::move(*key)};
                 });
    if (keys.idToken.key.isNull() || keys.accessToken.key.isNull())
        return nullptr;
    const auto kept = std::make_shared<const PoolKeys>(std::move(keys));
    m_keys.insert(poolRowId, kept);
    return kept;
}

void KeyRing::keep(qint64 poolRowId, const PoolKeysPtr &keys)
{
    const QString sql = QStringLiteral("INSERT INTO pool_keys (pool, use, kid, pem) VALUES (?, ?, ?, ?)");
    Store::Unit unit(m_store);
    m_store.run(sql, {poolRowId, QStringLiteral("id"), keys->idToken.kid, keys->idToken.key.privatePem()});
    m_store.run(sql, {poolRowId, QStringLiteral("access"), keys->accessToken.kid, keys->accessToken.key.privatePem()});
    unit.commit();
    m_keys.insert(poolRowId, keys);
}

void KeyRing::forget(qint64 poolRowId)
{
    m_keys.remove(poolRowId);
}

void KeyRing::forgetAll()
{
    m_keys.clear();
}

json::Value KeyRing::jwks(const PoolKeys &keys)
{
    json::Value list = json::Value::array();
    list.append(jwk(keys.idToken));
    list.append(jwk(keys.accessToken));
    json::Value set = json::Value::object();
    set.set(QStringLiteral("keys"), list);
    return set;
}

} // namespace poolscope::sandbox
