#pragma once

#include "model/descriptor.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "transport/serverclock.h"

#include <QTest>

#include <memory>
#include <optional>

namespace poolscope::tests {

// A channel to a scripted server, with everything that hangs on it, and the outcome of one call.
struct ChannelFixture
{
    using Outcome = std::optional<Result<json::Value>>;

    ChannelFixture()
        : ChannelFixture(QUrl())
    {
    }

    // One attempt only, unless the test says otherwise.
    explicit ChannelFixture(const QUrl &endpoint, const transport::RetryRules &retries = {.attempts = 1, .jitter = {}})
        : credentials({QStringLiteral("AKIDEXAMPLE"), QStringLiteral("secret-key"), {}})
    {
        channel = std::make_unique<transport::AwsJsonChannel>(
            transport::ChannelSettings{.endpoint = endpoint.isEmpty() ? server.url() : endpoint,
                                       .region = QStringLiteral("us-east-1"),
                                       .credentials = &credentials,
                                       .clock = &clock,
                                       .log = &log,
                                       .retries = retries});
    }

    static const model::OperationDescriptor &operation(QStringView name)
    {
        return *model::findOperation(model::cognitoIdp(), name);
    }

    transport::CallHandle send(QStringView name, transport::CallOptions options = {})
    {
        json::Value body = json::Value::object();
        body.set(QStringLiteral("ClientId"), QStringLiteral("client"));
        return channel->send(
            operation(name), body, &context, [this](Result<json::Value> result) { outcome = std::move(result); },
            std::move(options));
    }

    bool failed() const { return outcome && !*outcome; }
    Error error() const { return failed() ? outcome->error() : Error(); }

    ScriptedServer server;
    transport::FixedCredentials credentials;
    transport::ServerClock clock;
    transport::ActivityLog log;
    QObject context;
    Outcome outcome;
    std::unique_ptr<transport::AwsJsonChannel> channel;
};

// The one call ended in this error, and the log says so too.
inline void compareError(const ChannelFixture &fixture, Error::Kind kind, const QString &code, bool outcomeUnknown)
{
    QVERIFY(fixture.failed());
    QCOMPARE(toString(fixture.error().kind), toString(kind));
    QCOMPARE(fixture.error().code, code);
    QCOMPARE(fixture.error().outcomeUnknown, outcomeUnknown);
    QVERIFY(!fixture.error().message.isEmpty());
    QCOMPARE(fixture.log.entries().size(), 1);
    QCOMPARE(fixture.log.entries().first().state, transport::ActivityEntry::State::Failed);
    QCOMPARE(fixture.log.entries().first().errorCode, code);
}

} // namespace poolscope::tests
