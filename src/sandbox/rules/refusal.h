#pragma once

#include "sandbox/outcome.h"

#include <QLatin1StringView>
#include <QString>

namespace poolscope::sandbox {

// Where a text comes from: the service's own answers, its documentation, one person's report, emulators, reports that
// disagree, memory, analogy; or from us, where the service has no such error.
enum class Wording { Seen, Documented, OneSource, Emulators, Disputed, Recalled, Inferred, Ours };

// An error answer of the service: the exception's name and its text, where %1 and %2 stand for what the text names.
struct Refusal
{
    QLatin1StringView exception;
    QLatin1StringView message;
    Wording wording = Wording::Seen;
};

ServiceError refusal(const Refusal &what, const QString &first = {}, const QString &second = {});

inline tl::unexpected<ServiceError> refuse(const Refusal &what, const QString &first = {}, const QString &second = {})
{
    return tl::unexpected<ServiceError>(refusal(what, first, second));
}

// Something that the service has and the sandbox does not simulate: never ignored, always named.
ServiceError notSimulated(const QString &what);

// Something of the sandbox's own went wrong (HTTP 500).
ServiceError internalError();

} // namespace poolscope::sandbox
