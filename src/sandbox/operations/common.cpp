#include "sandbox/operations/common.h"

#include "crypto/hash.h"
#include "sandbox/operations/choicenames.h"
#include "sandbox/rules/attributeschema.h"

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

Outcome<PoolPtr> poolOf(const Call &call, const std::optional<QString> &poolId)
{
    const QString id = poolId.value_or(QString());
    if (PoolPtr pool = call->services.store.pool(id))
        return pool;
    return refuse(refusals::unknownPool, id);
}

GoodSecrets goodSecrets(const Services &services)
{
    return services.choices.is(choice::TwoSecrets, "newest"_L1) ? GoodSecrets::Newest : GoodSecrets::All;
}

Outcome<ClientContext> clientOf(const Call &call, const std::optional<QString> &clientId)
{
    const QString id = clientId.value_or(QString());
    const ClientPtr client = call->services.store.client(id);
    const PoolPtr pool = client ? call->services.store.pool(client->poolId) : nullptr;
    if (!pool)
        return refuse(refusals::unknownClient, id);
    return ClientContext{pool, client};
}

Outcome<ClientContext> clientInPool(const Call &call, const std::optional<QString> &poolId,
                                    const std::optional<QString> &clientId)
{
    const auto pool = poolOf(call, poolId);
    if (!pool)
        return tl::unexpected(pool.error());
    auto context = clientOf(call, clientId);
    if (context && context->pool->rowId != (*pool)->rowId)
        return refuse(refusals::unknownClient, clientId.value_or(QString()));
    return context;
}

std::optional<UserRecord> findUser(const Call &call, const PoolRecord &pool, const QString &typed, Asking asking)
{
    for (const SignInName &name : lookUpNames(pool.settings, typed, asking == Asking::Administrator)) {
        if (auto user = call->services.store.findUser(pool.rowId, name.kind, name.key))
            return user;
    }
    return {};
}

Outcome<PoolUser> userInPool(const Call &call, const std::optional<QString> &poolId,
                             const std::optional<QString> &username)
{
    const auto pool = poolOf(call, poolId);
    if (!pool)
        return tl::unexpected(pool.error());
    auto user = findUser(call, **pool, username.value_or(QString()), Asking::Administrator);
    if (!user)
        return refuse(refusals::unknownUser);
    return PoolUser{*pool, std::move(*user)};
}

Outcome<PoolUser> again(const Call &call, const PoolUser &before)
{
    PoolPtr pool = call->services.store.poolByRow(before.pool->rowId);
    auto user = call->services.store.user(before.user.rowId);
    if (!pool)
        return refuse(refusals::unknownPool, before.pool->id);
    if (!user)
        return refuse(refusals::unknownUser);
    return PoolUser{std::move(pool), std::move(*user)};
}

QList<UserAttribute> fromAttributeTypes(const std::optional<QList<idp::AttributeType>> &attributes)
{
    QList<UserAttribute> list;
    QHash<QString, qsizetype> places;
    for (const auto &one : attributes.value_or(QList<idp::AttributeType>{})) {
        const QString name = one.name.value_or(QString());
        const auto place = places.constFind(name);
        if (place != places.cend()) {
            list[*place].value = one.value.value_or(QString());
        } else {
            places.insert(name, list.size());
            list.append({name, one.value.value_or(QString())});
        }
    }
    return list;
}

QList<idp::AttributeType> toAttributeTypes(const UserRecord &user, const std::optional<QStringList> &readAttributes)
{
    QList<idp::AttributeType> list{{.name = QString(attribute::Sub), .value = user.sub}};
    for (const UserAttribute &one : user.attributes) {
        if (isReadable(one.name, readAttributes))
            list.append({.name = one.name, .value = one.value});
    }
    return list;
}

idp::UserType toUserType(const UserRecord &user)
{
    return {.username = user.username,
            .attributes = toAttributeTypes(user),
            .userCreateDate = double(user.createdMs) / 1000,
            .userLastModifiedDate = double(user.modifiedMs) / 1000,
            .enabled = user.enabled,
            .userStatus = user.status};
}

QString subjectOf(const PoolRecord &pool, const QString &unknownName)
{
    const QByteArray name = foldedName(pool.settings, unknownName).toUtf8();
    return unknownNamePrefix + QString::fromLatin1(crypto::hmacSha256(pool.secret, name).toHex());
}

Outcome<void> spendAttempt(const Call &call, const PoolRecord &pool, const QString &subject, Attempt attempt,
                           std::optional<int> perHour)
{
    Store &store = call->services.store;
    Store::Unit unit(store);
    AttemptRecord record = store.attempts(pool.rowId, subject, toString(attempt));
    if (!countAttempt(record, perHour.value_or(attemptsPerHour(attempt)), call->services.clock.nowMs()))
        return refuse(refusals::attemptLimit);
    store.putAttempts(pool.rowId, subject, toString(attempt), record);
    unit.commit();
    return {};
}

void saveUser(const Call &call, const PoolRecord &pool, UserRecord &user)
{
    user.modifiedMs = call->services.clock.nowMs();
    call->services.store.saveUser(user);
    call->services.store.setNames(user, signInNames(pool.settings, user));
}

std::optional<UserRecord> ownerOf(const Call &call, const UserRecord &user, const SignInName &name)
{
    auto owner = call->services.store.findUser(user.poolRowId, name.kind, name.key);
    if (!owner || owner->rowId == user.rowId)
        return {};
    return owner;
}

void giveUpAlias(const Call &call, const PoolRecord &pool, UserRecord &owner, NameKind kind)
{
    if (kind == NameKind::Email)
        owner.setAttribute(attribute::EmailVerified, u"false"_s);
    else if (kind == NameKind::PhoneNumber)
        owner.setAttribute(attribute::PhoneNumberVerified, u"false"_s);
    else if (kind == NameKind::PreferredUsername)
        owner.removeAttribute(attribute::PreferredUsername);
    saveUser(call, pool, owner);
}

void computeVerifier(const Call &call, const PoolRecord &pool, const UserRecord &user, const QString &password,
                     std::function<void(crypto::SrpVerifier)> then)
{
    crypto::RandomSource &random = call->services.random;
    call->services.executor.compute([poolName = crypto::poolNameOf(pool.id), username = user.username, password,
                                     &random] { return crypto::makeVerifier(poolName, username, password, random); },
                                    std::move(then));
}

void setPassword(const Call &call, UserRecord &user, const crypto::SrpVerifier &verifier,
                 std::optional<qint64> temporaryForMs)
{
    const qint64 nowMs = call->services.clock.nowMs();
    user.saltHex = verifier.saltHex;
    user.verifierHex = verifier.verifierHex;
    user.passwordSetMs = nowMs;
    user.temporaryPasswordExpiresMs.reset();
    if (temporaryForMs)
        user.temporaryPasswordExpiresMs = nowMs + *temporaryForMs;
}

} // namespace poolscope::sandbox
