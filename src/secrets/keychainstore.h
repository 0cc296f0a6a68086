#pragma once

#include "secrets/keychainbackend.h"
#include "secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace poolscope::secrets {

struct KeychainOptions
{
    std::chrono::milliseconds watchdog{3'000}; // of one job
    qsizetype chunkBytes = 2'048;              // Windows refuses entries over 2,560 bytes
    int maximumChunks = 512;
};

// The operating system's keychain. A value stands in chunks `key#<generation>.<index>` and a header `key` with format,
// generation, count and SHA-256. A new value is written beside the old one, then the header is switched, then what is
// left over is deleted; so a write that fails half-way leaves the old value whole.
// Nothing reaches the keychain before open(), which the application calls after its first paint; requests made before
// wait for it. A job that got no answer in time is given up: the store is NotAnswering and every request fails at once,
// until the late answer comes or retry() is called.
class KeychainStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainStore(std::unique_ptr<KeychainBackend> backend, QObject *parent = nullptr,
                           const KeychainOptions &options = {});
    ~KeychainStore() override;

    void open() override; // asks once whether the keychain answers, then does what waits
    void retry() override;

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) override;
    void remove(const QString &key, QObject *context, DoneHandler handler) override;
    QString backendName() const override;
    bool isPersistent() const override { return true; }

private:
    class Engine;
    KeychainBackend::DoneReply answering(QObject *context, DoneHandler handler);

    std::unique_ptr<Engine> m_engine;
};

} // namespace poolscope::secrets
