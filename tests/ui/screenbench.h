#pragma once

#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "core/clock.h"
#include "crypto/random.h"
#include "sandbox/sandbox.h"
#include "secrets/memorystore.h"
#include "support/scriptedserver.h"
#include "tokens/jwkscache.h"
#include "transport/activitylog.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "ui/common/secretclipboard.h"
#include "ui/workspace/workspace.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace poolscope::ui {

class Callout;

inline const QString sunny = QStringLiteral("sunny@example.com"); // who is looked at, where nothing hangs on the name

// What a page stands on, without the window: one open connection, either to a running sandbox with its demo pool or to a
// server that answers what the test says. Secrets are in memory. Operations that need AWS credentials are signed at both;
// the pool's settings are only read where a test loads them.
class ScreenBench final
{
public:
    enum class Service { Sandbox, Scripted };

    explicit ScreenBench(Service service);
    ~ScreenBench();

    // Opens the connection anew for another pool; every page goes before.
    void open(const QString &userPoolId, const QString &clientId);
    // Sandbox: makes a pool from a preset and opens it with its settings known; false where that fails.
    bool openPreset(const QString &presetId);
    // The same once more, with other settings of the connection.
    void reopen(const std::function<void(profiles::Connection &)> &change);

    Workspace &workspace() { return *m_workspace; }
    auth::UserPoolAccess &access() { return *m_access; }
    const auth::UserPoolAccess &access() const { return *m_access; }
    auth::SessionManager &sessions() { return *m_sessions; }
    tests::ScriptedServer &server() { return m_server; }
    sandbox::Sandbox &sandbox() { return *m_sandbox; }
    const sandbox::DemoPool &pool() const { return m_pool; }
    transport::ActivityLog &log() { return m_log; }
    SecretClipboard &clipboard() { return m_clipboard; }
    OffsetClock &clock() { return m_clock; } // what the pages judge lifetimes by; not the sandbox's

    // Signs with these from now on; every page goes before.
    void useKeys(const transport::SigningCredentials &keys);
    // Signs nothing from now on; every page goes before.
    void useNoKeys();

    // The mails of the sandbox, also handed to the workspace.
    QList<sandbox::Message> messages();
    // The newest one to an address, waited for; its id is 0 where none comes.
    sandbox::Message newestMessage(const QString &to);
    // A confirmed user of that address, made as an administrator does, with a password.
    bool addUser(const QString &email, const QString &password);
    // Signs in by SRP and waits; null where that fails.
    auth::Session *signIn(const QString &username, const QString &password);

    // Scripted: a well-formed JSON answer; single quotes stand for double ones.
    void answer(QByteArray json) { m_server.addOk(json.replace('\'', '"')); }
    QString operation(qsizetype request) const; // of X-Amz-Target
    QByteArray body(qsizetype request) const { return m_server.requests().value(request).body; }

    // One call, waited for.
    template<class Request>
    Result<typename Request::Response> call(const Request &request)
    {
        std::optional<Result<typename Request::Response>> answer;
        m_access->client().call(request, &m_context, [&](const auto &result) { answer = result; });
        wait([&] { return answer.has_value(); });
        return answer ? *answer : failure(Error{.kind = Error::Kind::Timeout});
    }

    static bool wait(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 30'000); }

private:
    void startSandbox();
    void openWith(const profiles::Connection &connection);

    Service m_service;
    tests::ScriptedServer m_server;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    sandbox::DemoPool m_pool;
    secrets::MemoryStore m_store;
    crypto::SystemRandom m_random;
    OffsetClock m_clock;
    std::unique_ptr<transport::FixedCredentials> m_credentials = std::make_unique<transport::FixedCredentials>(
        transport::SigningCredentials{.accessKeyId = QStringLiteral("AKIDEXAMPLE"),
                                      .secretAccessKey = QStringLiteral("example"),
                                      .sessionToken = {}});
    transport::ActivityLog m_log;
    SecretClipboard m_clipboard;
    QNetworkAccessManager m_network;
    std::unique_ptr<transport::AwsJsonChannel> m_channel;
    std::unique_ptr<auth::UserPoolAccess> m_access;
    std::unique_ptr<auth::SessionManager> m_sessions;
    std::unique_ptr<tokens::JwksCache> m_keys;
    std::unique_ptr<Workspace> m_workspace;
    QObject m_context; // last: nothing is answered once the rest begins to go
};

// The first callout that is shown; null where there is none.
Callout *shownCallout(QWidget *page);
// Unsigned, with an ID token's claims: for where nobody verifies.
QString unsignedToken(QByteArray payload); // single quotes stand for double ones
// An answer that ends a sign-in, for a user whose tokens end so many seconds from now.
QByteArray signedInAnswer(const QByteArray &username, qint64 lifetimeSeconds = 3600);

} // namespace poolscope::ui
