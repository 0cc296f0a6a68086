#include "fuzzing.h"
#include "sandboxtarget.h"

#include "httpserver/httpserver.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace poolscope;
using namespace poolscope::fuzz;
using poolscope::httpserver::HttpRequest;
using poolscope::httpserver::HttpResponse;
using poolscope::httpserver::HttpServer;

namespace {

// The real server before the real dispatcher.
class Server final
{
public:
    Server()
        : m_http([](const HttpRequest &request, const httpserver::Reply &reply) { handle(request, reply); })
    {
        const auto started = m_http.start(0);
        require(started.has_value(), "the server listens");
    }

    quint16 port() const { return m_http.port(); }
    static inline SandboxTarget *target = nullptr;

private:
    static void handle(const HttpRequest &request, const httpserver::Reply &reply)
    {
        target->world().bench.dispatch(request, [reply](const HttpResponse &response) {
            checkAnswer(response);
            reply(response);
        });
    }

    HttpServer m_http;
};

sockaddr_in loopback(quint32 host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + host);
    return address;
}

// An address has some 28,000 ports, and each of them rests for a minute after its connection: there are more of both
// than connections in a minute when the address changes in time.
sockaddr_in nextOwnAddress()
{
    static quint32 connections = 0;
    return loopback(1 + connections++ / 10'000 % 200, 0);
}

QByteArray exchange(quint16 port, const QByteArray &bytes)
{
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in own = nextOwnAddress();
    require(::bind(client, reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0, "it has a port");
    const sockaddr_in address = loopback(0, port);
    require(::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "it connects");
    (void)::send(client, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    ::shutdown(client, SHUT_WR);
    QByteArray received;
    char buffer[4096];
    for (ssize_t count = 1; count > 0;) {
        count = ::recv(client, buffer, sizeof buffer, 0);
        if (count > 0)
            received.append(buffer, count);
    }
    ::close(client);
    return received;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    makeApplication(argc, *argv);
    return 0;
}

// Bytes as a client sends them before it stops sending.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Server::target = &SandboxTarget::current();
    static const Server server;
    QByteArray input = Server::target->filled({reinterpret_cast<const char *>(data), qsizetype(size)});
    const QByteArray received = exchange(server.port(), input);
    require(received.isEmpty() || received.startsWith("HTTP/1.1 "), "an answer is HTTP");
    require(!received.startsWith("HTTP/1.1 5"), "no request breaks the server");
    return 0;
}
