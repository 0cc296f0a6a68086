#pragma once

#include "core/error.h"
#include "profiles/connection.h"

#include <QObject>

#include <memory>
#include <optional>

namespace poolscope::transport {
class AwsJsonChannel;
}
namespace poolscope::tokens {
class JwksCache;
}
namespace poolscope::cognito {
class IdpClient;
}
namespace poolscope::crypto {
class RandomSource;
}

namespace poolscope::auth {

struct ConnectionTestResult
{
    enum class Outcome {
        Ok,
        Invalid,       // the connection's own fields: see profiles::validate
        Unreachable,   // no answer from the host
        TlsFailed,     // reached, but not trusted
        NotCognito,    // something else answers there
        WrongRegion,   // the pool's region and the endpoint's differ
        UnknownClient, // no such app client there
        UnknownPool,   // the app client answers, but that pool does not
        PoolUnseen,    // the app client answers, and nothing tells whether the pool is right
        SecretMissing, // the app client has a secret, none was given
        SecretWrong,   // one was given, but not its own
        Refused,       // any other answer of the service
    };
    Outcome outcome = Outcome::Ok;
    QString what;                                            // what was found, one translated sentence
    QString whatToDo;                                        // the way on, translated; empty for Ok
    std::optional<profiles::ConnectionProblem::Field> field; // where the form should point
    std::optional<Error> error;                              // what the verdict is made from
    bool isOk() const { return outcome == Outcome::Ok || outcome == Outcome::PoolUnseen; }
};

// "Test connection": one InitiateAuth for a user that cannot exist, which needs no credentials, changes nothing, and
// tells by its error whether host, app client and secret are right. It does not name the pool, without whose id nobody
// signs in by SRP; so the pool's public keys are asked for next. That the app client belongs to that pool cannot be seen
// this way; `what` does not claim it. One test at a time.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    // `channel` goes to the endpoint of the connection to be tested. All three outlive this.
    ConnectionTest(transport::AwsJsonChannel *channel, tokens::JwksCache *keySets, crypto::RandomSource *random,
                   QObject *parent = nullptr);
    ~ConnectionTest() override;

    void start(const profiles::Connection &connection, const QString &clientSecret);
    void cancel();

signals:
    void finished(const poolscope::auth::ConnectionTestResult &result); // never inside start()

private:
    void askPool(const profiles::Connection &connection, const ConnectionTestResult &soFar);

    transport::AwsJsonChannel *m_channel;
    tokens::JwksCache *m_keySets;
    std::unique_ptr<cognito::IdpClient> m_client;
    crypto::RandomSource *m_random;
    std::unique_ptr<QObject> m_request; // context of the call: without it no answer arrives
};

// Pure: what an answer to that call means. Without an error the connection is fine.
ConnectionTestResult judgeConnection(const profiles::Connection &connection, bool secretGiven,
                                     const std::optional<Error> &error);

// Pure: what the answer for the key set adds to an app client that answers. Without an error the keys came.
ConnectionTestResult judgePool(const profiles::Connection &connection, const ConnectionTestResult &soFar,
                               const std::optional<Error> &error);

} // namespace poolscope::auth
