#pragma once

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

// Owners for OpenSSL's types; for src/crypto only. Big numbers are wiped when they go.
namespace poolscope::crypto {

template<auto function>
struct FreeWith
{
    template<class T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using BigNumber = std::unique_ptr<BIGNUM, FreeWith<BN_clear_free>>;
using BigNumberContext = std::unique_ptr<BN_CTX, FreeWith<BN_CTX_free>>;
using MontgomeryContext = std::unique_ptr<BN_MONT_CTX, FreeWith<BN_MONT_CTX_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, FreeWith<OSSL_PARAM_free>>;
using ParametersBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreeWith<OSSL_PARAM_BLD_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>>;
using MemoryBio = std::unique_ptr<BIO, FreeWith<BIO_free>>;

} // namespace poolscope::crypto
