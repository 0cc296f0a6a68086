#include "crypto/srp.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbytes.h"
#include "crypto/srpmath.h"

#include <QCoreApplication>
#include <QLocale>

namespace poolscope::crypto {

using namespace srp;

namespace {

// RFC 5054 section 2.5.3 asks for at least 256 bits.
constexpr qsizetype privateBytes = 32;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype devicePasswordBytes = 40;

tl::unexpected<Error> protocolError(QString code, QString message)
{
    return failure({.kind = Error::Kind::Protocol, .code = std::move(code), .message = std::move(message)});
}

tl::unexpected<Error> notANumber(const QString &name)
{
    return protocolError(QStringLiteral("SrpNotANumber"),
                         QCoreApplication::translate("Srp", "%1 is not a hexadecimal number.").arg(name));
}

tl::unexpected<Error> forbiddenValue(const QString &name)
{
    return protocolError(
        QStringLiteral("SrpForbiddenValue"),
        QCoreApplication::translate("Srp", "%1 is zero modulo N, which the protocol forbids.").arg(name));
}

BigNumber randomNumber(RandomSource &random)
{
    BigNumber number;
    do {
        const SecretBytes bytes(random.bytes(privateBytes));
        number = fromBytes(bytes);
    } while (BN_is_zero(number.get()));
    return number;
}

// (B - k g^x)^(a + u x) mod N
BigNumber clientSecret(const BIGNUM *privateA, const BIGNUM *publicB, const BIGNUM *u, const BIGNUM *x)
{
    const Group &g = group();
    const BigNumberContext context(BN_CTX_secure_new());
    const BigNumber verifier = generatorPower(x, context.get());
    const BigNumber base(BN_new());
    BN_mod_mul(base.get(), g.multiplier.get(), verifier.get(), g.prime.get(), context.get());
    BN_mod_sub(base.get(), publicB, base.get(), g.prime.get(), context.get());
    const BigNumber exponent(BN_new());
    BN_mul(exponent.get(), u, x, context.get());
    BN_add(exponent.get(), exponent.get(), privateA);
    return power(base.get(), exponent.get(), context.get());
}

BigNumber verifierNumber(const BIGNUM *salt, const QString &prefix, const QString &user, const QString &password)
{
    const BigNumberContext context(BN_CTX_secure_new());
    const BigNumber x = passwordNumber(salt, prefix, user, password);
    return generatorPower(x.get(), context.get());
}

QString base64Of(const BIGNUM *number)
{
    return QString::fromLatin1(signedBytes(number).toBase64());
}

} // namespace

QString srpTimestamp(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toUTC(), QStringLiteral("ddd MMM d HH:mm:ss 'UTC' yyyy"));
}

QString poolNameOf(const QString &userPoolId)
{
    return userPoolId.section(u'_', 1);
}

struct SrpClient::Private
{
    explicit Private(BigNumber number)
        : privateA(std::move(number))
    {
        if (!privateA)
            return;
        const BigNumberContext context(BN_CTX_secure_new());
        publicA = generatorPower(privateA.get(), context.get());
    }

    Result<PasswordClaim> claim(const SrpClient &client, const QString &prefix, const QString &user,
                                const QString &password, const SrpChallenge &challenge, const QDateTime &utc) const;

    BigNumber privateA; // null when it was no number
    BigNumber publicA;
};

SrpClient::SrpClient(RandomSource &random)
    : d(std::make_unique<Private>(randomNumber(random)))
{
}

SrpClient::SrpClient(const QByteArray &privateHex)
    : d(std::make_unique<Private>(fromHex(QString::fromLatin1(privateHex))))
{
}

SrpClient::~SrpClient() = default;
SrpClient::SrpClient(SrpClient &&) noexcept = default;
SrpClient &SrpClient::operator=(SrpClient &&) noexcept = default;

QString SrpClient::publicValueHex() const
{
    return d->publicA ? toHex(d->publicA.get()) : QString();
}

Result<QByteArray> SrpClient::sessionKey(const QString &prefix, const QString &user, const QString &password,
                                         const QString &saltHex, const QString &srpBHex) const
{
    const BigNumber salt = fromHex(saltHex);
    const BigNumber publicB = fromHex(srpBHex);
    if (!d->privateA)
        return notANumber(QStringLiteral("SRP_A"));
    if (!salt)
        return notANumber(QStringLiteral("SALT"));
    if (!publicB)
        return notANumber(QStringLiteral("SRP_B"));
    if (isZeroModPrime(d->publicA.get()))
        return forbiddenValue(QStringLiteral("SRP_A"));
    if (isZeroModPrime(publicB.get()))
        return forbiddenValue(QStringLiteral("SRP_B"));
    const BigNumber u = scrambler(d->publicA.get(), publicB.get());
    if (BN_is_zero(u.get()))
        return forbiddenValue(QStringLiteral("u"));
    const BigNumber x = passwordNumber(salt.get(), prefix, user, password);
    return derivedKey(u.get(), clientSecret(d->privateA.get(), publicB.get(), u.get(), x.get()).get());
}

