#include "support/scriptedserver.h"

#include <QTimer>

#include <algorithm>

namespace poolscope::tests {

QByteArray ReceivedRequest::method() const
{
    return head.left(head.indexOf(' '));
}

QByteArray ReceivedRequest::target() const
{
    return head.left(head.indexOf("\r\n")).split(' ').value(1);
}

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::takeConnection);
    m_server.listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer()
{
    stop();
}

bool ScriptedServer::isListening() const
{
    return m_server.isListening();
}

quint16 ScriptedServer::port() const
{
    return m_server.serverPort();
}

QUrl ScriptedServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port()));
}

void ScriptedServer::stop()
{
    m_server.close();
    for (const QPointer<QTcpSocket> &socket : std::as_const(m_sockets)) {
        if (socket) {
            socket->disconnect(this);
            socket->abort();
        }
    }
}

int ScriptedServer::openConnections() const
{
    return int(std::count_if(m_sockets.cbegin(), m_sockets.cend(), [](const QPointer<QTcpSocket> &socket) {
        return socket && socket->state() == QAbstractSocket::ConnectedState;
    }));
}

void ScriptedServer::add(Script script)
{
    m_scripts.append(std::move(script));
}

void ScriptedServer::addAnswer(int status, const QByteArray &body, const QList<QByteArray> &headerLines)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    answer += "Content-Type: application/x-amz-json-1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &line : headerLines)
        answer += line + "\r\n";
    addBytes(answer + "\r\n" + body, false);
}

void ScriptedServer::addError(const QByteArray &type, const QByteArray &message)
{
    addAnswer(400, R"({"__type":")" + type + R"(","message":")" + message + R"("})");
}

void ScriptedServer::addBytes(const QByteArray &bytes, bool thenClose)
{
    add([bytes, thenClose](QTcpSocket *socket, const ReceivedRequest &) {
        socket->write(bytes);
        if (thenClose)
            socket->disconnectFromHost();
    });
}

void ScriptedServer::addSilence()
{
    add([](QTcpSocket *, const ReceivedRequest &) {});
}

void ScriptedServer::addClose()
{
    add([](QTcpSocket *socket, const ReceivedRequest &) { socket->disconnectFromHost(); });
}

void ScriptedServer::addReset()
{
    add([](QTcpSocket *socket, const ReceivedRequest &) { socket->abort(); });
}

void ScriptedServer::addDrip(const QByteArray &head, const QByteArray &piece, int everyMs)
{
    add([head, piece, everyMs](QTcpSocket *socket, const ReceivedRequest &) {
        socket->write(head);
        auto *timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket, [socket, piece] { socket->write(piece); });
        timer->start(everyMs);
    });
}

void ScriptedServer::addEndless(const QByteArray &head, const QByteArray &piece)
{
    add([head, piece](QTcpSocket *socket, const ReceivedRequest &) {
        constexpr qint64 ahead = 256 * 1024;
        const auto fill = [socket, piece] {
            while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < ahead)
                socket->write(piece);
        };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, fill, Qt::QueuedConnection);
        socket->write(head);
        fill();
    });
}

void ScriptedServer::takeConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_sockets.append(socket);
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { readFrom(socket, *buffer); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 count) { m_bytesSent += count; });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            socket->deleteLater();
            emit disconnected();
        });
    }
}

void ScriptedServer::readFrom(QTcpSocket *socket, QByteArray &buffer)
{
    const QByteArray arrived = socket->readAll();
    m_bytesReceived += arrived.size();
    buffer += arrived;
    while (true) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        ReceivedRequest request{buffer.first(end), {}};
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.sliced(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_requests.append(request);
        if (!m_scripts.isEmpty()) {
            const Script script = m_scripts.at(std::min(m_next, m_scripts.size() - 1));
            ++m_next;
            script(socket, request);
        }
        emit requestReceived();
    }
}

} // namespace poolscope::tests
