#pragma once

#include "sandbox/rules/refusal.h"

// The service's error texts, character for character. What is not marked was seen in the real service's answers.
namespace poolscope::sandbox::refusals {

using enum Wording;

namespace name {
inline constexpr QLatin1StringView notAuthorized{"NotAuthorizedException"};
inline constexpr QLatin1StringView userNotFound{"UserNotFoundException"};
inline constexpr QLatin1StringView invalidParameter{"InvalidParameterException"};
inline constexpr QLatin1StringView invalidPassword{"InvalidPasswordException"};
inline constexpr QLatin1StringView resourceNotFound{"ResourceNotFoundException"};
inline constexpr QLatin1StringView limitExceeded{"LimitExceededException"};
inline constexpr QLatin1StringView usernameExists{"UsernameExistsException"};
} // namespace name

// Signing in
inline constexpr Refusal wrongPassword{name::notAuthorized, QLatin1StringView("Incorrect username or password.")};
inline constexpr Refusal passwordAttempts{name::notAuthorized, QLatin1StringView("Password attempts exceeded")};
inline constexpr Refusal unknownUser{name::userNotFound, QLatin1StringView("User does not exist.")};
inline constexpr Refusal notConfirmed{QLatin1StringView("UserNotConfirmedException"),
                                      QLatin1StringView("User is not confirmed.")};
inline constexpr Refusal disabled{name::notAuthorized, QLatin1StringView("User is disabled.")};
inline constexpr Refusal resetRequired{QLatin1StringView("PasswordResetRequiredException"),
                                       QLatin1StringView("Password reset required for the user")};
inline constexpr Refusal temporaryPasswordExpired{
    name::notAuthorized, QLatin1StringView("Temporary password has expired and must be reset by an administrator.")};
inline constexpr Refusal flowOff{name::invalidParameter, QLatin1StringView("%1 flow not enabled for this client")};
inline constexpr Refusal flowNotEnabled{name::invalidParameter, QLatin1StringView("%1 is not enabled for the client."),
                                        Inferred}; // for USER_SRP_AUTH: the period, by analogy
inline constexpr Refusal adminFlowOff{name::invalidParameter,
                                      QLatin1StringView("Auth flow not enabled for this client")};
inline constexpr Refusal adminFlow{name::invalidParameter, QLatin1StringView("Initiate Auth method not supported.")};
inline constexpr Refusal customAuthUnset{
    name::invalidParameter, QLatin1StringView("Custom auth lambda trigger is not configured for the user pool.")};
inline constexpr Refusal missingParameter{name::invalidParameter, QLatin1StringView("Missing required parameter %1")};
inline constexpr Refusal badSession{name::notAuthorized, QLatin1StringView("Invalid session for the user.")};
inline constexpr Refusal expiredSession{name::notAuthorized,
                                        QLatin1StringView("Invalid session for the user, session is expired.")};
inline constexpr Refusal usedSession{name::notAuthorized,
                                     QLatin1StringView("Invalid session for the user, session can only be used once.")};
inline constexpr Refusal alreadyProvided{name::notAuthorized, QLatin1StringView("Cannot modify an already provided %1"),
                                         Disputed};
inline constexpr Refusal attributeMissing{name::invalidParameter,
                                          QLatin1StringView("Invalid attributes given, %1 is missing"), OneSource};

// Tokens
inline constexpr Refusal accessTokenExpired{name::notAuthorized, QLatin1StringView("Access Token has expired")};
inline constexpr Refusal accessTokenRevoked{name::notAuthorized, QLatin1StringView("Access Token has been revoked"),
                                            Documented};
inline constexpr Refusal accessTokenInvalid{name::notAuthorized, QLatin1StringView("Invalid Access Token")};
inline constexpr Refusal accessTokenSignature{name::notAuthorized,
                                              QLatin1StringView("Could not verify signature for Access Token")};
inline constexpr Refusal accessTokenScopes{name::notAuthorized,
                                           QLatin1StringView("Access Token does not have required scopes")};
inline constexpr Refusal refreshTokenInvalid{name::notAuthorized, QLatin1StringView("Invalid Refresh Token.")};
inline constexpr Refusal refreshTokenRevoked{name::notAuthorized, QLatin1StringView("Refresh Token has been revoked")};
inline constexpr Refusal refreshTokenExpired{name::notAuthorized, QLatin1StringView("Refresh Token has expired")};
inline constexpr Refusal refreshTokenReused{QLatin1StringView("RefreshTokenReuseException"),
                                            QLatin1StringView("Refresh token has been reused."),
                                            Inferred}; // the text is unknown
inline constexpr Refusal refreshTokenUnknown{name::invalidParameter, QLatin1StringView("Invalid Refresh Token."),
                                             Inferred};
inline constexpr Refusal tokenTypeUnsupported{QLatin1StringView("UnsupportedTokenTypeException"),
                                              QLatin1StringView("Unsupported token type."), Recalled};
inline constexpr Refusal revocationOff{QLatin1StringView("UnsupportedOperationException"),
                                       QLatin1StringView("Revocation is not enabled for this client."), Recalled};
inline constexpr Refusal revokeUnauthorized{QLatin1StringView("UnauthorizedException"),
                                            QLatin1StringView("Client is not authorized to revoke this token."),
                                            Recalled};

// Clients and pools
inline constexpr Refusal rotationWithFlow{
    name::invalidParameter,
    QLatin1StringView("Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH."), Inferred};
inline constexpr Refusal unknownClient{name::resourceNotFound,
                                       QLatin1StringView("User pool client %1 does not exist.")};
inline constexpr Refusal unknownPool{name::resourceNotFound, QLatin1StringView("User pool %1 does not exist.")};
inline constexpr Refusal secretMissing{
    name::notAuthorized, QLatin1StringView("Client %1 is configured with secret but SECRET_HASH was not received")};
inline constexpr Refusal secretWrong{name::notAuthorized,
                                     QLatin1StringView("Unable to verify secret hash for client %1")};
inline constexpr Refusal mixedFlowNames{
    name::invalidParameter,
    QLatin1StringView("Legacy ExplicitAuthFlows cannot be used together with those that start with ALLOW_."), Inferred};
inline constexpr Refusal tokenLifetime{name::invalidParameter, QLatin1StringView("Invalid range for token validity."),
                                       Recalled};
inline constexpr Refusal permissionList{
    name::invalidParameter, QLatin1StringView("Invalid %1 attributes specified while creating a client"), Recalled};
inline constexpr Refusal aliasesAndNames{
    name::invalidParameter,
    QLatin1StringView("Only one of the aliasAttributes or usernameAttributes can be set in a user pool."), Recalled};
inline constexpr Refusal bothLifetimes{name::invalidParameter,
                                       QLatin1StringView("Please use TemporaryPasswordValidityDays in PasswordPolicy "
                                                         "instead of UnusedAccountValidityDays")};
inline constexpr Refusal attributeTwice{name::invalidParameter,
                                        QLatin1StringView("Duplicate attribute name %1 in the schema."), Inferred};
inline constexpr Refusal secretUnexpected{
    name::invalidParameter,
    QLatin1StringView("App client %1 is not configured for secret but secret hash was received")};
inline constexpr Refusal requiredCustomAttribute{
    name::invalidParameter, QLatin1StringView("Required custom attributes are not supported currently.")};
inline constexpr Refusal tooManySecrets{name::limitExceeded,
                                        QLatin1StringView("The app client %1 has two secrets already."), Inferred};
inline constexpr Refusal tooManyClients{name::limitExceeded,
                                        QLatin1StringView("A user pool has at most 1000 app clients."), Inferred};
inline constexpr Refusal unknownSecret{name::resourceNotFound,
                                       QLatin1StringView("The client secret %1 does not exist."), Inferred};
inline constexpr Refusal lastSecret{
    name::invalidParameter, QLatin1StringView("The last secret of the app client %1 cannot be deleted."), Inferred};
inline constexpr Refusal publicClient{name::invalidParameter,
                                      QLatin1StringView("The app client %1 was made without a secret."), Inferred};
inline constexpr Refusal attributeExists{name::invalidParameter,
                                         QLatin1StringView("%1: Existing attribute already has name %1."), Recalled};
inline constexpr Refusal tooManyAttributes{
    name::invalidParameter, QLatin1StringView("A user pool has at most 50 custom attributes."), Inferred};
inline constexpr Refusal badArn{name::invalidParameter,
                                QLatin1StringView("%1 is not the ARN of a user pool of this account."), Inferred};
inline constexpr Refusal tooManyTags{name::invalidParameter, QLatin1StringView("A user pool has at most 50 tags."),
                                     Inferred};
inline constexpr Refusal deletionProtected{name::invalidParameter,
                                           QLatin1StringView("The user pool cannot be deleted because deletion "
                                                             "protection is activated. Deletion protection must be "
                                                             "inactivated first."),
                                           Inferred}; // the text is unknown

// Signing up, codes, passwords
inline constexpr Refusal signUpOff{name::notAuthorized,
                                   QLatin1StringView("SignUp is not permitted for this user pool")};
inline constexpr Refusal usernameTaken{name::usernameExists, QLatin1StringView("User already exists")};
inline constexpr Refusal usernameTakenAdmin{name::usernameExists, QLatin1StringView("User account already exists"),
                                            Recalled};
inline constexpr Refusal addressTaken{name::usernameExists,
                                      QLatin1StringView("An account with the given %1 already exists.")};
inline constexpr Refusal aliasTaken{QLatin1StringView("AliasExistsException"),
                                    QLatin1StringView("An account with the given %1 already exists.")};
inline constexpr Refusal aliasTakenDocumented{QLatin1StringView("AliasExistsException"),
                                              QLatin1StringView("An account with the %1 already exists."), Documented};
inline constexpr Refusal unknownForClient{name::userNotFound,
                                          QLatin1StringView("Username/client id combination not found.")};
inline constexpr Refusal codeMismatch{QLatin1StringView("CodeMismatchException"),
                                      QLatin1StringView("Invalid verification code provided, please try again.")};
inline constexpr Refusal codeExpired{QLatin1StringView("ExpiredCodeException"),
                                     QLatin1StringView("Invalid code provided, please request a code again.")};
inline constexpr Refusal alreadyConfirmed{name::invalidParameter, QLatin1StringView("User is already confirmed.")};
inline constexpr Refusal cannotConfirm{name::notAuthorized,
                                       QLatin1StringView("User cannot be confirmed. Current status is %1")};
inline constexpr Refusal attemptLimit{name::limitExceeded,
                                      QLatin1StringView("Attempt limit exceeded, please try after some time.")};
inline constexpr Refusal cannotReset{name::notAuthorized,
                                     QLatin1StringView("User password cannot be reset in the current state.")};
inline constexpr Refusal recoveryByAdmin{name::notAuthorized,
                                         QLatin1StringView("Contact administrator to reset password.")};
inline constexpr Refusal noVerifiedAddress{name::invalidParameter,
                                           QLatin1StringView("Cannot reset password for the user as there is no "
                                                             "registered/verified email or phone_number")};
inline constexpr Refusal noAutoVerified{name::notAuthorized, QLatin1StringView("Auto verification not turned on."),
                                        Recalled};
inline constexpr Refusal resendNotPossible{QLatin1StringView("UnsupportedUserStateException"),
                                           QLatin1StringView("Resend not possible. %1 status is not "
                                                             "FORCE_CHANGE_PASSWORD"),
                                           OneSource};
inline constexpr Refusal noEmailForDelivery{
    name::invalidParameter, QLatin1StringView("No email provided but desired delivery medium was Email")};
inline constexpr Refusal noPhoneForDelivery{
    name::invalidParameter, QLatin1StringView("No phone number provided but desired delivery medium was SMS"),
    Inferred}; // by analogy with the row above

inline constexpr Refusal passwordShort{
    name::invalidPassword, QLatin1StringView("Password did not conform with policy: Password not long enough")};
inline constexpr Refusal passwordWithoutLower{
    name::invalidPassword,
    QLatin1StringView("Password did not conform with policy: Password must have lowercase characters")};
inline constexpr Refusal passwordWithoutUpper{
    name::invalidPassword,
    QLatin1StringView("Password did not conform with policy: Password must have uppercase characters")};
inline constexpr Refusal passwordWithoutDigit{
    name::invalidPassword,
    QLatin1StringView("Password did not conform with policy: Password must have numeric characters")};
inline constexpr Refusal passwordWithoutSymbol{
    name::invalidPassword,
    QLatin1StringView("Password did not conform with policy: Password must have symbol characters")};
inline constexpr Refusal passwordReused{QLatin1StringView("PasswordHistoryPolicyViolationException"),
                                        QLatin1StringView("Password has previously been used."),
                                        Inferred}; // the text is unknown

// Triggers
inline constexpr Refusal lambdaOutput{QLatin1StringView("InvalidLambdaResponseException"),
                                      QLatin1StringView("Unrecognizable lambda output")};

// Attributes and names
inline constexpr Refusal attributeImmutable{name::invalidParameter,
                                            QLatin1StringView("user.%1: Attribute cannot be updated."), OneSource};
inline constexpr Refusal notVerifiable{name::invalidParameter, QLatin1StringView("Attribute %1 cannot be verified."),
                                       Inferred};
inline constexpr Refusal nothingToVerify{name::invalidParameter, QLatin1StringView("The user has no %1 to verify."),
                                         Inferred};
inline constexpr Refusal verifiedWithoutEmail{
    name::invalidParameter, QLatin1StringView("Email is required to verify/un-verify an email"), Recalled};
inline constexpr Refusal verifiedWithoutPhone{
    name::invalidParameter, QLatin1StringView("Phone Number is required to verify/un-verify a phone number"), Recalled};
inline constexpr Refusal attributeNotWritable{name::notAuthorized,
                                              QLatin1StringView("A client attempted to write unauthorized attribute")};
inline constexpr Refusal schema{name::invalidParameter, QLatin1StringView("Attributes did not conform to the schema: "
                                                                          "%1")};
inline constexpr Refusal attributeType{name::invalidParameter,
                                       QLatin1StringView("Type for attribute {%1} could not be determined")};
inline constexpr Refusal phoneFormat{name::invalidParameter, QLatin1StringView("Invalid phone number format.")};
inline constexpr Refusal emailFormat{name::invalidParameter, QLatin1StringView("Invalid email address format.")};
inline constexpr Refusal usernameEither{name::invalidParameter,
                                        QLatin1StringView("Username should be either an email or a phone number.")};
inline constexpr Refusal usernameEmail{name::invalidParameter, QLatin1StringView("Username should be an email."),
                                       Recalled};
inline constexpr Refusal usernamePhone{name::invalidParameter, QLatin1StringView("Username should be a phone number."),
                                       Recalled};
inline constexpr Refusal usernameLikeAlias{name::invalidParameter,
                                           QLatin1StringView("Username cannot be of %1 format, since user pool is "
                                                             "configured for %1 alias."),
                                           Recalled}; // for phone numbers from one source only
inline constexpr Refusal preferredUsernameEarly{
    name::invalidParameter,
    QLatin1StringView(
        "Preferred username cannot be provided for unconfirmed account, since user pool is configured for "
        "preferred username alias."),
    Inferred}; // the exception; the text was seen
inline constexpr Refusal addressDiffers{name::invalidParameter,
                                        QLatin1StringView("User %1 should be empty or same as username, since "
                                                          "username attribute is %1")};
inline constexpr Refusal groupTaken{QLatin1StringView("GroupExistsException"),
                                    QLatin1StringView("A group with the name already exists")};
inline constexpr Refusal unknownGroup{name::resourceNotFound, QLatin1StringView("Group not found."), Recalled};
inline constexpr Refusal tooManyGroups{name::limitExceeded, QLatin1StringView("A user pool has at most 10000 groups."),
                                       Inferred};
inline constexpr Refusal tooManyMemberships{name::invalidParameter,
                                            QLatin1StringView("A user is in at most 100 groups."), Inferred};
inline constexpr Refusal filterSyntax{name::invalidParameter, QLatin1StringView("Error while parsing filter"),
                                      Emulators};
inline constexpr Refusal filterAttribute{name::invalidParameter, QLatin1StringView("Invalid search attribute: %1"),
                                         Emulators};
inline constexpr Refusal requestedAttribute{
    name::invalidParameter, QLatin1StringView("One or more requested attributes do not exist: %1."), Inferred};
inline constexpr Refusal badPaginationToken{name::invalidParameter, QLatin1StringView("Invalid pagination token"),
                                            Inferred};

} // namespace poolscope::sandbox::refusals
