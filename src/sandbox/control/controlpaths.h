#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/control/controls.h"
#include "sandbox/jsonanswer.h"
#include "sandbox/operation.h"
#include "json/value.h"

#include <tl/expected.hpp>

namespace poolscope::sandbox {

// What testers turn over HTTP. Bodies and answers are JSON; what is wrong in a request is told in "message".
//   GET /_poolscope/clock            where the clock stands (clockState())
//   POST /_poolscope/clock           moves it (readClockCommand()); answers as GET
//   GET /_poolscope/faults           what goes wrong on demand (faultsState())
//   PUT /_poolscope/faults           in place of all that is on: {"faults": [...]}
//   POST /_poolscope/faults          one more (readFault())
//   DELETE /_poolscope/faults        none any more
//   POST /_poolscope/expire          {"message": id}, or {"userPoolId", "username", "what"} with what one of codes,
//                                    sessions, temporaryPassword, refreshTokens, lockOut; answers {"expired": how many}
// The server has checked Host and Origin. A body must come as application/json besides: a page elsewhere cannot send
// that without asking first, not even from a browser that names no origin.
class ControlPaths final
{
public:
    // Both outlive this.
    ControlPaths(Services &services, Controls &controls);

    static bool owns(const QString &path);
    // Service thread.
    void serve(const httpserver::HttpRequest &request, const HttpAnswer &reply) const;

private:
    struct Wrong // what is answered instead
    {
        int status = 400;
        QString message;
    };
    using Answer = tl::expected<json::Value, Wrong>;
    using Body = tl::expected<json::Value, Wrong>;

    Answer answerTo(const httpserver::HttpRequest &request) const;
    Answer clock(const httpserver::HttpRequest &request) const;
    Answer faults(const httpserver::HttpRequest &request) const;
    Answer expire(const httpserver::HttpRequest &request) const;
    Answer expireOfUser(const json::Value &command) const;
    static Body bodyOf(const httpserver::HttpRequest &request);
    static tl::unexpected<Wrong> wrong(const QString &message, int status = 400);

    Services &m_services;
    Controls &m_controls;
};

} // namespace poolscope::sandbox
