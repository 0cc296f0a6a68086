#pragma once

#include "httpserver/httpserver.h"

#include <optional>

namespace poolscope::httpserver {

// Host: 127.0.0.1, localhost or [::1], with our port or none. A page that was rebound to 127.0.0.1 by its DNS sends
// its own name here, which is how it is told apart.
bool isLoopbackHost(QByteArrayView host, quint16 ourPort);

// http or https on a loopback name, any port. "null" is none.
bool isLoopbackOrigin(QByteArrayView origin);

// Why the request must not reach the handler; nothing where it may. headerCount: how many Host headers there were.
std::optional<HttpResponse> refusal(const HttpRequest &request, quint16 ourPort);

// The answer to a CORS preflight; nothing where the request is none.
std::optional<HttpResponse> preflightAnswer(const HttpRequest &request);

// What a browser needs to read the answer from a page on that origin.
QList<Header> corsHeaders(const HttpRequest &request);

// Splits HttpRequest::target into path and query.
void splitTarget(HttpRequest &request);

HttpResponse plainResponse(int status, const QByteArray &text);

} // namespace poolscope::httpserver
