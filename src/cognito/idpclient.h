#pragma once

#include "model/codec.h"
#include "transport/awsjsonchannel.h"

#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace poolscope::cognito {

// Typed calls of cognito-idp (and any other awsJson service whose types the generator makes) over a channel.
//
//     auto pending = client->call(idp::SignUpRequest{.clientId = id}, this, [this](Result<idp::SignUpResponse> result) {...});
//
// Lives on the channel's thread. Requests are encoded and sent as they are, also when they break the model's limits: a tester
// must be able to send what is wrong. The handler runs once, never inside call(), and never if `context` is gone.
class IdpClient final : public QObject
{
    Q_OBJECT

public:
    // `channel` must outlive the client.
    explicit IdpClient(transport::AwsJsonChannel *channel, QObject *parent = nullptr);

    transport::AwsJsonChannel *channel() const { return m_channel; }

    // `handler`: void(Result<typename Request::Response>), copyable. An answer whose members have other JSON types than
    // the model says is a Protocol error, UnexpectedAnswer.
    template<class Request, class Handler>
    transport::CallHandle call(const Request &request, QObject *context, Handler &&handler,
                               transport::CallOptions options = {})
    {
        using Response = typename Request::Response;
        // Written where the answer is read, which for a large one is another thread, and read once that is done.
        const auto decoded = std::make_shared<std::optional<Result<Response>>>();
        return m_channel->send(
            Request::operation(), model::encode(request), context,
            [decoded, handler = std::forward<Handler>(handler)](Result<json::Value> reply) mutable {
                if (!reply)
                    return handler(Result<Response>(failure(std::move(reply.error()))));
                handler(std::move(**decoded));
            },
            std::move(options),
            [decoded](const json::Value &answer, const QString &requestId) {
                auto response = model::decode<Response>(answer);
                if (response)
                    decoded->emplace(std::move(*response));
                else
                    decoded->emplace(failure(undecodable(Request::operation(), response.error(), requestId)));
            });
    }

    // The same without types: for operations and bodies that are put together by hand.
    transport::CallHandle send(const model::OperationDescriptor &operation, json::Value body, QObject *context,
                               transport::AwsJsonChannel::Handler handler, transport::CallOptions options = {});

private:
    static Error undecodable(const model::OperationDescriptor &operation, const model::DecodeError &error,
                             const QString &requestId);

    transport::AwsJsonChannel *m_channel;
};

} // namespace poolscope::cognito
