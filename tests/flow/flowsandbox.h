#pragma once

#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "cognito/idpclient.h"
#include "crypto/random.h"
#include "sandbox/presets.h"
#include "sandbox/sandbox.h"
#include "secrets/memorystore.h"
#include "support/signingkeys.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "transport/serverclock.h"

#include <QTest>

#include <memory>
#include <optional>

namespace poolscope::tests {

// The program without its window: a running sandbox with its demo pool, and one open connection to it.
class FlowSandbox
{
public:
    FlowSandbox();

    // Makes a pool from a preset and opens it, with its settings known; false where that fails.
    bool openPreset(const sandbox::Preset &preset);

    // Ends the connection and opens it anew over the same store, as a restart of the program does.
    void restart();

    auth::UserPoolAccess &access() { return *m_access; }
    auth::SessionManager &sessions() { return *m_sessions; }
    sandbox::Sandbox &sandbox() { return m_sandbox; }
    const sandbox::DemoPool &pool() const { return m_pool; }

    // The newest message to an address; its id is 0 when there is none.
    sandbox::Message newestMessage(const QString &to);
    QString newestCode(const QString &to) { return newestMessage(to).code; }

    // One call, waited for.
    template<class Request>
    Result<typename Request::Response> call(const Request &request)
    {
        std::optional<Result<typename Request::Response>> answer;
        m_access->client().call(request, &m_context, [&](const auto &result) { answer = result; });
        wait([&] { return answer.has_value(); });
        return answer ? *answer : failure(Error{.kind = Error::Kind::Timeout});
    }

    static bool wait(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 15'000); }

private:
    sandbox::Sandbox m_sandbox{sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey}};
    sandbox::DemoPool m_pool;
    QString m_clientSecret;
    secrets::MemoryStore m_store;
    crypto::SystemRandom m_random;
    transport::FixedCredentials m_credentials{
        {.accessKeyId = QStringLiteral("AKIDEXAMPLE"), .secretAccessKey = QStringLiteral("example")}};
    transport::ServerClock m_clock;
    std::unique_ptr<transport::AwsJsonChannel> m_channel;
    std::unique_ptr<auth::UserPoolAccess> m_access;
    std::unique_ptr<auth::SessionManager> m_sessions;
    QObject m_context; // last: nothing is answered once the rest begins to go
};

} // namespace poolscope::tests
