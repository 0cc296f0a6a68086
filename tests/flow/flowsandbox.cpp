#include "flowsandbox.h"

#include <QSignalSpy>

namespace poolscope::tests {

FlowSandbox::FlowSandbox()
{
    QSignalSpy started(&m_sandbox, &sandbox::Sandbox::started);
    m_sandbox.start();
    wait([&] { return !started.isEmpty(); });
    m_sandbox.demoPool(&m_context, [this](const Result<sandbox::DemoPool> &pool) {
        if (pool)
            m_pool = *pool;
    });
    wait([this] { return !m_pool.clientId.isEmpty(); });
    restart();
}

void FlowSandbox::restart()
{
    m_sessions.reset();
    m_access.reset();
    m_channel =
        std::make_unique<transport::AwsJsonChannel>(transport::ChannelSettings{.endpoint = m_sandbox.endpoint(),
                                                                               .region = QStringLiteral("us-east-1"),
                                                                               .credentials = &m_credentials,
                                                                               .clock = &m_clock});
    const profiles::Connection connection{.id = profiles::sandboxId,
                                          .name = QStringLiteral("Sandbox"),
                                          .kind = profiles::Connection::Kind::Sandbox,
                                          .userPoolId = m_pool.userPoolId,
                                          .clientId = m_pool.clientId};
    m_access = std::make_unique<auth::UserPoolAccess>(
        connection, m_sandbox.endpoint(),
        auth::AccessParts{
            .channel = m_channel.get(), .secrets = &m_store, .clock = &m_clock, .random = &m_random, .canSign = true});
    m_sessions = std::make_unique<auth::SessionManager>(m_access.get());
}

QString FlowSandbox::newestCode(const QString &to)
{
    std::optional<QString> code;
    m_sandbox.messages(&m_context, [&](const Result<QList<sandbox::Message>> &messages) {
        code = QString();
        if (!messages)
            return;
        for (const sandbox::Message &message : *messages) {
            if (message.to == to && code->isEmpty())
                code = message.code;
        }
    });
    wait([&] { return code.has_value(); });
    return code.value_or(QString());
}

} // namespace poolscope::tests
