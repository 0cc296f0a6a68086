#include "diagnosis/facts.h"

#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "diagnosis/signinnames.h"
#include "diagnosis/temporarypassword.h"
#include "profiles/connection.h"
#include "transport/endpoints.h"

#include <QCoreApplication>

namespace poolscope::diagnosis {

namespace {

struct FactTexts
{
    Q_DECLARE_TR_FUNCTIONS(DiagnosisFacts)
};

void put(Facts &facts, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        facts.insert(QString(name), value);
}

// Nothing for what no service allows: whoever says so is not believed.
QString spanText(qint64 amount, qint64 unitSeconds)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 longestDays = 3650;
    if (amount <= 0 || amount > longestDays * day / unitSeconds)
        return {};
    const qint64 seconds = amount * unitSeconds;
    if (seconds % day == 0)
        return FactTexts::tr("%n day(s)", nullptr, int(seconds / day));
    if (seconds % hour == 0)
        return FactTexts::tr("%n hour(s)", nullptr, int(seconds / hour));
    if (seconds % 60 == 0)
        return FactTexts::tr("%n minute(s)", nullptr, int(seconds / 60));
    return FactTexts::tr("%n second(s)", nullptr, int(seconds));
}

qint64 secondsOf(const QString &unit)
{
    if (unit == u"seconds")
        return 1;
    if (unit == u"minutes")
        return 60;
    return unit == u"days" ? 86'400 : 3600;
}

// What is not said is as the service makes it: an hour, and thirty days.
void putLifetimes(Facts &facts, const idp::UserPoolClientType &client)
{
    const idp::TokenValidityUnitsType units = client.tokenValidityUnits.value_or(idp::TokenValidityUnitsType());
    const qint64 accessUnit = secondsOf(units.accessToken.value_or(QStringLiteral("hours")));
    const qint64 refreshUnit = secondsOf(units.refreshToken.value_or(QStringLiteral("days")));
    put(facts, QLatin1StringView("client.accessTime"),
        client.accessTokenValidity ? spanText(*client.accessTokenValidity, accessUnit) : spanText(1, 3600));
    put(facts, QLatin1StringView("client.refreshTime"),
        client.refreshTokenValidity ? spanText(*client.refreshTokenValidity, refreshUnit) : spanText(30, 86'400));
    put(facts, QLatin1StringView("client.stepTime"), spanText(client.authSessionValidity.value_or(3), 60));
}

void putClient(Facts &facts, const idp::UserPoolClientType &client)
{
    putLifetimes(facts, client);
    put(facts, QLatin1StringView("client.flows"),
        client.explicitAuthFlows.value_or(QStringList()).join(QStringLiteral(", ")));
    if (client.refreshTokenRotation && client.refreshTokenRotation->feature == idp::values::FeatureType::Enabled)
        put(facts, QLatin1StringView("client.rotation"), QStringLiteral("yes"));
}

void putPool(Facts &facts, const auth::PoolSettings &settings)
{
    put(facts, QLatin1StringView("pool.minimumLength"), QString::number(auth::passwordPolicy(settings).minimumLength));
    put(facts, QLatin1StringView("pool.invitationTime"), spanText(temporaryPasswordDays(*settings.pool), 86'400));
    put(facts, QLatin1StringView("pool.case"),
        tellsCaseApart(settings) ? FactTexts::tr("small and capital letters differ")
                                 : FactTexts::tr("small and capital letters are the same"));
}

} // namespace

Facts factsOf(const auth::PoolSettings &settings)
{
    Facts facts;
    if (settings.pool)
        putPool(facts, settings);
    if (settings.client)
        putClient(facts, *settings.client);
    const auth::UserNameKind names = auth::userNameKind(settings);
    if (names == auth::UserNameKind::Email)
        put(facts, QLatin1StringView("pool.names"), QStringLiteral("email"));
    else if (names == auth::UserNameKind::Phone)
        put(facts, QLatin1StringView("pool.names"), QStringLiteral("phone"));
    if (const std::optional<bool> hides = auth::clientHidesUsers(settings))
        put(facts, QLatin1StringView("client.hidesUsers"), *hides ? QStringLiteral("yes") : QStringLiteral("no"));
    return facts;
}

Facts factsOf(const auth::UserPoolAccess &access)
{
    const profiles::Connection &connection = access.connection();
    const QString poolRegion = transport::regionOfPoolId(connection.userPoolId);
    Facts facts;
    put(facts, QLatin1StringView("pool.id"), connection.userPoolId);
    put(facts, QLatin1StringView("pool.region"), poolRegion);
    put(facts, QLatin1StringView("client.id"), connection.clientId);
    put(facts, QLatin1StringView("endpoint.host"), access.endpoint().host());
    if (connection.kind == profiles::Connection::Kind::Aws && !poolRegion.isEmpty() && !connection.region.isEmpty() &&
        connection.region != poolRegion)
        put(facts, QLatin1StringView("region.mismatch"), QStringLiteral("yes"));
    if (connection.kind == profiles::Connection::Kind::Sandbox)
        put(facts, QLatin1StringView("connection.sandbox"), QStringLiteral("yes"));
    facts.insert(factsOf(access.settings()));
    return facts;
}

} // namespace poolscope::diagnosis
