#include "sandboxbench.h"

#include "crypto/rsa.h"
#include "database/schema.h"
#include "json/reader.h"
#include "json/writer.h"

#include <stdexcept>

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

// Every pool that is made gets these keys at once.
void shareKeys(Store &store)
{
    static const QByteArray pems[] = {crypto::RsaKey::generate()->privatePem(),
                                      crypto::RsaKey::generate()->privatePem()};
    store.run(u"CREATE TABLE test_keys (use TEXT, kid TEXT, pem BLOB)"_s);
    store.run(u"INSERT INTO test_keys VALUES ('id', 'kid-of-id-tokens', ?)"_s, {pems[0]});
    store.run(u"INSERT INTO test_keys VALUES ('access', 'kid-of-access-tokens', ?)"_s, {pems[1]});
    store.run(u"CREATE TRIGGER test_keys_for_pools AFTER INSERT ON pools BEGIN"
              " INSERT INTO pool_keys SELECT NEW.id, use, kid, pem FROM test_keys; END"_s);
}

httpserver::HttpRequest requestFor(const QString &operation, const QByteArray &body, SandboxBench::Signed isSigned)
{
    httpserver::HttpRequest request{.method = "POST", .target = "/", .path = u"/"_s, .body = body};
    request.headers = {{"Host", "localhost"},
                       {"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSCognitoIdentityProviderService." + operation.toLatin1()}};
    if (isSigned == SandboxBench::Signed::Yes) {
        request.headers.append(
            {"Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/cognito-idp/aws4_request, "
                              "SignedHeaders=host;x-amz-target, Signature=" +
                                  QByteArray(64, 'a')});
    }
    return request;
}

Outcome<json::Value> outcomeOf(const httpserver::HttpResponse &response)
{
    const auto body = json::read(response.body);
    const json::Value root = body ? body->root : json::Value();
    if (response.status == 200)
        return root;
    return tl::unexpected(
        ServiceError{root.value(u"__type").toString(), root.value(u"message").toString(), response.status});
}

} // namespace

void RecordingTriggers::fire(const TriggerEvent &event, std::function<void(TriggerOutcome)> then)
{
    events << event;
    then(answer ? answer(event) : TriggerOutcome{});
}

SandboxBench::SandboxBench(const QMap<QString, QString> &choices)
{
    std::promise<void> built;
    m_executor.post([&] {
        try {
            build(choices);
            built.set_value();
        } catch (...) {
            built.set_exception(std::current_exception());
        }
    });
    built.get_future().get();
}

SandboxBench::~SandboxBench()
{
    m_executor.stop([this] { m_parts.reset(); });
}

void SandboxBench::build(const QMap<QString, QString> &choices)
{
    auto parts = std::make_unique<Parts>();
    auto made = Choices::make(serverChoices() + operationChoices(), choices);
    auto opened =
        database::openWithSchema({.path = m_folder.filePath(u"sandbox.db"_s)}, Store::migrations(), clock.now());
    if (!made || !opened)
        throw std::runtime_error("the sandbox could not be set up");
    parts->choices = *made;
    parts->store = std::make_unique<Store>(std::move(opened->connection));
    shareKeys(*parts->store);
    parts->keys = std::make_unique<KeyRing>(*parts->store, m_executor, parts->random);
    parts->mailbox = std::make_unique<Mailbox>(*parts->store, clock, [] {});
    parts->tokens = std::make_unique<TokenMinter>(*parts->store, *parts->keys, m_executor, QUrl(), false);
    parts->services = std::make_unique<Services>(Services{*parts->store, clock, realClock, parts->random, m_executor,
                                                          *parts->keys, *parts->tokens, *parts->mailbox, triggers,
                                                          parts->choices, u"us-east-1"_s, u"123456789012"_s});
    registerOperations(parts->registry);
    parts->dispatcher = std::make_unique<Dispatcher>(parts->registry, *parts->services);
    m_parts = std::move(parts);
}

Outcome<json::Value> SandboxBench::callJson(const QString &operation, const json::Value &request)
{
    return callBytes(operation, json::write(request));
}

void SandboxBench::dispatch(const httpserver::HttpRequest &request,
                            std::function<void(httpserver::HttpResponse)> answer)
{
    m_executor.post([this, request, answer = std::move(answer)]() mutable {
        m_parts->dispatcher->dispatch(request, std::move(answer));
    });
}

httpserver::HttpResponse SandboxBench::answerTo(const QString &operation, const QByteArray &body, Signed isSigned)
{
    std::promise<httpserver::HttpResponse> promise;
    auto future = promise.get_future();
    dispatch(requestFor(operation, body, isSigned),
             [&promise](httpserver::HttpResponse response) { promise.set_value(std::move(response)); });
    return future.get();
}

Outcome<json::Value> SandboxBench::callBytes(const QString &operation, const QByteArray &body, Signed isSigned)
{
    const httpserver::HttpResponse response = answerTo(operation, body, isSigned);
    auto outcome = outcomeOf(response);
    if (!outcome)
        lastFailure = Failure{operation, outcome.error(), response};
    return outcome;
}

QList<Message> SandboxBench::messages()
{
    return onService([](Services &services) { return services.mailbox.list(); });
}

QString SandboxBench::lastCode()
{
    const auto all = messages();
    return all.isEmpty() ? QString() : all.first().code;
}

QString SandboxBench::createPool(idp::CreateUserPoolRequest request)
{
    if (!request.poolName)
        request.poolName = u"test"_s;
    const auto made = call(request);
    if (!made)
        throw std::runtime_error(verdict(made).toStdString());
    return *made->userPool->id;
}

QString SandboxBench::createClient(idp::CreateUserPoolClientRequest request)
{
    request.clientName = u"app"_s;
    const auto made = call(request);
    if (!made)
        throw std::runtime_error(verdict(made).toStdString());
    return *made->userPoolClient->clientId;
}

void SandboxBench::advance(qint64 ms)
{
    clock.advanceMs(ms);
    realClock.advanceMs(ms);
}

} // namespace poolscope::sandbox::test
