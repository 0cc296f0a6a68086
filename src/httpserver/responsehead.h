#pragma once

#include "httpserver/httpserver.h"

namespace poolscope::httpserver {

// The status line and the headers of a response, with the blank line: its own headers, `more`, and what the server adds
// (Date where there is none, Content-Length, Connection).
QByteArray responseHead(const HttpResponse &response, const QList<Header> &more, bool keepAlive);

} // namespace poolscope::httpserver
