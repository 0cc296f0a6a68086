#include "fuzzing.h"

#include "crypto/srp.h"
#include "sandbox/rules/srptimestamp.h"

#include <QStringList>

using namespace poolscope;
using namespace poolscope::crypto;
using namespace poolscope::fuzz;
using namespace Qt::StringLiterals;

namespace {

const QString pool = u"us-east-1_Example12"_s;
const QString user = u"jane"_s;
const QString password = u"Passw0rd!"_s;
const QByteArray privateA = "1234567890abcdef1234567890abcdef1234567890abcdef1234567890abcdef";
const QByteArray privateB = "fedcba0987654321fedcba0987654321fedcba0987654321fedcba0987654321";

const SrpVerifier &verifier()
{
    static const SrpVerifier made = *makeVerifier(poolNameOf(pool), user, password, u"a0b1c2d3e4f50617"_s);
    return made;
}

QDateTime aTime()
{
    return QDateTime::fromSecsSinceEpoch(1'795'000'000, Qt::UTC);
}

// The service's side gets values from outside.
void serverTakes(const QString &srpA, const QString &secretBlock, const QString &timestamp, const QString &signature)
{
    const SrpServer server(verifier(), privateB);
    const bool proved = server.checkClaim(poolNameOf(pool), user, srpA, secretBlock.toLatin1(), timestamp, signature);
    require(!proved, "nobody proves a password without knowing it");
    if (const auto time = sandbox::parseSrpTimestamp(timestamp))
        require(srpTimestamp(*time) == timestamp, "a time is accepted in one form only");
}

// Our side gets values from outside; where it answers them, the service's side takes the answer.
void clientTakes(const QString &salt, const QString &srpB, const QString &secretBlock)
{
    const SrpClient client(privateA);
    const auto claim = client.passwordClaim(pool, user, password, salt, srpB, secretBlock, aTime());
    require(claim || claim.error().kind == Error::Kind::Protocol, "what cannot be answered is a fault of the protocol");
    const auto made = makeVerifier(poolNameOf(pool), user, password, salt);
    const auto own =
        client.passwordClaim(pool, user, password, salt, made ? SrpServer(*made, privateB).publicValueHex() : QString(),
                             u"c2VjcmV0"_s, aTime());
    if (!made || !own)
        return;
    require(SrpServer(*made, privateB)
                .checkClaim(poolNameOf(pool), user, client.publicValueHex(), "secret", own->timestamp,
                            own->signatureBase64),
            "whoever knows the password proves it, whatever the salt");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

// Six lines: SRP_A, SALT, SRP_B, SECRET_BLOCK, TIMESTAMP, PASSWORD_CLAIM_SIGNATURE.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    while (lines.size() < 6)
        lines << QString();
    serverTakes(lines[0], lines[3], lines[4], lines[5]);
    clientTakes(lines[1], lines[2], lines[3]);
    if (const auto device = verifierOfDevice(lines[1], lines[2]))
        require(!device->saltHex.isEmpty() && !device->verifierHex.isEmpty(), "a device's verifier is whole");
    return 0;
}
