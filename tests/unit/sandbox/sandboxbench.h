#pragma once

#include "core/clock.h"
#include "crypto/random.h"
#include "sandbox/dispatcher.h"
#include "sandbox/operation.h"

#include <QTemporaryDir>

#include <future>
#include <memory>

namespace poolscope::sandbox::test {

// A trigger host that keeps what was fired and answers what the test says.
class RecordingTriggers final : public TriggerHost
{
public:
    void fire(const TriggerEvent &event, std::function<void(TriggerOutcome)> then) override;

    QList<TriggerEvent> events;
    std::function<TriggerOutcome(const TriggerEvent &)> answer; // runs on the service thread
};

// The sandbox behind its request entry: store, keys, tokens and operations on their own threads, with a clock that stands
// still. Calls are requests as programs send them, without a socket, and wait for their answers. All pools share two RSA
// keys, because making them takes long.
class SandboxBench final
{
public:
    explicit SandboxBench(const QMap<QString, QString> &choices = {});
    ~SandboxBench();

    ManualClock clock{1'767'225'600'000}; // 2026-01-01
    ManualClock realClock{1'767'225'600'000};
    RecordingTriggers triggers;

    // What was refused last, by which operation, and as it would go over the wire.
    struct Failure
    {
        QString operation;
        ServiceError error;
        httpserver::HttpResponse response;
    };
    std::optional<Failure> lastFailure;

    const Registry &registry() const { return m_parts->registry; }
    Outcome<json::Value> callJson(const QString &operation, const json::Value &request);
    enum class Signed { Yes, No };
    httpserver::HttpResponse answerTo(const QString &operation, const QByteArray &body, Signed isSigned);
    // Does not wait: `answer` runs on any thread.
    void dispatch(const httpserver::HttpRequest &request, std::function<void(httpserver::HttpResponse)> answer);
    Outcome<json::Value> callBytes(const QString &operation, const QByteArray &body, Signed isSigned = Signed::Yes);

    template<class Request>
    Outcome<typename Request::Response> call(const Request &request)
    {
        const auto answer = callJson(QString(Request::operation().name), model::encode(request));
        if (!answer)
            return tl::unexpected(answer.error());
        auto response = model::decode<typename Request::Response>(*answer);
        if (!response)
            return tl::unexpected(ServiceError{QStringLiteral("TestFailure"), response.error().message});
        return std::move(*response);
    }

    // Runs on the service thread and waits.
    template<class Work>
    auto onService(Work work)
    {
        std::promise<decltype(work(std::declval<Services &>()))> promise;
        auto future = promise.get_future();
        m_executor.post([&] { promise.set_value(work(*m_parts->services)); });
        return future.get();
    }

    QList<Message> messages();
    QString lastCode(); // of the newest message
    QString createPool(idp::CreateUserPoolRequest request = {});
    QString createClient(idp::CreateUserPoolClientRequest request);
    void advance(qint64 ms); // both clocks

private:
    struct Parts
    {
        Choices choices;
        crypto::SystemRandom random;
        Registry registry;
        std::unique_ptr<Store> store;
        std::unique_ptr<KeyRing> keys;
        std::unique_ptr<Mailbox> mailbox;
        std::unique_ptr<TokenMinter> tokens;
        std::unique_ptr<Services> services;
        std::unique_ptr<Dispatcher> dispatcher;
    };
    void build(const QMap<QString, QString> &choices);

    QTemporaryDir m_folder;
    Executor m_executor;
    std::unique_ptr<Parts> m_parts;
};

// "NotAuthorizedException: Incorrect username or password." or "" for success, to compare in one go.
template<class T>
QString verdict(const Outcome<T> &outcome)
{
    return outcome ? QString() : outcome.error().code + QStringLiteral(": ") + outcome.error().message;
}

} // namespace poolscope::sandbox::test
