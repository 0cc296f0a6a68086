#include "crypto/random.h"

#include <QUuid>

#include <openssl/rand.h>

#include <cstring>
#include <limits>

namespace poolscope::crypto {

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(count)) != 1)
        qFatal("The system gives no random bytes");
    return bytes;
}

quint32 below(RandomSource &random, quint32 bound)
{
    Q_ASSERT(bound > 0);
    // What lies above the last whole multiple of bound would make small results likelier.
    constexpr quint64 range = quint64(std::numeric_limits<quint32>::max()) + 1;
    const quint64 limit = range - range % bound;
    quint32 value = 0;
    do {
        std::memcpy(&value, random.bytes(sizeof value).constData(), sizeof value);
    } while (value >= limit);
    return value % bound;
}

QString digits(RandomSource &random, int count)
{
    QString text;
    text.reserve(count);
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + static_cast<char16_t>(below(random, 10)));
    return text;
}

QString pick(RandomSource &random, QLatin1StringView letters, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += letters[below(random, quint32(letters.size()))];
    return text;
}

QString lettersAndDigits(RandomSource &random, int count)
{
    return pick(random, QLatin1StringView("abcdefghijklmnopqrstuvwxyz0123456789"), count);
}

QString uuid(RandomSource &random)
{
    QByteArray bytes = random.bytes(16);
    bytes[6] = static_cast<char>((bytes.at(6) & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes.at(8) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace poolscope::crypto
