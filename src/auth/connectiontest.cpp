#include "auth/connectiontest.h"

#include "cognito/idpclient.h"
#include "crypto/random.h"
#include "crypto/secrethash.h"
#include "crypto/srp.h"
#include "model/cognitoidp.h"
#include "tokens/jwkscache.h"
#include "transport/awsjsonchannel.h"
#include "transport/endpoints.h"

#include <algorithm>

namespace poolscope::auth {

ConnectionTest::ConnectionTest(transport::AwsJsonChannel *channel, tokens::JwksCache *keySets,
                               crypto::RandomSource *random, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_keySets(keySets)
    , m_client(std::make_unique<cognito::IdpClient>(channel))
    , m_random(random)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const profiles::Connection &connection, const QString &clientSecret)
{
    m_request = std::make_unique<QObject>();
    const auto problems = profiles::validate(connection);
    if (!profiles::isUsable(problems)) {
        const auto first = std::find_if(problems.cbegin(), problems.cend(), [](const auto &p) { return p.blocking; });
        using Outcome = ConnectionTestResult::Outcome;
        const bool elsewhere = !transport::regionMatchesPoolId(connection.region, connection.userPoolId);
        const bool region = first->field == profiles::ConnectionProblem::Field::Region && elsewhere;
        const ConnectionTestResult result{.outcome = region ? Outcome::WrongRegion : Outcome::Invalid,
                                          .what = first->text,
                                          .whatToDo = tr("Correct this first."),
                                          .field = first->field};
        QMetaObject::invokeMethod(
            m_request.get(), [this, result] { emit finished(result); }, Qt::QueuedConnection);
        return;
    }
    // A name that nobody has: nothing is sent to anybody, and nothing is counted against a user. With SRP the service refuses
    // a user only in the second step, so that a refusal of the first one speaks of the app client.
    const QString name = QStringLiteral("poolscope-connection-test-") + crypto::uuid(*m_random);
    const QString srpA = crypto::SrpClient(*m_random).publicValueHex();
    QMap<QString, QString> parameters{{QStringLiteral("USERNAME"), name}, {QStringLiteral("SRP_A"), srpA}};
    if (!clientSecret.isEmpty())
        parameters.insert(QStringLiteral("SECRET_HASH"), crypto::secretHash(name, connection.clientId, clientSecret));
    m_client->call(
        idp::InitiateAuthRequest{.authFlow = idp::values::AuthFlowType::UserSrpAuth,
                                 .authParameters = parameters,
                                 .clientId = connection.clientId},
        m_request.get(),
        [this, connection, given = !clientSecret.isEmpty()](const Result<idp::InitiateAuthResponse> &response) {
            const auto result =
                judgeConnection(connection, given, response ? std::nullopt : std::optional(response.error()));
            if (result.isOk())
                askPool(connection, result);
            else
                emit finished(result);
        },
        {.action = tr("Test connection"), .deadline = std::chrono::seconds(15)});
}

void ConnectionTest::askPool(const profiles::Connection &connection, const ConnectionTestResult &soFar)
{
    m_keySets->keys(transport::keySetUrl(m_channel->settings().endpoint, connection.userPoolId), {}, m_request.get(),
                    [this, connection, soFar](const Result<tokens::Jwks> &keys) {
                        emit finished(judgePool(connection, soFar, keys ? std::nullopt : std::optional(keys.error())));
                    });
}

void ConnectionTest::cancel()
{
    m_request.reset();
}

} // namespace poolscope::auth
