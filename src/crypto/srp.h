#pragma once

#include "core/result.h"
#include "crypto/random.h"

#include <QDateTime>
#include <QString>

#include <memory>

// SRP-6a as Amazon Cognito does it: SHA-256, the 3072-bit prime of RFC 3526 with g = 2, integers hashed as their
// shortest signed bytes, the session key by HKDF with "Caldera Derived Key". Numbers travel as hexadecimal without
// prefix and without leading zeros; an odd number of digits is usual. Nothing here takes a secret branch on a password.
namespace poolscope::crypto {

// `EEE MMM d HH:mm:ss UTC yyyy` in English and UTC, the day unpadded: what TIMESTAMP must look like.
QString srpTimestamp(const QDateTime &utc);

// The part of a user pool id after its first "_", which the hashes are made with.
QString poolNameOf(const QString &userPoolId);

// The answer to PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER; SECRET_BLOCK is sent back unchanged beside it.
struct PasswordClaim
{
    QString signatureBase64; // PASSWORD_CLAIM_SIGNATURE
    QString timestamp;       // TIMESTAMP
};

// What a challenge brought, as it stands in ChallengeParameters.
struct SrpChallenge
{
    QString saltHex;
    QString srpBHex;
    QString secretBlockBase64;
};

// One attempt to sign in: makes SRP_A, then the answer. Not copyable; its private value is wiped with it.
// Computing takes some milliseconds. Errors are Protocol: not a hexadecimal number, or a value the protocol forbids.
class SrpClient
{
public:
    explicit SrpClient(RandomSource &random);
    explicit SrpClient(const QByteArray &privateHex); // a fixed private value, for vectors
    ~SrpClient();
    SrpClient(SrpClient &&) noexcept;
    SrpClient &operator=(SrpClient &&) noexcept;

    QString publicValueHex() const; // SRP_A

    Result<PasswordClaim> passwordClaim(const QString &userPoolId, const QString &userIdForSrp, const QString &password,
                                        const SrpChallenge &challenge, const QDateTime &utc) const;
    Result<PasswordClaim> passwordClaim(const QString &userPoolId, const QString &userIdForSrp, const QString &password,
                                        const QString &saltHex, const QString &srpBHex,
                                        const QString &secretBlockBase64, const QDateTime &utc) const;
    Result<PasswordClaim> deviceClaim(const QString &deviceGroupKey, const QString &deviceKey,
                                      const QString &devicePassword, const SrpChallenge &challenge,
                                      const QDateTime &utc) const;

    // The 16-byte key behind a claim, for vectors.
    Result<QByteArray> sessionKey(const QString &prefix, const QString &user, const QString &password,
                                  const QString &saltHex, const QString &srpBHex) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

struct SrpVerifier
{
    QString saltHex;
    QString verifierHex;
};

// A salt of 16 random bytes and v = g^x for a user of a pool.
SrpVerifier makeVerifier(const QString &poolName, const QString &userId, const QString &password, RandomSource &random);
Result<SrpVerifier> makeVerifier(const QString &poolName, const QString &userId, const QString &password,
                                 const QString &saltHex);

// What ConfirmDevice takes, and the password the device must keep.
struct DeviceVerifier
{
    QString devicePassword;         // base64 of 40 random bytes: secret
    QString saltBase64;             // DeviceSecretVerifierConfig.Salt
    QString passwordVerifierBase64; // DeviceSecretVerifierConfig.PasswordVerifier
};

DeviceVerifier makeDeviceVerifier(const QString &deviceGroupKey, const QString &deviceKey, RandomSource &random);
DeviceVerifier makeDeviceVerifier(const QString &deviceGroupKey, const QString &deviceKey,
                                  const QString &devicePassword, const QByteArray &salt);

// The service's side of one attempt. For devices, prefix is the device group key and user the device key; a verifier
// from ConfirmDevice is brought into hexadecimal by verifierOfDevice().
class SrpServer
{
public:
    SrpServer(const SrpVerifier &verifier, RandomSource &random);
    SrpServer(const SrpVerifier &verifier, const QByteArray &privateHex); // goes on with a kept privateHex()
    ~SrpServer();
    SrpServer(SrpServer &&) noexcept;
    SrpServer &operator=(SrpServer &&) noexcept;

    bool isValid() const;           // false: the verifier or the kept value was no number; nothing will be accepted
    QString publicValueHex() const; // SRP_B
    QByteArray privateHex() const;  // b: secret, but enough to go on in a later request

    // True when the signature proves the password. False for A mod N = 0, u = 0, wrong digits and wrong base64.
    bool checkClaim(const QString &prefix, const QString &user, const QString &srpAHex, const QByteArray &secretBlock,
                    const QString &timestamp, const QString &signatureBase64) const;

    // Whether SRP_A is a number that may be answered at all.
    static bool acceptsPublicValue(const QString &srpAHex);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

Result<SrpVerifier> verifierOfDevice(const QString &saltBase64, const QString &passwordVerifierBase64);

} // namespace poolscope::crypto
