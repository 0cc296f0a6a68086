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
    m_access->setClientSecret(m_clientSecret);
    m_sessions = std::make_unique<auth::SessionManager>(m_access.get());
}

bool FlowSandbox::openPreset(const sandbox::Preset &preset)
{
    const auto pool = call(preset.pool);
    if (!pool)
        return false;
    idp::CreateUserPoolClientRequest request = preset.client;
    request.userPoolId = pool->userPool->id;
    const auto client = call(request);
    if (!client)
        return false;
    m_pool = {.userPoolId = *pool->userPool->id, .clientId = *client->userPoolClient->clientId, .name = preset.title};
    m_clientSecret = client->userPoolClient->clientSecret.value_or(QString());
    restart();
    m_access->loadSettings();
    return wait([this] { return m_access->settings().state == auth::PoolSettings::State::Known; });
}

sandbox::Message FlowSandbox::newestMessage(const QString &to)
{
    std::optional<sandbox::Message> newest;
    m_sandbox.messages(&m_context, [&](const Result<QList<sandbox::Message>> &messages) {
        newest = sandbox::Message();
        if (!messages)
            return;
        for (const sandbox::Message &message : *messages) {
            if (message.to == to && newest->id == 0)
                newest = message;
        }
    });
    wait([&] { return newest.has_value(); });
    return newest.value_or(sandbox::Message());
}

} // namespace poolscope::tests
