#pragma once

#include "crypto/random.h"
#include "crypto/rsa.h"
#include "sandbox/executor.h"
#include "sandbox/store.h"
#include "json/value.h"

#include <QHash>

#include <functional>
#include <memory>

namespace poolscope::sandbox {

struct SigningKey
{
    QString kid; // base64 of 32 bytes
    crypto::RsaKey key;
};

// ID and access tokens are signed with different keys.
struct PoolKeys
{
    SigningKey idToken;
    SigningKey accessToken;
};
using PoolKeysPtr = std::shared_ptr<const PoolKeys>;

// Makes one RSA-2048 key; on a worker, several at once.
using MakeKey = std::function<Result<crypto::RsaKey>()>;

// Two RSA-2048 keys per pool, made on the workers, kept in the store. Service thread only.
class KeyRing final
{
public:
    using Handler = std::function<void(PoolKeysPtr)>; // null: the pool is gone or the keys could not be made

    // Without `makeKey` it is RsaKey::generate().
    KeyRing(Store &store, Executor &executor, crypto::RandomSource &random, MakeKey makeKey = {});
    ~KeyRing();

    // Starts making the pool's keys, so that the first use need not wait. Call after the pool was committed.
    void prepare(qint64 poolRowId);
    // The pool's keys, at once when they are known, else later.
    void withKeys(qint64 poolRowId, Handler handler);
    // Those that were read or made already, else null.
    PoolKeysPtr loaded(qint64 poolRowId) const { return m_keys.value(poolRowId); }
    void forget(qint64 poolRowId); // the pool was deleted
    void forgetAll();

    // The JSON Web Key Set of both.
    static json::Value jwks(const PoolKeys &keys);

private:
    PoolKeysPtr load(qint64 poolRowId);
    void finish(qint64 poolRowId, const Result<PoolKeysPtr> &made);
    void keep(qint64 poolRowId, const PoolKeysPtr &keys);

    Store &m_store;
    Executor &m_executor;
    crypto::RandomSource &m_random;
    MakeKey m_makeKey;
    QHash<qint64, PoolKeysPtr> m_keys;
    QHash<qint64, QList<Handler>> m_waiting;
};

} // namespace poolscope::sandbox
