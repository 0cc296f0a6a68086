#pragma once

#include "json/value.h"

#include <QByteArray>

#include <optional>

namespace poolscope::load {

struct RawAnswer
{
    int status = 0; // 0: the connection was cut before the whole answer came
    QByteArray body;
};

struct Answer
{
    int status = 0; // as above
    json::Value json;
    bool isCut() const { return status == 0; }
    QString error() const; // "Code: message"; empty for 200
};

// One client of a user pool endpoint on 127.0.0.1: a kept connection, used by one thread, which waits for each answer, or
// serves several clients in two steps. It costs next to nothing beside the server. A cut connection is opened again by the next call.
class Client final
{
public:
    explicit Client(quint16 port)
        : m_port(port)
    {
    }
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    // An operation of cognito-idp, with a well-formed signature: made and sent, or made beforehand.
    RawAnswer send(const QByteArray &operation, const QByteArray &body);
    static QByteArray request(const QByteArray &operation, const QByteArray &body, quint16 port);
    Answer call(const QByteArray &operation, const json::Value &request);
    bool wasCut() const { return m_socket < 0; } // at the last call
    bool open() { return connect(); }            // before the first call, so that it does not count

    // The same in two steps, for one thread with several clients: `receive` is called when the socket has something to
    // read, and gives the answer once it is whole; status 0 where the connection was cut, also while sending.
    bool begin(const QByteArray &request);
    std::optional<RawAnswer> receive();
    int socket() const { return m_socket; }

private:
    RawAnswer send(const QByteArray &request);
    bool connect();
    void close();
    bool write(const QByteArray &bytes);

    quint16 m_port;
    int m_socket = -1;
    QByteArray m_received;
    qsizetype m_whole = -1; // how long the answer is; below 0 until its header is there
};

json::Value object(std::initializer_list<std::pair<QString, json::Value>> members);
json::Value attribute(const QString &name, const QString &value);

} // namespace poolscope::load
