#pragma once

#include <QByteArray>
#include <QString>
#include <QTcpSocket>

namespace poolscope {

// Speaks raw bytes; reads until the server closes or enough has come.
class Client final
{
public:
    explicit Client(quint16 port) { m_socket.connectToHost(QStringLiteral("127.0.0.1"), port); }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    bool closed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QByteArray received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    int status() { return received().mid(9, 3).toInt(); }
    qsizetype answers() { return received().count("HTTP/1.1 "); }
    void disconnect() { m_socket.abort(); }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace poolscope
