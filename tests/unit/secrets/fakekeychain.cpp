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
void FakeKeychain::run(const QString &job, std::function<void(Expected)> reply, std::function<Expected()> work)
{
    const qsizetype place = m_state->jobs.size();
    m_state->jobs.append(job);
    const bool failing = m_state->failing && m_state->failing(job);
    const auto fault = m_state->faults.constFind(place);
    const auto answer = [reply, work, failing,
                         fails = fault != m_state->faults.cend() ? std::optional(*fault) : std::nullopt] {
        if (fails && *fails != Fault::Hang)
            reply(tl::unexpected(failureOf(*fails)));
        else if (failing)
            reply(tl::unexpected(failureOf(Fault::Fail)));
        else
            reply(work());
    };
    if (fault != m_state->faults.cend() && *fault == Fault::Hang)
        m_state->hanging.append(answer);
    else
        QTimer::singleShot(0, qApp, answer);
}

void FakeKeychain::read(const QString &entry, ReadReply reply)
{
    using Expected = tl::expected<QByteArray, KeychainFailure>;
    run<Expected>(QStringLiteral("read ") + entry, std::move(reply), [state = m_state, entry]() -> Expected {
        const auto found = state->entries.constFind(entry);
        if (found == state->entries.cend())
            return tl::unexpected(KeychainFailure{KeychainFailure::Kind::NotFound, {}});
        return *found;
    });
}

void FakeKeychain::write(const QString &entry, const QByteArray &bytes, DoneReply reply)
{
    using Expected = tl::expected<void, KeychainFailure>;
    run<Expected>(QStringLiteral("write ") + entry, std::move(reply), [state = m_state, entry, bytes]() -> Expected {
        state->entries.insert(entry, bytes);
        state->largest = std::max(state->largest, bytes.size());
        return {};
    });
}

void FakeKeychain::remove(const QString &entry, DoneReply reply)
{
    using Expected = tl::expected<void, KeychainFailure>;
    run<Expected>(QStringLiteral("remove ") + entry, std::move(reply), [state = m_state, entry]() -> Expected {
        if (!state->entries.remove(entry))
            return tl::unexpected(KeychainFailure{KeychainFailure::Kind::NotFound, {}});
        return {};
    });
}

} // namespace poolscope::tests
