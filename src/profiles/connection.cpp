#include "profiles/connection.h"

#include "core/loopback.h"
#include "transport/endpoints.h"

#include <QRegularExpression>

#include <algorithm>

namespace poolscope::profiles {

namespace {

using Field = ConnectionProblem::Field;

bool matches(const char *pattern, const QString &text)
{
    static const auto options = QRegularExpression::UseUnicodePropertiesOption;
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern)), options)
        .match(text)
        .hasMatch();
}

void judgeRegion(const Connection &connection, QList<ConnectionProblem> &problems)
{
    const QString poolRegion = transport::regionOfPoolId(connection.userPoolId);
    if (!connection.region.isEmpty() && transport::endpointFor(u"cognito-idp", connection.region).isEmpty()) {
        problems.append({Field::Region, QCoreApplication::translate("Connections", "A region looks like us-east-1.")});
    } else if (!transport::regionMatchesPoolId(connection.region, connection.userPoolId)) {
        const QString text =
            QCoreApplication::translate("Connections", "The user pool lives in %1, but the region here is %2.");
        // An emulator's pool id need not begin with a region at all.
        problems.append(
            {Field::Region, text.arg(poolRegion, connection.region), connection.kind == Connection::Kind::Aws});
    }
}

void judgeIds(const Connection &connection, QList<ConnectionProblem> &problems)
{
    if (connection.userPoolId.isEmpty())
        problems.append(
            {Field::UserPoolId,
             QCoreApplication::translate("Connections", "Enter the user pool ID. It looks like us-east-1_AbCdEf123.")});
    else if (connection.userPoolId.size() > 55 || !matches("[\\w-]+_[0-9a-zA-Z]+", connection.userPoolId))
        problems.append(
            {Field::UserPoolId, QCoreApplication::translate(
                                    "Connections", "This is not a user pool ID. It looks like us-east-1_AbCdEf123.")});
    if (connection.clientId.isEmpty())
        problems.append({Field::ClientId, QCoreApplication::translate("Connections", "Enter the app client ID.")});
    else if (connection.clientId.size() > 128 || !matches("[\\w+]+", connection.clientId))
        problems.append(
            {Field::ClientId,
             QCoreApplication::translate("Connections",
                                         "This is not an app client ID: only letters, digits, _ and + are possible.")});
}

void judgeEndpoint(const Connection &connection, QList<ConnectionProblem> &problems)
{
    const QUrl &url = connection.endpoint;
    const bool web = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (url.isEmpty())
        problems.append({Field::Endpoint,
                         QCoreApplication::translate("Connections",
                                                     "Enter the endpoint's address, such as http://localhost:9229.")});
    else if (!url.isValid() || !web || url.host().isEmpty())
        problems.append(
            {Field::Endpoint, QCoreApplication::translate(
                                  "Connections", "This is not a web address. It looks like http://localhost:9229.")});
    else if (!url.userInfo().isEmpty())
        problems.append({Field::Endpoint, QCoreApplication::translate(
                                              "Connections", "The address must not hold a user name or password.")});
    else if ((!url.path().isEmpty() && url.path() != QLatin1StringView("/")) || url.hasQuery() || url.hasFragment())
        problems.append(
            {Field::Endpoint,
             QCoreApplication::translate("Connections",
                                         "Only scheme, host and port are used: leave out what stands behind them.")});
    else if (url.scheme() == QLatin1StringView("http") && !isLoopback(url))
        problems.append(
            {Field::Endpoint, QCoreApplication::translate(
                                  "Connections", "Use https: only this computer may be reached without encryption.")});
}

} // namespace

QString Connection::effectiveRegion() const
{
    return region.isEmpty() ? transport::regionOfPoolId(userPoolId) : region;
}

bool asksTheSame(const Connection &one, const Connection &other)
{
    Connection renamed = other;
    renamed.name = one.name;
    renamed.environment = one.environment;
    if (one.effectiveRegion() == other.effectiveRegion())
        renamed.region = one.region;
    return one == renamed;
}

QString clientSecretKey(const QString &connectionId)
{
    return QStringLiteral("connection/%1/client-secret").arg(connectionId);
}

QString awsKeysKey(const QString &connectionId)
{
    return QStringLiteral("connection/%1/aws-keys").arg(connectionId);
}

QList<ConnectionProblem> validate(const Connection &connection)
{
    QList<ConnectionProblem> problems;
    // The sandbox names its own pools, and may not run yet.
    if (connection.kind == Connection::Kind::Sandbox)
        return problems;
    if (connection.name.trimmed().isEmpty())
        problems.append({Field::Name, QCoreApplication::translate("Connections", "Give the connection a name.")});
    judgeRegion(connection, problems);
    judgeIds(connection, problems);
    if (connection.kind == Connection::Kind::Endpoint)
        judgeEndpoint(connection, problems);
    if (connection.keys.kind == KeySource::Kind::Profile && connection.keys.profile.isEmpty())
        problems.append({Field::KeyProfile, QCoreApplication::translate(
                                                "Connections", "Choose the profile whose keys sign the requests.")});
    return problems;
}

bool isUsable(const QList<ConnectionProblem> &problems)
{
    return std::none_of(problems.cbegin(), problems.cend(), [](const ConnectionProblem &p) { return p.blocking; });
}

} // namespace poolscope::profiles
