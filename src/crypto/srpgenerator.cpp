// Powers of the one generator, from a table of its powers that is made once: a fifth of the work of any other base.
#include "crypto/srpmath.h"

#include <openssl/crypto.h>

#include <array>
#include <cstdint>
#include <vector>

namespace poolscope::crypto::srp {

namespace {

constexpr int exponentBits = 256;
constexpr int windowBits = 4;
constexpr std::size_t windows = exponentBits / windowBits;
constexpr std::size_t rowsOfWindow = 1U << windowBits;
constexpr std::size_t words = 3072 / 64;
using Words = std::array<std::uint64_t, words>; // little endian, in Montgomery form

// Row j of window i is g^(j 16^i).
struct GeneratorTable
{
    GeneratorTable();
    std::vector<Words> rows;
};

unsigned char *bytesOf(Words &words)
{
    return reinterpret_cast<unsigned char *>(words.data());
}

Words wordsOf(const BIGNUM *number)
{
    Words result;
    BN_bn2lebinpad(number, bytesOf(result), static_cast<int>(sizeof result));
    return result;
}

GeneratorTable::GeneratorTable()
{
    const Group &g = group();
    const BigNumberContext context(BN_CTX_new());
    const BigNumber one(BN_new());
    const BigNumber base(BN_new());
    const BigNumber power(BN_new());
    BN_to_montgomery(one.get(), BN_value_one(), g.montgomery.get(), context.get());
    BN_to_montgomery(base.get(), g.generator.get(), g.montgomery.get(), context.get());
    rows.reserve(windows * rowsOfWindow);
    for (std::size_t window = 0; window < windows; ++window) {
        BN_copy(power.get(), one.get());
        for (std::size_t row = 0; row < rowsOfWindow; ++row) {
            rows.push_back(wordsOf(power.get()));
            BN_mod_mul_montgomery(power.get(), power.get(), base.get(), g.montgomery.get(), context.get());
        }
        BN_copy(base.get(), power.get());
    }
}

// Reads every row, so that neither time nor caches tell which one it was.
Words select(const Words *rows, unsigned wanted)
{
    Words result{};
    for (unsigned row = 0; row < rowsOfWindow; ++row) {
        const std::uint64_t differs = row ^ wanted;
        const std::uint64_t mask = ((differs | (0 - differs)) >> 63) - 1;
        for (std::size_t word = 0; word < words; ++word)
            result[word] |= rows[row][word] & mask;
    }
    return result;
}

} // namespace

BigNumber generatorPower(const BIGNUM *exponent, BN_CTX *context)
{
    const Group &g = group();
    if (BN_num_bits(exponent) > exponentBits || BN_is_negative(exponent))
        return power(g.generator.get(), exponent, context);
    static const GeneratorTable table;
    std::array<unsigned char, exponentBits / 8> digits{};
    BN_bn2lebinpad(exponent, digits.data(), static_cast<int>(digits.size()));
    BigNumber result(BN_new());
    const BigNumber factor(BN_secure_new());
    Words chosen{};
    BN_to_montgomery(result.get(), BN_value_one(), g.montgomery.get(), context);
    for (std::size_t window = 0; window < windows; ++window) {
        const unsigned digit = (digits[window / 2] >> (window % 2 * windowBits)) & (rowsOfWindow - 1);
        chosen = select(&table.rows[window * rowsOfWindow], digit);
        BN_lebin2bn(bytesOf(chosen), static_cast<int>(sizeof chosen), factor.get());
        BN_mod_mul_montgomery(result.get(), result.get(), factor.get(), g.montgomery.get(), context);
    }
    BN_from_montgomery(result.get(), result.get(), g.montgomery.get(), context);
    OPENSSL_cleanse(digits.data(), digits.size());
    OPENSSL_cleanse(chosen.data(), sizeof chosen);
    return result;
}

} // namespace poolscope::crypto::srp
