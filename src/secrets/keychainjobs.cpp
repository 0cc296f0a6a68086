#include "secrets/keychainjobs.h"

#include <utility>

namespace poolscope::secrets {

KeychainJobs::KeychainJobs(std::unique_ptr<KeychainBackend> backend, std::chrono::milliseconds watchdog)
    : m_backend(std::move(backend))
    , m_watchdog(watchdog)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        const auto keep = shared_from_this();
        if (const auto giveUp = std::exchange(m_giveUp, {}))
            giveUp();
    });
}

template<class Expected>
std::function<void(Expected)> KeychainJobs::watched(std::function<void(Expected)> reply)
{
    enum class State { Running, GivenUp, Answered };
    auto state = std::make_shared<State>(State::Running);

    m_giveUp = [this, state, reply] {
        *state = State::GivenUp;
        tell(KeychainFailure::Kind::NotAnswering);
        reply(tl::unexpected(KeychainFailure{KeychainFailure::Kind::NotAnswering, {}}));
    };
    m_timer.start(m_watchdog);
    return [watcher = weak_from_this(), state, reply = std::move(reply)](Expected result) {
        const auto self = watcher.lock();
        if (!self)
            return;
        const State before = std::exchange(*state, State::Answered);
        if (before == State::Running) {
            self->m_timer.stop();
            self->m_giveUp = {};
            self->tell(result ? std::nullopt : std::optional(result.error().kind));
            reply(std::move(result));
        } else if (before == State::GivenUp && self->onLateAnswer) {
            self->onLateAnswer();
        }
    };
}

void KeychainJobs::tell(std::optional<KeychainFailure::Kind> outcome) const
{
    if (onOutcome)
        onOutcome(outcome);
}

void KeychainJobs::read(const QString &entry, KeychainBackend::ReadReply reply)
{
    m_backend->read(entry, watched(std::move(reply)));
}

void KeychainJobs::write(const QString &entry, const QByteArray &bytes, KeychainBackend::DoneReply reply)
{
    m_backend->write(entry, bytes, watched(std::move(reply)));
}

void KeychainJobs::remove(const QString &entry, KeychainBackend::DoneReply reply)
{
    m_backend->remove(entry, watched(std::move(reply)));
}

} // namespace poolscope::secrets
