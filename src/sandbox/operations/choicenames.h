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
inline constexpr QLatin1StringView AliasExistsText("alias-exists-text");
inline constexpr QLatin1StringView ConfirmHiddenUser("confirm-hidden-user");
inline constexpr QLatin1StringView UpdateMissing("update-pool-missing-members");
inline constexpr QLatin1StringView ListMissingAttribute("list-users-missing-attribute");
inline constexpr QLatin1StringView TemporaryExpiredFirst("temporary-password-expiry");
inline constexpr QLatin1StringView ResetConfirms("password-reset-confirms-user");
inline constexpr QLatin1StringView RevokeUnknown("revoke-unknown-token");
inline constexpr QLatin1StringView SignUpOrder("sign-up-check-order");

} // namespace poolscope::sandbox::choice
