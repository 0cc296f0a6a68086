#pragma once

#include "transport/sigv4.h"

#include <QNetworkRequest>

#include <optional>

namespace poolscope::model {
struct OperationDescriptor;
}

namespace poolscope::transport {

struct ChannelSettings;

// Where a call goes: scheme, host and port of the endpoint, and the one path that awsJson has.
QUrl requestUrl(const QUrl &endpoint);

// "pool.example:8443"; without the port where it is not given.
QByteArray hostHeader(const QUrl &url);

// Which attempt of which call a request is; the service's operators and their logs go by it.
struct AttemptMark
{
    QByteArray invocationId; // the same for all attempts of a call
    int attempt = 1;
    int maximum = 1;
};

// The request of one attempt, signed where there are credentials, with the defaults of the network library that are not
// safe turned off: no redirects, cookies, cache or remembered authentication. Internal to the channel.
QNetworkRequest makeRequest(const ChannelSettings &settings, const model::OperationDescriptor &operation,
                            const QByteArray &body, const std::optional<SigningCredentials> &credentials,
                            const AttemptMark &mark);

} // namespace poolscope::transport
