#include "errors/errortable.h"
#include "errors/tables.h"

// Refresh tokens that are rotated.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QString rotatingClient(TestWorld &w, qint64 graceSeconds, const std::optional<QString> &secret = {})
{
    return w.bench.createClient({.userPoolId = w.namesPool,
                                 .clientSecret = secret,
                                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s},
                                 .refreshTokenRotation = idp::RefreshTokenRotationType{
                                     .feature = u"ENABLED"_s, .retryGracePeriodSeconds = graceSeconds}});
}

QString refreshTokenOf(TestWorld &w, const QString &client)
{
    return *w.tokens(client, w.confirmed(w.names, w.newName())).refreshToken;
}

QString getTokens(TestWorld &w, const QString &client, const QString &token,
                  const std::optional<QString> &clientSecret = {})
{
    return verdict(w.bench.call(idp::GetTokensFromRefreshTokenRequest{
        .refreshToken = token, .clientId = client, .clientSecret = clientSecret}));
}

} // namespace

void refreshErrors_data()
{
    const QString refused = u"NotAuthorizedException: "_s;
    row(
        "GetTokensFromRefreshToken: unknown client",
        [](TestWorld &w) { return getTokens(w, u"nobody"_s, u"a.b.c.d.e"_s); }, unknownClient);
    row(
        "GetTokensFromRefreshToken: secret missing",
        [](TestWorld &w) { return getTokens(w, w.secretive, u"a.b.c.d.e"_s).remove(w.secretive); },
        refused + u"Client  is configured with secret but SECRET_HASH was not received"_s);
    row(
        "GetTokensFromRefreshToken: secret wrong",
        [](TestWorld &w) { return getTokens(w, w.secretive, u"a.b.c.d.e"_s, QString(30, u'x')).remove(w.secretive); },
        refused + u"Unable to verify secret hash for client "_s);
    row(
        "GetTokensFromRefreshToken: secret of a public client",
        [](TestWorld &w) { return getTokens(w, w.names, u"a.b.c.d.e"_s, QString(30, u'x')).remove(w.names); },
        u"InvalidParameterException: App client  is not configured for secret but secret hash was received"_s);
    row(
        "GetTokensFromRefreshToken: unknown token",
        [](TestWorld &w) { return getTokens(w, rotatingClient(w, 0), u"a.b.c.d.e"_s); },
        refused + u"Invalid Refresh Token."_s);
    row(
        "GetTokensFromRefreshToken: token of another client",
        [](TestWorld &w) { return getTokens(w, rotatingClient(w, 0), refreshTokenOf(w, w.names)); },
        refused + u"Invalid Refresh Token."_s);
    row(
        "GetTokensFromRefreshToken: used twice without a grace period",
        [](TestWorld &w) {
            const QString client = rotatingClient(w, 0);
            const QString token = refreshTokenOf(w, client);
            return getTokens(w, client, token) + getTokens(w, client, token);
        },
        u"RefreshTokenReuseException: Refresh token has been reused."_s);
    row(
        "GetTokensFromRefreshToken: used after the grace period",
        [](TestWorld &w) {
            const QString client = rotatingClient(w, 10);
            const QString token = refreshTokenOf(w, client);
            getTokens(w, client, token);
            w.bench.advance(9'999);
            const QString within = getTokens(w, client, token);
            w.bench.advance(1);
            return within + getTokens(w, client, token);
        },
        u"RefreshTokenReuseException: Refresh token has been reused."_s);
    row(
        "GetTokensFromRefreshToken: after a month",
        [](TestWorld &w) {
            const QString client = rotatingClient(w, 0);
            const QString token = refreshTokenOf(w, client);
            w.bench.advance(30LL * 86'400'000);
            return getTokens(w, client, token);
        },
        refused + u"Refresh Token has expired"_s);
    row(
        "GetTokensFromRefreshToken: revoked",
        [](TestWorld &w) {
            const QString client = rotatingClient(w, 0);
            const QString token = refreshTokenOf(w, client);
            w.bench.call(idp::RevokeTokenRequest{.token = token, .clientId = client});
            return getTokens(w, client, token);
        },
        refused + u"Refresh Token has been revoked"_s);
    row(
        "GetTokensFromRefreshToken: user disabled",
        [](TestWorld &w) {
            const QString client = rotatingClient(w, 0);
            const QString name = w.confirmed(w.names, w.newName());
            const QString token = *w.tokens(client, name).refreshToken;
            w.changed(w.namesPool, name, [](UserRecord &user) { user.enabled = false; });
            return getTokens(w, client, token);
        },
        disabledUser);
    row(
        "GetTokensFromRefreshToken: devices",
        [](TestWorld &w) {
            return verdict(w.bench.call(idp::GetTokensFromRefreshTokenRequest{
                .refreshToken = u"a.b.c.d.e"_s, .clientId = w.names, .deviceKey = u"us-east-1_0a"_s}));
        },
        u"NotSimulatedException: The parameter DeviceKey of GetTokensFromRefreshToken is not simulated by this "
        "sandbox."_s);
    row(
        "InitiateAuth: refresh flow of a client that rotates",
        [](TestWorld &w) {
            const QString client = w.bench.createClient(
                {.userPoolId = w.namesPool,
                 .explicitAuthFlows = QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s},
                 .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s}});
            return verdict(w.refresh(client, refreshTokenOf(w, client)));
        },
        refused + u"Invalid Refresh Token."_s);
}

} // namespace poolscope::sandbox::test
