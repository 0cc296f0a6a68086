#include "sandboxbench.h"

#include "crypto/rsa.h"
#include "database/schema.h"

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

Outcome<json::Value> SandboxBench::callJson(QStringView operation, const json::Value &request)
{
    std::promise<Outcome<json::Value>> promise;
    auto future = promise.get_future();
    m_parts->dispatcher->call(operation, request,
                              Reply([&](Outcome<json::Value> outcome) { promise.set_value(std::move(outcome)); }));
    auto outcome = future.get();
    if (!outcome)
        lastFailure = Failure{operation.toString(), outcome.error()};
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
