#include "fakekeychain.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace poolscope::tests {

namespace {

using secrets::KeychainFailure;
using Fault = FakeKeychain::State::Fault;

KeychainFailure failureOf(Fault fault)
{
    if (fault == Fault::Lock)
        return {KeychainFailure::Kind::Locked, QStringLiteral("locked")};
    if (fault == Fault::Miss)
        return {KeychainFailure::Kind::Missing, QStringLiteral("missing")};
    return {KeychainFailure::Kind::Other, QStringLiteral("injected")};
}

} // namespace

template<class Expected>
void FakeKeychain::run(const QString &job, std::function<void(Expected)> reply, std::function<Expected(State &)> work)
{
    const qsizetype place = m_state->jobs.size();
    m_state->jobs.append(job);
    const bool failing = m_state->failing && m_state->failing(job);
    const auto fault = m_state->faults.constFind(place);
    // Watched only: what hangs lies in the state itself.
    const auto answer = [reply, work, failing, watcher = std::weak_ptr(m_state),
                         fails = fault != m_state->faults.cend() ? std::optional(*fault) : std::nullopt] {
        const auto state = watcher.lock();
        if (!state)
            return;
        if (fails && *fails != Fault::Hang)
            reply(tl::unexpected(failureOf(*fails)));
        else if (failing)
            reply(tl::unexpected(failureOf(Fault::Fail)));
        else
            reply(work(*state));
    };
    if (fault != m_state->faults.cend() && *fault == Fault::Hang)
        m_state->hanging.append(answer);
    else
        QTimer::singleShot(0, qApp, answer);
}

void FakeKeychain::read(const QString &entry, ReadReply reply)
{
    using Expected = tl::expected<QByteArray, KeychainFailure>;
    run<Expected>(QStringLiteral("read ") + entry, std::move(reply), [entry](State &state) -> Expected {
        const auto found = state.entries.constFind(entry);
        if (found == state.entries.cend())
            return tl::unexpected(KeychainFailure{KeychainFailure::Kind::NotFound, {}});
        return *found;
    });
}

void FakeKeychain::write(const QString &entry, const QByteArray &bytes, DoneReply reply)
{
    using Expected = tl::expected<void, KeychainFailure>;
    run<Expected>(QStringLiteral("write ") + entry, std::move(reply), [entry, bytes](State &state) -> Expected {
        state.entries.insert(entry, bytes);
        state.largest = std::max(state.largest, bytes.size());
        return {};
    });
}

void FakeKeychain::remove(const QString &entry, DoneReply reply)
{
    using Expected = tl::expected<void, KeychainFailure>;
    run<Expected>(QStringLiteral("remove ") + entry, std::move(reply), [entry](State &state) -> Expected {
        if (!state.entries.remove(entry))
            return tl::unexpected(KeychainFailure{KeychainFailure::Kind::NotFound, {}});
        return {};
    });
}

} // namespace poolscope::tests
