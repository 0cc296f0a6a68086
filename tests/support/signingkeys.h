#pragma once

#include "crypto/rsa.h"

#include <array>

namespace poolscope::tests {

// For sandbox::Options::makeKey: two keys in turn, made once a process. A pool's two, made one after the other by the same
// worker, are different; pools share them under different ids.
inline Result<crypto::RsaKey> sharedSigningKey()
{
    static const std::array keys{crypto::RsaKey::generate(), crypto::RsaKey::generate()};
    thread_local unsigned next = 0;
    return keys[next++ % keys.size()];
}

} // namespace poolscope::tests
