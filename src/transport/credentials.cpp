#include "transport/credentials.h"

namespace poolscope::transport {

FixedCredentials::FixedCredentials(SigningCredentials credentials)
    : m_credentials(std::move(credentials))
{
}

void FixedCredentials::credentials(QObject *context, Handler handler)
{
    QMetaObject::invokeMethod(
        context, [keys = m_credentials, handler = std::move(handler)] { handler(keys); }, Qt::QueuedConnection);
}

} // namespace poolscope::transport
