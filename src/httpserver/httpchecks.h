#pragma once

#include "httpserver/httpserver.h"

#include <optional>

namespace poolscope::httpserver {

// Host: 127.0.0.1, localhost or [::1], with our port or none. A page that was rebound to 127.0.0.1 by its DNS sends
// its own name here, which is how it is told apart.
bool isLoopbackHost(QByteArrayView host, quint16 ourPort);

// http or https on a loopback name, any port. "null" is none.
bool isLoopbackOrigin(QByteArrayView origin);

// Of Access: a name without a port, lower case; "http" or "https", a host and perhaps a port, lower case. Neither "*"
// nor "null" is one.
bool isHostName(QByteArrayView host);
bool isOrigin(QByteArrayView origin);

// Why the request must not reach the handler; nothing where it may. The paths of Access::ownPrefix are also refused
// to what browsers load for pages elsewhere without naming an Origin (images, scripts), but not to links.
std::optional<HttpResponse> refusal(const HttpRequest &request, quint16 ourPort, const Access &access);

// The answer to a CORS preflight; nothing where the request is none.
std::optional<HttpResponse> preflightAnswer(const HttpRequest &request);

// What a browser needs to read the answer from a page on that origin, and what keeps caches from giving it to others.
// Never credentials: nothing here stands on cookies.
QList<Header> corsHeaders(const HttpRequest &request, const Access &access);

// Splits HttpRequest::target into path and query.
void splitTarget(HttpRequest &request);

HttpResponse plainResponse(int status, const QByteArray &text);

} // namespace poolscope::httpserver
