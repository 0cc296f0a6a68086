#pragma once

#include "auth/signinflow.h"
#include "crypto/srp.h"
#include "transport/useraction.h"

#include <memory>
#include <optional>

// Private to SignInFlow's sources.
namespace poolscope::auth {

// What InitiateAuth and RespondToAuthChallenge both answer.
struct ChallengeOrTokens
{
    QString challengeName;
    QString session;
    QMap<QString, QString> parameters;
    QStringList available;
    std::optional<idp::AuthenticationResultType> result;

    template<class Response>
    static Result<ChallengeOrTokens> from(const Result<Response> &response)
    {
        if (!response)
            return failure(response.error());
        return ChallengeOrTokens{.challengeName = response->challengeName.value_or(QString()),
                                 .session = response->session.value_or(QString()),
                                 .parameters = response->challengeParameters.value_or(QMap<QString, QString>{}),
                                 .available = response->availableChallenges.value_or(QList<QString>{}),
                                 .result = response->authenticationResult};
    }
};

struct SignInFlow::Attempt
{
    transport::UserAction action;           // all requests of the attempt are for it
    std::shared_ptr<crypto::SrpClient> srp; // also held by the computation while that runs
    QString password;
    QString userId; // what the service calls the user: sent and hashed in place of the typed name
    QString session;
    int answeredByItself = 0;
    QObject context; // last: its going stops the answers before the rest goes
};

} // namespace poolscope::auth
