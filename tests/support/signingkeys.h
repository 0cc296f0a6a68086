#pragma once

#include "crypto/rsa.h"

#include <array>
#include <atomic>

namespace poolscope::tests {

// For sandbox::Options::makeKey: two keys in turn, made once a process. A pool's two are different; pools share them under
// different ids.
inline Result<crypto::RsaKey> sharedSigningKey()
{
    static const std::array keys{crypto::RsaKey::generate(), crypto::RsaKey::generate()};
    static std::atomic<unsigned> next = 0;
    return keys[next++ % keys.size()];
}

} // namespace poolscope::tests
