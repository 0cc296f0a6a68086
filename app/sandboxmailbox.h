#pragma once

#include "ui/mailbox/mailboxsource.h"

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope {

// The embedded sandbox's messages for the mailbox panel.
class SandboxMailbox final : public ui::MailboxSource
{
    Q_OBJECT

public:
    explicit SandboxMailbox(sandbox::Sandbox &sandbox, QObject *parent = nullptr);

    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override;
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override;

private:
    sandbox::Sandbox &m_sandbox;
};

} // namespace poolscope
