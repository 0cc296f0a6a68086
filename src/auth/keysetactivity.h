#pragma once

namespace poolscope::tokens {
class JwksCache;
}
namespace poolscope::transport {
class ActivityLog;
}

namespace poolscope::auth {

// Puts every request of `keys` into `log`, which has to outlive it. Nothing of it is secret.
void logKeySetRequests(tokens::JwksCache &keys, transport::ActivityLog &log);

} // namespace poolscope::auth
