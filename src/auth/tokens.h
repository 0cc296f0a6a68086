#pragma once

#include "auth/session.h"
#include "model/cognitoidp.h"
#include "json/value.h"

#include <optional>

namespace poolscope::auth {

// From what the service answered to what is kept. Where it gives no new refresh token (a refresh without rotation) the
// one in `before` stays, and likewise the device.
Tokens tokensFrom(const idp::AuthenticationResultType &result, const Tokens &before, qint64 nowMs);

// Who the tokens speak of; nothing is verified here. Empty where they cannot be read.
QString usernameIn(const Tokens &tokens);    // the access token's `username`, or the ID token's cognito:username
QString displayNameIn(const Tokens &tokens); // e-mail, preferred user name, phone number, in this order

json::Value tokensToJson(const Tokens &tokens);
std::optional<Tokens> tokensFromJson(const json::Value &object); // nothing without an access token

} // namespace poolscope::auth
