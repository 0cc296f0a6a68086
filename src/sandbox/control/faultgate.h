#pragma once

#include "sandbox/control/faults.h"
#include "sandbox/jsonanswer.h"

#include <functional>

namespace poolscope::sandbox {

struct Services;

// Where the faults meet the requests: between the server and the dispatcher, so that neither knows of them. A delay
// waits in the executor's queue and holds nothing else: no thread, no transaction; what waits there when the sandbox
// ends is dropped with it. Service thread.
class FaultGate final
{
public:
    // Both outlive the gate.
    FaultGate(FaultBoard &board, Services &services);

    // Calls `proceed` with where its answer goes, now, later or never.
    void pass(const httpserver::HttpRequest &request, HttpAnswer answer, std::function<void(HttpAnswer)> proceed) const;

private:
    void act(const Fault &fault, const HttpAnswer &answer, const std::function<void(HttpAnswer)> &proceed) const;

    FaultBoard &m_board;
    Services &m_services;
};

} // namespace poolscope::sandbox
