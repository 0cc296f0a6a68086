#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/crypto.h>

namespace poolscope::crypto {

// Bytes that are wiped when they go. Qt's own copies (of a QString, of a text field) cannot be: this keeps what we derive
// from lingering, no more.
class SecretBytes final
{
public:
    explicit SecretBytes(QByteArray &&bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~SecretBytes() { OPENSSL_cleanse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    operator QByteArrayView() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace poolscope::crypto
