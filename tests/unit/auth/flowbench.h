#pragma once

#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "core/clock.h"
#include "crypto/random.h"
#include "crypto/srp.h"
#include "secrets/memorystore.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "transport/awsjsonchannel.h"
#include "json/value.h"

#include <QMap>

#include <memory>

namespace poolscope::tests {

// One open connection to a scripted server, with a clock that stands still and secrets in memory.
struct FlowBench
{
    static constexpr qint64 startMs = 1'760'000'000'000;

    ScriptedServer server;
    secrets::MemoryStore store;
    ManualClock clock{startMs};
    crypto::SystemRandom random;
    transport::ActivityLog log;
    transport::AwsJsonChannel channel{transport::ChannelSettings{.endpoint = server.url(), .log = &log}};
    std::unique_ptr<auth::UserPoolAccess> access;
    std::unique_ptr<auth::SessionManager> sessions;

    explicit FlowBench(bool withSecret = false);

    // What a restart of the program leaves: the store.
    void restart();

    QString operation(qsizetype request) const; // of X-Amz-Target
    json::Value body(qsizetype request) const;
    // A value inside AuthParameters or ChallengeResponses.
    QString parameter(qsizetype request, QStringView name) const;
    int count() const { return int(server.requests().size()); }

    void answer(const QByteArray &json) { server.addOk(json); } // single quotes stand for double ones
    void answerTokens(const QString &username, qint64 lifetimeSeconds = 3600, const QString &refreshToken = {});

    profiles::Connection connection;
};

QByteArray quoted(QByteArray text); // ' becomes "
// Unsigned: what nobody verifies here.
QString fakeToken(const QByteArray &payload);
QString accessToken(const QString &username, qint64 expSeconds);
QByteArray tokensJson(const QString &username, qint64 nowSeconds, qint64 lifetimeSeconds, const QString &refreshToken);

// The service's side of an SRP sign-in: answers InitiateAuth with PASSWORD_VERIFIER and checks the claim.
class SrpService
{
public:
    SrpService(FlowBench &bench, const QString &userId, const QString &password);

    void addChallenge(const QByteArray &session = {}); // for InitiateAuth
    // For RespondToAuthChallenge: `right` when the claim proves the password, otherwise NotAuthorizedException.
    void addVerdict(const QByteArray &right);

private:
    FlowBench &m_bench;
    QString m_userId;
    crypto::SrpVerifier m_verifier;
    std::shared_ptr<crypto::SrpServer> m_server;
    std::shared_ptr<QString> m_srpA = std::make_shared<QString>();
    QByteArray m_secretBlock;
};

} // namespace poolscope::tests
