#include "app/endpointtester.h"

#include "auth/connectiontest.h"
#include "auth/keysetactivity.h"
#include "auth/keystest.h"
#include "secrets/secretstore.h"
#include "tokens/jwkscache.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "transport/endpoints.h"
#include "transport/serverclock.h"

#include <QNetworkAccessManager>

#include <utility>

namespace poolscope {

namespace {

ui::Callout::Content contentOf(const auth::ConnectionTestResult &result)
{
    ui::Callout::Content content;
    const bool isUnsure = result.outcome == auth::ConnectionTestResult::Outcome::PoolUnseen;
    content.tone = isUnsure ? ui::Tone::Caution : result.isOk() ? ui::Tone::Good : ui::Tone::Bad;
    content.title = result.what;
    content.whatToDo = result.whatToDo;
    if (result.error && !result.isOk()) {
        content.serviceWords = QStringLiteral("%1 · %2").arg(result.error->code, result.error->message);
        content.requestId = result.error->requestId;
    }
    return content;
}

// What one test stands on, in the order in which it has to go.
struct Trial final : QObject
{
    using QObject::QObject;

    transport::ServerClock clock;
    std::unique_ptr<transport::CredentialsSource> keys; // null: the connection names none
    std::unique_ptr<transport::AwsJsonChannel> channel;
    SystemClock realClock;
    QNetworkAccessManager network;
    tokens::JwksCache keySets{&network, realClock};
};

// The app client answers: what the keys add to that.
ui::Callout::Content withKeys(const auth::ConnectionTestResult &soFar, const auth::KeysTestResult &result)
{
    ui::Callout::Content content = contentOf(soFar);
    using Outcome = auth::KeysTestResult::Outcome;
    // With them the pool was seen after all.
    if (result.outcome == Outcome::Fine && soFar.outcome == auth::ConnectionTestResult::Outcome::PoolUnseen &&
        !(soFar.error && soFar.error->kind == Error::Kind::Service))
        content.title = EndpointTester::tr("The app client and the user pool answer.");
    content.body = result.what;
    content.whatToDo = result.whatToDo;
    content.tone = result.outcome == Outcome::Fine ? ui::Tone::Good : ui::Tone::Caution;
    if (result.outcome == Outcome::Unusable) {
        content.tone = ui::Tone::Bad;
        std::swap(content.title, content.body);
    }
    if (result.error && result.error->kind == Error::Kind::Service) {
        content.serviceWords = QStringLiteral("%1 · %2").arg(result.error->code, result.error->message);
        content.requestId = result.error->requestId;
    }
    return content;
}

void testKeys(const profiles::Connection &connection, const auth::ConnectionTestResult &soFar, Trial &trial,
              const std::function<void(ui::Callout::Content)> &handler)
{
    const bool isAws = connection.kind == profiles::Connection::Kind::Aws;
    const QUrl sts = isAws ? transport::endpointFor(u"sts", connection.effectiveRegion()) : QUrl();
    auto *test = new auth::KeysTest(trial.channel.get(), sts, &trial);
    QObject::connect(test, &auth::KeysTest::finished, &trial,
                     [&trial, soFar, handler](const auth::KeysTestResult &result) {
                         trial.deleteLater();
                         handler(withKeys(soFar, result));
                     });
    test->start(connection);
}

// Without the secret every call would be refused, and the refusal would name another fault.
ui::Callout::Content unreadableSecret(const Result<std::optional<QByteArray>> &kept)
{
    ui::Callout::Content content;
    content.tone = ui::Tone::Bad;
    content.title = EndpointTester::tr("The app client's secret could not be read from the keychain.");
    content.body = kept ? EndpointTester::tr("The keychain has no entry for this connection.") : kept.error().message;
    content.whatToDo = EndpointTester::tr("Unlock the keychain and test again, or enter the secret once more.");
    return content;
}

} // namespace

QUrl endpointOf(const profiles::Connection &connection)
{
    switch (connection.kind) {
    case profiles::Connection::Kind::Sandbox:
        return {};
    case profiles::Connection::Kind::Aws:
        return transport::endpointFor(u"cognito-idp", connection.effectiveRegion());
    case profiles::Connection::Kind::Endpoint:
        return connection.endpoint;
    }
    return {};
}

EndpointTester::EndpointTester(crypto::RandomSource &random, transport::ActivityLog &log, secrets::SecretStore &secrets,
                               QObject *parent)
    : ConnectionTester(parent)
    , m_random(random)
    , m_log(log)
    , m_secrets(secrets)
{
}

// A saved connection's secret stands in the keychain, not in the form.
void EndpointTester::test(const profiles::Connection &connection, const ui::TypedSecrets &typed, QObject *context,
                          std::function<void(ui::Callout::Content)> handler)
{
    if (!connection.hasClientSecret || !typed.clientSecret.isEmpty()) {
        testWith(connection, typed, context, handler);
        return;
    }
    m_secrets.read(profiles::clientSecretKey(connection.id), context,
                   [this, connection, typed, context,
                    handler = std::move(handler)](const Result<std::optional<QByteArray>> &kept) {
                       if (!kept || !*kept)
                           return handler(unreadableSecret(kept));
                       testWith(connection, {QString::fromUtf8(**kept), typed.keys}, context, handler);
                   });
}

// Everything that a test needs is a child of the context: when it goes, the requests are given up.
void EndpointTester::testWith(const profiles::Connection &connection, const ui::TypedSecrets &typed, QObject *context,
                              const Handler &handler)
{
    const bool isSandbox = connection.kind == profiles::Connection::Kind::Sandbox;
    auto *trial = new Trial(context);
    if (typed.keys.accessKeyId.isEmpty())
        trial->keys = credentials::makeKeySource(connection, m_origins);
    else
        trial->keys = std::make_unique<transport::FixedCredentials>(typed.keys);
    trial->channel = std::make_unique<transport::AwsJsonChannel>(
        transport::ChannelSettings{.endpoint = isSandbox ? m_sandboxEndpoint : endpointOf(connection),
                                   .region = connection.effectiveRegion(),
                                   .credentials = trial->keys.get(),
                                   .clock = &trial->clock,
                                   .log = &m_log});
    auth::logKeySetRequests(trial->keySets, m_log);
    auto *test = new auth::ConnectionTest(trial->channel.get(), &trial->keySets, &m_random, trial);
    QObject::connect(test, &auth::ConnectionTest::finished, trial,
                     [connection, trial, handler](const auth::ConnectionTestResult &result) {
                         if (result.isOk() && trial->keys)
                             return testKeys(connection, result, *trial, handler);
                         trial->deleteLater();
                         handler(contentOf(result));
                     });
    test->start(connection, typed.clientSecret);
}

} // namespace poolscope
