#pragma once

#include "httpserver/httpserver.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <unordered_set>

namespace poolscope::httpserver {

class HttpConnection;

// Of the one executor that there is: those for any cost more than what they are asked to do.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

// What the connections of one server share. Touched only on the server's thread, except `io`.
struct ServerCore
{
    boost::asio::io_context io{1};
    Limits limits;
    Access access;
    HttpServer::Handler handler;
    quint16 port = 0;
    std::unordered_set<std::shared_ptr<HttpConnection>> connections;
};

// One client: reads a request, has it handled, writes the answer, and again. Kept alive by ServerCore::connections
// while it waits for an answer. Lives on the server's thread.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(std::shared_ptr<ServerCore> core, Socket socket);

    void start();
    void respond(HttpResponse response); // to the request that is being handled
    void close();
    void refuseBusy();
    bool isServed() const { return m_served; } // false: only told that there are too many
    // Since when nothing has come: between requests, or before the first. Nothing while a request is read or answered.
    std::optional<std::chrono::steady_clock::time_point> idleSince() const { return m_idleSince; }
    // Of a client whose request is being handled. It sends no more: it may have ended, or only be done with asking and wait
    // for its answer, which look the same. Gone: it has reset the connection and hears nothing any more.
    enum class Peer { There, SendsNoMore, Gone };
    Peer peer();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Clock = std::chrono::steady_clock;
    enum class Phase { Idle, Reading, Handling, Writing, Draining };

    void enter(Phase phase);
    void setDeadline();
    void deadlinePassed();
    void awaitRequest();
    void readHeader();
    void readMore(void (HttpConnection::*then)());
    void collectHeader();
    void headerRead(boost::beast::error_code error);
    void sendContinue();
    void readBody();
    void handle();
    void readFailed(boost::beast::error_code error);
    void write(HttpResponse response, bool keepAlive);
    void written(boost::beast::error_code error, bool keepAlive);
    void drain();
    HttpRequest takeRequest();
    Reply makeReply();

    // Weak: `io` inside the core owns the handlers that own this.
    std::weak_ptr<ServerCore> m_core;
    Limits m_limits;
    Socket m_socket;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    HttpRequest m_request; // for the answer's CORS headers
    QByteArray m_head;     // these two are being written
    QByteArray m_body;
    Phase m_phase = Phase::Idle;
    // When the phase has to be over. Phases change with every request, so the timer is left alone where it comes before,
    // and looks then.
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_timerEnd = Clock::time_point::max();
    Timer m_timer;
    std::optional<Clock::time_point> m_idleSince;
    bool m_late = false;
    bool m_served = true;
    bool m_keepAlive = false;
    qsizetype m_searched = 0; // up to here there is no end of the header
    qsizetype m_drained = 0;
};

} // namespace poolscope::httpserver
