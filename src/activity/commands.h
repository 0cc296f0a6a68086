#pragma once

#include "activity/shelltext.h"
#include "transport/activitylog.h"

#include <optional>

// A request as a command that makes it once more, for a POSIX shell. Nothing secret is in it: what is redacted is a variable.
namespace poolscope::activity {

// For the AWS CLI, version 2. None where recordedRequest() is not whole, and for what is no operation of a service. Members
// become options; those that options cannot express as they are stand in --cli-input-json.
bool hasAwsCliCommand(const transport::ActivityEntry &entry);
std::optional<ShellCommand> awsCliCommand(const transport::ActivityEntry &entry);

// For curl, 7.75 or newer where it must be signed: the keys come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and
// AWS_SESSION_TOKEN if that is set.
bool hasCurlCommand(const transport::ActivityEntry &entry);
std::optional<ShellCommand> curlCommand(const transport::ActivityEntry &entry);

} // namespace poolscope::activity
