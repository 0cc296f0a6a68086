#include "ui/why/sandboxfacts.h"

#include "sandbox/sandbox.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace poolscope::ui {

using namespace std::chrono_literals;

SandboxFacts::SandboxFacts(const Clock &clock)
    : m_clock(clock)
{
    m_lockOutEnds.setSingleShot(true);
    connect(&m_lockOutEnds, &QTimer::timeout, this, [this] {
        forget();
        emit outdated();
    });
}

// The mailbox changes where a temporary password was sent, or made to expire.
void SandboxFacts::lookInto(sandbox::Sandbox &sandbox)
{
    m_sandbox = &sandbox;
    connect(&sandbox, &sandbox::Sandbox::messagesChanged, this, [this] {
        forget();
        emit outdated();
    });
}

void SandboxFacts::endLockOut(const QString &userPoolId, const QString &username,
                              std::function<void(Result<bool>)> handler)
{
    if (!m_sandbox)
        return handler(false);
    m_sandbox->expireProofs(userPoolId, username, sandbox::ProofKind::LockOut, this,
                            [handler = std::move(handler)](const Result<int> &count) {
                                handler(count.map([](int ended) { return ended > 0; }));
                            });
}

void SandboxFacts::forget()
{
    m_asked.clear();
}

void SandboxFacts::ask(const QString &userPoolId, const QString &username)
{
    if (!m_sandbox || m_asked == username)
        return;
    if (std::exchange(m_askedLast, username) != username)
        m_told.reset();
    m_asked = username;
    m_sandbox->liveProofs(userPoolId, username, this, [this, username](const Result<sandbox::LiveProofs> &proofs) {
        if (m_asked != username)
            return;
        if (proofs)
            take(*proofs);
        else
            takeNothing();
    });
}

// What was told before is no longer known to hold.
void SandboxFacts::takeNothing()
{
    forget();
    m_lockOutEnds.stop();
    if (std::exchange(m_told, std::nullopt))
        emit changed();
}

void SandboxFacts::take(const sandbox::LiveProofs &proofs)
{
    const qint64 remaining = proofs.lockedUntilMs - m_clock.nowMs();
    if (remaining > 0)
        m_lockOutEnds.start(std::chrono::milliseconds(std::min<qint64>(remaining, 3'600'000)) + 100ms);
    else
        m_lockOutEnds.stop();
    const diagnosis::ToldBySandbox told{proofs.temporaryPassword, proofs.lockedUntilMs, proofs.wrongPasswords};
    if (m_told == told)
        return;
    m_told = told;
    emit changed();
}

} // namespace poolscope::ui
