#include "httpserver/httpconnection.h"

#include "httpserver/httpchecks.h"

#include <QDateTime>

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <poll.h>

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace poolscope::httpserver {

namespace {

QByteArray toBytes(beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

beast::string_view toView(const QByteArray &bytes)
{
    return beast::string_view(bytes.constData(), std::size_t(bytes.size()));
}

} // namespace

HttpConnection::HttpConnection(std::shared_ptr<ServerCore> core, boost::asio::ip::tcp::socket socket)
    : m_core(core)
    , m_limits(core->limits)
    , m_stream(std::move(socket))
    , m_buffer(std::size_t(m_limits.headerBytes) + 128 * 1024)
    , m_deadline(m_stream.get_executor())
{
    beast::error_code ignored;
    m_stream.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

void HttpConnection::start()
{
    awaitRequest();
}

void HttpConnection::awaitRequest()
{
    if (m_buffer.size() > 0) { // pipelined
        readHeader();
        return;
    }
    m_idleSince = std::chrono::steady_clock::now();
    m_stream.expires_after(m_limits.idleDeadline);
    m_stream.async_read_some(m_buffer.prepare(4096),
                             [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                                 self->m_idleSince.reset();
                                 self->m_buffer.commit(bytes);
                                 if (error)
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
    startDeadline();
    collectHeader();
}

void HttpConnection::startDeadline()
{
    m_stream.expires_never();
    m_reading = true;
    m_late = false;
    m_deadline.expires_after(m_limits.readDeadline);
    m_deadline.async_wait([weak = weak_from_this()](beast::error_code cancelled) {
        const auto self = weak.lock();
        // It may have fired while the request it was set for became whole.
        if (cancelled || !self || !self->m_reading || self->m_deadline.expiry() > std::chrono::steady_clock::now())
            return;
        self->m_late = true;
        self->m_stream.cancel(); // what is being read fails, and the failure is answered
    });
}

void HttpConnection::endDeadline()
{
    m_reading = false;
    m_deadline.cancel();
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
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](beast::error_code error, std::size_t) { self->headerRead(error); });
    } else {
        m_searched = std::max<qsizetype>(0, gathered.size() - 3);
        m_stream.async_read_some(m_buffer.prepare(4096),
                                 [self = shared_from_this()](beast::error_code error, std::size_t read) {
                                     self->m_buffer.commit(read);
                                     if (error || self->m_late)
                                         self->readFailed(error);
                                     else
                                         self->collectHeader();
                                 });
    }
}

void HttpConnection::headerRead(beast::error_code error)
{
    if (error || m_late) {
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
    boost::asio::async_write(m_stream, boost::asio::buffer(interim.data(), interim.size()),
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
    http::async_read(m_stream, m_buffer, *m_parser, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (error)
            self->readFailed(error);
        else
            self->handle();
    });
}

HttpRequest HttpConnection::takeRequest()
{
    const auto &message = m_parser->get();
    HttpRequest request;
    request.method = toBytes(message.method_string());
    request.target = toBytes(message.target());
    for (const auto &field : message)
        request.headers << Header(toBytes(field.name_string()), toBytes(field.value()));
    splitTarget(request);
    return request;
}

void HttpConnection::handle()
{
    endDeadline();
    const auto core = m_core.lock();
    if (!core)
        return;
    if (auto answer = preflightAnswer(m_request)) {
        write(std::move(*answer), m_keepAlive);
        return;
    }
    const std::string &body = m_parser->get().body();
    m_request.body = QByteArray(body.data(), qsizetype(body.size()));
    m_stream.expires_never();
    m_handling = true;
    core->handler(m_request, makeReply());
    m_request.body.clear();
}

void HttpConnection::respond(HttpResponse response)
{
    if (!m_handling)
        return;
    m_handling = false;
    if (response.cut)
        close();
    else
        write(std::move(response), m_keepAlive);
}

// Unread bytes of a further request hide the end from reading, but not from poll().
HttpConnection::Peer HttpConnection::peer()
{
    if (!m_handling)
        return Peer::There;
    pollfd watched{.fd = m_stream.socket().native_handle(), .events = POLLRDHUP, .revents = 0};
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
    endDeadline();
    m_response = {};
    m_response.version(11);
    m_response.result(unsigned(response.status));
    bool hasDate = false;
    const auto core = m_core.lock(); // gone: the server ends, and there are no further headers to name
    const QList<Header> headers = response.headers + corsHeaders(m_request, core ? core->access : Access());
    for (const Header &header : headers) {
        m_response.insert(toView(header.first), toView(header.second));
        hasDate = hasDate || header.first.compare("Date", Qt::CaseInsensitive) == 0;
    }
    if (!hasDate)
        m_response.set(http::field::date, toView(httpDate(QDateTime::currentDateTimeUtc())));
    if (response.status != 204)
        m_response.content_length(std::uint64_t(response.body.size()));
    m_response.keep_alive(keepAlive);
    if (m_request.method != "HEAD")
        m_response.body().assign(response.body.constData(), std::size_t(response.body.size()));
    m_stream.expires_after(m_limits.writeDeadline);
    http::async_write(m_stream, m_response,
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
        m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
        m_stream.expires_after(m_limits.drainDeadline);
        drain();
    }
}

// Closing with unread bytes would reset the connection and could take the answer away from the client.
void HttpConnection::drain()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(64 * 1024),
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
    m_handling = false;
    endDeadline();
    beast::error_code ignored;
    m_stream.socket().close(ignored);
    if (const auto core = m_core.lock())
        core->connections.erase(shared_from_this());
}

} // namespace poolscope::httpserver
