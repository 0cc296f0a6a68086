#pragma once

#include "model/cognitoidp.h"

#include <optional>

namespace poolscope::auth {

// What is known of the pool and its app client. Without AWS credentials neither can be read, and that is no error.
struct PoolSettings
{
    enum class State {
        NotAsked,
        Loading,
        Known,      // at least one of the two was read
        NotAllowed, // no credentials, or they may not read it
        Failed,     // it was asked, and something else went wrong: see UserPoolAccess::settingsError()
    };
    State state = State::NotAsked;
    std::optional<idp::UserPoolType> pool;
    std::optional<idp::UserPoolClientType> client;
};

// Which names the pool accepts when somebody signs up, from UsernameAttributes and AliasAttributes.
enum class UserNameKind { Unknown, FreeText, Email, Phone, EmailOrPhone };
UserNameKind userNameKind(const PoolSettings &settings);

// "User name", "E-mail address", "Phone number", ...: the label for the field that takes a name, translated. For
// signing in aliases count too: "User name or e-mail address".
QString userNameLabel(const PoolSettings &settings, bool forSignIn);

// Whether the app client answers as if a user existed who does not (PreventUserExistenceErrors); nothing when the client's
// settings are unknown.
std::optional<bool> clientHidesUsers(const PoolSettings &settings);

// Whether the app client allows an AuthFlow such as "USER_SRP_AUTH"; nothing when the client's settings are unknown.
std::optional<bool> clientAllowsFlow(const PoolSettings &settings, QStringView authFlow);

// How a password is proved where nobody chose: by SRP, unless the app client is known to allow only the plain password.
QString usualFlow(const PoolSettings &settings);

} // namespace poolscope::auth
