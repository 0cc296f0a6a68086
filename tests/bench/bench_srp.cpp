// The SRP client's whole computation beside the bare modular exponentiations that it cannot do without: g^a, g^x and
// (B - k g^x)^(a + u x), with numbers of the same sizes and a Montgomery form made beforehand; and beside what
// amazon-cognito-identity-js takes for the same challenge (its private value has 1,024 bits, ours 256).
#include "crypto/srp.h"

#include "crypto/srpmath.h"

#include "identityjs.h"
#include "ratio.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace poolscope;
using namespace poolscope::crypto;

namespace {

constexpr double bar = 1.3;
const QString poolName = QStringLiteral("AbCdEfGhI");
const QString user = QStringLiteral("testuser");
const QString password = QStringLiteral("Passw0rd!");

BigNumber randomNumber(int bits)
{
    BigNumber number(BN_new());
    if (BN_rand(number.get(), bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1)
        std::abort();
    return number;
}

struct Bare
{
    BigNumber prime{BN_dup(srp::group().prime.get())};
    BigNumber generator{BN_dup(srp::group().generator.get())};
    BigNumber base = randomNumber(3071);
    BigNumber privateA = randomNumber(256);
    BigNumber x = randomNumber(256);
    BigNumber exponent = randomNumber(512);
    BigNumber result{BN_new()};
    BigNumberContext context{BN_CTX_new()};
    MontgomeryContext montgomery{BN_MONT_CTX_new()};

    Bare() { BN_MONT_CTX_set(montgomery.get(), prime.get(), context.get()); }

    template<auto power>
    void run()
    {
        power(result.get(), generator.get(), privateA.get(), prime.get(), context.get(), montgomery.get());
        power(result.get(), generator.get(), x.get(), prime.get(), context.get(), montgomery.get());
        power(result.get(), base.get(), exponent.get(), prime.get(), context.get(), montgomery.get());
    }
};

// False when it did not run, or did not compute what the service accepts.
template<class Client>
bool besideIdentityJs(const SrpServer &server, const SrpChallenge &challenge, Client &&client)
{
    constexpr int rounds = 15;
    bench::IdentityJs identityJs({{QStringLiteral("poolName"), poolName},
                                  {QStringLiteral("username"), user},
                                  {QStringLiteral("password"), password},
                                  {QStringLiteral("saltHex"), challenge.saltHex},
                                  {QStringLiteral("srpBHex"), challenge.srpBHex},
                                  {QStringLiteral("secretBlock"), challenge.secretBlockBase64}});
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = -3; round < rounds; ++round) { // the first ones warm the other's compiler up
        const double taken = bench::microsecondsOf(client, 5);
        const auto attempt = identityJs.attempt();
        if (!attempt || !server.checkClaim(poolName, user, attempt->srpAHex,
                                           QByteArray::fromBase64(challenge.secretBlockBase64.toLatin1()),
                                           attempt->timestamp, attempt->signatureBase64)) {
            std::puts("amazon-cognito-identity-js could not be measured: is POOLSCOPE_NPM its node_modules folder?");
            return false;
        }
        if (round < 0)
            continue;
        ours.push_back(taken);
        theirs.push_back(attempt->microseconds);
    }
    const bench::Ratio ratio{bench::median(ours), bench::median(theirs)};
    bench::show("SRP client to amazon-cognito-identity-js", ratio, "identity-js");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    SystemRandom random;
    const SrpVerifier verifier = makeVerifier(poolName, user, password, random);
    const SrpServer server(verifier, random);
    const SrpChallenge challenge{verifier.saltHex, server.publicValueHex(),
                                 QString::fromLatin1(QByteArray(1200, 'x').toBase64())};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto client = [&] {
        const SrpClient one(random);
        if (one.publicValueHex().isEmpty() ||
            !one.passwordClaim(QStringLiteral("us-east-1_AbCdEfGhI"), user, password, challenge, now)) {
            std::abort();
        }
    };
    Bare bare;
    const auto constantTime = [&] { bare.run<BN_mod_exp_mont_consttime>(); };
    const auto variableTime = [&] { bare.run<BN_mod_exp_mont>(); };
    bool within =
        bench::report("SRP client to constant-time exponentiations", bench::compare(client, constantTime, 41, 5), bar);
    within &=
        bench::report("SRP client to the fastest exponentiations", bench::compare(client, variableTime, 41, 5), bar);
    within &= besideIdentityJs(server, challenge, client);
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
