#include "tokens/claimtable.h"

#include <QtGlobal>

#include <array>

// From the user pool documentation on tokens, OpenID Connect Core 1.0 (sections 2 and 5.1) and RFC 7519.
namespace poolscope::tokens {

namespace {

constexpr unsigned header = 1u << static_cast<unsigned>(ClaimPlace::Header);
constexpr unsigned id = 1u << static_cast<unsigned>(ClaimPlace::IdToken);
constexpr unsigned access = 1u << static_cast<unsigned>(ClaimPlace::AccessToken);
constexpr unsigned both = id | access;

using enum ClaimKind;

constexpr ClaimEntry entry(const char *name, ClaimKind kind, unsigned places, const char *meaning)
{
    return {QLatin1StringView(name), kind, places, meaning};
}

constexpr std::array entries{
    entry("kid", Identifier, header,
          QT_TRANSLATE_NOOP("Claims", "Which key signed the token: one of the pool's key set. ID and access tokens are "
                                      "signed with different keys.")),
    entry("alg", Text, header, QT_TRANSLATE_NOOP("Claims", "How the token is signed. User pools always use RS256.")),
    entry("typ", Text, header, QT_TRANSLATE_NOOP("Claims", "The type of the token. User pools leave it out.")),
    entry("cty", Text, header, QT_TRANSLATE_NOOP("Claims", "The type of the content. User pools leave it out.")),
    entry("enc", Text, header,
          QT_TRANSLATE_NOOP(
              "Claims", "How the content is encrypted. Only refresh tokens have it; the service alone can read them.")),
    entry(
        "crit", List, header,
        QT_TRANSLATE_NOOP("Claims", "Extensions that a reader must understand. A token of a user pool never has it.")),
    entry("jku", Text, header,
          QT_TRANSLATE_NOOP("Claims",
                            "Where the token says its key lies. Never followed: only the pool's own keys count.")),
    entry(
        "jwk", Text, header,
        QT_TRANSLATE_NOOP("Claims", "A key that the token brings along. Never used: only the pool's own keys count.")),
    entry("x5u", Text, header,
          QT_TRANSLATE_NOOP(
              "Claims", "Where the token says its certificate lies. Never followed: only the pool's own keys count.")),

    entry("sub", Identifier, both,
          QT_TRANSLATE_NOOP("Claims",
                            "The user's identifier in this pool. It never changes and is never used again. With "
                            "client credentials it is the app client's id.")),
    entry("cognito:username", Identifier, id,
          QT_TRANSLATE_NOOP("Claims",
                            "The user's name in the pool. In pools with e-mail or phone sign-in it is the sub.")),
    entry("username", Identifier, access,
          QT_TRANSLATE_NOOP("Claims", "The user's name in the pool. Missing with client credentials.")),
    entry("iss", Identifier, both,
          QT_TRANSLATE_NOOP("Claims", "Who issued the token: the pool's address, which ends in the pool's id.")),
    entry("aud", Identifier, both,
          QT_TRANSLATE_NOOP("Claims",
                            "In an ID token the app client that it was issued to. In an access token only with "
                            "resource binding or a pre token generation trigger of version 2 or later.")),
    entry("client_id", Identifier, access, QT_TRANSLATE_NOOP("Claims", "The app client that the token was issued to.")),
    entry("token_use", Text, both,
          QT_TRANSLATE_NOOP("Claims", "What the token is for: \"id\" tells who the user is, \"access\" opens APIs.")),
    entry("scope", Scope, access,
          QT_TRANSLATE_NOOP("Claims",
                            "What the token may be used for, separated by blanks. A sign-in through the API gives "
                            "exactly aws.cognito.signin.user.admin, the right to the user's own account.")),
    entry("auth_time", Time, both,
          QT_TRANSLATE_NOOP("Claims", "When the user signed in. It stays the same when tokens are refreshed.")),
    entry("iat", Time, both, QT_TRANSLATE_NOOP("Claims", "When the token was issued.")),
    entry("exp", Time, both, QT_TRANSLATE_NOOP("Claims", "When the token expires. From then on it is not accepted.")),
    entry("nbf", Time, both,
          QT_TRANSLATE_NOOP("Claims", "Before this time the token is not accepted. User pools leave it out.")),
    entry("cognito:groups", Group, both,
          QT_TRANSLATE_NOOP("Claims", "The groups the user is a member of. Missing when there are none.")),
    entry("cognito:roles", List, id,
          QT_TRANSLATE_NOOP("Claims", "The IAM roles of the user's groups, for identity pools.")),
    entry("cognito:preferred_role", Identifier, id,
          QT_TRANSLATE_NOOP("Claims",
                            "The IAM role of the group with the best precedence. Missing when two groups tie.")),
    entry("jti", Identifier, both, QT_TRANSLATE_NOOP("Claims", "The identifier of this token.")),
    entry("origin_jti", Identifier, both,
          QT_TRANSLATE_NOOP("Claims",
                            "The identifier of the sign-in that the token stems from: revoking its refresh token ends "
                            "all tokens with the same one. Missing when token revocation is off.")),
    entry("event_id", Identifier, both,
          QT_TRANSLATE_NOOP("Claims", "The identifier of the sign-in event, the same in ID and access token.")),
    entry("device_key", Identifier, access,
          QT_TRANSLATE_NOOP("Claims", "The remembered device that the user signed in with.")),
    entry("version", Number, access,
          QT_TRANSLATE_NOOP("Claims",
                            "The version of the token's format. Only tokens from the OAuth endpoints have it.")),
    entry("nonce", Text, id,
          QT_TRANSLATE_NOOP("Claims", "The value that the app sent when it began a hosted sign-in, against replay.")),
    entry("at_hash", Text, id,
          QT_TRANSLATE_NOOP("Claims",
                            "A hash of the access token that was issued beside this token. Hosted sign-in only.")),
    entry("acr", Text, both, QT_TRANSLATE_NOOP("Claims", "How strongly the user proved who they are.")),
    entry("amr", List, both,
          QT_TRANSLATE_NOOP("Claims", "By what the user proved who they are: pwd, otp, mfa and the like.")),

    entry("email", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's e-mail address.")),
    entry("email_verified", Flag, id,
          QT_TRANSLATE_NOOP("Claims", "Whether the user has shown that the e-mail address is theirs.")),
    entry("phone_number", Attribute, id,
          QT_TRANSLATE_NOOP("Claims", "The user's phone number with country code, as in +821012345678.")),
    entry("phone_number_verified", Flag, id,
          QT_TRANSLATE_NOOP("Claims", "Whether the user has shown that the phone number is theirs.")),
    entry("name", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's full name.")),
    entry("given_name", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's given name.")),
    entry("family_name", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's family name.")),
    entry("middle_name", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's middle name.")),
    entry("nickname", Attribute, id, QT_TRANSLATE_NOOP("Claims", "What the user likes to be called.")),
    entry("preferred_username", Attribute, id,
          QT_TRANSLATE_NOOP("Claims",
                            "A name the user chose; it can be changed, and pools may let users sign in with it.")),
    entry("profile", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The address of the user's profile page.")),
    entry("picture", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The address of the user's picture.")),
    entry("website", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The address of the user's web site.")),
    entry("gender", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's gender, as free text.")),
    entry("birthdate", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's date of birth, as YYYY-MM-DD.")),
    entry("zoneinfo", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's time zone, as in Asia/Seoul.")),
    entry("locale", Attribute, id, QT_TRANSLATE_NOOP("Claims", "The user's language and country, as in ko-KR.")),
    entry("updated_at", Time, id, QT_TRANSLATE_NOOP("Claims", "When the user's attributes were last changed.")),
    entry("address", Address, id, QT_TRANSLATE_NOOP("Claims", "The user's postal address.")),
    entry("address.formatted", Text, id, QT_TRANSLATE_NOOP("Claims", "The whole address as one text.")),

    entry(
        "identities", List, id,
        QT_TRANSLATE_NOOP("Claims", "The user's accounts at other identity providers that are linked with this one.")),
    entry("identities.userId", Identifier, id, QT_TRANSLATE_NOOP("Claims", "The user's identifier at the provider.")),
    entry("identities.providerName", Text, id, QT_TRANSLATE_NOOP("Claims", "The provider's name in the pool.")),
    entry("identities.providerType", Text, id,
          QT_TRANSLATE_NOOP("Claims", "The provider's type: SAML, OIDC, Google and so on.")),
    entry("identities.issuer", Text, id,
          QT_TRANSLATE_NOOP("Claims", "The provider's issuer; null where there is none.")),
    entry("identities.primary", Flag, id,
          QT_TRANSLATE_NOOP("Claims", "\"true\" for the account that the user was made from.")),
    entry("identities.dateCreated", Text, id,
          QT_TRANSLATE_NOOP("Claims", "When the account was linked, in milliseconds since 1970.")),
};

} // namespace

std::span<const ClaimEntry> claimTable()
{
    return entries;
}

} // namespace poolscope::tokens
