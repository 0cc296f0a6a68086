#pragma once

#include "json/value.h"

#include <QString>

#include <optional>

namespace poolscope::model {
struct OperationDescriptor;
}

namespace poolscope::transport {

// What a read-only connection does not send: empty where the call may go out, or else what would be called, as people may
// read it: "DeleteUser", "RespondToAuthChallenge (NEW_PASSWORD_REQUIRED)". Goes by the model's effects, and of the calls
// that sign in by what they carry: some steps set a password or a second factor, and some choices send a code. What the
// service decides alone, such as to send a second factor's code, cannot be seen beforehand. Pure.
std::optional<QString> refusedWhenReadOnly(const model::OperationDescriptor &operation, const json::Value &body);

} // namespace poolscope::transport
