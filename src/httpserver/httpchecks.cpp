#include "httpserver/httpchecks.h"

#include <algorithm>
#include <array>

namespace poolscope::httpserver {

namespace {

constexpr std::array loopbackNames{"127.0.0.1", "localhost", "[::1]"};

bool isLoopbackName(const QByteArray &name)
{
    return std::any_of(loopbackNames.begin(), loopbackNames.end(),
                       [&](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

struct HostAndPort
{
    QByteArray host;
    std::optional<int> port;
};

// "app.example.com:8080" of "https://app.example.com:8080".
std::optional<QByteArrayView> withoutScheme(QByteArrayView origin)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (origin.startsWith(scheme))
            return origin.sliced(scheme.size());
    }
    return std::nullopt;
}

std::optional<HostAndPort> splitHost(QByteArrayView view)
{
    const QByteArray text = view.toByteArray();
    const qsizetype colon = text.lastIndexOf(':');
    if (colon <= text.lastIndexOf(']'))
        return HostAndPort{text, std::nullopt};
    const QByteArray digits = text.mid(colon + 1);
    const bool allDigits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.isEmpty() || digits.size() > 5 || !allDigits)
        return std::nullopt;
    return HostAndPort{text.left(colon), digits.toInt()};
}

} // namespace

bool isLoopbackHost(QByteArrayView host, quint16 ourPort)
{
    const auto parts = splitHost(host);
    return parts && isLoopbackName(parts->host) && (!parts->port || *parts->port == ourPort);
}

bool isLoopbackOrigin(QByteArrayView origin)
{
    const auto rest = withoutScheme(origin);
    const auto parts = rest ? splitHost(*rest) : std::nullopt;
    return parts && isLoopbackName(parts->host);
}

bool isHostName(QByteArrayView host)
{
    return !host.isEmpty() && !host.startsWith('.') && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    });
}

bool isOrigin(QByteArrayView origin)
{
    const auto rest = withoutScheme(origin);
    const auto parts = rest ? splitHost(*rest) : std::nullopt;
    return parts && (isHostName(parts->host) || isLoopbackName(parts->host));
}

namespace {

bool isAllowedHost(const QByteArray &host, quint16 ourPort, const Access &access)
{
    if (isLoopbackHost(host, ourPort))
        return true;
    const auto parts = splitHost(host);
    return parts && access.hosts.contains(parts->host.toLower());
}

// What browsers say of a request that is no link and comes from a page of another site.
bool isLoadedElsewhere(const HttpRequest &request)
{
    return !request.hasHeader("Origin") && request.header("Sec-Fetch-Site") == "cross-site" &&
           request.header("Sec-Fetch-Mode") != "navigate";
}

} // namespace

std::optional<HttpResponse> refusal(const HttpRequest &request, quint16 ourPort, const Access &access)
{
    const auto count = [&](QByteArrayView name) {
        return std::count_if(request.headers.begin(), request.headers.end(), [&](const Header &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (count("Host") != 1)
        return plainResponse(400, "Exactly one Host header is needed.\n");
    if (!isAllowedHost(request.header("Host"), ourPort, access))
        return plainResponse(403, "This server answers only to loopback names.\n");
    const auto origins = count("Origin");
    const QByteArray origin = request.header("Origin");
    const bool foreign = origins > 0 && !isLoopbackOrigin(origin);
    if (origins > 1 || (foreign && !access.origins.contains(origin)))
        return plainResponse(403, "This server answers only to pages on loopback origins.\n");
    if (const auto encodings = count("Transfer-Encoding");
        encodings > 1 || (encodings == 1 && request.header("Transfer-Encoding").toLower() != "chunked"))
        return plainResponse(400, "The only transfer encoding here is \"chunked\".\n");
    const bool own = !access.ownPrefix.isEmpty() && request.path.startsWith(access.ownPrefix);
    if (own && (foreign || isLoadedElsewhere(request)))
        return plainResponse(403, "This path is only for pages on loopback origins.\n");
    if (!request.target.startsWith('/') && request.target != "*")
        return plainResponse(400, "The request target must be a path.\n");
    return std::nullopt;
}

std::optional<HttpResponse> preflightAnswer(const HttpRequest &request)
{
    if (request.method != "OPTIONS" || !request.hasHeader("Origin") ||
        !request.hasHeader("Access-Control-Request-Method")) {
        return std::nullopt;
    }
    HttpResponse response;
    response.status = 204;
    response.headers << Header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    const QByteArray wanted = request.header("Access-Control-Request-Headers");
    if (!wanted.isEmpty())
        response.headers << Header("Access-Control-Allow-Headers", wanted);
    // Chromium asks this of servers in private networks before it lets pages of the internet in.
    if (request.header("Access-Control-Request-Private-Network") == "true")
        response.headers << Header("Access-Control-Allow-Private-Network", "true");
    response.headers << Header("Access-Control-Max-Age", "600");
    return response;
}

QList<Header> corsHeaders(const HttpRequest &request, const Access &access)
{
    const Header vary("Vary", "Origin");
    if (!request.hasHeader("Origin"))
        return {vary};
    QByteArrayList exposed{"x-amzn-RequestId", "x-amzn-ErrorType", "x-amzn-ErrorMessage", "Date"};
    exposed += access.exposedHeaders;
    return {{"Access-Control-Allow-Origin", request.header("Origin")},
            {"Access-Control-Expose-Headers", exposed.join(", ")},
            vary};
}

void splitTarget(HttpRequest &request)
{
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    request.query = mark < 0 ? QByteArray() : request.target.sliced(mark + 1);
}

HttpResponse plainResponse(int status, const QByteArray &text)
{
    return HttpResponse{status, {{"Content-Type", "text/plain; charset=utf-8"}}, text};
}

} // namespace poolscope::httpserver
