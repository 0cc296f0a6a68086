#pragma once

#include "core/clock.h"
#include "httpserver/httpserver.h"
#include "json/value.h"

#include <functional>

namespace poolscope::sandbox {

// Where the answer to a request goes.
using HttpAnswer = std::function<void(httpserver::HttpResponse)>;

// An answer beside the service's protocol: JSON that nobody keeps, dated by the clock that testers move.
httpserver::HttpResponse jsonAnswer(int status, const json::Value &body, const Clock &clock);

} // namespace poolscope::sandbox
