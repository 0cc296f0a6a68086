#pragma once

#include "testworld.h"

// Requests made from the model, for what all operations have in common.
namespace poolscope::sandbox::test {

QList<const model::OperationDescriptor *> simulatedOperations();

// The required members only, with values that the model allows; nothing that they name need exist but the pool and the
// client. Throws for members that it knows no value for.
json::Value smallestRequest(const TestWorld &w, const model::OperationDescriptor &operation);

} // namespace poolscope::sandbox::test
