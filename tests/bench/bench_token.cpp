// Decoding and verifying a pool's ID token beside a bare EVP_DigestVerify over the signing input with the key already
// loaded. The whole verdict, with every claim checked and its texts made, is shown as well.
#include "tokens/verifier.h"
#include "transport/endpoints.h"

#include "crypto/openssl.h"
#include "crypto/rsa.h"
#include "tests/unit/tokens/tokenmaker.h"
#include "tokens/jws.h"

#include "ratio.h"

#include <QCoreApplication>

#include <openssl/core_names.h>

#include <cstdlib>

using namespace poolscope;
using namespace poolscope::testing;

namespace {

constexpr double bar = 1.2;

crypto::KeyPointer loadedKey(const crypto::RsaKey &key)
{
    const auto number = [](const QByteArray &bytes) {
        return crypto::BigNumber(
            BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
    };
    const crypto::BigNumber n = number(key.modulus());
    const crypto::BigNumber e = number(key.exponent());
    const crypto::ParametersBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const crypto::Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const crypto::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *loaded = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &loaded, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return crypto::KeyPointer(loaded);
}

json::Value claimsLikeAPools()
{
    json::Value claims = idClaims();
    claims.set(QStringLiteral("email_verified"), true);
    claims.set(QStringLiteral("email"), QStringLiteral("someone@example.com"));
    claims.set(QStringLiteral("name"), QStringLiteral("Some One"));
    claims.set(QStringLiteral("cognito:groups"),
               json::Value(QList<json::Value>{QStringLiteral("admins"), QStringLiteral("testers")}));
    claims.set(QStringLiteral("origin_jti"), QStringLiteral("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"));
    claims.set(QStringLiteral("event_id"), QStringLiteral("aaaaaaaa-bbbb-cccc-dddd-ffffffffffff"));
    claims.set(QStringLiteral("jti"), QStringLiteral("aaaaaaaa-bbbb-cccc-dddd-000000000000"));
    return claims;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const crypto::RsaKey key = crypto::RsaKey::generate().value();
    const QByteArray kid = "2Ui1yVZ4YrRn3sXnE7m9M3yyYwDpUfPvZxQh0dD0a9k=";
    const tokens::Jwks keys = tokens::Jwks::parse("{\"keys\":[" + jwkText(key, kid) + "]}").value();
    const QByteArray token = signedToken(key, header(kid), json::write(claimsLikeAPools()));
    const tokens::Expectations expectations{.issuers = transport::issuersFor(poolId),
                                            .clientId = clientId,
                                            .tokenUse = QStringLiteral("id"),
                                            .nowSeconds = now};

    const tokens::Jwt parsed = tokens::parseJwt(token).value();
    const crypto::KeyPointer bareKey = loadedKey(key);
    const auto bare = [&] {
        const QByteArrayView input = parsed.signingInput();
        const crypto::DigestContext context(EVP_MD_CTX_new());
        if (EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, bareKey.get(), nullptr) != 1 ||
            EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(parsed.signature.data()),
                             static_cast<std::size_t>(parsed.signature.size()),
                             reinterpret_cast<const unsigned char *>(input.data()),
                             static_cast<std::size_t>(input.size())) != 1) {
            std::abort();
        }
    };
    const auto decodeAndVerify = [&] {
        const auto jwt = tokens::parseJwt(token);
        const tokens::Jwk *const found = jwt ? keys.find(jwt->keyId()) : nullptr;
        if (!found || tokens::checkSignature(*jwt, *found) != tokens::JwsResult::Valid)
            std::abort();
    };
    const auto withVerdict = [&] {
        if (!tokens::verify(token, &keys, expectations).valid)
            std::abort();
    };
    const auto decode = [&] {
        if (!tokens::parseJwt(token))
            std::abort();
    };
    std::printf("a token of %d bytes\n", static_cast<int>(token.size()));
    const bool within = bench::report("decode and verify", bench::compare(decodeAndVerify, bare, 201, 100), bar);
    bench::show("decode, verify, and the verdict's texts", bench::compare(withVerdict, bare, 201, 100));
    bench::show("decode", bench::compare(decode, bare, 201, 100));
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
