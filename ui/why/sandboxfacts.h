#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "diagnosis/signintrouble.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace poolscope::sandbox {
class Sandbox;
struct LiveProofs;
} // namespace poolscope::sandbox

namespace poolscope::ui {

// What a sandbox knows of the user who is looked at, asked for once and again when something has happened there. Without
// a sandbox nothing is known. GUI thread.
class SandboxFacts final : public QObject
{
    Q_OBJECT

public:
    explicit SandboxFacts(const Clock &clock); // the sandbox's, as far as this program can tell

    void lookInto(sandbox::Sandbox &sandbox);
    void ask(const QString &userPoolId, const QString &username); // changed() follows if the answer is another
    // Of that user. False: it is over already, or there is no sandbox any more. Errors as Sandbox::expireProofs.
    void endLockOut(const QString &userPoolId, const QString &username, std::function<void(Result<bool>)> handler);
    void forget(); // the next ask() asks, even for the same user
    const std::optional<diagnosis::ToldBySandbox> &told() const { return m_told; } // of who was asked about last

signals:
    void changed();
    void outdated(); // something has happened in the sandbox, or a lock-out is over

private:
    void take(const sandbox::LiveProofs &proofs);
    void takeNothing();

    const Clock &m_clock;
    QPointer<sandbox::Sandbox> m_sandbox;
    QTimer m_lockOutEnds;
    QString m_asked;     // about whom; empty: to be asked again
    QString m_askedLast; // whose is what was told, or will be
    std::optional<diagnosis::ToldBySandbox> m_told;
};

} // namespace poolscope::ui
