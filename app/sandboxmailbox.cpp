#include "app/sandboxmailbox.h"

#include "sandbox/sandbox.h"

namespace poolscope {

SandboxMailbox::SandboxMailbox(sandbox::Sandbox &sandbox, QObject *parent)
    : MailboxSource(parent)
    , m_sandbox(sandbox)
{
    connect(&sandbox, &sandbox::Sandbox::messagesChanged, this, &MailboxSource::changed);
    connect(&sandbox, &sandbox::Sandbox::started, this, &MailboxSource::changed);
}

void SandboxMailbox::setUserPool(const QString &userPoolId)
{
    if (m_userPoolId == userPoolId)
        return;
    m_userPoolId = userPoolId;
    emit replaced();
    emit changed();
}

void SandboxMailbox::messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler)
{
    m_sandbox.messages({.userPoolId = m_userPoolId, .limit = limit()}, context, std::move(handler));
}

void SandboxMailbox::expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler)
{
    m_sandbox.expireMessage(id, context, std::move(handler));
}

} // namespace poolscope