Result<PasswordClaim> SrpClient::Private::claim(const SrpClient &client, const QString &prefix, const QString &user,
                                                const QString &password, const SrpChallenge &challenge,
                                                const QDateTime &utc) const
{
    const auto secretBlock = decodeBase64(challenge.secretBlockBase64.toLatin1());
    if (!secretBlock || secretBlock->isEmpty())
        return protocolError(QStringLiteral("SrpSecretBlock"),
                             QCoreApplication::translate("Srp", "SECRET_BLOCK is not base64."));
    Result<QByteArray> key = client.sessionKey(prefix, user, password, challenge.saltHex, challenge.srpBHex);
    if (!key)
        return failure(key.error());
    const SecretBytes secretKey(std::move(*key));
    const QString timestamp = srpTimestamp(utc);
    const QByteArray signature = claimSignature(secretKey, prefix, user, *secretBlock, timestamp);
    return PasswordClaim{QString::fromLatin1(signature.toBase64()), timestamp};
}

Result<PasswordClaim> SrpClient::passwordClaim(const QString &userPoolId, const QString &userIdForSrp,
                                               const QString &password, const SrpChallenge &challenge,
                                               const QDateTime &utc) const
{
    return d->claim(*this, poolNameOf(userPoolId), userIdForSrp, password, challenge, utc);
}

Result<PasswordClaim> SrpClient::passwordClaim(const QString &userPoolId, const QString &userIdForSrp,
                                               const QString &password, const QString &saltHex, const QString &srpBHex,
                                               const QString &secretBlockBase64, const QDateTime &utc) const
{
    return passwordClaim(userPoolId, userIdForSrp, password, {saltHex, srpBHex, secretBlockBase64}, utc);
}

Result<PasswordClaim> SrpClient::deviceClaim(const QString &deviceGroupKey, const QString &deviceKey,
                                             const QString &devicePassword, const SrpChallenge &challenge,
                                             const QDateTime &utc) const
{
    return d->claim(*this, deviceGroupKey, deviceKey, devicePassword, challenge, utc);
}

SrpVerifier makeVerifier(const QString &poolName, const QString &userId, const QString &password, RandomSource &random)
{
    const BigNumber salt = fromBytes(random.bytes(saltBytes));
    return {toHex(salt.get()), toHex(verifierNumber(salt.get(), poolName, userId, password).get())};
}

Result<SrpVerifier> makeVerifier(const QString &poolName, const QString &userId, const QString &password,
                                 const QString &saltHex)
{
    const BigNumber salt = fromHex(saltHex);
    if (!salt)
        return notANumber(QStringLiteral("SALT"));
    return SrpVerifier{toHex(salt.get()), toHex(verifierNumber(salt.get(), poolName, userId, password).get())};
}

DeviceVerifier makeDeviceVerifier(const QString &deviceGroupKey, const QString &deviceKey, RandomSource &random)
{
    const QString password = QString::fromLatin1(random.bytes(devicePasswordBytes).toBase64());
    return makeDeviceVerifier(deviceGroupKey, deviceKey, password, random.bytes(saltBytes));
}

DeviceVerifier makeDeviceVerifier(const QString &deviceGroupKey, const QString &deviceKey,
                                  const QString &devicePassword, const QByteArray &salt)
{
    const BigNumber number = fromBytes(salt);
    const BigNumber verifier = verifierNumber(number.get(), deviceGroupKey, deviceKey, devicePassword);
    return {devicePassword, base64Of(number.get()), base64Of(verifier.get())};
}

Result<SrpVerifier> verifierOfDevice(const QString &saltBase64, const QString &passwordVerifierBase64)
{
    const auto salt = decodeBase64(saltBase64.toLatin1());
    const auto verifier = decodeBase64(passwordVerifierBase64.toLatin1());
    if (!salt || salt->isEmpty() || !verifier || verifier->isEmpty())
        return failure(Error::validation(QStringLiteral("SrpDeviceVerifier"),
                                         QCoreApplication::translate("Srp", "The device verifier is not base64.")));
    return SrpVerifier{toHex(fromBytes(*salt).get()), toHex(fromBytes(*verifier).get())};
}

} // namespace poolscope::crypto
