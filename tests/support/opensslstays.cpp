#include <openssl/crypto.h>

// Part of every program that is built for a sanitizer. A thread of Qt's pool may still be ending when main() has returned;
// once OpenSSL has cleaned up by then, what it kept for that thread is found by nobody, and counts as lost.
namespace {

[[gnu::constructor]] void keepOpenSsl()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace
