#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbytes.h"
#include "crypto/srp.h"
#include "crypto/srpmath.h"

namespace poolscope::crypto {

using namespace srp;

namespace {

constexpr qsizetype privateBytes = 32;

// k v + g^b mod N
BigNumber publicValue(const BIGNUM *verifier, const BIGNUM *privateB)
{
    const Group &g = group();
    const BigNumberContext context(BN_CTX_secure_new());
    BigNumber result(BN_new());
    const BigNumber part = generatorPower(privateB, context.get());
    BN_mod_mul(result.get(), g.multiplier.get(), verifier, g.prime.get(), context.get());
    BN_mod_add(result.get(), result.get(), part.get(), g.prime.get(), context.get());
    return result;
}

// (A v^u)^b mod N
BigNumber serverSecret(const BIGNUM *publicA, const BIGNUM *verifier, const BIGNUM *u, const BIGNUM *privateB)
{
    const Group &g = group();
    const BigNumberContext context(BN_CTX_secure_new());
    const BigNumber base = power(verifier, u, context.get());
    BN_mod_mul(base.get(), publicA, base.get(), g.prime.get(), context.get());
    return power(base.get(), privateB, context.get());
}

} // namespace

struct SrpServer::Private
{
    explicit Private(const QString &verifierHex)
        : verifier(fromHex(verifierHex))
    {
        if (verifier && (BN_cmp(verifier.get(), group().prime.get()) >= 0 || BN_is_zero(verifier.get())))
            verifier.reset();
    }

    BigNumber verifier; // these three are null when one of them was no number
    BigNumber privateB;
    BigNumber publicB;
};

SrpServer::SrpServer(const SrpVerifier &verifier, RandomSource &random)
    : d(std::make_unique<Private>(verifier.verifierHex))
{
    while (d->verifier && (!d->publicB || BN_is_zero(d->publicB.get()))) {
        const SecretBytes bytes(random.bytes(privateBytes));
        d->privateB = fromBytes(bytes);
        d->publicB = publicValue(d->verifier.get(), d->privateB.get());
    }
}

SrpServer::SrpServer(const SrpVerifier &verifier, const QByteArray &privateHex)
    : d(std::make_unique<Private>(verifier.verifierHex))
{
    d->privateB = fromHex(QString::fromLatin1(privateHex));
    if (d->verifier && d->privateB)
        d->publicB = publicValue(d->verifier.get(), d->privateB.get());
}

SrpServer::~SrpServer() = default;
SrpServer::SrpServer(SrpServer &&) noexcept = default;
SrpServer &SrpServer::operator=(SrpServer &&) noexcept = default;

bool SrpServer::isValid() const
{
    return d->publicB != nullptr;
}

QString SrpServer::publicValueHex() const
{
    return isValid() ? toHex(d->publicB.get()) : QString();
}

QByteArray SrpServer::privateHex() const
{
    return isValid() ? toHex(d->privateB.get()).toLatin1() : QByteArray();
}

bool SrpServer::checkClaim(const QString &prefix, const QString &user, const QString &srpAHex,
                           const QByteArray &secretBlock, const QString &timestamp,
                           const QString &signatureBase64) const
{
    const BigNumber publicA = fromHex(srpAHex);
    const auto signature = decodeBase64(signatureBase64.toLatin1());
    if (!isValid() || !publicA || isZeroModPrime(publicA.get()) || !signature)
        return false;
    const BigNumber u = scrambler(publicA.get(), d->publicB.get());
    if (BN_is_zero(u.get()))
        return false;
    const BigNumber secret = serverSecret(publicA.get(), d->verifier.get(), u.get(), d->privateB.get());
    const SecretBytes key(derivedKey(u.get(), secret.get()));
    return constantTimeEquals(claimSignature(key, prefix, user, secretBlock, timestamp), *signature);
}

bool SrpServer::acceptsPublicValue(const QString &srpAHex)
{
    const BigNumber publicA = fromHex(srpAHex);
    return publicA && !isZeroModPrime(publicA.get());
}

} // namespace poolscope::crypto
