#include "cognito/idpclient.h"

#include "model/descriptor.h"

#include <QCoreApplication>

namespace poolscope::cognito {

IdpClient::IdpClient(transport::AwsJsonChannel *channel, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
{
}

transport::CallHandle IdpClient::send(const model::OperationDescriptor &operation, json::Value body, QObject *context,
                                      transport::AwsJsonChannel::Handler handler, transport::CallOptions options)
{
    return m_channel->send(operation, std::move(body), context, std::move(handler), std::move(options));
}

Error IdpClient::undecodable(const model::OperationDescriptor &operation, const model::DecodeError &error,
                             const QString &requestId)
{
    Error result{.kind = Error::Kind::Protocol, .code = QStringLiteral("UnexpectedAnswer")};
    result.message = QCoreApplication::translate("Transport", "The answer does not have the expected form at %1: %2")
                         .arg(error.path.isEmpty() ? QStringLiteral("/") : error.path, error.message);
    result.operation = QString(operation.name);
    result.requestId = requestId;
    result.httpStatus = 200;
    result.outcomeUnknown = operation.effect != model::Effect::Reads;
    return result;
}

} // namespace poolscope::cognito
