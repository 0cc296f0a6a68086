#include "sandbox/outcome.h"

#include "sandbox/rules/refusal.h"

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

    ~State() { answer(tl::unexpected(internalError())); }
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
