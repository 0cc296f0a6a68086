#include "sandbox/outcome.h"

#include <atomic>

namespace poolscope::sandbox {

struct Reply::State
{
    Sink sink;
    std::atomic_flag answered;

    void answer(Outcome<json::Value> outcome)
    {
        if (!answered.test_and_set())
            sink(std::move(outcome));
    }

    // The facts know no text for it; the service's own is not reliably known.
    ~State()
    {
        answer(refuse(QLatin1StringView("InternalErrorException"), QStringLiteral("Internal server error."), 500));
    }
};

Reply::Reply(Sink sink)
    : m_state(std::make_shared<State>())
{
    m_state->sink = std::move(sink);
}

void Reply::operator()(Outcome<json::Value> outcome) const
{
    m_state->answer(std::move(outcome));
}

} // namespace poolscope::sandbox
