#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace poolscope::httpserver {

using Header = std::pair<QByteArray, QByteArray>;

struct HttpRequest
{
    QByteArray method; // upper case
    QByteArray target; // as it was sent, path and query
    QString path;      // percent-decoded, without the query
    QByteArray query;  // raw, without "?"
    QList<Header> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; // the first of that name (any case), else empty
    bool hasHeader(QByteArrayView name) const;
    QString queryValue(QStringView name) const; // percent-decoded, empty when absent
};

// As the Date header has it (RFC 9110, section 5.6.7); empty for an invalid time.
QByteArray httpDate(const QDateTime &when);

// Content-Length, Connection, Date (when absent) and the CORS headers are added by the server.
struct HttpResponse
{
    int status = 200;
    QList<Header> headers;
    QByteArray body;
    bool cut = false; // close the connection instead of answering
};

struct Limits
{
    int headerBytes = 16 * 1024;
    int bodyBytes = 1024 * 1024;
    // Beyond them one goes whose client has reset it, else the one that was idle the longest, else one whose client sends no
    // more; where there is none of these, the new one.
    int connections = 64;
    std::chrono::milliseconds readDeadline{20'000};  // for a whole request, from its first byte
    std::chrono::milliseconds idleDeadline{60'000};  // between requests of a kept connection, and before the first
    std::chrono::milliseconds writeDeadline{20'000}; // for a whole response
    std::chrono::milliseconds drainDeadline{2'000};  // for the client to close, after the last answer it gets
};

// Who may speak to the server besides programs on this machine and pages on loopback origins.
struct Access
{
    QList<QByteArray> hosts;   // names in Host, lower case, with any port: how containers and proxies call this machine
    QList<QByteArray> origins; // of pages, as browsers send them: "https://app.example.com"
    QString ownPrefix;         // paths that begin so are for no page but those on loopback; empty: there are none
    QList<QByteArray> exposedHeaders; // of answers, which pages may read besides those of the service's protocol
};

// Answers one request. May be called from any thread, at any time, also after the server was stopped. The first
// call counts; when all copies are gone without a call, the connection is closed with 500.
class Reply final
{
public:
    struct State;
    explicit Reply(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    void operator()(HttpResponse response) const;

private:
    std::shared_ptr<State> m_state;
};

// HTTP/1.1 on 127.0.0.1 only. Refuses before the handler sees it: a Host that is no loopback name (or another
// port), an Origin that is not on loopback (Access adds to both), conflicting lengths, lengths in an encoding that it does not know, anything over the limits. Answers CORS preflights
// itself. Requests of one connection are handled one after the other, connections side by side.
class HttpServer final
{
public:
    using Handler = std::function<void(HttpRequest, Reply)>; // called on the server's thread; must not block

    HttpServer(Handler handler, const Limits &limits = {}, Access access = {});
    ~HttpServer(); // stops
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    // Port 0 takes any free one. Listens when it returns; gives the port. Error codes: "AddressInUse", "Listen".
    Result<quint16> start(quint16 port);
    // Closes every connection and joins the thread. Not from the handler.
    void stop();
    quint16 port() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace poolscope::httpserver
