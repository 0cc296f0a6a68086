#pragma once

#include "ui/mailbox/mailboxsource.h"

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

// The mailbox of the sandbox that runs in this program.
class SandboxMailbox final : public MailboxSource
{
    Q_OBJECT

public:
    // The sandbox must outlive it.
    explicit SandboxMailbox(sandbox::Sandbox *sandbox, QObject *parent = nullptr);

    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override;
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override;

private:
    sandbox::Sandbox *m_sandbox;
};

} // namespace poolscope::ui
