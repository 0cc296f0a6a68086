#pragma once

#include "sandbox/rules/refusal.h"

// What any operation can answer, mostly before it sees the request. Marked as in refusals.h.
namespace poolscope::sandbox::refusals {

namespace name {
inline constexpr QLatin1StringView notSimulated{"NotSimulatedException"};
inline constexpr QLatin1StringView serialization{"SerializationException"};
} // namespace name

inline constexpr Refusal unknownOperation{QLatin1StringView("UnknownOperationException"),
                                          QLatin1StringView("There is no operation with the target \"%1\"."),
                                          Wording::Ours};
inline constexpr Refusal unsignedRequest{QLatin1StringView("MissingAuthenticationTokenException"),
                                         QLatin1StringView("Missing Authentication Token"), Wording::Recalled};
inline constexpr Refusal signatureLate{QLatin1StringView("InvalidSignatureException"),
                                       QLatin1StringView("Signature expired: %1 is now earlier than %2 (%3 - %4 min.)"),
                                       Wording::Recalled};
inline constexpr Refusal signatureEarly{
    QLatin1StringView("InvalidSignatureException"),
    QLatin1StringView("Signature not yet current: %1 is still later than %2 (%3 + %4 min.)"), Wording::Recalled};
// The service's text varies: ours says what is wrong, and where.
inline constexpr Refusal unreadable{name::serialization, QLatin1StringView("%1")};
inline constexpr Refusal noObject{name::serialization, QLatin1StringView("The request is no JSON object.")};
inline constexpr Refusal constraints{QLatin1StringView("InvalidParameterException"), QLatin1StringView("%1")};

inline constexpr Refusal operationNotSimulated{
    name::notSimulated, QLatin1StringView("%1 is not simulated by this sandbox."), Wording::Ours};
inline constexpr Refusal memberNotSimulated{
    name::notSimulated, QLatin1StringView("The parameter %1 of %2 is not simulated by this sandbox."), Wording::Ours};
inline constexpr Refusal unknownMember{name::notSimulated, QLatin1StringView("%1 has no member %2."), Wording::Ours};
inline constexpr Refusal notSimulated{name::notSimulated, QLatin1StringView("The sandbox does not simulate %1."),
                                      Wording::Ours};

inline constexpr Refusal internalError{QLatin1StringView("InternalErrorException"),
                                       QLatin1StringView("Internal server error."), Wording::Inferred};
inline constexpr Refusal rateExceeded{QLatin1StringView("TooManyRequestsException"), QLatin1StringView("Rate exceeded"),
                                      Wording::Recalled}; // only as a fault on demand

} // namespace poolscope::sandbox::refusals
