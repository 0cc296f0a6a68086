#include "auth/connectiontest.h"

#include "model/cognitoidp.h"
#include "transport/endpoints.h"

#include <QCoreApplication>

namespace poolscope::auth {

namespace {

using QCA = QCoreApplication;
using Outcome = ConnectionTestResult::Outcome;
using Field = profiles::ConnectionProblem::Field;

Field whereToPoint(const profiles::Connection &connection)
{
    return connection.kind == profiles::Connection::Kind::Endpoint ? Field::Endpoint : Field::Region;
}

ConnectionTestResult judgeTransport(const profiles::Connection &connection, const Error &error)
{
    ConnectionTestResult result{.what = error.message, .field = whereToPoint(connection), .error = error};
    if (error.code == QLatin1StringView("TlsFailed")) {
        result.outcome = Outcome::TlsFailed;
        result.whatToDo = QCA::translate("Auth", "Check the computer's date and whether a proxy opens encrypted "
                                                 "connections. Poolscope does not go on without a trusted one.");
        return result;
    }
    result.outcome = Outcome::Unreachable;
    result.whatToDo = connection.kind == profiles::Connection::Kind::Endpoint
                          ? QCA::translate("Auth", "Check the address, and whether the endpoint is running.")
                          : QCA::translate("Auth", "Check the network and the region.");
    return result;
}

ConnectionTestResult judgeClientUnknown(const profiles::Connection &connection, const Error &error)
{
    ConnectionTestResult result{.outcome = Outcome::UnknownClient, .field = Field::ClientId, .error = error};
    const QString region = connection.effectiveRegion();
    result.what = region.isEmpty()
                      ? QCA::translate("Auth", "There is no app client %1 there.").arg(connection.clientId)
                      : QCA::translate("Auth", "There is no app client %1 in %2.").arg(connection.clientId, region);
    result.whatToDo =
        QCA::translate("Auth", "Check the app client ID and the user pool ID: the pool's region is where the "
                               "app client is looked for.");
    if (!transport::regionMatchesPoolId(connection.region, connection.userPoolId)) {
        result.outcome = Outcome::WrongRegion;
        result.field = Field::Region;
        result.whatToDo = QCA::translate("Auth", "The user pool ID names another region; use that one.");
    }
    return result;
}

ConnectionTestResult judgeSecret(bool secretGiven, const Error &error)
{
    if (!secretGiven)
        return {.outcome = Outcome::SecretMissing,
                .what = QCA::translate("Auth", "This app client has a secret, and none was given."),
                .whatToDo = QCA::translate("Auth", "Enter the app client's secret, or use an app client without one."),
                .field = Field::ClientId,
                .error = error};
    return {.outcome = Outcome::SecretWrong,
            .what = QCA::translate("Auth", "This app client does not accept the secret: it has another one, or none."),
            .whatToDo = QCA::translate("Auth", "Enter the app client's own secret, or leave it empty."),
            .field = Field::ClientId,
            .error = error};
}

ConnectionTestResult judgeRefusal(const Error &error)
{
    return {.outcome = Outcome::Refused,
            .what = QCA::translate("Auth", "The service refused: %1 (%2)").arg(error.message, error.code),
            .whatToDo = error.retryable ? QCA::translate("Auth", "Try again in a moment.") : QString(),
            .error = error};
}

// The service says which parameter it means in its text only, and emulators have texts of their own.
ConnectionTestResult judgeParameters(bool secretGiven, const Error &error)
{
    if (secretGiven && error.message.contains(u"is not configured for secret"))
        return {.outcome = Outcome::SecretWrong,
                .what = QCA::translate("Auth", "This app client has no secret, and one was given."),
                .whatToDo = QCA::translate("Auth", "Leave the app client's secret empty."),
                .field = Field::ClientId,
                .error = error};
    if (error.message.contains(u"flow", Qt::CaseInsensitive) || error.message.contains(u"USER_SRP_AUTH"))
        return {.outcome = Outcome::Ok,
                .what = QCA::translate("Auth", "The app client answers, but does not allow USER_SRP_AUTH. Whether the "
                                               "secret is right could not be seen."),
                .error = error};
    return judgeRefusal(error);
}

ConnectionTestResult judgeService(const profiles::Connection &connection, bool secretGiven, const Error &error)
{
    namespace Code = idp::errors;
    // The user does not exist: all that comes before the user is right.
    if (error.code == Code::UserNotFoundException)
        return {.outcome = Outcome::Ok, .what = QCA::translate("Auth", "The app client answers.")};
    if (error.code == Code::InvalidParameterException)
        return judgeParameters(secretGiven, error);
    if (error.code == Code::ResourceNotFoundException)
        return judgeClientUnknown(connection, error);
    if (error.code == Code::NotAuthorizedException)
        return judgeSecret(secretGiven, error);
    return judgeRefusal(error);
}

} // namespace

ConnectionTestResult judgeConnection(const profiles::Connection &connection, bool secretGiven,
                                     const std::optional<Error> &error)
{
    if (!error)
        return {.outcome = Outcome::Ok, .what = QCA::translate("Auth", "The app client answers.")};
    switch (error->kind) {
    case Error::Kind::Service:
        return judgeService(connection, secretGiven, *error);
    case Error::Kind::Transport:
    case Error::Kind::Timeout:
        return judgeTransport(connection, *error);
    case Error::Kind::Protocol:
        return {.outcome = Outcome::NotCognito,
                .what = QCA::translate("Auth", "Something answers there, but it is not a user pool service."),
                .whatToDo = QCA::translate("Auth", "Check the endpoint's address."),
                .field = Field::Endpoint,
                .error = *error};
    case Error::Kind::Validation:
        return {.outcome = Outcome::Invalid, .what = error->message, .field = Field::Endpoint, .error = *error};
    case Error::Kind::Cancelled:
    case Error::Kind::Storage:
        break;
    }
    return {.outcome = Outcome::Refused, .what = error->message, .error = *error};
}

ConnectionTestResult judgePool(const profiles::Connection &connection, const ConnectionTestResult &soFar,
                               const std::optional<Error> &error)
{
    ConnectionTestResult result = soFar;
    if (!error)
        return result;
    result.field = Field::UserPoolId;
    if (!result.error) // what the app client's answer left open is still open
        result.error = error;
    const bool isMissing = error->httpStatus == 400 || error->httpStatus == 404; // not a proxy's or a quota's refusal
    if (!isMissing) {
        result.outcome = Outcome::PoolUnseen;
        result.whatToDo =
            QCA::translate("Auth", "Whether the user pool ID is right could not be seen: %1").arg(error->message);
    } else if (connection.kind == profiles::Connection::Kind::Aws) {
        result.outcome = Outcome::UnknownPool;
        result.what = QCA::translate("Auth", "The app client answers, but there is no user pool %1 beside it.")
                          .arg(connection.userPoolId);
        result.whatToDo = QCA::translate("Auth", "Check the user pool ID. SRP sign-ins need it, and every password "
                                                 "would be called wrong.");
    } else {
        result.outcome = Outcome::PoolUnseen;
        if (!soFar.error)
            result.what = QCA::translate("Auth", "The app client answers, but no user pool %1 was found beside it.")
                              .arg(connection.userPoolId);
        result.whatToDo = QCA::translate("Auth", "Check the user pool ID: with a wrong one, SRP calls every password "
                                                 "wrong. An emulator that publishes no keys looks the same.");
    }
    return result;
}

} // namespace poolscope::auth
