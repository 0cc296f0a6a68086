#include "ui/screenbench.h"

#include "auth/keysetactivity.h"
#include "auth/signinflow.h"
#include "sandbox/presets.h"
#include "support/signingkeys.h"
#include "ui/common/callout.h"

#include <QSignalSpy>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

QByteArray part(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

ScreenBench::ScreenBench(Service service)
    : m_service(service)
{
    if (service == Service::Sandbox) {
        startSandbox();
        open(m_pool.userPoolId, m_pool.clientId);
    } else {
        open(QStringLiteral("us-east-1_Test12345"), QStringLiteral("testclient"));
    }
}

ScreenBench::~ScreenBench() = default;

void ScreenBench::startSandbox()
{
    m_sandbox = std::make_unique<sandbox::Sandbox>(sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &sandbox::Sandbox::started);
    m_sandbox->start();
    wait([&] { return !started.isEmpty(); });
    m_sandbox->demoPool(&m_context, [this](const Result<sandbox::DemoPool> &pool) {
        if (pool)
            m_pool = *pool;
    });
    wait([this] { return !m_pool.clientId.isEmpty(); });
}

void ScreenBench::open(const QString &userPoolId, const QString &clientId)
{
    using profiles::Connection;
    const bool scripted = m_service == Service::Scripted;
    openWith({.id = scripted ? QStringLiteral("c1") : QString(profiles::sandboxId),
              .name = QStringLiteral("Test"),
              .kind = scripted ? Connection::Kind::Endpoint : Connection::Kind::Sandbox,
              .userPoolId = userPoolId,
              .clientId = clientId,
              .endpoint = scripted ? m_server.url() : m_sandbox->endpoint()});
}

void ScreenBench::reopen(const std::function<void(profiles::Connection &)> &change)
{
    profiles::Connection connection = m_access->connection();
    change(connection);
    openWith(connection);
}

void ScreenBench::openWith(const profiles::Connection &connection)
{
    m_workspace.reset();
    m_keys.reset();
    m_sessions.reset();
    m_access.reset();
    m_channel =
        std::make_unique<transport::AwsJsonChannel>(transport::ChannelSettings{.endpoint = connection.endpoint,
                                                                               .region = QStringLiteral("us-east-1"),
                                                                               .credentials = m_credentials.get(),
                                                                               .readOnly = connection.readOnly});
    m_access = std::make_unique<auth::UserPoolAccess>(connection, connection.endpoint,
                                                      auth::AccessParts{.channel = m_channel.get(),
                                                                        .secrets = &m_store,
                                                                        .clock = &m_clock,
                                                                        .random = &m_random,
                                                                        .canSign = m_credentials != nullptr});
    m_sessions = std::make_unique<auth::SessionManager>(m_access.get());
    m_keys = std::make_unique<tokens::JwksCache>(&m_network, m_clock);
    auth::logKeySetRequests(*m_keys, m_log);
    m_workspace = std::make_unique<Workspace>(*m_access, *m_sessions, *m_keys, m_clipboard);
}

void ScreenBench::useKeys(const transport::SigningCredentials &keys)
{
    const QString userPoolId = m_access->userPoolId();
    const QString clientId = m_access->clientId();
    auto before = std::exchange(m_credentials, std::make_unique<transport::FixedCredentials>(keys));
    open(userPoolId, clientId); // the old channel goes before its keys
}

void ScreenBench::useNoKeys()
{
    const profiles::Connection connection = m_access->connection();
    auto before = std::exchange(m_credentials, nullptr);
    openWith(connection);
}

bool ScreenBench::openPreset(const QString &presetId)
{
    const QList<sandbox::Preset> presets = sandbox::presets();
    const auto preset =
        std::find_if(presets.cbegin(), presets.cend(), [&](const sandbox::Preset &one) { return one.id == presetId; });
    if (preset == presets.cend())
        return false;
    const auto pool = call(preset->pool);
    if (!pool)
        return false;
    idp::CreateUserPoolClientRequest request = preset->client;
    request.userPoolId = pool->userPool->id;
    const auto client = call(request);
    if (!client)
        return false;
    open(*pool->userPool->id, *client->userPoolClient->clientId);
    m_access->setClientSecret(client->userPoolClient->clientSecret.value_or(QString()));
    m_access->loadSettings();
    return wait([this] { return m_access->settings().state == auth::PoolSettings::State::Known; });
}

QList<sandbox::Message> ScreenBench::messages()
{
    std::optional<QList<sandbox::Message>> found;
    m_sandbox->messages(&m_context, [&found](const Result<QList<sandbox::Message>> &messages) {
        found = messages.value_or(QList<sandbox::Message>());
    });
    wait([&] { return found.has_value(); });
    m_workspace->setMessages(found.value_or(QList<sandbox::Message>()));
    return m_workspace->messages();
}

sandbox::Message ScreenBench::newestMessage(const QString &to)
{
    sandbox::Message newest;
    wait([&] {
        const QList<sandbox::Message> all = messages();
        for (const sandbox::Message &message : all) {
            if (newest.id == 0 && message.to == to)
                newest = message;
        }
        return newest.id != 0;
    });
    return newest;
}

bool ScreenBench::addUser(const QString &email, const QString &password)
{
    const auto created = call(idp::AdminCreateUserRequest{
        .userPoolId = m_access->userPoolId(),
        .username = email,
        .userAttributes = {{{.name = QStringLiteral("email"), .value = email},
                            {.name = QStringLiteral("email_verified"), .value = QStringLiteral("true")}}},
        .messageAction = QStringLiteral("SUPPRESS")});
    const auto set = call(idp::AdminSetUserPasswordRequest{
        .userPoolId = m_access->userPoolId(), .username = email, .password = password, .permanent = true});
    return created.has_value() && set.has_value();
}

auth::Session *ScreenBench::signIn(const QString &username, const QString &password)
{
    auth::SignInFlow flow(m_access.get(), m_sessions.get());
    QSignalSpy signedIn(&flow, &auth::SignInFlow::signedIn);
    flow.start({.username = username, .password = password});
    return wait([&] { return !signedIn.isEmpty(); }) ? m_sessions->current() : nullptr;
}

QString ScreenBench::operation(qsizetype request) const
{
    return QString::fromLatin1(m_server.requests().value(request).header("X-Amz-Target").split('.').value(1));
}

Callout *shownCallout(QWidget *page)
{
    const auto callouts = page->findChildren<Callout *>();
    for (Callout *callout : callouts) {
        if (callout->isVisible())
            return callout;
    }
    return nullptr;
}

QString unsignedToken(QByteArray payload)
{
    return QString::fromLatin1(part("{\"kid\":\"k\",\"alg\":\"RS256\"}") + '.' + part(payload.replace('\'', '"')) +
                               '.' + part("signature"));
}

QByteArray signedInAnswer(const QByteArray &username, qint64 lifetimeSeconds)
{
    const qint64 expiry = SystemClock().nowSeconds() + lifetimeSeconds;
    const QString access =
        unsignedToken("{'token_use':'access','username':'" + username + "','exp':" + QByteArray::number(expiry) + "}");
    const QString id = unsignedToken("{'token_use':'id','email':'" + username + "@example.com'}");
    return "{'ChallengeParameters':{},'AuthenticationResult':{'AccessToken':'" + access.toLatin1() + "','IdToken':'" +
           id.toLatin1() +
           "','RefreshToken':'refresh','TokenType':'Bearer','ExpiresIn':" + QByteArray::number(lifetimeSeconds) + "}}";
}

} // namespace poolscope::ui
