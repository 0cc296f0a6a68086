#pragma once

class QUrl;

namespace poolscope {

// 127.0.0.0/8, ::1 and "localhost": the only hosts that may be called without TLS, and never by a proxy.
bool isLoopback(const QUrl &url);

} // namespace poolscope
