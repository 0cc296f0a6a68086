#include "httpserver/httpserver.h"

#include "httpserver/httpchecks.h"
#include "httpserver/httpconnection.h"

#include <QCoreApplication>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

namespace asio = boost::asio;
using asio::ip::tcp;

namespace poolscope::httpserver {

namespace {

// As many clients beyond the limit are told so; the rest is closed at once. Telling keeps a socket for a while.
constexpr std::size_t toldBusy = 32;

// All but those who are only told.
qsizetype served(const ServerCore &core)
{
    return std::count_if(core.connections.begin(), core.connections.end(),
                         [](const auto &connection) { return connection->isServed(); });
}

std::shared_ptr<HttpConnection> waitingFor(const ServerCore &core, HttpConnection::Peer peer)
{
    for (const auto &connection : core.connections) {
        if (connection->peer() == peer)
            return connection;
    }
    return nullptr;
}

// A client that keeps its connection for the next request makes another one then, as after the idle deadline.
std::shared_ptr<HttpConnection> longestIdle(const ServerCore &core)
{
    std::shared_ptr<HttpConnection> found;
    for (const auto &connection : core.connections) {
        const auto since = connection->idleSince();
        if (since && (!found || *since < *found->idleSince()))
            found = connection;
    }
    return found;
}

// Whom a new client hurts least: nobody, then those who need not even notice, then those who have most likely ended.
std::shared_ptr<HttpConnection> whoGivesWay(const ServerCore &core)
{
    if (auto gone = waitingFor(core, HttpConnection::Peer::Gone))
        return gone;
    if (auto idle = longestIdle(core))
        return idle;
    return waitingFor(core, HttpConnection::Peer::SendsNoMore);
}

} // namespace

struct Reply::State
{
    std::weak_ptr<ServerCore> core;
    std::weak_ptr<HttpConnection> connection;
    std::atomic_flag answered;

    ~State()
    {
        if (!answered.test())
            send(plainResponse(500, "No answer.\n"));
    }

    void send(HttpResponse response)
    {
        if (answered.test_and_set())
            return;
        // Holding the core only here keeps the io_context alive while something is handed to it.
        if (const auto held = core.lock()) {
            asio::post(held->io, [to = connection, response = std::move(response)]() mutable {
                if (const auto receiver = to.lock())
                    receiver->respond(std::move(response));
            });
        }
    }
};

void Reply::operator()(HttpResponse response) const
{
    m_state->send(std::move(response));
}

Reply HttpConnection::makeReply()
{
    auto state = std::make_shared<Reply::State>();
    state->core = m_core;
    state->connection = weak_from_this();
    return Reply(std::move(state));
}

struct HttpServer::Private
{
    Handler handler;
    Limits limits;
    Access access;
    std::shared_ptr<ServerCore> core;
    std::unique_ptr<Acceptor> acceptor;
    std::unique_ptr<Timer> pause;
    std::thread thread;

    Result<void> listen(quint16 port);
    void accept();
    void accepted(boost::system::error_code error, Socket socket);
};

Result<void> HttpServer::Private::listen(quint16 port)
{
    boost::system::error_code error;
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    acceptor = std::make_unique<Acceptor>(core->io);
    acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        core->port = acceptor->local_endpoint(error).port();
    if (!error)
        return {};
    Error failed;
    failed.kind = Error::Kind::Transport;
    if (error == asio::error::address_in_use) {
        failed.code = QStringLiteral("AddressInUse");
        failed.message = QCoreApplication::translate("HttpServer", "Port %1 is in use by another program.").arg(port);
    } else {
        failed.code = QStringLiteral("Listen");
        failed.message = QCoreApplication::translate("HttpServer", "Port %1 cannot be opened: %2.")
                             .arg(port)
                             .arg(QString::fromStdString(error.message()));
    }
    return failure(std::move(failed));
}

void HttpServer::Private::accept()
{
    acceptor->async_accept([this](boost::system::error_code error, Socket socket) {
        if (error != asio::error::operation_aborted)
            accepted(error, std::move(socket));
    });
}

void HttpServer::Private::accepted(boost::system::error_code error, Socket socket)
{
    if (error) {
        // Mostly "too many open files": others must close theirs first.
        pause->expires_after(std::chrono::milliseconds(100));
        pause->async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled)
                accept();
        });
        return;
    }
    const auto allowed = limits.connections;
    const auto leaving = served(*core) >= allowed ? whoGivesWay(*core) : nullptr;
    if (leaving)
        leaving->close();
    const bool full = served(*core) >= allowed;
    if (full && core->connections.size() >= std::size_t(allowed) + toldBusy) {
        boost::system::error_code ignored;
        socket.close(ignored);
        accept();
        return;
    }
    const auto connection = std::make_shared<HttpConnection>(core, std::move(socket));
    core->connections.insert(connection);
    if (full)
        connection->refuseBusy();
    else
        connection->start();
    accept();
}

HttpServer::HttpServer(Handler handler, const Limits &limits, Access access)
    : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->limits = limits;
    d->access = std::move(access);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<quint16> HttpServer::start(quint16 port)
{
    stop();
    d->core = std::make_shared<ServerCore>();
    d->core->limits = d->limits;
    d->core->access = d->access;
    d->core->handler = d->handler;
    if (auto listening = d->listen(port); !listening) {
        d->acceptor.reset();
        d->core.reset();
        return failure(std::move(listening).error());
    }
    d->pause = std::make_unique<Timer>(d->core->io);
    d->accept();
    d->thread = std::thread([core = d->core.get()] { core->io.run(); });
    return d->core->port;
}

void HttpServer::stop()
{
    if (!d->core)
        return;
    asio::post(d->core->io, [this] {
        boost::system::error_code ignored;
        d->acceptor->close(ignored);
        d->pause->cancel();
        const auto open = d->core->connections;
        for (const auto &connection : open)
            connection->close();
        d->core->io.stop();
    });
    d->thread.join();
    d->acceptor.reset();
    d->pause.reset();
    d->core.reset();
}

quint16 HttpServer::port() const
{
    return d->core ? d->core->port : 0;
}

} // namespace poolscope::httpserver
