#include "batch.h"

#include "json/reader.h"
#include "json/writer.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <latch>
#include <thread>
#include <vector>

namespace poolscope::bench {

using namespace Qt::StringLiterals;
using load::object;

namespace {

constexpr int clients = 8;
const QString password = u"Passw0rd!"_s;

QString nameOf(int number)
{
    return u"bench%1@example.com"_s.arg(number);
}

template<class Request>
Batch batchOf(const QByteArray &operation, int first, int count, Request &&request)
{
    Batch batch{operation, {}};
    for (int number = first; number < first + count; ++number)
        batch.bodies += json::write(request(nameOf(number)));
    return batch;
}

} // namespace

std::optional<double> perSecond(quint16 port, const Batch &batch, QList<QByteArray> *answers)
{
    // What the clients do costs the servers' processors time, too: it is little while the time runs.
    std::vector<QByteArray> requests;
    requests.reserve(static_cast<std::size_t>(batch.bodies.size()));
    for (const QByteArray &body : batch.bodies)
        requests.push_back(load::Client::request(batch.operation, body, port));
    std::vector<QByteArray> bodies(requests.size());
    std::atomic_size_t next = 0;
    std::atomic_bool failed = false;
    std::latch ready(clients + 1);
    const auto work = [&] {
        load::Client client(port);
        client.open();
        ready.arrive_and_wait();
        for (std::size_t i = next++; i < bodies.size() && !failed; i = next++) {
            load::RawAnswer answer = client.send(requests[i]);
            if (answer.status != 200 && !failed.exchange(true))
                std::printf("%s: %d %s\n", batch.operation.constData(), answer.status, answer.body.constData());
            bodies[i] = std::move(answer.body);
        }
    };
    std::vector<std::thread> threads;
    threads.reserve(clients);
    for (int i = 0; i < clients; ++i)
        threads.emplace_back(work);
    ready.arrive_and_wait();
    const auto start = std::chrono::steady_clock::now();
    for (std::thread &thread : threads)
        thread.join();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (failed)
        return {};
    if (answers)
        *answers = QList<QByteArray>(bodies.begin(), bodies.end());
    return double(bodies.size()) / taken.count();
}

Batch signUps(const load::Pool &pool, int first, int count)
{
    return batchOf("SignUp", first, count, [&](const QString &name) {
        return object({{u"ClientId"_s, pool.clientId},
                       {u"Username"_s, name},
                       {u"Password"_s, password},
                       {u"UserAttributes"_s, json::Value(QList<json::Value>{load::attribute(u"email"_s, name)})}});
    });
}

Batch confirmations(const load::Pool &pool, int first, int count)
{
    return batchOf("AdminConfirmSignUp", first, count, [&](const QString &name) {
        return object({{u"UserPoolId"_s, pool.poolId}, {u"Username"_s, name}});
    });
}

Batch signIns(const load::Pool &pool, int first, int count)
{
    return batchOf("InitiateAuth", first, count, [&](const QString &name) {
        return object({{u"ClientId"_s, pool.clientId},
                       {u"AuthFlow"_s, u"USER_PASSWORD_AUTH"_s},
                       {u"AuthParameters"_s, object({{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}})}});
    });
}

Batch looks(const QList<QByteArray> &signedIn, int times)
{
    Batch batch{"GetUser", {}};
    for (const QByteArray &answer : signedIn) {
        const auto document = json::read(answer);
        if (!document)
            continue;
        const QByteArray body = json::write(
            object({{u"AccessToken"_s, document->root.value(u"AuthenticationResult").value(u"AccessToken")}}));
        for (int i = 0; i < times; ++i)
            batch.bodies += body;
    }
    return batch;
}

Batch searches(const load::Pool &pool, int first, int count)
{
    return batchOf("ListUsers", first, count, [&](const QString &name) {
        return object({{u"UserPoolId"_s, pool.poolId}, {u"Filter"_s, u"email = \"%1\""_s.arg(name)}});
    });
}

} // namespace poolscope::bench
