#include "ui/connections/authconnectiontester.h"

#include "secrets/secretstore.h"
#include "transport/awsjsonchannel.h"
#include "transport/endpoints.h"

namespace poolscope::ui {

AuthConnectionTester::AuthConnectionTester(Parts parts, QObject *parent)
    : ConnectionTester(parent)
    , m_parts(std::move(parts))
{
}

QUrl AuthConnectionTester::endpointOf(const profiles::Connection &connection) const
{
    switch (connection.kind) {
    case profiles::Connection::Kind::Sandbox:
        return m_parts.sandboxEndpoint ? m_parts.sandboxEndpoint() : QUrl();
    case profiles::Connection::Kind::Aws:
        return transport::endpointFor(u"cognito-idp", connection.effectiveRegion());
    case profiles::Connection::Kind::Endpoint:
        return connection.endpoint;
    }
    return {};
}

void AuthConnectionTester::test(const profiles::Connection &connection, const QString &clientSecret, QObject *context,
                                Handler handler)
{
    delete m_running;
    // Goes when the one who asked goes, and with it everything under way.
    m_running = new QObject(context);
    if (!clientSecret.isEmpty() || !connection.hasClientSecret || !m_parts.secrets) {
        start(connection, clientSecret, std::move(handler));
        return;
    }
    m_parts.secrets->read(profiles::clientSecretKey(connection.id), m_running,
                          [=, this, handler = std::move(handler)](const Result<std::optional<QByteArray>> &kept) {
                              const QByteArray secret = kept ? kept->value_or(QByteArray()) : QByteArray();
                              start(connection, QString::fromUtf8(secret), handler);
                          });
}

void AuthConnectionTester::start(const profiles::Connection &connection, const QString &clientSecret, Handler handler)
{
    transport::ChannelSettings settings;
    settings.endpoint = endpointOf(connection);
    settings.region = connection.effectiveRegion();
    settings.log = m_parts.log;
    auto *channel = new transport::AwsJsonChannel(settings, m_running);
    auto *test = new auth::ConnectionTest(channel, m_parts.random, m_running);
    connect(test, &auth::ConnectionTest::finished, m_running,
            [handler = std::move(handler), running = m_running](const auth::ConnectionTestResult &result) {
                running->deleteLater();
                handler(verdictOf(result));
            });
    test->start(connection, clientSecret);
}

ConnectionVerdict verdictOf(const auth::ConnectionTestResult &result)
{
    ConnectionVerdict verdict;
    verdict.field = result.field;
    if (result.error && !result.isOk())
        verdict.content = Callout::Content::fromError(*result.error);
    verdict.content.tone = result.isOk() ? Tone::Good : Tone::Bad;
    verdict.content.title = result.what;
    verdict.content.body.clear();
    verdict.content.whatToDo = result.whatToDo;
    return verdict;
}

} // namespace poolscope::ui
