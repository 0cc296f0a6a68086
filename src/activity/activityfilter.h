#pragma once

#include "transport/activitylog.h"

namespace poolscope::activity {

// Which requests are looked for. What is left empty lets everything pass.
struct ActivityFilter
{
    enum class Outcome { Any, Succeeded, Failed }; // Failed: cancelled ones too

    // Words, each of which must occur somewhere: in the operation, the user's action, the error, the status, the request id,
    // the host, or in what was sent and what came back, member names included. Upper and lower case are the same.
    QString text;
    Outcome outcome = Outcome::Any;
    QString operation; // the exact name
    transport::UserAction action;

    bool isEmpty() const { return *this == ActivityFilter(); }
    bool operator==(const ActivityFilter &) const = default;
};

// Takes as long as the bodies are large, where there is a text. Reentrant.
bool matches(const ActivityFilter &filter, const transport::ActivityEntry &entry);

} // namespace poolscope::activity
