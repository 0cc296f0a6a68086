#include "httpserver/httpconnection.h"

#include "httpserver/httpchecks.h"
#include "httpserver/responsehead.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>

#include <array>

#include <poll.h>

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace poolscope::httpserver {

namespace {

constexpr qsizetype usualHeaders = 16;
constexpr std::size_t readBytes = 16 * 1024;
constexpr std::size_t chunkHeaderBytes = 64 * 1024;

QByteArray toBytes(beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

boost::asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

HttpConnection::HttpConnection(std::shared_ptr<ServerCore> core, Socket socket)
    : m_core(core)
    , m_limits(core->limits)
    , m_socket(std::move(socket))
    , m_buffer(std::size_t(m_limits.headerBytes) + 128 * 1024)
    , m_timer(m_socket.get_executor())
{
    beast::error_code ignored;
    m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

void HttpConnection::start()
{
    awaitRequest();
}

void HttpConnection::enter(Phase phase)
{
    m_phase = phase;
    const auto now = Clock::now();
    switch (phase) {
    case Phase::Idle:
        m_deadline = now + m_limits.idleDeadline;
        break;
    case Phase::Reading:
        m_deadline = now + m_limits.readDeadline;
        break;
    case Phase::Handling:
        m_deadline = Clock::time_point::max();
        break;
    case Phase::Writing:
        m_deadline = now + m_limits.writeDeadline;
        break;
    case Phase::Draining:
        m_deadline = now + m_limits.drainDeadline;
        break;
    }
    m_idleSince = phase == Phase::Idle ? std::optional(now) : std::nullopt;
    setDeadline();
}

void HttpConnection::setDeadline()
{
    if (m_deadline >= m_timerEnd)
        return;
    m_timerEnd = m_deadline;
    m_timer.expires_at(m_timerEnd);
    m_timer.async_wait([weak = weak_from_this()](beast::error_code cancelled) {
        const auto self = weak.lock();
        // One that was set anew has its own call.
        if (cancelled || !self || self->m_timerEnd > Clock::now())
            return;
        self->m_timerEnd = Clock::time_point::max();
        if (self->m_deadline <= Clock::now())
            self->deadlinePassed();
        else
            self->setDeadline();
    });
}

void HttpConnection::deadlinePassed()
{
    if (m_phase != Phase::Reading) {
        close();
        return;
    }
    m_late = true;
    beast::error_code ignored;
    m_socket.cancel(ignored); // what is being read fails, and the client is told why
}

void HttpConnection::awaitRequest()
{
    if (m_buffer.size() > 0) { // pipelined
        readHeader();
        return;
    }
    enter(Phase::Idle);
    m_socket.async_read_some(m_buffer.prepare(4096),
                             [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                                 self->m_buffer.commit(bytes);
                                 // Closed meanwhile: what came at the same moment is not carried out, because nobody
                                 // would hear the answer.
                                 if (error || self->m_phase != Phase::Idle)
                                     self->close();
                                 else
                                     self->readHeader();
                             });
}

void HttpConnection::readHeader()
{
    m_parser.emplace();
    m_parser->header_limit(std::uint32_t(m_limits.headerBytes));
    m_parser->body_limit(std::uint64_t(m_limits.bodyBytes));
    m_request = {};
    m_searched = 0;
    m_late = false;
    enter(Phase::Reading);
    collectHeader();
}

void HttpConnection::readMore(void (HttpConnection::*then)())
{
    m_socket.async_read_some(m_buffer.prepare(readBytes),
                             [self = shared_from_this(), then](beast::error_code error, std::size_t bytes) {
                                 self->m_buffer.commit(bytes);
                                 if (self->m_phase != Phase::Reading) // closed meanwhile
                                     return;
                                 if (error || self->m_late)
                                     self->readFailed(error);
                                 else
                                     ((*self).*then)();
                             });
}

// Beast's own limit is for one line when they come one by one, so the whole is gathered before it is parsed.
void HttpConnection::collectHeader()
{
    const auto bytes = m_buffer.data();
    const QByteArrayView gathered(static_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    const qsizetype end = gathered.indexOf("\r\n\r\n", m_searched);
    if (end + 4 > m_limits.headerBytes || (end < 0 && gathered.size() >= m_limits.headerBytes)) {
        readFailed(http::error::header_limit);
    } else if (end >= 0) {
        beast::error_code error;
        m_buffer.consume(m_parser->put(m_buffer.data(), error));
        headerRead(error);
    } else {
        m_searched = std::max<qsizetype>(0, gathered.size() - 3);
        readMore(&HttpConnection::collectHeader);
    }
}

void HttpConnection::headerRead(beast::error_code error)
{
    if (error) {
        readFailed(error);
        return;
    }
    const auto core = m_core.lock();
    if (!core)
        return;
    m_request = takeRequest();
    m_keepAlive = m_parser->get().keep_alive();
    if (auto refused = refusal(m_request, core->port, core->access)) {
        m_request = {}; // no CORS headers for those
        write(std::move(*refused), false);
        return;
    }
    const bool expectsContinue = beast::iequals(m_parser->get()[http::field::expect], "100-continue");
    if (expectsContinue && !m_parser->is_done())
        sendContinue();
    else
        readBody();
}

void HttpConnection::sendContinue()
{
    static constexpr beast::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::asio::async_write(m_socket, boost::asio::buffer(interim.data(), interim.size()),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error || self->m_late)
                                     self->readFailed(error);
                                 else
                                     self->readBody();
                             });
}

// The deadline that began with the header goes on: it is for the whole request.
void HttpConnection::readBody()
{
    m_parser->eager(true);
    beast::error_code error;
    while (!error && !m_parser->is_done() && m_buffer.size() > 0)
        m_buffer.consume(m_parser->put(m_buffer.data(), error));
    if (error && error != http::error::need_more)
        readFailed(error);
    else if (m_parser->is_done())
        handle();
    else if (m_buffer.size() > chunkHeaderBytes) // so long and no end of what stands before a chunk
        readFailed(http::error::buffer_overflow);
    else
        readMore(&HttpConnection::readBody);
}

HttpRequest HttpConnection::takeRequest()
{
    const auto &message = m_parser->get();
    HttpRequest request;
    request.method = toBytes(message.method_string());
    request.target = toBytes(message.target());
    request.headers.reserve(usualHeaders);
    for (const auto &field : message)
        request.headers << Header(toBytes(field.name_string()), toBytes(field.value()));
    splitTarget(request);
    return request;
}

void HttpConnection::handle()
{
    const auto core = m_core.lock();
    if (!core)
        return;
    if (auto answer = preflightAnswer(m_request)) {
        write(std::move(*answer), m_keepAlive);
        return;
    }
    const std::string &body = m_parser->get().body();
    m_request.body = QByteArray(body.data(), qsizetype(body.size()));
    enter(Phase::Handling);
    core->handler(m_request, makeReply());
    m_request.body.clear();
}

void HttpConnection::respond(HttpResponse response)
{
    if (m_phase != Phase::Handling)
        return;
    if (response.cut)
        close();
    else
        write(std::move(response), m_keepAlive);
}

// Unread bytes of a further request hide the end from reading, but not from poll().
HttpConnection::Peer HttpConnection::peer()
{
    if (m_phase != Phase::Handling)
        return Peer::There;
    pollfd watched{.fd = m_socket.native_handle(), .events = POLLRDHUP, .revents = 0};
    if (::poll(&watched, 1, 0) <= 0)
        return Peer::There;
    return (watched.revents & (POLLERR | POLLHUP)) != 0 ? Peer::Gone : Peer::SendsNoMore;
}

void HttpConnection::readFailed(beast::error_code error)
{
    if (m_late)
        write(plainResponse(408, "The request did not come in time.\n"), false);
    else if (error == http::error::header_limit || error == http::error::buffer_overflow)
        write(plainResponse(431, "The request's header is too large.\n"), false);
    else if (error == http::error::body_limit)
        write(plainResponse(413, "The request's body is too large.\n"), false);
    else if (error.category() == make_error_code(http::error::end_of_stream).category() &&
             error != http::error::end_of_stream && error != http::error::partial_message)
        write(plainResponse(400, "This is not a valid HTTP request.\n"), false);
    else
        close();
}

void HttpConnection::write(HttpResponse response, bool keepAlive)
{
    enter(Phase::Writing);
    const auto core = m_core.lock(); // gone: the server ends, and there are no further headers to name
    m_head = responseHead(response, corsHeaders(m_request, core ? core->access : Access()), keepAlive);
    m_body = m_request.method == "HEAD" ? QByteArray() : std::move(response.body);
    boost::asio::async_write(m_socket, std::array{bufferOf(m_head), bufferOf(m_body)},
                             [self = shared_from_this(), keepAlive](beast::error_code error, std::size_t) {
                                 self->written(error, keepAlive);
                             });
}

void HttpConnection::written(beast::error_code error, bool keepAlive)
{
    if (error) {
        close();
    } else if (keepAlive) {
        awaitRequest();
    } else {
        beast::error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
        enter(Phase::Draining);
        drain();
    }
}

// Closing with unread bytes would reset the connection and could take the answer away from the client.
void HttpConnection::drain()
{
    m_buffer.clear();
    m_socket.async_read_some(m_buffer.prepare(64 * 1024),
                             [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                                 self->m_drained += qsizetype(bytes);
                                 if (error || self->m_drained > 4 * self->m_limits.bodyBytes)
                                     self->close();
                                 else
                                     self->drain();
                             });
}

void HttpConnection::refuseBusy()
{
    m_served = false;
    write(plainResponse(503, "Too many connections.\n"), false);
}

void HttpConnection::close()
{
    m_phase = Phase::Draining; // whatever comes now is for nobody
    m_deadline = Clock::time_point::max();
    m_idleSince.reset();
    beast::error_code ignored;
    m_socket.close(ignored);
    if (const auto core = m_core.lock())
        core->connections.erase(shared_from_this());
}

} // namespace poolscope::httpserver
