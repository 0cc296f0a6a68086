#pragma once

#include <QByteArray>
#include <QString>

namespace poolscope::crypto {

// Where random bytes come from, so that tests can hand in their own. Thread-safe.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual QByteArray bytes(qsizetype count) = 0;
};

// OpenSSL's generator. Ends the program when it has no entropy: nothing here may go on with bytes one can guess.
class SystemRandom final : public RandomSource
{
public:
    QByteArray bytes(qsizetype count) override;
};

quint32 below(RandomSource &random, quint32 bound); // 0 .. bound - 1, each as likely; bound must not be 0
QString digits(RandomSource &random, int count);    // decimal digits, leading zeros kept
QString pick(RandomSource &random, QLatin1StringView letters, int count);
QString lettersAndDigits(RandomSource &random, int count); // lower case
QString uuid(RandomSource &random);                        // version 4, lower case, with hyphens

} // namespace poolscope::crypto
