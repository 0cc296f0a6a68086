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
    // After its first byte nothing is read any more, so the server's end of the connection is not seen either: this client
    // holds its connection until it is gone.
    void stopReading() { m_socket.setReadBufferSize(1); }
    void disconnect() { m_socket.abort(); }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

inline QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

inline QByteArray post(const QByteArray &body, const QByteArray &headers = {})
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

} // namespace poolscope
