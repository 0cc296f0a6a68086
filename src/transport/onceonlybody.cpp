#include "transport/onceonlybody.h"

#include <algorithm>
#include <cstring>

namespace poolscope::transport {

OnceOnlyBody::OnceOnlyBody(QByteArray bytes, bool repeatable)
    : m_bytes(std::move(bytes))
    , m_repeatable(repeatable)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceOnlyBody::reset()
{
    // Before anything was read there is nothing that could be repeated.
    return (m_repeatable || pos() == 0) && QIODevice::reset();
}

qint64 OnceOnlyBody::readData(char *data, qint64 maxSize)
{
    const qint64 length = std::min(maxSize, qint64(m_bytes.size()) - pos());
    if (length <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + pos(), size_t(length));
    return length;
}

qint64 OnceOnlyBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace poolscope::transport
