#pragma once

#include "ui/mailbox/mailboxsource.h"

#include <QString>

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

    // Only this pool's messages from now on; those of others would be taken for its own.
    void setUserPool(const QString &userPoolId);

    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override;
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override;

private:
    sandbox::Sandbox &m_sandbox;
    QString m_userPoolId;
};

} // namespace poolscope
