#pragma once

#include <QByteArray>
#include <QIODevice>

namespace poolscope::transport {

// A request body that can be refused to be read a second time. QNetworkAccessManager by itself sends a POST again when
// the server closes the connection before a byte of the answer: nothing that does more than read may be repeated like that.
class OnceOnlyBody final : public QIODevice
{
    Q_OBJECT

public:
    OnceOnlyBody(QByteArray bytes, bool repeatable);

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    bool m_repeatable;
};

} // namespace poolscope::transport
