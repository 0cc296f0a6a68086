#include "sandbox/jsonanswer.h"

#include "sandbox/dispatcher.h"
#include "json/writer.h"

namespace poolscope::sandbox {

httpserver::HttpResponse jsonAnswer(int status, const json::Value &body, const Clock &clock)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json"},
                        {"Cache-Control", "no-store"},
                        {"Date", httpserver::httpDate(clock.now())}},
            .body = json::write(body)};
}

} // namespace poolscope::sandbox
