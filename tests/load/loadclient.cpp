#include "loadclient.h"

#include "json/reader.h"
#include "json/writer.h"

#include <QDateTime>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace poolscope::load {

using namespace Qt::StringLiterals;

namespace {

qsizetype contentLength(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype found = lower.indexOf(name);
    if (found < 0)
        return -1;
    const qsizetype start = found + name.size();
    return lower.sliced(start, lower.indexOf('\r', start) - start).trimmed().toLongLong();
}

} // namespace

QString Answer::error() const
{
    if (status == 200)
        return {};
    return json.value(u"__type").toString() + u": "_s + json.value(u"message").toString();
}

Client::~Client()
{
    close();
}

void Client::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool Client::connect()
{
    if (m_socket >= 0)
        return true;
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience{60, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    close();
    return false;
}

bool Client::write(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t sent =
            ::send(m_socket, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

bool Client::begin(const QByteArray &request)
{
    m_received.clear();
    m_whole = -1;
    return connect() && write(request);
}

std::optional<RawAnswer> Client::receive()
{
    char part[16 * 1024];
    const ssize_t got = m_socket < 0 ? 0 : ::recv(m_socket, part, sizeof part, 0);
    if (got <= 0) {
        close();
        return RawAnswer{};
    }
    m_received.append(part, got);
    const qsizetype end = m_whole < 0 ? m_received.indexOf("\r\n\r\n") : -1;
    if (end >= 0) {
        const qsizetype length = contentLength(m_received.first(end + 2));
        if (length < 0) {
            close();
            return RawAnswer{};
        }
        m_whole = end + 4 + length;
        m_received.reserve(m_whole);
    }
    if (m_whole < 0 || m_received.size() < m_whole)
        return {};
    return RawAnswer{m_received.sliced(9, 3).toInt(), m_received.sliced(m_received.indexOf("\r\n\r\n") + 4)};
}

QByteArray Client::request(const QByteArray &operation, const QByteArray &body, quint16 port)
{
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddThhmmssZ").toLatin1();
    return "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
           "\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSCognitoIdentityProviderService." +
           operation + "\r\nX-Amz-Date: " + time +
           "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIDSANDBOXEXAMPLE00/" + time.first(8) +
           "/us-east-1/cognito-idp/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=" +
           QByteArray(64, '0') + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

RawAnswer Client::send(const QByteArray &operation, const QByteArray &body)
{
    return send(request(operation, body, m_port));
}

RawAnswer Client::send(const QByteArray &request)
{
    if (!begin(request)) {
        close();
        return {};
    }
    std::optional<RawAnswer> answer;
    while (!answer)
        answer = receive();
    return *answer;
}

Answer Client::call(const QByteArray &operation, const json::Value &request)
{
    const RawAnswer raw = send(operation, json::write(request));
    Answer answer{raw.status, {}};
    if (const auto document = json::read(raw.body))
        answer.json = document->root;
    return answer;
}

json::Value object(std::initializer_list<std::pair<QString, json::Value>> members)
{
    json::Value value = json::Value::object();
    for (const auto &[name, member] : members)
        value.set(name, member);
    return value;
}

json::Value attribute(const QString &name, const QString &value)
{
    return object({{u"Name"_s, name}, {u"Value"_s, value}});
}

} // namespace poolscope::load
