#pragma once

#include "sandbox/records.h"
#include "sandbox/rules/refusal.h"

// What follows from an app client's settings. Pure.
namespace poolscope::sandbox {

// Which of an app client's two secrets are good: both (inferred), or the one that was added last.
enum class GoodSecrets { All, Newest };

// given: the SECRET_HASH or SecretHash of the request.
Outcome<void> checkSecretHash(const ClientRecord &client, const QString &username, const std::optional<QString> &given,
                              GoodSecrets good);

// given: the ClientSecret of the request itself; absent where the client has none.
bool holdsSecret(const ClientRecord &client, const std::optional<QString> &given, GoodSecrets good);

// The flows that are on. Absent ExplicitAuthFlows means refresh, SRP and custom. Clients with only old flag names keep
// SRP, custom and refresh, except CUSTOM_AUTH_FLOW_ONLY, which leaves SRP out.
struct EnabledFlows
{
    bool srp = false;
    bool password = false;
    bool adminPassword = false;
    bool custom = false;
    bool refresh = false;
    bool choice = false; // USER_AUTH
};
EnabledFlows enabledFlows(const idp::UserPoolClientType &client);

// ALLOW_ names and old ones cannot be mixed (the text is not known: ours).
Outcome<void> checkFlowNames(const std::optional<QStringList> &flows);

bool hidesUserExistence(const idp::UserPoolClientType &client);   // absent: LEGACY, the API's default
bool revokesTokens(const idp::UserPoolClientType &client);        // EnableTokenRevocation, on by default
bool rotatesRefreshTokens(const idp::UserPoolClientType &client); // RefreshTokenRotation, off by default
qint64 refreshGraceMs(const idp::UserPoolClientType &client);     // how long a replaced one stays good
qint64 sessionLifetimeMs(const idp::UserPoolClientType &client);

struct TokenLifetimes
{
    qint64 accessSeconds = 3600;
    qint64 idSeconds = 3600;
    qint64 refreshSeconds = 30 * 86400;
};
// Units are hours, hours and days unless TokenValidityUnits says otherwise; a refresh validity of 0 is the default.
TokenLifetimes tokenLifetimes(const idp::UserPoolClientType &client);
// Access and ID tokens 5 minutes to 24 hours, refresh tokens 60 minutes to 10 years (text recalled).
Outcome<void> checkTokenLifetimes(const idp::UserPoolClientType &client);

} // namespace poolscope::sandbox
