#include "transport/awsjsonchannel.h"

#include "core/loopback.h"
#include "transport/awsjsoncall.h"

#include <QNetworkProxy>

namespace poolscope::transport {

AwsJsonChannel::AwsJsonChannel(ChannelSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_settings.endpoint))
        m_network.setProxy(QNetworkProxy::NoProxy);
}

AwsJsonChannel::~AwsJsonChannel()
{
    // Before the network goes away under them.
    qDeleteAll(findChildren<Call *>(QString(), Qt::FindDirectChildrenOnly));
}

CallHandle AwsJsonChannel::send(const model::OperationDescriptor &operation, json::Value body, QObject *context,
                                Handler handler, CallOptions options, Digest digest)
{
    Q_ASSERT(context);
    auto *call = new AwsJsonCall({.settings = m_settings,
                                  .network = &m_network,
                                  .quota = &m_quota,
                                  .operation = &operation,
                                  .body = std::move(body),
                                  .options = std::move(options),
                                  .digest = std::move(digest)},
                                 context, std::move(handler), this);
    return CallHandle(call);
}

} // namespace poolscope::transport
