#pragma once

#include <QLatin1StringView>

// The named choices that operations offer; their values and what they mean stand in choices.cpp.
namespace poolscope::sandbox::choice {

inline constexpr QLatin1StringView NotConfirmedFirst("not-confirmed-before-password");
inline constexpr QLatin1StringView ForgotUnconfirmed("forgot-password-unconfirmed");
inline constexpr QLatin1StringView ForgotAttempts("forgot-password-attempts");
inline constexpr QLatin1StringView VerifierSession("password-verifier-session");
inline constexpr QLatin1StringView SrpClockTolerance("srp-clock-tolerance");
inline constexpr QLatin1StringView LateSrpAnswer("late-srp-answer");
inline constexpr QLatin1StringView LockUnknownNames("unknown-names-lock-out");
inline constexpr QLatin1StringView AliasExistsText("alias-exists-text");
inline constexpr QLatin1StringView ConfirmHiddenUser("confirm-hidden-user");
inline constexpr QLatin1StringView DisabledConfirmation("disabled-user-confirmation");
inline constexpr QLatin1StringView UpdateMissing("update-pool-missing-members");
inline constexpr QLatin1StringView ListMissingAttribute("list-users-missing-attribute");
inline constexpr QLatin1StringView TemporaryExpiredFirst("temporary-password-expiry");
inline constexpr QLatin1StringView ResetConfirms("password-reset-confirms-user");
inline constexpr QLatin1StringView RevokeUnknown("revoke-unknown-token");
inline constexpr QLatin1StringView SignUpOrder("sign-up-check-order");
inline constexpr QLatin1StringView TokenStatus("token-operations-check-status");
inline constexpr QLatin1StringView DisabledToken("disabled-user-token");
inline constexpr QLatin1StringView ChangeWithoutPrevious("change-password-without-previous");
inline constexpr QLatin1StringView ChangePasswordOrder("change-password-check-order");
inline constexpr QLatin1StringView ImmutableWrite("immutable-attribute-write");
inline constexpr QLatin1StringView SameAddress("same-address-written");
inline constexpr QLatin1StringView AliasOnUpdate("alias-taken-on-update");
inline constexpr QLatin1StringView PendingResend("pending-address-resend");
inline constexpr QLatin1StringView RotationTrigger("rotation-trigger-source");
inline constexpr QLatin1StringView RotationWithFlow("rotation-with-refresh-flow");
inline constexpr QLatin1StringView AddressClaim("address-claim");
inline constexpr QLatin1StringView UpdatedAtClaim("updated-at-claim");
inline constexpr QLatin1StringView TokenType("token-type-header");
inline constexpr QLatin1StringView RefreshTokenForm("refresh-token-form");
inline constexpr QLatin1StringView PartialPolicy("partial-password-policy");
inline constexpr QLatin1StringView DeveloperNames("developer-only-names");
inline constexpr QLatin1StringView TwoSecrets("two-client-secrets");
inline constexpr QLatin1StringView FormerCode("former-code");
inline constexpr QLatin1StringView ReusedToken("reused-refresh-token");
inline constexpr QLatin1StringView TokensWithoutRotation("get-tokens-without-rotation");
inline constexpr QLatin1StringView AdminHidesUsers("admin-sign-in-hides-users");
inline constexpr QLatin1StringView ResetUnconfirmed("admin-reset-unconfirmed");
inline constexpr QLatin1StringView UpdateGroup("update-group-missing-members");
inline constexpr QLatin1StringView LastSecret("last-client-secret");
inline constexpr QLatin1StringView SecretForPublic("secret-for-public-client");

} // namespace poolscope::sandbox::choice
