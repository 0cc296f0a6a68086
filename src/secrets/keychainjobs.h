#pragma once

#include "secrets/keychainbackend.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace poolscope::secrets {

// Runs one job of the backend at a time under a watchdog. A job that does not answer in time gives NotAnswering; its own
// answer, when it comes after all, goes to onLateAnswer instead. onOutcome hears of every job, before its reply. Always held by a shared_ptr, which replies on their way
// only watch: nothing is called once this is gone.
class KeychainJobs final : public std::enable_shared_from_this<KeychainJobs>
{
public:
    KeychainJobs(std::unique_ptr<KeychainBackend> backend, std::chrono::milliseconds watchdog);

    void read(const QString &entry, KeychainBackend::ReadReply reply);
    void write(const QString &entry, const QByteArray &bytes, KeychainBackend::DoneReply reply);
    void remove(const QString &entry, KeychainBackend::DoneReply reply);

    std::function<void(std::optional<KeychainFailure::Kind>)> onOutcome; // nothing: it worked
    std::function<void()> onLateAnswer;

private:
    template<class Expected>
    std::function<void(Expected)> watched(std::function<void(Expected)> reply);
    void tell(std::optional<KeychainFailure::Kind> outcome) const;

    std::unique_ptr<KeychainBackend> m_backend;
    std::chrono::milliseconds m_watchdog;
    QTimer m_timer;
    std::function<void()> m_giveUp; // what the watchdog does to the job that is running
};

} // namespace poolscope::secrets
