#include "sandbox/triggerhost.h"

namespace poolscope::sandbox {

void NoTriggers::fire(const TriggerEvent &event, std::function<void(TriggerOutcome)> then)
{
    Q_UNUSED(event)
    then({});
}

} // namespace poolscope::sandbox
