#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace poolscope::tests {

struct ReceivedRequest
{
    QByteArray head; // request line and headers, without the empty line
    QByteArray body;

    QByteArray method() const;
    QByteArray target() const;
    QByteArray header(const QByteArray &name) const; // empty where there is none; the first of several
};

// A loopback HTTP server that answers byte for byte what a test says, good or bad. One script is used per request, in
// order; the last one again and again; without a script it stays silent.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    // What to do with a connection once a whole request has arrived.
    using Script = std::function<void(QTcpSocket *socket, const ReceivedRequest &request)>;

    explicit ScriptedServer(QObject *parent = nullptr); // listens on 127.0.0.1, any port; see isListening()

    ~ScriptedServer() override;

    bool isListening() const;
    QUrl url() const; // http://127.0.0.1:port
    quint16 port() const;
    void stop(); // closes the listening socket and all connections

    void add(Script script);
    // A well-formed answer with Content-Length.
    void addAnswer(int status, const QByteArray &body, const QList<QByteArray> &headerLines = {});
    void addOk(const QByteArray &json) { addAnswer(200, json); }
    // {"__type": type, "message": message} with status 400.
    void addError(const QByteArray &type, const QByteArray &message);
    // Exactly these bytes; then the connection is closed, or left open.
    void addBytes(const QByteArray &bytes, bool thenClose = true);
    void addSilence();                                                          // never answers
    void addClose();                                                            // closes without a byte
    void addReset();                                                            // RST
    void addDrip(const QByteArray &head, const QByteArray &piece, int everyMs); // head, then a piece again and again
    void addEndless(const QByteArray &head, const QByteArray &piece);           // as fast as the socket takes it

    const QList<ReceivedRequest> &requests() const { return m_requests; }
    int connectionCount() const { return m_connections; } // so far
    int openConnections() const;
    qint64 bytesReceived() const { return m_bytesReceived; }
    qint64 bytesSent() const { return m_bytesSent; } // handed to the system

signals:
    void requestReceived();
    void disconnected();

private:
    void takeConnection();
    void readFrom(QTcpSocket *socket, QByteArray &buffer);

    QTcpServer m_server;
    QList<Script> m_scripts;
    qsizetype m_next = 0;
    QList<ReceivedRequest> m_requests;
    QList<QPointer<QTcpSocket>> m_sockets;
    int m_connections = 0;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesSent = 0;
};

} // namespace poolscope::tests
