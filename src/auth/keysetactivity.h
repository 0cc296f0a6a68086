#pragma once

namespace poolscope::tokens {
class JwksCache;
}
namespace poolscope::transport {
class ActivityLog;
}

namespace poolscope::auth {

// Puts every request of `keys` into `log`, which has to outlive it. Of an answer the public members of the
// keys are recorded, anything else redacted: who answers may not be who was meant.
void logKeySetRequests(tokens::JwksCache &keys, transport::ActivityLog &log);

} // namespace poolscope::auth
