#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace poolscope::secrets {

struct KeychainFailure
{
    enum class Kind {
        NotFound,
        Locked,
        Missing,
        Other,
        NotAnswering, // never a backend's: made by the watchdog
    };
    Kind kind = Kind::Other;
    QString text; // the keychain's own words, for developers; holds nothing secret
};

// The three jobs of a keychain, one small entry each, so that tests can put a failure at every step. A reply may come
// late, once, or never, also after whoever asked is gone: replies guard themselves. Called on the GUI's thread only.
class KeychainBackend
{
public:
    using ReadReply = std::function<void(tl::expected<QByteArray, KeychainFailure>)>;
    using DoneReply = std::function<void(tl::expected<void, KeychainFailure>)>;

    virtual ~KeychainBackend() = default;
    virtual void read(const QString &entry, ReadReply reply) = 0;
    virtual void write(const QString &entry, const QByteArray &bytes, DoneReply reply) = 0;
    virtual void remove(const QString &entry, DoneReply reply) = 0;
};

// What can be read of every keychain that is open; it holds nothing secret. Written by the system's keychain where it is
// not there.
inline const QString probeEntry = QStringLiteral("probe");

// QtKeychain 0.13. Its jobs run one at a time for the whole process; a job without an answer is neither deleted nor
// disconnected, since that would break all later ones (Mudlet/Mudlet 10454). Never the plain-text fallback.
std::unique_ptr<KeychainBackend> makeSystemKeychain(const QString &service);

} // namespace poolscope::secrets
