#pragma once

#include "sandbox/rules/refusal.h"

// What any operation can answer, mostly before it sees the request. Marked as in refusals.h; [O] is our own: the service
// has no such error.
namespace poolscope::sandbox::refusals {

namespace name {
inline constexpr QLatin1StringView notSimulated{"NotSimulatedException"};
inline constexpr QLatin1StringView serialization{"SerializationException"};
} // namespace name

inline constexpr Refusal unknownOperation{QLatin1StringView("UnknownOperationException"), // [O]
                                          QLatin1StringView("There is no operation with the target \"%1\".")};
inline constexpr Refusal unsignedRequest{QLatin1StringView("MissingAuthenticationTokenException"),
                                         QLatin1StringView("Missing Authentication Token")};
// The service's text varies: ours says what is wrong, and where.
inline constexpr Refusal unreadable{name::serialization, QLatin1StringView("%1")};
inline constexpr Refusal noObject{name::serialization, QLatin1StringView("The request is no JSON object.")};
inline constexpr Refusal constraints{QLatin1StringView("InvalidParameterException"), QLatin1StringView("%1")};

inline constexpr Refusal operationNotSimulated{name::notSimulated, // [O]
                                               QLatin1StringView("%1 is not simulated by this sandbox.")};
inline constexpr Refusal memberNotSimulated{
    name::notSimulated, QLatin1StringView("The parameter %1 of %2 is not simulated by this sandbox.")}; // [O]
inline constexpr Refusal unknownMember{name::notSimulated, QLatin1StringView("%1 has no member %2.")};  // [O]
inline constexpr Refusal notSimulated{name::notSimulated,                                               // [O]
                                      QLatin1StringView("The sandbox does not simulate %1.")};

inline constexpr Refusal internalError{QLatin1StringView("InternalErrorException"), // the text is not reliably known
                                       QLatin1StringView("Internal server error.")};
inline constexpr Refusal rateExceeded{QLatin1StringView("TooManyRequestsException"), // [R]; only as a fault on demand
                                      QLatin1StringView("Rate exceeded")};

} // namespace poolscope::sandbox::refusals
