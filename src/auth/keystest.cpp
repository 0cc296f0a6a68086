#include "auth/keystest.h"

#include "cognito/idpclient.h"
#include "cognito/stsclient.h"
#include "model/cognitoidp.h"
#include "transport/awsjsonchannel.h"

namespace poolscope::auth {

KeysTest::KeysTest(transport::AwsJsonChannel *channel, QUrl stsEndpoint, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_stsEndpoint(std::move(stsEndpoint))
{
}

KeysTest::~KeysTest() = default;

void KeysTest::start(const profiles::Connection &connection)
{
    m_connection = connection;
    m_caller = {};
    m_request = std::make_unique<QObject>();
    if (m_stsEndpoint.isEmpty())
        return describePool();
    const transport::ChannelSettings &settings = m_channel->settings();
    auto *sts = new cognito::StsClient({.endpoint = m_stsEndpoint,
                                        .region = settings.region,
                                        .credentials = settings.credentials,
                                        .clock = settings.clock,
                                        .log = settings.log},
                                       m_request.get());
    sts->callerIdentity(m_request.get(),
                        [this](const Result<cognito::CallerIdentity> &caller) {
                            if (!caller)
                                return judge(caller.error());
                            m_caller = *caller;
                            describePool();
                        },
                        {.action = tr("Test connection"), .deadline = std::chrono::seconds(15)});
}

void KeysTest::describePool()
{
    auto *client = new cognito::IdpClient(m_channel, m_request.get());
    client->call(idp::DescribeUserPoolRequest{.userPoolId = m_connection.userPoolId}, m_request.get(),
                 [this](const Result<idp::DescribeUserPoolResponse> &response) {
                     judge(response ? std::nullopt : std::optional(response.error()));
                 },
                 {.action = tr("Test connection"), .deadline = std::chrono::seconds(15)});
}

void KeysTest::judge(const std::optional<Error> &poolError)
{
    emit finished(judgeKeysTest(m_connection, m_caller, poolError));
}

} // namespace poolscope::auth
