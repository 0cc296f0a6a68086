#include "app/endpointtester.h"

#include "auth/connectiontest.h"
#include "secrets/secretstore.h"
#include "transport/awsjsonchannel.h"
#include "transport/endpoints.h"

namespace poolscope {

namespace {

ui::Callout::Content contentOf(const auth::ConnectionTestResult &result)
{
    ui::Callout::Content content;
    content.tone = result.isOk() ? ui::Tone::Good : ui::Tone::Bad;
    content.title = result.what;
    content.whatToDo = result.whatToDo;
    if (result.error && !result.isOk()) {
        content.serviceWords = QStringLiteral("%1 · %2").arg(result.error->code, result.error->message);
        content.requestId = result.error->requestId;
    }
    return content;
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
void EndpointTester::test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                          std::function<void(ui::Callout::Content)> handler)
{
    if (!connection.hasClientSecret || !clientSecret.isEmpty()) {
        testWith(connection, clientSecret, context, std::move(handler));
        return;
    }
    m_secrets.read(
        profiles::clientSecretKey(connection.id), context,
        [this, connection, context, handler = std::move(handler)](const Result<std::optional<QByteArray>> &kept) {
            if (!kept || !*kept)
                return handler(unreadableSecret(kept));
            testWith(connection, QString::fromUtf8(**kept), context, handler);
        });
}

// Channel and test are children of the context: when it goes, the request is given up.
void EndpointTester::testWith(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                              std::function<void(ui::Callout::Content)> handler)
{
    const bool isSandbox = connection.kind == profiles::Connection::Kind::Sandbox;
    const QUrl endpoint = isSandbox ? m_sandboxEndpoint : endpointOf(connection);
    auto *channel = new transport::AwsJsonChannel(
        {.endpoint = endpoint, .region = connection.effectiveRegion(), .log = &m_log}, context);
    auto *test = new auth::ConnectionTest(channel, &m_random, channel);
    QObject::connect(test, &auth::ConnectionTest::finished, context,
                     [channel, handler = std::move(handler)](const auth::ConnectionTestResult &result) {
                         channel->deleteLater();
                         handler(contentOf(result));
                     });
    test->start(connection, clientSecret);
}

} // namespace poolscope
