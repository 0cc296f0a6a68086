#include "crypto/base64url.h"

#include <array>

namespace poolscope::crypto {

namespace {

constexpr signed char noDigit = -1;
using Digits = std::array<signed char, 256>;

constexpr Digits digitsOf(char sixtyTwo, char sixtyThree)
{
    Digits digits{};
    digits.fill(noDigit);
    for (int i = 0; i < 26; ++i) {
        digits[static_cast<std::size_t>('A' + i)] = static_cast<signed char>(i);
        digits[static_cast<std::size_t>('a' + i)] = static_cast<signed char>(26 + i);
    }
    for (int i = 0; i < 10; ++i)
        digits[static_cast<std::size_t>('0' + i)] = static_cast<signed char>(52 + i);
    digits[static_cast<unsigned char>(sixtyTwo)] = 62;
    digits[static_cast<unsigned char>(sixtyThree)] = 63;
    return digits;
}

constexpr Digits urlDigits = digitsOf('-', '_');
constexpr Digits plainDigits = digitsOf('+', '/');

tl::unexpected<QString> invalid(const char *message)
{
    return tl::unexpected(QString::fromLatin1(message));
}

// The last one or two bytes, from two or three digits; false when bits that carry nothing are not zero.
bool decodeTail(const unsigned char *in, qsizetype count, const Digits &digits, char *out)
{
    const int a = digits[in[0]];
    const int b = digits[in[1]];
    const int c = count == 3 ? digits[in[2]] : 0;
    out[0] = static_cast<char>(a << 2 | b >> 4);
    if (count == 2)
        return (b & 0x0f) == 0;
    out[1] = static_cast<char>((b & 0x0f) << 4 | c >> 2);
    return (c & 0x03) == 0;
}

tl::expected<QByteArray, QString> decode(QByteArrayView text, const Digits &digits)
{
    const qsizetype rest = text.size() % 4;
    if (rest == 1)
        return invalid("One digit is left over: something is missing at the end.");
    QByteArray bytes(text.size() / 4 * 3 + (rest ? rest - 1 : 0), Qt::Uninitialized);
    const auto *in = reinterpret_cast<const unsigned char *>(text.data());
    const auto *const whole = in + text.size() - rest;
    char *out = bytes.data();
    int seen = 0;
    for (; in != whole; in += 4, out += 3) {
        const int a = digits[in[0]];
        const int b = digits[in[1]];
        const int c = digits[in[2]];
        const int d = digits[in[3]];
        seen |= a | b | c | d;
        out[0] = static_cast<char>(a << 2 | b >> 4);
        out[1] = static_cast<char>((b & 0x0f) << 4 | c >> 2);
        out[2] = static_cast<char>((c & 0x03) << 6 | d);
    }
    for (qsizetype i = 0; i < rest; ++i)
        seen |= digits[in[i]];
    if (seen < 0)
        return invalid("A character is not of the alphabet.");
    if (rest && !decodeTail(in, rest, digits, out))
        return invalid("The last digit has bits that belong to no byte.");
    return bytes;
}

} // namespace

QByteArray encodeBase64Url(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

tl::expected<QByteArray, QString> decodeBase64Url(QByteArrayView text)
{
    return decode(text, urlDigits);
}

tl::expected<QByteArray, QString> decodeBase64(QByteArrayView text)
{
    if (text.size() % 4)
        return invalid("The length is not a multiple of four.");
    for (int padding = 0; padding < 2 && text.endsWith('='); ++padding)
        text.chop(1);
    return decode(text, plainDigits);
}

} // namespace poolscope::crypto
