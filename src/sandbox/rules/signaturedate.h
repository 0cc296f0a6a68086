#pragma once

#include "sandbox/outcome.h"

#include <QByteArrayView>

#include <optional>

namespace poolscope::sandbox {

// An X-Amz-Date ("20261122T120000Z") in milliseconds; nothing where it is none.
std::optional<qint64> signatureDateMs(QByteArrayView amzDate);

// What is wrong with the date of a signed request: it lies further than the tolerance
// from the sandbox's clock and from real time as well, so that clients may keep to either. Nothing where it holds, or is
// no date. Pure.
std::optional<ServiceError> signatureDateProblem(QByteArrayView amzDate, qint64 nowMs, qint64 realNowMs,
                                                 qint64 toleranceMs);

} // namespace poolscope::sandbox
