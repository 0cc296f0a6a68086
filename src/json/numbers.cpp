#include "json/numbers.h"

#include <charconv>
#include <string>

namespace poolscope::json {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Moves past the digits; false where there are none.
bool skipDigits(std::string_view text, size_t &at)
{
    const size_t start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at > start;
}

struct Parts
{
    bool negative = false;
    std::string digits;  // of the integer and the fraction together
    qint64 exponent = 0; // of ten, after the point was moved behind the last digit
};

std::optional<Parts> partsOf(std::string_view text)
{
    Parts parts;
    size_t at = 0;
    if (at < text.size() && text[at] == '-') {
        parts.negative = true;
        ++at;
    }
    size_t start = at;
    if (!skipDigits(text, at) || (text[start] == '0' && at - start > 1))
        return std::nullopt;
    parts.digits = text.substr(start, at - start);
    if (at < text.size() && text[at] == '.') {
        start = ++at;
        if (!skipDigits(text, at))
            return std::nullopt;
        parts.digits += text.substr(start, at - start);
        parts.exponent = -qint64(at - start);
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        start = at;
        if (!skipDigits(text, at))
            return std::nullopt;
        // An exponent that does not fit makes any integer but zero too large or too small.
        qint64 exponent = 0;
        if (std::from_chars(text.data() + start, text.data() + at, exponent).ec != std::errc() || exponent > 1000000)
            exponent = 1000000;
        parts.exponent += down ? -exponent : exponent;
    }
    return at == text.size() ? std::optional(parts) : std::nullopt;
}

} // namespace

bool isNumberText(std::string_view text)
{
    size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const size_t start = at;
    if (!skipDigits(text, at) || (text[start] == '0' && at - start > 1))
        return false;
    if (at < text.size() && text[at] == '.' && !skipDigits(text, ++at))
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (!skipDigits(text, at))
            return false;
    }
    return at == text.size();
}

std::optional<qint64> integerOf(std::string_view numberText)
{
    auto parts = partsOf(numberText);
    if (!parts)
        return std::nullopt;
    std::string &digits = parts->digits;
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty())
        return 0;
    while (parts->exponent < 0 && digits.back() == '0') {
        digits.pop_back();
        ++parts->exponent;
    }
    constexpr qint64 mostDigits = 19;
    if (parts->exponent < 0 || qint64(digits.size()) + parts->exponent > mostDigits)
        return std::nullopt;
    digits.append(size_t(parts->exponent), '0');
    if (parts->negative)
        digits.insert(0, 1, '-');
    qint64 value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace poolscope::json
