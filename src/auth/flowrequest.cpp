#include "auth/flowrequest.h"

namespace poolscope::auth {

FlowRequest::FlowRequest(UserPoolAccess *access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
}

FlowRequest::~FlowRequest() = default;

void FlowRequest::cancel()
{
    m_context.reset();
    setBusy(false);
}

void FlowRequest::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        emit busyChanged(busy);
}

} // namespace poolscope::auth
